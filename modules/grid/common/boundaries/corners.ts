import { at, keyOf, type Point, samePoint } from '#platform/planar/common/point.ts'
import type { Refusal } from '#platform/kernel/common/refusal.ts'
import { refuse } from '../refusals.ts'
import { changeRings, type DraftTree, hasCorner, weld } from './draft-tree.ts'

type Outcome = DraftTree | Refusal

/** Every border that has this corner goes with it, at every level. */
export function moveCorner(tree: DraftTree, from: Point, to: Point, only?: string): Outcome {
  if (!hasCorner(tree, from, only)) return refuse['no-such-corner']()
  const welded = only === undefined ? weld(tree, [from]) : tree
  return guarded(
    changeRings(
      welded,
      ring => (ring.some(p => samePoint(p, from)) ? ring.map(p => (samePoint(p, from) ? to : p)) : ring),
      only,
    ),
  )
}

/** Whether more than two borders meet here. */
function isJunction(tree: DraftTree, p: Point, only?: string): boolean {
  const neighbours = new Set<number>()
  for (const { path, parts } of tree.cells.values()) {
    if (only !== undefined && path !== only) continue
    for (const ring of parts.flat()) {
      for (const [i, each] of ring.entries()) {
        if (!samePoint(each, p)) continue
        neighbours.add(keyOf(at(ring, (i + 1) % ring.length)))
        neighbours.add(keyOf(at(ring, (i + ring.length - 1) % ring.length)))
      }
    }
  }
  return neighbours.size > 2
}

export function addCorner(tree: DraftTree, a: Point, b: Point, p: Point, only?: string): Outcome {
  return redrawStretch(tree, [a, b], [a, p, b], only)
}

/** A corner between two stretches goes; one where more than two borders meet holds them together and stays. */
export function removeCorner(tree: DraftTree, p: Point, only?: string): Outcome {
  if (!hasCorner(tree, p, only)) return refuse['no-such-corner']()
  if (isJunction(tree, p, only)) return refuse['corner-is-junction']()
  return guarded(
    changeRings(
      tree,
      ring => (ring.some(each => samePoint(each, p)) ? ring.filter(each => !samePoint(each, p)) : ring),
      only,
    ),
  )
}

/** Wherever the old stretch runs, in either direction, the new one runs instead. */
export function redrawStretch(tree: DraftTree, old: readonly Point[], next: readonly Point[], only?: string): Outcome {
  const isAnchored = samePoint(at(old, 0), at(next, 0)) && samePoint(at(old, old.length - 1), at(next, next.length - 1))
  if (!isAnchored) return refuse['stretch-not-anchored']()
  const welded = only === undefined ? weld(tree, old) : tree
  // Beyond a corner at which a third border ends, other grids share the stretch: it is drawn anew in two.
  if (old.slice(1, -1).some(p => isJunction(welded, p, only))) return refuse['stretch-over-junction']()
  const back = old.toReversed()
  const nextBack = next.toReversed()
  const result = changeRings(welded, ring => replaced(ring, old, next) ?? replaced(ring, back, nextBack) ?? ring, only)
  return result.count === 0 ? refuse['no-such-stretch']() : guarded(result)
}

function replaced(ring: readonly Point[], old: readonly Point[], next: readonly Point[]): readonly Point[] | null {
  if (old.length > ring.length + 1) return null
  const start = ring.findIndex((_, i) => old.every((p, step) => samePoint(p, at(ring, (i + step) % ring.length))))
  if (start < 0) return null
  const turned = [...ring.slice(start), ...ring.slice(0, start)]
  return [...next, ...turned.slice(old.length)]
}

/** An outline of fewer than three corners is none; whoever wants the grid gone removes or merges it. */
function guarded({ tree }: { tree: DraftTree }): Outcome {
  for (const { path, name, parts } of tree.cells.values()) {
    if (parts.some(rings => rings.some(ring => ring.length < 3))) return refuse['edit-leaves-nothing']({ path, name })
  }
  return tree
}
