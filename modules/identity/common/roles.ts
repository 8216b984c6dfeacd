import { unreachable } from '#platform/kernel/common/unreachable.ts'
import type { Grant } from '#platform/authz/common/grants.ts'

/** How far a role's permission reaches, seen from the post that has the role. */
export const scopes = ['everywhere', 'district', 'place', 'unit', 'post', 'own'] as const
export type Scope = (typeof scopes)[number]

export interface RolePermission {
  readonly permission: string
  readonly scope: Scope
}

/** What people who hold no post have: residents with an account. */
export const residentRole = 'resident'

/**
 * What a post with these permissions may do, and where. A permission for "my place" gives nothing to a post without a
 * place: the alternative would be everywhere.
 */
export function grantsOf(permissions: readonly RolePermission[], gridPath: string | null): Grant[] {
  return permissions.flatMap(({ permission, scope }): Grant[] => {
    switch (scope) {
      case 'everywhere':
        return [{ permission, within: { kind: 'everywhere' } }]
      case 'district':
        return [{ permission, within: { kind: 'above-grids' } }]
      case 'place':
        return gridPath === null ? [] : [{ permission, within: { kind: 'subtree', path: gridPath } }]
      case 'unit':
        return [{ permission, within: { kind: 'own-unit' } }]
      case 'post':
        return [{ permission, within: { kind: 'own-post' } }]
      case 'own':
        return [{ permission, within: { kind: 'own' } }]
      default:
        return unreachable(scope)
    }
  })
}
