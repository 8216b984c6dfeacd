import { type BuildingOutline, cutBuildings } from '#modules/grid/common/index.ts'
import { outside } from '#platform/planar/common/faces.ts'
import { metresBetween } from '#platform/planar/common/measure.ts'
import type { Segment } from '#platform/planar/common/noding.ts'
import { inAny, overlay, type Overlay, pointWithin } from '#platform/planar/common/overlay.ts'
import { boxesMeet, boxOf, inPolygon, inRing, keyOf, type Point } from '#platform/planar/common/point.ts'
import { edgesOf, type PolygonRings } from '#platform/planar/common/rings.ts'
import { seamsBetween } from '#platform/planar/server/seams.ts'
import { withCorners } from '#platform/planar/common/with-corners.ts'
import { Groups } from './groups.ts'

export interface CuttingBuilding extends BuildingOutline {
  readonly courtyardId: string | null
  readonly homes: number
  /** Surely inside the outline. */
  readonly place: Point
}

/** A grid of the lowest level, with the buildings that lie in it. */
export interface CuttingCell {
  readonly path: string
  readonly name: string
  readonly homes: number
  readonly matters: number
  /** A community, a village or a school without grids below it: not to be cut by homes alone. */
  readonly isFixed: boolean
  readonly parts: readonly PolygonRings[]
  readonly buildings: readonly CuttingBuilding[]
}

/** What no proposal cuts: the ground around a building, or around several between which no seam finds a way. */
export interface Grain {
  readonly cell: number
  readonly buildings: readonly CuttingBuilding[]
  readonly faces: readonly number[]
}

/** The ground of some cells, drawn into faces: cells along their borders, and within them along the seams. */
export interface Ground {
  readonly drawn: Overlay<Line>
  readonly grains: readonly Grain[]
  /** Corners that the borders had before any seam met them. */
  readonly corners: ReadonlySet<number>
}

export type Line = 'border' | 'seam'
const border: Line = 'border'
const prefer = (a: Line, b: Line): Line => (a === border ? a : b)

/** Outlines are not surveyed to the brick: points every three metres, and seams straightened by less than a metre. */
const seamRules = { spacingMetres: 3, straightenMetres: 0.7 }
/** A corner of a building may lie this far over a seam; less than the check of boundaries allows by default. */
const cutMetres = 0.3
/** A rounded crossing lies within half a unit of a border each way. */
const onBorderUnits = 1

export function groundOf(cells: readonly CuttingCell[]): Ground {
  const corners = new Set(cells.flatMap(({ parts }) => parts.flat(2).map(keyOf)))
  const inner = cells.map(cell => seamsWithin(cell))
  const ends = inner.flatMap(seams => seams.ends)
  const borders = cells.flatMap(({ parts }) =>
    [...edgesOf(parts.map(rings => rings.map(ring => withCorners(ring, nearTo(ring, ends), onBorderUnits))))].map(
      ({ from, to }): Segment<Line> => ({ a: from, b: to, of: border }),
    ),
  )
  const drawn = overlay([...borders, ...inner.flatMap(({ seams }) => seams)], prefer)
  return { drawn, corners, grains: grainsOf(cells, drawn) }
}

function nearTo(ring: readonly Point[], points: readonly Point[]): Point[] {
  const box = boxOf(ring)
  return points.filter(
    ({ x, y }) =>
      x >= box.west - onBorderUnits &&
      x <= box.east + onBorderUnits &&
      y >= box.south - onBorderUnits &&
      y <= box.north + onBorderUnits,
  )
}

/** The seams between the buildings of a cell as far as they run inside of it, and where they meet its border. */
function seamsWithin({ parts, buildings }: CuttingCell): { seams: Segment<Line>[]; ends: Point[] } {
  const lines = seamsBetween(
    buildings.map(({ outline }) => outline),
    boxOf(parts.flat(2)),
    seamRules,
  )
  if (lines.length === 0) return { seams: [], ends: [] }
  const rim = [...edgesOf(parts)].map(({ from, to }): Segment<Line> => ({ a: from, b: to, of: border }))
  const cuts = lines.flatMap(line => line.slice(1).map((b, i): Segment<Line> => ({ a: line[i]!, b, of: 'seam' })))
  const wavering = overlay([...rim, ...cuts], prefer)
  // Where houses stand wall to wall the seam wavers; there it may follow the walls.
  const walls = cutIn(wavering.polygons, buildings).flatMap(({ building: { outline } }) =>
    outline.map((a, i): Segment<Line> => ({ a, b: outline[(i + 1) % outline.length]!, of: 'seam' })),
  )
  const { plane, polygons } = walls.length === 0 ? wavering : overlay([...rim, ...cuts, ...walls], prefer)
  const isInside = polygons.map(polygon => inAny(parts, pointWithin(polygon)))
  const inside = (face: number) => face !== outside && isInside[face] === true
  const onRim = new Set(plane.borders.filter(({ of }) => of === border).flatMap(({ a, b }) => [keyOf(a), keyOf(b)]))
  const seams = plane.borders
    .filter(({ of, left, right }) => of === 'seam' && inside(left) && inside(right))
    .map(({ a, b }): Segment<Line> => ({ a, b, of: 'seam' }))
  return { seams, ends: seams.flatMap(({ a, b }) => [a, b]).filter(p => onRim.has(keyOf(p))) }
}

