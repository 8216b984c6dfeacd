import { Link } from '@tanstack/react-router'
import type { OutputOf } from '../../contract/common/endpoint.ts'
import { useAsk, useAskList } from '../../ui/office/ask.ts'
import { MoreRows } from '../../ui/office/MoreRows.tsx'
import { useSubjects } from '../../ui/office/session.tsx'
import { useUrlState } from '../../ui/office/url-state.ts'
import { useMoment } from '../../ui/ui/moment.ts'
import { useText } from '../../ui/ui/use-text.ts'
import type { listMoved, listReplays } from '../common/contract.ts'
import { workCalendarMessages } from './messages.ts'

type Replay = OutputOf<typeof listReplays>['rows'][number]

/** What each change of the calendar led to: how far the counting is, and which deadlines moved. */
export function Replays() {
  const t = useText(workCalendarMessages)
  const moment = useMoment()
  const [url, setUrl] = useUrlState()
  const { data } = useAsk<typeof listReplays>('worktime.list-replays', {})
  return (
    <section aria-labelledby="replays">
      <h2 id="replays">{t('worktime.replays')}</h2>
      {data?.rows.length === 0 ? <p>{t('worktime.no-replays')}</p> : null}
      <ul className="o-lines">
        {data?.rows.map(row => (
          <li key={row.id}>
            <span>
              {moment(row.askedAt)} {row.calendar === 'default' ? t('worktime.common') : row.calendar}{' '}
              {t(`worktime.reason.${row.reason}` as 'worktime.reason.day')} {row.since}
            </span>
            <span className="o-soft">
              <Progress row={row} />
            </span>
            {row.moved > 0 ? (
              <button type="button" className="o-link" onClick={() => setUrl({ moved: row.id })}>
                {t('worktime.show-moved')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {url.moved ? <Moved key={url.moved} replayId={url.moved} /> : null}
    </section>
  )
}

function Progress({ row }: { readonly row: Replay }) {
  const t = useText(workCalendarMessages)
  const { total, done, moved, finishedAt } = row
  if (finishedAt) return t('worktime.finished', { done, moved })
  return total === null ? t('worktime.waiting') : t('worktime.progress', { done, total, moved })
}

function Moved({ replayId }: { readonly replayId: string }) {
  const t = useText(workCalendarMessages)
  const moment = useMoment()
  const subjects = useSubjects()
  const asked = useAskList<typeof listMoved>('worktime.list-moved', { replayId })
  const at = (due: string | null) => (due ? moment(due) : t('worktime.no-due'))
  return (
    <section aria-labelledby="moved">
      <h3 id="moved">{t('worktime.moved')}</h3>
      {asked.isSuccess && asked.rows.length === 0 ? <p>{t('worktime.none-moved')}</p> : null}
      <ul className="o-lines">
        {asked.rows.map(row => {
          const words = row.number ?? row.subjectId
          const subject = subjects[row.subjectKind]
          return (
            <li key={row.timerId}>
              <span>
                {subject ? <Link to={subject.path(row.subjectId, null)}>{words}</Link> : words} {row.name}
              </span>
              <span>{t('worktime.moved-line', { before: at(row.dueBefore), after: at(row.dueAfter) })}</span>
            </li>
          )
        })}
      </ul>
      {asked.rows.length > 0 ? <MoreRows asked={asked} /> : null}
    </section>
  )
}
