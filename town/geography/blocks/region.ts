import { placeInside } from '#platform/planar/common/place-inside.ts'
import { type Border, outside, type Plane } from '#platform/planar/common/faces.ts'
import { metresBetween } from '#platform/planar/common/measure.ts'
import { at, inRing, type Point } from '#platform/planar/common/point.ts'

/**
 * The faces that make up one connected piece without holes: those whose middle lies in the window, without
 * tails and notches, the largest piece of these, and whatever it encloses. All other ground counts as outside.
 */
export function pieceWithin<T>(plane: Plane<T>, window: readonly Point[]): Plane<T> {
  const chosen = new Set(plane.faces.flatMap((face, i) => (inRing(window, placeInside([face])) ? [i] : [])))
  smooth(chosen, plane)
  const piece = largestPiece(chosen, plane.borders)
  const around = reachable(outside, face => !piece.has(face), plane.borders)
  const kept = plane.faces.flatMap((_, i) => (around.has(i) ? [] : [i]))
  const numbers = new Map(kept.map((face, i) => [face, i]))
  const renumber = (face: number) => numbers.get(face) ?? outside
  return {
    faces: kept.map(face => at(plane.faces, face)),
    borders: plane.borders
      .map(border => ({ ...border, left: renumber(border.left), right: renumber(border.right) }))
      .filter(border => border.left !== outside || border.right !== outside),
  }
}

const tailShare = 0.35
const notchShare = 0.6

/** Drops faces that hang on by a small part of their border, takes in those that are held by most of it. */
function smooth<T>(chosen: Set<number>, { faces, borders }: Plane<T>): void {
  for (let round = 0; round < 12; round++) {
    const held = new Float64Array(faces.length)
    const whole = new Float64Array(faces.length)
    for (const { a, b, left, right } of borders) {
      const metres = metresBetween(a, b)
      for (const [face, other] of [
        [left, right],
        [right, left],
      ] as const) {
        if (face === outside) continue
        whole[face] = at(whole, face) + metres
        if (chosen.has(other)) held[face] = at(held, face) + metres
      }
    }
    const size = chosen.size
    faces.forEach((_, face) => {
      const share = at(held, face) / at(whole, face)
      if (share < tailShare) chosen.delete(face)
      else if (share > notchShare && held[face] !== 0) chosen.add(face)
    })
    if (chosen.size === size) return
  }
}

function largestPiece<T>(chosen: ReadonlySet<number>, borders: readonly Border<T>[]): Set<number> {
  let largest = new Set<number>()
  const seen = new Set<number>()
  for (const face of chosen) {
    if (seen.has(face)) continue
    const piece = reachable(face, other => chosen.has(other), borders)
    for (const member of piece) seen.add(member)
    if (piece.size > largest.size) largest = piece
  }
  return largest
}

function reachable<T>(from: number, may: (face: number) => boolean, borders: readonly Border<T>[]): Set<number> {
  const neighbours = new Map<number, number[]>()
  for (const { left, right } of borders) {
    neighbours.set(left, [...(neighbours.get(left) ?? []), right])
    neighbours.set(right, [...(neighbours.get(right) ?? []), left])
  }
  const reached = new Set([from])
  // A set is walked in order of insertion, so what is added meanwhile is visited too.
  for (const face of reached) for (const next of neighbours.get(face) ?? []) if (may(next)) reached.add(next)
  return reached
}
