import { metresPerUnit } from '#platform/planar/common/measure.ts'
import { inAny } from '#platform/planar/common/overlay.ts'
import { boxesMeet, boxOf, inRing, type Point, turn, unitsPerDegree } from '#platform/planar/common/point.ts'
import { SegmentIndex } from '#platform/planar/common/segment-index.ts'
import { type BoundaryCell, boxAround } from './cell.ts'

/** The outline of a building, as whoever keeps buildings hands it in. */
export interface BuildingOutline {
  readonly id: string
  readonly name: string
  /** Open or closed, in whole ten-millionths of a degree. */
  readonly outline: readonly Point[]
}

export interface CutBuilding {
  readonly building: BuildingOutline
  readonly paths: readonly string[]
  readonly place: Point
}

/** Buildings that lie in more than one of the lowest grids, by more than the tolerance. */
export function cutBuildings(
  leaves: readonly BoundaryCell[],
  buildings: readonly BuildingOutline[],
  toleranceMetres: number,
): CutBuilding[] {
  if (leaves.length === 0 || buildings.length === 0) return []
  // A box is known by its diagonal, which the index lays into every square that the box touches.
  const index = new SegmentIndex<number>()
  const boxes = leaves.map(({ parts }) => boxAround(parts))
  for (const [of, box] of boxes.entries()) {
    index.add({ a: { x: box.west, y: box.south }, b: { x: box.east, y: box.north }, of })
  }
  return buildings.flatMap(building => {
    const box = boxOf(building.outline)
    const around = index.near({ x: box.west, y: box.south }, { x: box.east, y: box.north })
    const near = [...around].map(({ of }) => of).filter(leaf => boxesMeet(boxes[leaf]!, box))
    if (near.length < 2) return []
    const middle = { x: (box.west + box.east) / 2, y: (box.south + box.north) / 2 }
    const corners = building.outline.map(p => drawnIn(p, middle, toleranceMetres))
    const runsThrough = (leaf: number) => leaves[leaf]!.parts.some(rings => rings.some(ring => cross(ring, corners)))
    const concerned = near.filter(leaf => {
      const { parts } = leaves[leaf]!
      return corners.some(p => inAny(parts, p)) || parts.flat(2).some(p => inRing(corners, p))
    })
    // A strip that runs right through has no corner in the house, and the house none in it.
    const all = concerned.length > 1 ? concerned : near.filter(leaf => concerned.includes(leaf) || runsThrough(leaf))
    if (all.length < 2) return []
    return [{ building, paths: all.map(leaf => leaves[leaf]!.path).sort(), place: middle }]
  })
}

/** Whether an edge of the one ring runs through an edge of the other. */
function cross(one: readonly Point[], other: readonly Point[]): boolean {
  return edgesOf(one).some(([a, b]) =>
    edgesOf(other).some(([c, d]) => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0),
  )
}

const edgesOf = (ring: readonly Point[]) => ring.map((a, i) => [a, ring[(i + 1) % ring.length]!] as const)

/** The corner, moved towards the middle by the tolerance each way; of a hut smaller than that only the middle is left. */
function drawnIn({ x, y }: Point, middle: Point, metres: number): Point {
  const up = metres / metresPerUnit
  const across = up / Math.cos((middle.y / unitsPerDegree) * (Math.PI / 180))
  const nearer = (from: number, to: number, by: number) =>
    Math.abs(from - to) <= by ? to : from + Math.sign(to - from) * by
  return { x: nearer(x, middle.x, across), y: nearer(y, middle.y, up) }
}
