import { command, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { PostWriter } from '../stores/post-store.ts'
import { RoleReader } from '../stores/role-store.ts'
import { UnitReader } from '../stores/unit-store.ts'
import type { IdentityTables } from '../tables.ts'

export const createPost = command(contract.createPost, {
  subject: ({ postId }) => ({ kind: 'post', id: postId }),

  async run({ tx, actor, now, tell }: Work<IdentityTables>, { postId, title, unitId, gridPath, roleCode }) {
    if (!(await new UnitReader(tx).exists(unitId))) return refuse['unit-not-found']()
    if (!(await new RoleReader(tx).find(roleCode))) return refuse['role-not-found']()
    const added = await new PostWriter(tx, actor).add({ id: postId, title, unitId, roleCode, gridPath, at: now })
    if (!added) return refuse['id-taken']()
    const placed = { gridPath, unitId, postId, ownerId: null }
    tell({ subject: { kind: 'post', id: postId }, permission: 'identity.see-people', placed })
    return { postId }
  },
})