function cutIn(faces: readonly PolygonRings[], buildings: readonly CuttingBuilding[]) {
  return cutBuildings(
    faces.map((face, i) => ({ path: String(i), parts: [face] })),
    buildings,
    cutMetres,
  )
}

/** Faces taken together until each grain is in one piece, has its buildings, and cuts none. */
function grainsOf(cells: readonly CuttingCell[], { plane, polygons }: Overlay<Line>): Grain[] {
  const boxes = polygons.map(([outer]) => boxOf(outer ?? []))
  const cellOf = polygons.map(polygon => {
    const p = pointWithin(polygon)
    return cells.findIndex(({ parts }) => inAny(parts, p))
  })
  const groups = new Groups(polygons.length)
  const lengths = sharedLengths(plane.borders, face => cellOf[face] ?? -1)
  const housed = new Map<number, CuttingBuilding[]>()
  for (const [cell, { buildings }] of cells.entries()) {
    for (const building of buildings) {
      const { place } = building
      const home = polygons.findIndex(
        (polygon, face) =>
          cellOf[face] === cell &&
          boxesMeet(boxes[face]!, { west: place.x, east: place.x, south: place.y, north: place.y }) &&
          inPolygon(polygon, place),
      )
      // A building that reaches in from a neighbour belongs to any face of its cell.
      const face = home >= 0 ? home : cellOf.indexOf(cell)
      if (face >= 0) housed.set(face, [...(housed.get(face) ?? []), building])
    }
  }
  joinWalled(groups, cells, polygons, cellOf, housed)
  joinEmpty(groups, lengths, new Set([...housed.keys()].map(face => groups.of(face))))
  joinCut(groups, cells, polygons, cellOf)
  const byRoot = new Map<number, { cell: number; faces: number[]; buildings: CuttingBuilding[] }>()
  for (const face of polygons.keys()) {
    if (cellOf[face]! < 0) continue
    const grain = byRoot.get(groups.of(face)) ?? { cell: cellOf[face]!, faces: [], buildings: [] }
    byRoot.set(groups.of(face), grain)
    grain.faces.push(face)
    grain.buildings.push(...(housed.get(face) ?? []))
  }
  return [...byRoot.values()]
}

interface Shared {
  readonly one: number
  readonly other: number
  metres: number
}

/** How long faces of one cell lie beside one another. */
function sharedLengths(
  borders: Overlay<Line>['plane']['borders'],
  cellOf: (face: number) => number,
): readonly Shared[] {
  const shared = new Map<string, Shared>()
  for (const { a, b, left, right } of borders) {
    if (left === outside || right === outside || left === right || cellOf(left) !== cellOf(right)) continue
    const [one, other] = left < right ? [left, right] : [right, left]
    const pair = shared.get(`${one} ${other}`) ?? { one, other, metres: 0 }
    pair.metres += metresBetween(a, b)
    shared.set(`${one} ${other}`, pair)
  }
  return [...shared.values()].sort((p, q) => q.metres - p.metres || p.one - q.one || p.other - q.other)
}

/** Ground in which no building stands goes along with the neighbour that it lies beside longest. */
function joinEmpty(groups: Groups, lengths: readonly Shared[], lived: ReadonlySet<number>): void {
  const hasBuilding = new Set(lived)
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const { one, other } of lengths) {
      const [a, b] = [groups.of(one), groups.of(other)]
      if (a === b || (hasBuilding.has(a) && hasBuilding.has(b))) continue
      groups.join(one, other)
      if (hasBuilding.has(a) || hasBuilding.has(b)) hasBuilding.add(groups.of(one))
      isChanged = true
    }
  }
}

/** What lies within the walls of a building is one with the face in which the building has its place. */
function joinWalled(
  groups: Groups,
  cells: readonly CuttingCell[],
  polygons: readonly PolygonRings[],
  cellOf: readonly number[],
  housed: ReadonlyMap<number, readonly CuttingBuilding[]>,
): void {
  const inside = polygons.map(polygon => pointWithin(polygon))
  for (const [home, buildings] of housed) {
    for (const { outline } of buildings) {
      const box = boxOf(outline)
      for (const [face, p] of inside.entries()) {
        const isNear = box.west <= p.x && p.x <= box.east && box.south <= p.y && p.y <= box.north
        if (isNear && cellOf[face] === cellOf[home] && inRing(outline, p)) groups.join(face, home)
      }
    }
  }
}

/** Where a seam would cut a building all the same, because outlines overlap, both sides stay together. */
function joinCut(
  groups: Groups,
  cells: readonly CuttingCell[],
  polygons: readonly PolygonRings[],
  cellOf: readonly number[],
): void {
  for (const [cell, { buildings }] of cells.entries()) {
    const faces = [...polygons.keys()].filter(face => cellOf[face] === cell)
    const leaves = faces.map(face => ({ path: String(face), parts: [polygons[face]!] }))
    for (const { paths } of cutBuildings(leaves, buildings, cutMetres)) {
      for (const path of paths.slice(1)) groups.join(Number(paths[0]), Number(path))
    }
  }
}
