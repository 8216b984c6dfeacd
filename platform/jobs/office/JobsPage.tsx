import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../contract/common/endpoint.ts'
import { useAsk, useDo } from '../../ui/office/ask.ts'
import { Answered, Blank } from '../../ui/office/Blank.tsx'
import { Page as OfficePage } from '../../ui/office/Page.tsx'
import { useSay } from '../../ui/office/Say.tsx'
import { useMay } from '../../ui/office/session.tsx'
import { Told } from '../../ui/office/Told.tsx'
import { useMoment } from '../../ui/ui/moment.ts'
import { useText } from '../../ui/ui/use-text.ts'
import type { listFailedJobs, retryJobs } from '../common/contract.ts'
import { jobsMessages } from './messages.ts'

/** Jobs that failed for good, with a way to send them again. */
export function Page() {
  const t = useText(jobsMessages)
  const asked = useAsk<typeof listFailedJobs>('jobs.list-failed', {})
  return (
    <OfficePage title={t('place.jobs')} about={t('jobs.about')}>
      <Answered asked={asked}>
        {({ rows, isMore }) =>
          rows.length === 0 ? (
            <Blank title={t('jobs.empty')}>{t('jobs.empty-why')}</Blank>
          ) : (
            <>
              {isMore ? <p className="o-hint">{t('jobs.more', { count: rows.length })}</p> : null}
              <FailedJobs rows={rows} />
            </>
          )
        }
      </Answered>
    </OfficePage>
  )
}

function FailedJobs({ rows }: { readonly rows: OutputOf<typeof listFailedJobs>['rows'] }) {
  const t = useText(jobsMessages)
  const moment = useMoment()
  const say = useSay()
  const mayRetry = useMay()('jobs.retry')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { send, isSending, trouble } = useDo<typeof retryJobs>('jobs.retry', {
    renews: ['jobs.'],
    onDone({ sent }) {
      say(t('jobs.done', { count: sent }))
      setChosen([])
    },
  })
  const isAll = chosen.length === rows.length
  return (
    <>
      <Told trouble={trouble} />
      {mayRetry ? (
        <div className="o-actions">
          <Checkbox
            checked={isAll}
            indeterminate={chosen.length > 0 && !isAll}
            onChange={() => setChosen(isAll ? [] : rows.map(row => row.id))}
          >
            {t('jobs.choose-all')}
          </Checkbox>
          <Button
            type="primary"
            disabled={chosen.length === 0}
            loading={isSending}
            onClick={() => send({ ids: [...chosen] })}
          >
            {t('jobs.retry', { count: chosen.length })}
          </Button>
        </div>
      ) : null}
      <ul className="o-lines">
        {rows.map(row => (
          <li key={row.id}>
            {mayRetry ? (
              <Checkbox
                aria-label={t('jobs.choose', { name: row.name })}
                checked={chosen.includes(row.id)}
                onChange={event =>
                  setChosen(before => (event.target.checked ? [...before, row.id] : before.filter(id => id !== row.id)))
                }
              />
            ) : null}
            <span>
              <b>{row.name}</b> <span className="o-soft">{moment(row.failedAt)}</span>
              <br />
              {row.error}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
