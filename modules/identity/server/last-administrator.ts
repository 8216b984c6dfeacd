import type { Transaction } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import { isAdministratorRole } from '../common/permissions.ts'
import { refuse } from '../common/refusals.ts'
import { PostWriter } from './stores/post-store.ts'
import { RoleWriter } from './stores/role-store.ts'
import type { IdentityTables } from './tables.ts'

/** Nobody may leave the house without one of its three administrators, not even two at the same moment. */
export async function objectionToLosing(
  tx: Transaction<IdentityTables>,
  actor: Actor,
  personId: string,
  roles: readonly string[],
) {
  for (const role of roles.filter(isAdministratorRole).sort()) {
    await new RoleWriter(tx).take(role)
    const others = await new PostWriter(tx, actor).othersWhoAre(role, personId)
    if (others === 0) return refuse['last-administrator']({ role })
  }
  return null
}
