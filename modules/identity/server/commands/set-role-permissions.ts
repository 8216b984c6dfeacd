import { command, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { objectionToPermissions } from '../../common/separation.ts'
import { RoleWriter } from '../stores/role-store.ts'
import type { IdentityTables } from '../tables.ts'
import type { IdentityWorld } from '../world.ts'

export function setRolePermissions({ words }: IdentityWorld) {
  return command(contract.setRolePermissions, {
    subject: ({ roleCode }) => ({ kind: 'role', id: roleCode }),

    async run({ tx, now }: Work<IdentityTables>, { roleCode, version, permissions }) {
      const roles = new RoleWriter(tx)
      const role = await roles.take(roleCode)
      if (!role) return refuse['role-not-found']()
      if (role.version !== version) return refuse['changed-meanwhile']({ version: role.version })
      const known = new Set(words().map(({ permission }) => permission))
      const objection = objectionToPermissions(roleCode, permissions, known)
      if (objection) return objection

      await roles.setPermissions(roleCode, version + 1, permissions, now)
      return { version: version + 1 }
    },
  })
}
