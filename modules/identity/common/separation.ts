import { administratorPowers, isAdministratorRole } from './permissions.ts'
import { refuse } from './refusals.ts'
import type { RolePermission } from './roles.ts'

/** System, security and audit administrator are three people: who is one of them cannot be another. */
export function objectionToRole(roleCode: string, rolesHeld: readonly string[]) {
  if (!isAdministratorRole(roleCode)) return null
  const other = rolesHeld.find(held => isAdministratorRole(held) && held !== roleCode)
  return other === undefined ? null : refuse['two-administrators']({ held: other })
}

/** The administrators' words stay with their roles, and those roles stay as they are; otherwise the rule above is hollow. */
export function objectionToPermissions(
  roleCode: string,
  permissions: readonly RolePermission[],
  known: ReadonlySet<string>,
) {
  if (isAdministratorRole(roleCode)) return refuse['role-is-fixed']()
  const words = permissions.map(({ permission }) => permission)
  const unknown = words.filter(word => !known.has(word))
  if (unknown.length > 0) return refuse['unknown-permission']({ permissions: unknown })
  const reserved = words.filter(word => word in administratorPowers)
  return reserved.length > 0 ? refuse['reserved-permission']({ permissions: reserved }) : null
}
