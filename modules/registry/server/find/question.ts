import type { Actor, Within } from '#platform/authz/common/grants.ts'
import { depthOf, isInside } from '#platform/authz/common/grants.ts'

const readingWords = ['registry.read', 'registry.read-places']

const readingGrounds = (actor: Actor): readonly Within[] =>
  actor.grants.filter(({ permission }) => readingWords.includes(permission)).map(({ within }) => within)

/** The grids to which a reader's rights confine a question; null when some right holds everywhere or in the top grid. */
export function confinedTo(actor: Actor): readonly string[] | null {
  const grounds = readingGrounds(actor)
  // Things have no unit, post or owner: a right to one's own finds none.
  const paths = grounds.flatMap(within => (within.kind === 'subtree' ? [within.path] : []))
  const isOpen = grounds.some(({ kind }) => kind === 'everywhere') || paths.some(path => depthOf(path) === 1)
  return isOpen ? null : [...new Set(paths)]
}

/** Whether a reader sees anything outside these grids. */
export function seesBeyond(actor: Actor, grids: readonly string[]): boolean {
  const confined = confinedTo(actor)
  return confined === null || confined.some(path => !grids.some(grid => isInside(path, grid)))
}
