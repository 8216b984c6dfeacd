import { dayBegins } from '../../kernel/common/day-of.ts'
import { type RowOf, useAskList } from '../../ui/office/ask.ts'
import { Blank } from '../../ui/office/Blank.tsx'
import { ListTable } from '../../ui/office/ListTable.tsx'
import { Page as OfficePage } from '../../ui/office/Page.tsx'
import { useUrlState } from '../../ui/office/url-state.ts'
import { useText } from '../../ui/ui/use-text.ts'
import type { listAuditEntries } from '../common/contract.ts'
import { Chain } from './Chain.tsx'
import { Filters } from './Filters.tsx'
import { auditMessages } from './messages.ts'
import { useAuditWords } from './use-audit-words.ts'
import { useColumns } from './use-columns.tsx'

/** The record of everything, for the audit administrator. */
export function Page() {
  const t = useText(auditMessages)
  const [url] = useUrlState()
  const words = useAuditWords()
  const outcome = url.outcome === 'done' || url.outcome === 'refused' ? url.outcome : undefined
  const asked = useAskList<typeof listAuditEntries>('audit.list-entries', {
    ...(url.actor ? { actorId: url.actor } : {}),
    ...(url.command ? { command: url.command } : {}),
    ...(url.subject ? { subject: url.subject } : {}),
    ...(outcome ? { outcome } : {}),
    ...(url.from ? { from: dayBegins(url.from) } : {}),
    ...(url.to ? { to: dayBegins(url.to, 1) } : {}),
  })
  return (
    <OfficePage title={t('place.audit')} about={t('audit.about')}>
      <Chain />
      <Filters key={JSON.stringify(url)} words={words} />
      <ListTable<RowOf<typeof listAuditEntries>>
        name="audit"
        label={t('place.audit')}
        columns={useColumns(words)}
        asked={{ ...asked, isPending: asked.isPending || words.isPending }}
        rowKey={row => String(row.id)}
        empty={<Blank title={t('audit.empty')}>{t('audit.empty-why')}</Blank>}
      />
    </OfficePage>
  )
}
