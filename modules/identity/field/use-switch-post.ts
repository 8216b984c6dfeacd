import { useClient, useSending } from '#platform/ui/ui/index.ts'
import type { switchPost as switchPostEndpoint } from '../common/contract/own-account.ts'
import { useSession } from '../ui/session.tsx'

/** Goes on in another of one's posts; everything on the screen is then asked for again. */
export function useSwitchPost() {
  const client = useClient()
  const { reload } = useSession()
  const { trouble, isSending, send } = useSending()
  async function switchPost(postId: string): Promise<boolean> {
    const done = await send(() => client.command<typeof switchPostEndpoint>('identity.switch-post', { postId }))
    if (done) await reload()
    return done !== null
  }
  return { switchPost, trouble, isSending }
}
