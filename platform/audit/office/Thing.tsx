import { Link } from '@tanstack/react-router'
import type { RowOf } from '../../ui/office/ask.ts'
import { isUnder } from '../../ui/office/office-module.ts'
import { useMay, useOfficeModules, useSubjects } from '../../ui/office/session.tsx'
import { useUrlState } from '../../ui/office/url-state.ts'
import { useText } from '../../ui/ui/use-text.ts'
import type { listAuditEntries } from '../common/contract.ts'
import { auditMessages } from './messages.ts'
import type { AuditWords } from './use-audit-words.ts'

type Row = RowOf<typeof listAuditEntries>

/** As commands about oneself say it that were refused before they knew who asks. */
const oneself = 'self'

/** What an entry is about: its kind, and its number, name or id, which shows all entries about it; its page, where one may go. */
export function Thing({ row, words }: { readonly row: Row; readonly words: AuditWords }) {
  const t = useText(auditMessages)
  const [, setUrl] = useUrlState()
  const pageOf = usePageOf()
  const { subjectKind, subjectId, subjectName } = row
  const kind = words.thing(subjectKind)
  if (subjectKind === 'endpoint') return `${kind} ${words.command(subjectId)}`
  const name = subjectName ?? (subjectId === oneself ? t('audit.oneself') : subjectId)
  const page = pageOf(row)
  return (
    <>
      {kind}{' '}
      <button type="button" className="o-link o-code" onClick={() => setUrl({ subject: subjectId })}>
        {name}
      </button>
      {page === null ? null : (
        <>
          {' '}
          <Link to={page} aria-label={t('audit.open-thing', { thing: `${kind} ${name}` })}>
            {t('audit.open')}
          </Link>
        </>
      )}
    </>
  )
}

/** Where a thing has a page, in a place that this post may enter. */
function usePageOf(): (row: Row) => string | null {
  const places = useOfficeModules().flatMap(module => module.places)
  const subjects = useSubjects()
  const may = useMay()
  return ({ subjectKind, subjectId, mayBeOpened }) => {
    const page = mayBeOpened ? subjects[subjectKind]?.path(subjectId, null) : undefined
    const place = page === undefined ? undefined : places.find(one => isUnder(one, page.split('?')[0]!))
    return page !== undefined && place && (place.permissions.length === 0 || place.permissions.some(may)) ? page : null
  }
}
