import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { InboxItem } from '#platform/inbox/common/contract.ts'
import { Due } from '#platform/inbox/office/Due.tsx'
import { OfTheShift } from '#platform/inbox/office/OfTheShift.tsx'
import { useOpenItem } from '#platform/inbox/office/open-item.ts'
import { useTaskText } from '#platform/inbox/office/task-text.ts'
import type { AskedList } from '#platform/ui/office/ask.ts'
import { Blank, Failed, Loading } from '#platform/ui/office/Blank.tsx'
import { MoreRows } from '#platform/ui/office/MoreRows.tsx'
import { useSession } from '#platform/ui/office/session.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { caseOfficeMessages } from './messages.ts'

interface DeskQueueProps {
  readonly asked: AskedList<InboxItem>
  readonly queue: readonly InboxItem[]
  readonly current: string | null
}

/** What waits for me in all my posts; opening one switches to its post. */
export function DeskQueue({ asked, queue, current }: DeskQueueProps) {
  const t = useText(caseOfficeMessages)
  const taskText = useTaskText()
  const moment = useMoment()
  const open = useOpenItem()
  const { posts } = useSession()
  const chosen = useRef<HTMLAnchorElement>(null)
  const isThere = queue.some(item => item.subjectId === current)
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not give back.
    chosen.current?.scrollIntoView({ block: 'nearest' })
  }, [current, isThere])
  if (asked.isPending) return <Loading />
  if (asked.isError) return <Failed trouble={asked.error} onAgain={asked.refetch} />
  if (queue.length === 0) {
    return (
      <Blank title={t('desk.empty')}>
        {t('desk.empty-why')} <OfTheShift />
      </Blank>
    )
  }
  return (
    <>
      <div className="co-queue-also">
        <OfTheShift />
      </div>
      <ul className="co-queue">
        {queue.map(item => {
          const isCurrent = item.subjectId === current
          return (
            <li key={`${item.subjectId} ${item.task}`}>
              <Link
                to="/desk/$caseId"
                params={{ caseId: item.subjectId }}
                preload={false}
                ref={isCurrent ? chosen : null}
                aria-current={isCurrent ? 'true' : undefined}
                onClick={event => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return
                  event.preventDefault()
                  void open(item)
                }}
              >
                <span className="co-queue-title">{item.title}</span>
                <span>
                  <b>{taskText('case', item.task)}</b>{' '}
                  <span className="o-soft">
                    {item.number} {item.dueAt === null ? `· ${moment(item.since)}` : <Due dueAt={item.dueAt} isShort />}
                    {item.isOfTheShift ? ` · ${t('desk.of-shift')}` : null}
                    {posts.length > 1 ? ` · ${posts.find(post => post.id === item.postId)?.title ?? ''}` : null}
                  </span>
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      {asked.hasNextPage ? <MoreRows asked={asked} /> : null}
    </>
  )
}
