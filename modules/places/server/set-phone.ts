import type { Kysely } from 'kysely'
import { type Command, command, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../common/contract.ts'
import { readPhone } from '../common/phone.ts'
import { refuse } from '../common/refusals.ts'
import { putPhone, sealPhone } from './phone-store.ts'
import { mayEditAt } from './present.ts'
import type { Surroundings } from './surroundings.ts'
import type { PlacesTables } from './tables.ts'

export function setPhone({ grids, posts, secrets }: Surroundings): Command {
  return command<PlacesTables, typeof contract.setPhone>(contract.setPhone, {
    subject: ({ postId }) => ({ kind: 'post', id: postId }),
    async run({ tx, actor, now }: Work<PlacesTables>, { postId, phone }) {
      const [post] = await posts.byIds(tx as unknown as Kysely<unknown>, [postId])
      if (!post) return refuse['no-such-post']()
      const ground = post.gridPath ?? grids.root()?.path
      if (ground === undefined || !mayEditAt(actor, [ground])) return refuse['outside-your-grids']()
      const read = phone === null ? null : readPhone(phone)
      if (phone !== null && read === null) return refuse['not-a-phone']()
      const sealed = read === null ? null : sealPhone(secrets, postId, read)
      await putPhone(tx, { postId, sealed, at: now, by: actor.personId })
      return { postId }
    },
  })
}
