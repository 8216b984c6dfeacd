import { Select } from 'antd'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useSession } from '#platform/ui/office/session.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { GoTo } from './GoTo.tsx'
import { shellMessages } from './messages.ts'
import { PlaceList } from './PlaceList.tsx'

/** Left: the post one is in, then places by job. */
export function SideBar() {
  const t = useText(shellMessages)
  return (
    <div className="o-side">
      <section aria-label={t('shell.post')}>
        <PostSwitch />
      </section>
      <GoTo />
      <PlaceList />
    </div>
  )
}

function PostSwitch() {
  const t = useText(shellMessages)
  const say = useSay()
  const { post, posts, switchPost } = useSession()
  if (posts.length < 2) {
    return (
      <div className="o-post">
        <b>{post?.title ?? t('shell.no-post')}</b>
        <span className="o-soft">{post?.unitName}</span>
      </div>
    )
  }
  return (
    <div className="o-post">
      <Select
        aria-label={t('shell.post')}
        value={post?.id ?? null}
        popupMatchSelectWidth={false}
        options={posts.map(one => ({ value: one.id, label: `${one.title} · ${one.unitName}` }))}
        onChange={async postId => {
          const title = posts.find(one => one.id === postId)?.title ?? ''
          const isDone = await switchPost(postId)
          say(isDone ? t('shell.switched', { post: title }) : t('shell.switch-failed'))
        }}
      />
      <span className="o-soft">{post?.unitName}</span>
    </div>
  )
}
