import { useNavigate } from '@tanstack/react-router'
import { useSay } from '../../ui/office/Say.tsx'
import { useSession, useSubjects } from '../../ui/office/session.tsx'
import { useText } from '../../ui/ui/use-text.ts'
import type { InboxItem } from '../common/contract.ts'
import { inboxMessages } from './messages.ts'

/** Opens what waits; when it waits for another of one's posts, switches to it and says so. */
export function useOpenItem(): (item: InboxItem) => Promise<void> {
  const t = useText(inboxMessages)
  const say = useSay()
  const navigate = useNavigate()
  const subjects = useSubjects()
  const { post, posts, switchPost } = useSession()
  return async item => {
    const other =
      item.postId !== null && item.postId !== post?.id ? posts.find(one => one.id === item.postId) : undefined
    if (other && (await switchPost(other.id))) say(t('inbox.switched', { post: other.title }))
    const path = subjects[item.subjectKind]?.path(item.subjectId, item.task)
    if (path) await navigate({ to: path })
  }
}
