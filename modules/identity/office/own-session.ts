import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { useClient } from '#platform/ui/ui/client.tsx'
import type { me, signOut, switchPost } from '../common/contract.ts'

export type Me = OutputOf<typeof me>

/** Who is signed in here; a refusal of kind `unauthenticated` when nobody is. */
export function useMe() {
  return useAsk<typeof me>('identity.me', {})
}

export function useSignOut(onDone: () => void) {
  return useDo<typeof signOut>('identity.sign-out', { onDone })
}

/** Goes on in another post; true when it went well. */
export function useSwitchPost(): (postId: string) => Promise<boolean> {
  const client = useClient()
  return async postId => !isRefusal(await client.command<typeof switchPost>('identity.switch-post', { postId }))
}
