import { useEffect, useState } from 'react'
import type { InboxItem, listInbox } from '#platform/inbox/common/contract.ts'
import {
  Button,
  EmptyState,
  ErrorState,
  Link,
  Screen,
  Spinner,
  StateMark,
  Trouble,
  useAnswer,
  useClient,
  useLive,
  useMoment,
  useNow,
  useSending,
  useText,
} from '#platform/ui/ui/index.ts'
import { dueState } from './due-state.ts'
import { fieldCaseMessages } from './messages.ts'

export interface OwnPost {
  readonly id: string
  readonly title: string
}

interface TodayPageProps {
  readonly postId: string | null
  readonly posts: readonly OwnPost[]
  /** Goes on working in another of one's posts. */
  readonly onSwitch: (postId: string) => Promise<boolean>
  readonly onOpen: (path: string) => void
  /** Where the thing that waits is opened on the phone. */
  readonly pathTo: (item: InboxItem) => string
}

/** What waits for me, in the server's order: overdue, near due, urgent, old. It changes by itself. */
export function TodayPage({ postId, posts, onSwitch, onOpen, pathTo }: TodayPageProps) {
  const t = useText(fieldCaseMessages)
  const client = useClient()
  const more = useSending()
  const [older, setOlder] = useState<{ rows: readonly InboxItem[]; next: string | null } | null>(null)
  const asked = useAnswer('today', () => client.query<typeof listInbox>('inbox.list', { limit: 50 }))
  const { reload } = asked
  useLive(() => {
    setOlder(null)
    void reload()
  })
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void reload()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [reload])
  const rows = [...(asked.answer?.rows ?? []), ...(older?.rows ?? [])]
  const next = older ? older.next : (asked.answer?.next ?? null)
  async function loadMore(cursor: string) {
    const page = await more.send(() => client.query<typeof listInbox>('inbox.list', { limit: 50, cursor }))
    if (page) setOlder(before => ({ rows: [...(before?.rows ?? []), ...page.rows], next: page.next }))
  }
  async function openAs(item: InboxItem) {
    if (item.postId !== null && (await onSwitch(item.postId))) onOpen(pathTo(item))
  }
  return (
    <Screen title={t('today.title')}>
      {asked.state === 'loading' ? <Spinner /> : null}
      {asked.state === 'failed' ? <ErrorState trouble={asked.trouble} onAgain={() => void reload()} /> : null}
      {asked.state === 'ready' && rows.length === 0 ? (
        <EmptyState title={t('today.empty')}>
          <p>{t('today.empty-hint')}</p>
        </EmptyState>
      ) : null}
      <ul className="f-list">
        {rows.map(item => (
          <li key={`${item.subjectId}-${item.task}-${item.postId}`} className="w-card">
            <TaskHead item={item} />
            {item.postId === null || item.postId === postId ? (
              <Link to={pathTo(item)} className="f-open">
                {item.title}
              </Link>
            ) : (
              <>
                <p>{item.title}</p>
                <Button onPress={() => void openAs(item)}>
                  {t('today.as-post', { title: posts.find(post => post.id === item.postId)?.title ?? '' })}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <Trouble trouble={more.trouble} />
      {next ? (
        <Button isWide isBusy={more.isSending} onPress={() => void loadMore(next)}>
          {t('today.more')}
        </Button>
      ) : null}
    </Screen>
  )
}

function TaskHead({ item }: { readonly item: InboxItem }) {
  const t = useText(fieldCaseMessages)
  const moment = useMoment()
  const state = dueState(item.since, item.dueAt, useNow())
  const task = item.task.startsWith('assist') ? 'assist' : item.task
  const known = (['verify', 'handle', 'check', 'assist', 'walk', 'rectify', 'check-point', 'read'] as const).find(
    one => one === task,
  )
  const word = t(known ? `task.${known}` : 'task.other')
  return (
    <p className="f-task">
      <StateMark state={state === 'on-time' ? 'mine' : state}>{word}</StateMark>
      <span className="w-soft">
        {item.number} ·{' '}
        {item.dueAt === null
          ? t('today.since', { when: moment(item.since) })
          : t(state === 'over' ? 'today.due-over' : 'today.due', { when: moment(item.dueAt) })}
      </span>
    </p>
  )
}
