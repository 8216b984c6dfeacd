import { Button } from 'antd'
import { useState } from 'react'
import { useDo } from '#platform/ui/office/ask.ts'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { PostHere, setPosts } from '../common/contract.ts'
import { placesMessages } from '../common/messages.ts'
import { dutiesOf, dutyWord, type ThingDuty, type ThingKind } from '../common/things.ts'
import { placesOfficeMessages } from './messages.ts'
import { PostSelect } from './PostSelect.tsx'

interface PostsHereProps {
  readonly title: string
  readonly posts: readonly PostHere[]
  readonly thing: { readonly kind: ThingKind; readonly id: string }
  /** Who is called road chief on a road is river chief on a river. */
  readonly isRiver?: boolean
  readonly mayEdit: boolean
}

/** Which posts stand on a thing; vacant ones are said to be vacant. Those who may set others. */
export function PostsHere({ title, posts, thing, isRiver = false, mayEdit }: PostsHereProps) {
  const t = useText(placesOfficeMessages, placesMessages)
  const [isEditing, setEditing] = useState(false)
  return (
    <section aria-label={title} className="pl-part">
      <h3>{title}</h3>
      {posts.length === 0 ? <p className="pl-gap">{t('posts.none')}</p> : <PostTable posts={posts} isRiver={isRiver} />}
      {mayEdit && !isEditing ? (
        <Button aria-label={`${t('posts.edit')} ${title}`} onClick={() => setEditing(true)}>
          {t('posts.edit')}
        </Button>
      ) : null}
      {isEditing ? <SetPosts posts={posts} thing={thing} isRiver={isRiver} onDone={() => setEditing(false)} /> : null}
    </section>
  )
}

interface PostTableProps {
  readonly posts: readonly PostHere[]
  readonly isRiver?: boolean
}

export function PostTable({ posts, isRiver = false }: PostTableProps) {
  const t = useText(placesOfficeMessages, placesMessages)
  return (
    <table className="o-plain pl-posts">
      <thead>
        <tr>
          <th scope="col">{t('posts.duty')}</th>
          <th scope="col">{t('posts.post')}</th>
          <th scope="col">{t('posts.holder')}</th>
        </tr>
      </thead>
      <tbody>
        {posts.map(({ postId, duty, title, unitName, holder }) => (
          <tr key={`${postId} ${duty}`}>
            <td>{t(dutyWord(duty, isRiver))}</td>
            <td>
              {title}
              <span className="o-soft pl-unit">{unitName}</span>
            </td>
            <td className={holder === null ? 'pl-holder pl-gap' : 'pl-holder'}>{holder ?? t('posts.vacant')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface SetPostsProps extends Pick<PostsHereProps, 'posts' | 'thing'> {
  readonly isRiver: boolean
  readonly onDone: () => void
}

function SetPosts({ posts, thing, isRiver, onDone }: SetPostsProps) {
  const t = useText(placesOfficeMessages, placesMessages)
  const say = useSay()
  const duties = dutiesOf[thing.kind]
  const [wanted, setWanted] = useState<readonly PostHere[]>(posts)
  const [duty, setDuty] = useState<ThingDuty>(duties[0]!)
  const { send, isSending, trouble } = useDo<typeof setPosts>('places.set-posts', {
    renews: ['places.'],
    onDone: () => {
      say(t('posts.saved'))
      onDone()
    },
  })
  return (
    <div className="pl-edit">
      <Told trouble={trouble} />
      <ul className="pl-wanted">
        {wanted.map(post => (
          <li key={`${post.postId} ${post.duty}`}>
            <span>
              {t(dutyWord(post.duty, isRiver))} · {post.title} · {post.holder ?? t('posts.vacant')}
            </span>
            <Button
              size="small"
              aria-label={t('posts.remove', { title: post.title })}
              onClick={() => setWanted(wanted.filter(one => one !== post))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <label className="pl-field">
        {t('posts.duty')}
        <select
          className="o-select"
          value={duty}
          onChange={event => setDuty(duties.find(one => one === event.target.value) ?? duties[0]!)}
        >
          {duties.map(one => (
            <option key={one} value={one}>
              {t(dutyWord(one, isRiver))}
            </option>
          ))}
        </select>
      </label>
      <PostSelect
        label={t('posts.add')}
        value={null}
        onChange={(_, post) => {
          const isThere = wanted.some(one => one.postId === post?.postId && one.duty === duty)
          if (post && !isThere) setWanted([...wanted, { ...post, duty }])
        }}
      />
      <div className="o-actions">
        <Button
          type="primary"
          loading={isSending}
          onClick={() => send({ thing, posts: wanted.map(({ postId, duty: as }) => ({ postId, duty: as })) })}
        >
          {t('posts.save')}
        </Button>
        <Button onClick={onDone}>{t('posts.cancel')}</Button>
      </div>
    </div>
  )
}
