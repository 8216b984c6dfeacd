import { command, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { AccountWriter } from '../stores/account-store.ts'
import { PostReader } from '../stores/post-store.ts'
import { SessionWriter } from '../stores/session-store.ts'
import type { IdentityTables } from '../tables.ts'
import type { IdentityWorld } from '../world.ts'

export function switchPost({ settings }: IdentityWorld) {
  return command(contract.switchPost, {
    subject: ({ postId }) => ({ kind: 'post', id: postId }),

    async run({ tx, actor, now, origin }: Work<IdentityTables>, { postId }) {
      const mine = await new PostReader(tx, actor).mine(now)
      if (!mine.some(post => post.id === postId)) return refuse['not-your-post']()
      if (origin.sessionId !== null) await new SessionWriter(tx, settings).switchPost(origin.sessionId, postId)
      await new AccountWriter(tx).notePost(actor.personId, postId)
      return { postId }
    },
  })
}
