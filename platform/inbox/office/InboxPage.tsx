import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAsk, useAskList } from '../../ui/office/ask.ts'
import { Blank } from '../../ui/office/Blank.tsx'
import { type Column, ListTable } from '../../ui/office/ListTable.tsx'
import { Page as OfficePage } from '../../ui/office/Page.tsx'
import { useSession, useSubjects } from '../../ui/office/session.tsx'
import { useUrlState } from '../../ui/office/url-state.ts'
import { useDeadline, useMoment } from '../../ui/ui/moment.ts'
import { useText } from '../../ui/ui/use-text.ts'
import type { countInbox, InboxItem, listInbox } from '../common/contract.ts'
import { inboxMessages } from './messages.ts'
import { OfTheShift, useShownShift } from './OfTheShift.tsx'
import { useOpenItem } from './open-item.ts'
import { useTaskText } from './task-text.ts'

/** Everything that waits for me, in all my posts. */
export function Page() {
  const t = useText(inboxMessages)
  const [url, setUrl] = useUrlState()
  const [shift] = useShownShift()
  const asked = useAskList<typeof listInbox>('inbox.list', {
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
          ) : (
            <Blank title={t('inbox.empty')}>{t('inbox.empty-why')}</Blank>
          )
        }
      />
    </OfficePage>
  )
}

/** Counts by task and by post are the filters. */
function Filters() {
  const t = useText(inboxMessages)
  const [url] = useUrlState()
  const { posts } = useSession()
  const taskText = useTaskText()
  const asked = useAsk<typeof countInbox>('inbox.count', {})
  const counts = asked.data?.counts ?? []
  const inPost = (postId: string) => sum(counts.filter(one => one.postId === postId))
  const tasks = [...new Set(counts.map(one => one.task))]
  if (counts.length === 0) return null
  return (
    <div className="o-chips-rows">
      {tasks.length > 1 ? (
        <ul className="o-chips" aria-label={t('inbox.by-task')}>
          <Chip label={t('inbox.every-task')} count={sum(counts)} search={{ ...url, task: undefined }} />
          {tasks.map(task => (
            <Chip
              key={task}
              label={taskText(null, task)}
              count={sum(counts.filter(one => one.task === task))}
              search={{ ...url, task }}
            />
          ))}
        </ul>
      ) : null}
      {posts.length > 1 ? (
        <ul className="o-chips" aria-label={t('inbox.by-post')}>
          <Chip label={t('inbox.every-post')} count={sum(counts)} search={{ ...url, post: undefined }} />
          {posts.map(post => (
            <Chip key={post.id} label={post.title} count={inPost(post.id)} search={{ ...url, post: post.id }} />
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
  const deadline = useDeadline()
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
    { key: 'post', title: t('inbox.post'), width: 180, show: item => posts.find(one => one.id === item.postId)?.title },
    {
      key: 'due',
      title: t('inbox.due'),
      width: 150,
      isExtra: true,
      show: ({ dueAt }) =>
        dueAt === null ? null : Date.parse(dueAt) < Date.now() ? (
          <b className="o-urgent">{t('inbox.overdue', { at: deadline(dueAt) })}</b>
        ) : (
          deadline(dueAt)
        ),
    },
    {
      key: 'priority',
      title: t('inbox.priority'),
      width: 100,
      show: ({ priority }) =>
        priority >= 2 ? <b className="o-urgent">{t(priority >= 3 ? 'inbox.priority-3' : 'inbox.priority-2')}</b> : null,
    },
    { key: 'since', title: t('inbox.since'), width: 150, show: item => moment(item.since) },
  ]
}
