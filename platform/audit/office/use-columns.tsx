import type { RowOf } from '../../ui/office/ask.ts'
import type { Column } from '../../ui/office/ListTable.tsx'
import { useUrlState } from '../../ui/office/url-state.ts'
import { useMoment } from '../../ui/ui/moment.ts'
import { useText } from '../../ui/ui/use-text.ts'
import type { listAuditEntries } from '../common/contract.ts'
import { auditMessages } from './messages.ts'
import { Thing } from './Thing.tsx'
import { useActorName } from './use-actor-name.ts'
import type { AuditWords } from './use-audit-words.ts'

type Row = RowOf<typeof listAuditEntries>

/** Words first; what stands in the entry itself can be shown beside them. */
export function useColumns(words: AuditWords): Column<Row>[] {
  const t = useText(auditMessages)
  const moment = useMoment()
  return [
    { key: 'at', title: t('audit.at'), width: 120, show: row => moment(row.at) },
    { key: 'actor', title: t('audit.actor'), width: 200, show: row => <Who row={row} /> },
    { key: 'command', title: t('audit.command'), width: 160, show: row => words.command(row.command) },
    { key: 'subject', title: t('audit.subject'), show: row => <Thing row={row} words={words} /> },
    { key: 'outcome', title: t('audit.outcome'), show: row => <Outcome code={row.outcome} words={words} /> },
    {
      key: 'device',
      title: t('audit.device-at'),
      isExtra: true,
      show: row => (row.deviceAt === null ? null : moment(row.deviceAt)),
    },
    { key: 'actor-id', title: t('audit.actor-id'), isExtra: true, show: row => <Code>{row.actorId}</Code> },
    { key: 'post-id', title: t('audit.post-id'), isExtra: true, show: row => <Code>{row.postId}</Code> },
    { key: 'command-name', title: t('audit.command-name'), isExtra: true, show: row => <Code>{row.command}</Code> },
    { key: 'subject-id', title: t('audit.subject-id'), isExtra: true, show: row => <Code>{row.subjectId}</Code> },
    { key: 'request', title: t('audit.request'), isExtra: true, show: row => <Code>{row.requestId}</Code> },
  ]
}

function Code({ children }: { readonly children: string | null }) {
  return children === null ? null : <code className="o-code">{children}</code>
}

/** The name shows everything of the same person; below it the post that was acted in. */
function Who({ row }: { readonly row: Row }) {
  const [, setUrl] = useUrlState()
  const nameOf = useActorName()
  const { actorId: id, actorKind: kind, actorName: name, post, postId } = row
  return (
    <>
      <button type="button" className="o-link" onClick={() => setUrl({ actor: id })}>
        {nameOf({ id, kind, name })}
      </button>
      {postId === null ? null : (
        <div className="o-soft">{post === null ? postId : `${post.title} · ${post.unitName}`}</div>
      )}
    </>
  )
}

function Outcome({ code, words }: { readonly code: string; readonly words: AuditWords }) {
  const t = useText(auditMessages)
  if (code === 'done') return t('audit.done')
  return (
    <>
      <b>{t('audit.refused')}</b> {words.refusal(code)} <span className="o-soft o-code">({code})</span>
    </>
  )
}
