import { query, type Reading } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { administratorPowers, isAdministratorRole } from '../../common/permissions.ts'
import { LockReader } from '../stores/lock-store.ts'
import { RoleReader } from '../stores/role-store.ts'
import type { IdentityTables } from '../tables.ts'
import type { IdentityWorld } from '../world.ts'

type Reads = Reading<IdentityTables>

export function listRoles({ words }: IdentityWorld) {
  return query(contract.listRoles, {
    async run({ read }: Reads) {
      const roles = await new RoleReader(read).list()
      return {
        roles: roles.map(role => ({ ...role, fixed: isAdministratorRole(role.code) })),
        words: words().map(({ permission, sentence }) => ({
          permission,
          sentence,
          reserved: permission in administratorPowers,
        })),
      }
    },
  })
}

export const listLocks = query(contract.listLocks, {
  run: ({ read, now }: Reads, filter) => new LockReader(read).list(now, filter),
})
