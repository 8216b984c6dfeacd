import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAsk, useAskList } from '../../ui/office/ask.ts'
import { Blank } from '../../ui/office/Blank.tsx'
import { type Column, ListTable } from '../../ui/office/ListTable.tsx'
import { Page as OfficePage } from '../../ui/office/Page.tsx'
import { useSession, useSubjects } from '../../ui/office/session.tsx'
import { useUrlState } from '../../ui/office/url-state.ts'
import { useMoment } from '../../ui/ui/moment.ts'
import { useText } from '../../ui/ui/use-text.ts'
import type { countInbox, InboxItem, listInbox } from '../common/contract.ts'
import { Due } from './Due.tsx'
import { inboxMessages } from './messages.ts'
import { OfTheShift, useShownShift } from './OfTheShift.tsx'
import { useOpenItem } from './open-item.ts'
import { useTaskText } from './task-text.ts'

/** Everything that waits for me, in all my posts. */
export function Page() {
  const t = useText(inboxMessages)
  const [url, setUrl] = useUrlState()
  const [shift] = useShownShift()
  const { posts } = useSession()
  const asked = useAskList<typeof listInbox>('inbox.list', {
    // What has just come stands last: a desk on a full day sees it without asking for more.
    limit: 100,
    shift,
    ...(url.task ? { task: url.task } : {}),
    ...(url.post ? { postId: url.post } : {}),
  })
  const isFiltered = Boolean(url.task ?? url.post)
  return (
    <OfficePage title={t('place.inbox')} about={t('inbox.about')}>
      <Filters />
      <OfTheShift />
      <ListTable<InboxItem>
        name="inbox"
        label={t('place.inbox')}
        columns={useColumns()}
        asked={asked}
        rowKey={row => `${row.subjectKind} ${row.subjectId} ${row.task}`}
        empty={
          isFiltered ? (
            <Blank title={t('inbox.empty-filtered')}>
              <Button onClick={() => setUrl({ task: undefined, post: undefined })}>{t('inbox.show-all')}</Button>
            </Blank>
          ) : posts.length === 0 ? (
            <Blank title={t('inbox.no-post')}>{t('inbox.no-post-why')}</Blank>
          ) : (
            <Blank title={t('inbox.empty')}>{t('inbox.empty-why')}</Blank>
          )
        }
      />
    </OfficePage>
  )
}

/** Counts by task and by post are the filters: each says what would be shown, with the other one as it is chosen. */
function Filters() {
  const t = useText(inboxMessages)
  const [url] = useUrlState()
  const { posts } = useSession()
  const taskText = useTaskText()
  const asked = useAsk<typeof countInbox>('inbox.count', {})
  if (!asked.data || asked.data.total === 0) return null
  const { counts, tasks } = asked.data
  const chosenPost = posts.some(({ id }) => id === url.post) ? url.post : undefined
  const shownTasks = chosenPost === undefined ? tasks : counts.filter(({ postId }) => postId === chosenPost)
  const ofTask = (some: readonly { readonly task: string; readonly count: number }[]) =>
    sum(url.task === undefined ? some : some.filter(({ task }) => task === url.task))
  return (
    <div className="o-chips-rows">
      {tasks.length > 1 ? (
        <ul className="o-chips" aria-label={t('inbox.by-task')}>
          <Chip label={t('inbox.every-task')} count={sum(shownTasks)} search={{ ...url, task: undefined }} />
          {tasks.map(({ task }) => (
            <Chip
              key={task}
              label={taskText(null, task)}
              count={sum(shownTasks.filter(one => one.task === task))}
              search={{ ...url, task }}
            />
          ))}
        </ul>
      ) : null}
      {posts.length > 1 ? (
        <ul className="o-chips" aria-label={t('inbox.by-post')}>
          <Chip label={t('inbox.every-post')} count={ofTask(tasks)} search={{ ...url, post: undefined }} />
          {posts.map(post => (
            <Chip
              key={post.id}
              label={post.title}
              count={ofTask(counts.filter(({ postId }) => postId === post.id))}
              search={{ ...url, post: post.id }}
            />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

const sum = (counts: readonly { readonly count: number }[]) => counts.reduce((total, one) => total + one.count, 0)

interface ChipProps {
  readonly label: string
  readonly count: number
  readonly search: Readonly<Record<string, string | undefined>>
}

function Chip({ label, count, search }: ChipProps) {
  return (
    <li>
      <Link to="/inbox" search={search as never} className="o-chip" activeOptions={{ exact: true }}>
        {label} <b>{count}</b>
      </Link>
    </li>
  )
}

interface WhatToDoProps {
  readonly item: InboxItem
  readonly taskText: (kind: string | null, task: string) => string
}

function WhatToDo({ item, taskText }: WhatToDoProps) {
  const t = useText(inboxMessages)
  return (
    <>
      <b>{taskText(item.subjectKind, item.task)}</b>
      {item.isOfTheShift ? <span className="o-soft"> {t('inbox.is-of-shift')}</span> : null}
    </>
  )
}

function useColumns(): Column<InboxItem>[] {
  const t = useText(inboxMessages)
  const moment = useMoment()
  const open = useOpenItem()
  const taskText = useTaskText()
  const subjects = useSubjects()
  const { posts } = useSession()
  return [
    {
      key: 'thing',
      title: t('inbox.thing'),
      show: item => (
        <a
          href={`/office${subjects[item.subjectKind]?.path(item.subjectId, item.task) ?? '/inbox'}`}
          onClick={event => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            void open(item)
          }}
        >
          {item.title}
        </a>
      ),
    },
    { key: 'task', title: t('inbox.task'), width: 110, show: item => <WhatToDo item={item} taskText={taskText} /> },
    { key: 'number', title: t('inbox.number'), width: 170, show: item => item.number },
    { key: 'due', title: t('inbox.due'), width: 190, show: ({ dueAt }) => <Due dueAt={dueAt} /> },
    {
      key: 'priority',
      title: t('inbox.priority'),
      width: 100,
      show: ({ priority }) =>
        priority >= 2 ? <b className="o-urgent">{t(priority >= 3 ? 'inbox.priority-3' : 'inbox.priority-2')}</b> : null,
    },
    { key: 'since', title: t('inbox.since'), width: 130, show: item => moment(item.since) },
    {
      key: 'post',
      title: t('inbox.post'),
      width: 180,
      // With one post it says the same in every row.
      isExtra: posts.length < 2,
      show: item => posts.find(one => one.id === item.postId)?.title,
    },
  ]
}
