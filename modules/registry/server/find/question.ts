import type { Wanted } from '#platform/search/common/bigrams.ts'
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

/**
 * The grids that together hold everybody a reader may see there: of some grids, or of all when none is named. None when
 * that is not said by grids.
 */
export function peopleGrids(actor: Actor, within: readonly string[]): readonly string[] {
  const grounds = actor.grants.filter(({ permission }) => permission === 'registry.read').map(one => one.within)
  if (grounds.some(({ kind }) => kind === 'everywhere')) return within
  const paths = grounds.flatMap(one => (one.kind === 'subtree' ? [one.path] : []))
  const narrowed =
    within.length === 0
      ? paths
      : paths.flatMap(path =>
          within.flatMap(grid => (isInside(path, grid) ? [path] : isInside(grid, path) ? [grid] : [])),
        )
  const each = [...new Set(narrowed)]
  return each.filter(path => !each.some(other => other !== path && isInside(path, other)))
}

/**
 * What the index is asked, and what is better asked of the rows that it gives: nearly every address has a 号 and a number
 * that begins with 1, and such lists take long to go through, but a street of three characters leaves few rows.
 */
export function forIndex(wanted: readonly Wanted[]): { readonly index: Wanted[]; readonly rows: Wanted[] } {
  const isCommon = ({ word, begins }: Wanted) => ofAddresses.has(word) || (begins ? /^\d{1,4}$/ : /^\d$/).test(word)
  const telling = wanted.filter(one => !isCommon(one))
  const pairs = telling.filter(({ word }) => /^\p{Script=Han}{2}$/u.test(word))
  if (pairs.length < 2) return { index: [...wanted], rows: [] }
  return { index: telling, rows: wanted.filter(isCommon) }
}

const ofAddresses: ReadonlySet<string> = new Set(['号', '号楼', '号院', '楼', '栋', '幢', '座', '单元', '层', '室'])
