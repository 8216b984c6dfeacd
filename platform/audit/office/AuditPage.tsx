import { dayBegins } from '../../kernel/common/day-of.ts'
import { Button } from 'antd'
import { nobody } from '../../authz/common/grants.ts'
import { type RowOf, useAskList } from '../../ui/office/ask.ts'
import { Blank } from '../../ui/office/Blank.tsx'
import { type Column, ListTable } from '../../ui/office/ListTable.tsx'
import { Page as OfficePage } from '../../ui/office/Page.tsx'
import { useUrlState } from '../../ui/office/url-state.ts'
import { useMoment } from '../../ui/ui/moment.ts'
import { useText } from '../../ui/ui/use-text.ts'
import type { listAuditEntries } from '../common/contract.ts'
import { Chain } from './Chain.tsx'
import { auditMessages } from './messages.ts'

type Row = RowOf<typeof listAuditEntries>

/** The record of everything, for the audit administrator. */
export function Page() {
  const t = useText(auditMessages)
  const [url] = useUrlState()
  const outcome = url.outcome === 'done' || url.outcome === 'refused' ? url.outcome : undefined
  const asked = useAskList<typeof listAuditEntries>('audit.list-entries', {
    ...(url.actor ? { actorId: url.actor } : {}),
    ...(url.command ? { command: url.command } : {}),
    ...(url.subject ? { subjectId: url.subject } : {}),
    ...(outcome ? { outcome } : {}),
    ...(url.from ? { from: dayBegins(url.from) } : {}),
    ...(url.to ? { to: dayBegins(url.to, 1) } : {}),
  })
  return (
    <OfficePage title={t('place.audit')} about={t('audit.about')}>
      <Chain />
      <Filters key={JSON.stringify(url)} />
      <ListTable<Row>
        name="audit"
        label={t('place.audit')}
        columns={useColumns()}
        asked={asked}
        rowKey={row => String(row.id)}
        empty={<Blank title={t('audit.empty')}>{t('audit.empty-why')}</Blank>}
      />
    </OfficePage>
  )
}

const words = ['actor', 'command', 'subject'] as const

function Filters() {
  const t = useText(auditMessages)
  const [url, setUrl] = useUrlState()
  const none = {
    actor: undefined,
    command: undefined,
    subject: undefined,
    outcome: undefined,
    from: undefined,
    to: undefined,
  }
  return (
    <form
      className="o-filters"
      onSubmit={event => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget)
        const change = Object.keys(none).map(key => [key, String(typed.get(key) ?? '').trim() || undefined])
        setUrl(Object.fromEntries(change) as Record<string, string | undefined>)
      }}
    >
      {words.map(word => (
        <label key={word}>
          <span>{t(`audit.filter-${word}`)}</span>
          <input className="o-input" name={word} defaultValue={url[word] ?? ''} maxLength={80} />
        </label>
      ))}
      <label>
        <span>{t('audit.outcome')}</span>
        <select className="o-select" name="outcome" defaultValue={url.outcome ?? ''}>
          <option value="">{t('audit.every-outcome')}</option>
          <option value="done">{t('audit.only-done')}</option>
          <option value="refused">{t('audit.only-refused')}</option>
        </select>
      </label>
      <label>
        <span>{t('audit.from')}</span>
        <input className="o-input" type="date" name="from" defaultValue={url.from ?? ''} />
      </label>
      <label>
        <span>{t('audit.to')}</span>
        <input className="o-input" type="date" name="to" defaultValue={url.to ?? ''} />
      </label>
      <Button htmlType="submit" type="primary">
        {t('audit.search')}
      </Button>
      <Button onClick={() => setUrl(none)}>{t('audit.clear')}</Button>
    </form>
  )
}

function useColumns(): Column<Row>[] {
  const t = useText(auditMessages)
  const moment = useMoment()
  const [, setUrl] = useUrlState()
  return [
    { key: 'at', title: t('audit.at'), width: 150, show: row => moment(row.at) },
    {
      key: 'actor',
      title: t('audit.actor'),
      width: 300,
      show: row => (
        <button type="button" className="o-link" onClick={() => setUrl({ actor: row.actorId })}>
          {row.actorId === nobody.personId ? t('audit.nobody') : row.actorId}
        </button>
      ),
    },
    { key: 'command', title: t('audit.command'), width: 200, show: row => row.command },
    {
      key: 'subject',
      title: t('audit.subject'),
      show: row => (
        <button type="button" className="o-link" onClick={() => setUrl({ subject: row.subjectId })}>
          {row.subjectKind} {row.subjectId}
        </button>
      ),
    },
    {
      key: 'outcome',
      title: t('audit.outcome'),
      width: 230,
      show: row => (row.outcome === 'done' ? t('audit.done') : <b>{t('audit.refused', { code: row.outcome })}</b>),
    },
    {
      key: 'device',
      title: t('audit.device-at'),
      isExtra: true,
      show: row => (row.deviceAt === null ? null : moment(row.deviceAt)),
    },
    { key: 'request', title: t('audit.request'), isExtra: true, show: row => row.requestId },
  ]
}
