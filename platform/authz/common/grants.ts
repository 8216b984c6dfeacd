import { unreachable } from '../../kernel/common/unreachable.ts'

/** Where a grant holds. Everything is positive: no grant means no. */
export type Within =
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'subtree'; readonly path: string }
  /** What lies in no grid: the matters of the level above all of them. */
  | { readonly kind: 'above-grids' }
  | { readonly kind: 'own-unit' }
  | { readonly kind: 'own-post' }
  | { readonly kind: 'own' }

export interface Grant {
  readonly permission: string
  readonly within: Within
}

/** A person in one of their posts, with what that post may do. `postId` is null for residents and for nobody. */
export interface Actor {
  readonly personId: string
  readonly postId: string | null
  readonly unitId: string | null
  readonly grants: readonly Grant[]
}

/** The few facts about a thing that decide who may touch it. */
export interface Placed {
  readonly gridPath: string | null
  readonly unitId: string | null
  readonly postId: string | null
  readonly ownerId: string | null
}

export const nobody: Actor = { personId: 'nobody', postId: null, unitId: null, grants: [] }

/** `10.1` lies inside `10`, not inside `1`: the dot is what makes it a path. */
export function isInside(path: string, top: string): boolean {
  return path === top || path.startsWith(`${top}.`)
}

/** How deep a path is: `1.2.3` has depth 3. */
export function depthOf(path: string): number {
  return path.split('.').length
}

export function can(actor: Actor, permission: string, thing: Placed): boolean {
  return actor.grants.some(grant => grant.permission === permission && covers(grant.within, actor, thing))
}

/** Whether the actor holds a permission at all, somewhere: enough to be let into a room, not to touch a thing in it. */
export function holds(actor: Actor, permission: string): boolean {
  return actor.grants.some(grant => grant.permission === permission)
}

function covers(within: Within, actor: Actor, thing: Placed): boolean {
  switch (within.kind) {
    case 'everywhere':
      return true
    case 'subtree':
      return thing.gridPath !== null && isInside(thing.gridPath, within.path)
    case 'above-grids':
      return thing.gridPath === null
    case 'own-unit':
      return thing.unitId !== null && thing.unitId === actor.unitId
    case 'own-post':
      return thing.postId !== null && thing.postId === actor.postId
    case 'own':
      return thing.ownerId !== null && thing.ownerId === actor.personId
    default:
      return unreachable(within)
  }
}
