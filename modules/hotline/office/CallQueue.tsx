import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { AskedList } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { Call } from '../common/contract.ts'
import { hotlineMessages } from '../common/messages.ts'
import { hotlineOfficeMessages } from './messages.ts'

interface CallQueueProps {
  readonly asked: AskedList<Call>
  readonly current: string | null
  readonly onlyOpen: boolean
}

/** The latest calls of the desk; numbers masked. */
export function CallQueue({ asked, current, onlyOpen }: CallQueueProps) {
  const t = useText(hotlineOfficeMessages)
  const [url] = useUrlState()
  return (
    <Answered asked={{ ...asked, data: asked.isPending ? undefined : asked.rows }}>
      {rows =>
        rows.length === 0 ? (
          <Blank title={t(url.text ? 'desk.not-found' : onlyOpen ? 'desk.no-open' : 'desk.no-calls')}>
            {t('desk.no-calls-why')}
          </Blank>
        ) : (
          <>
            <ul className="ho-calls">
              {rows.map(call => (
                <li key={call.callId}>
                  <Link
                    to="/hotline/$callId"
                    params={{ callId: call.callId }}
                    search={url as never}
                    aria-current={call.callId === current ? 'true' : undefined}
                  >
                    <CallLine call={call} />
                  </Link>
                </li>
              ))}
            </ul>
            {asked.hasNextPage ? (
              <Button loading={asked.isFetchingNextPage} onClick={() => asked.fetchNextPage()}>
                {t('desk.more')}
              </Button>
            ) : null}
          </>
        )
      }
    </Answered>
  )
}

/** One call in a list: its words, then number, kind, time and outcome. */
export function CallLine({ call }: { readonly call: Call }) {
  const t = useText(hotlineOfficeMessages, hotlineMessages)
  const moment = useMoment()
  return (
    <>
      <span className="ho-calls-title">{call.summary || t('call.no-words')}</span>
      <span>
        <b>{t(`desk.outcome.${call.outcome}`)}</b>{' '}
        <span className="o-soft">
          {call.maskedNumber} · {t(`hotline.kind.${call.kind}`)} · {moment(call.takenAt)}
        </span>
      </span>
    </>
  )
}
