import { outside } from '#platform/planar/common/faces.ts'
import { nodeSegments, type Segment } from '#platform/planar/common/noding.ts'
import { facesWithHoles, inAny, pointWithin } from '#platform/planar/common/overlay.ts'
import { boxesMeet, boxOf, keyOf, type Point } from '#platform/planar/common/point.ts'
import { edgesOf, type PolygonRings } from '#platform/planar/common/rings.ts'
import { type BoundaryCell, boxAround } from './cell.ts'

/** A stretch of ground that has more or fewer grids than one. */
export interface Fault {
  readonly kind: 'gap' | 'overlap' | 'outside-parent' | 'parent-not-filled'
  readonly polygon: PolygonRings
  readonly inside: Point
  readonly paths: readonly string[]
}

/** What lies along a stretch: how many more grids there are on its left, and whose border it is. */
interface Along {
  readonly net: number
  readonly owners: readonly number[]
  readonly isOfParent: boolean
}

/**
 * Holds the grids of one parent against its ground (or, without a parent, the grids at the top against one another).
 *
 * Borders are counted edge by edge: one grid to the left of a→b, one to the right, and the edge is struck out; the
 * parent counts the other way. In a clean family nothing is left, which is all the work there is for it. Of what is
 * left the faces are drawn, and in each the grids counted.
 */
export function coverageFaults(children: readonly BoundaryCell[], parent: BoundaryCell | null): Fault[] {
  const left = edgesLeftOver(children, parent)
  if (left.length === 0) return []
  const segments = nodeSegments(left, together).filter(({ of }) => of.net !== 0)
  const { plane, polygons } = facesWithHoles(segments)
  const along = bordersByFace(plane.borders, polygons.length)
  return polygons.flatMap((polygon, face) => {
    const inside = pointWithin(polygon)
    const isInParent = parent === null ? null : inAny(parent.parts, inside)
    const count = windings(segments, inside) + (isInParent === true ? 1 : 0)
    const kind = kindOf(count, isInParent, along[face]!.isAtParent)
    if (kind === null) return []
    const concerned = kind === 'overlap' || kind === 'outside-parent' ? cellsAt(children, inside) : along[face]!.owners
    const paths = concerned.map(owner => children[owner]!.path)
    return [{ kind, polygon, inside, paths: paths.length > 0 || parent === null ? paths : [parent.path] }]
  })
}

function kindOf(count: number, isInParent: boolean | null, isAtParent: boolean): Fault['kind'] | null {
  if (count >= 2) return 'overlap'
  if (isInParent === null) return null
  if (isInParent) return count >= 1 ? null : isAtParent ? 'parent-not-filled' : 'gap'
  return count >= 1 ? 'outside-parent' : null
}

function together(a: Along, b: Along, isReversed: boolean): Along {
  return {
    net: a.net + (isReversed ? -b.net : b.net),
    owners: [...new Set([...a.owners, ...b.owners])],
    isOfParent: a.isOfParent || b.isOfParent,
  }
}

/** The edges that are not struck out, each with its owners. */
function edgesLeftOver(children: readonly BoundaryCell[], parent: BoundaryCell | null): Segment<Along>[] {
  const ledger = new Ledger()
  for (const { parts } of children) ledger.count(parts, 1)
  if (parent) ledger.count(parent.parts, -1)
  if (!ledger.hasRest()) return []
  const rest = new Map<number, { a: Point; b: Point; net: number; owners: number[]; isOfParent: boolean }>()
  const note = (parts: readonly PolygonRings[], owner: number) => {
    for (const { from, to } of edgesOf(parts)) {
      const { key, net, isForward } = ledger.find(from, to)
      if (net === 0) continue
      const known = rest.get(key)
      const [a, b] = isForward ? [from, to] : [to, from]
      const entry = known ?? { a, b, net, owners: [], isOfParent: false }
      if (!known) rest.set(key, entry)
      if (owner < 0) entry.isOfParent = true
      else if (!entry.owners.includes(owner)) entry.owners.push(owner)
    }
  }
  for (const [owner, { parts }] of children.entries()) note(parts, owner)
  if (parent) note(parent.parts, -1)
  return [...rest.values()].map(({ a, b, ...of }) => ({ a, b, of }))
}

/** How many more grids lie on the left of each edge than on its right. Corners are numbered, edges are pairs of numbers. */
class Ledger {
  readonly #corners = new Map<number, number>()
  readonly #nets = new Map<number, number>()

  count(parts: readonly PolygonRings[], by: number): void {
    for (const { from, to } of edgesOf(parts)) {
      const a = this.#numberOf(from)
      const b = this.#numberOf(to)
      const key = keyOfEdge(a, b)
      this.#nets.set(key, (this.#nets.get(key) ?? 0) + (a < b ? by : -by))
    }
  }

  hasRest(): boolean {
    for (const net of this.#nets.values()) if (net !== 0) return true
    return false
  }

  find(from: Point, to: Point): { key: number; net: number; isForward: boolean } {
    const a = this.#numberOf(from)
    const b = this.#numberOf(to)
    const key = keyOfEdge(a, b)
    return { key, net: this.#nets.get(key) ?? 0, isForward: a < b }
  }

  #numberOf(p: Point): number {
    const key = keyOf(p)
    const known = this.#corners.get(key)
    if (known !== undefined) return known
    this.#corners.set(key, this.#corners.size)
    return this.#corners.size - 1
  }
}

const keyOfEdge = (a: number, b: number) => (a < b ? a * 2 ** 26 + b : b * 2 ** 26 + a)

interface AlongFace {
  owners: number[]
  isAtParent: boolean
}

function bordersByFace(borders: readonly { left: number; right: number; of: Along }[], count: number): AlongFace[] {
  const faces = Array.from({ length: count }, (): AlongFace => ({ owners: [], isAtParent: false }))
  for (const { left, right, of } of borders) {
    for (const face of [left, right]) {
      if (face === outside) continue
      const found = faces[face]!
      if (of.isOfParent) found.isAtParent = true
      for (const owner of of.owners) if (!found.owners.includes(owner)) found.owners.push(owner)
    }
  }
  return faces
}

/** Grids minus parents at a point, counted along a ray to the east. */
function windings(segments: readonly Segment<Along>[], p: Point): number {
  let sum = 0
  for (const { a, b, of } of segments) {
    const isUp = b.y > p.y
    if (a.y > p.y === isUp) continue
    const side = (b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y)
    if (isUp && side > 0) sum += of.net
    else if (!isUp && side < 0) sum -= of.net
  }
  return sum
}

function cellsAt(children: readonly BoundaryCell[], p: Point): number[] {
  const here = boxOf([p])
  return children.flatMap(({ parts }, i) => (boxesMeet(boxAround(parts), here) && inAny(parts, p) ? [i] : []))
}
