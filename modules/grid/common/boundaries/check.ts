import { groupBy } from '#platform/kernel/common/group-by.ts'
import { at, type Point, toDegrees } from '#platform/planar/common/point.ts'
import type { PolygonRings } from '#platform/planar/common/rings.ts'
import { parentOf } from '../grid.ts'
import { areaOf, type BoundaryCell, widthOf } from './cell.ts'
import { coverageFaults, type Fault } from './coverage.ts'
import { type BuildingOutline, cutBuildings } from './cut-buildings.ts'
import { type BoundaryRules, type Finding, findingKinds, usualBoundaryRules } from './finding.ts'
import { hasNoGround, selfCrossings } from './shape-faults.ts'

export interface CheckWith {
  readonly buildings?: readonly BuildingOutline[]
  readonly rules?: BoundaryRules
}

/**
 * Every fault of a tree of grids, each with its place: every place in exactly one grid per level, no gap and no overlap
 * (mission A1: 横向到边、纵向到底、无缝覆盖), children inside their parent and filling it, no building cut in two.
 *
 * Level by level is enough: when the children of every grid fill it exactly, no grid can overlap a stranger.
 */
export function checkBoundaries(cells: readonly BoundaryCell[], { buildings = [], rules }: CheckWith = {}): Finding[] {
  const limits = rules ?? usualBoundaryRules
  const sound = cells.filter(cell => !hasNoGround(cell))
  const byPath = new Map(sound.map(cell => [cell.path, cell]))
  const families = groupBy(sound, cell => parentOf(cell.path))
  const leaves = sound.filter(({ path }) => !families.has(path))
  const findings = [
    ...cells.filter(hasNoGround).map(withoutGround),
    ...sound.flatMap(cell => shapeFindings(cell, limits)),
    ...[...families].flatMap(([parent, children]) => {
      const above = parent === null ? null : byPath.get(parent)
      return above === undefined ? [] : familyFindings(children, above, limits)
    }),
    ...cutBuildings(leaves, buildings, limits.buildingToleranceCentimetres / 100).map(
      ({ building, paths, place }): Finding => ({
        ...blank,
        kind: 'building-cut',
        place: placeOf(place),
        paths,
        building: building.name,
        outline: ringOf(building.outline),
      }),
    ),
  ]
  return findings.sort((a, b) => rank(a) - rank(b) || (at(a.paths, 0) < at(b.paths, 0) ? -1 : 1))
}

const blank = { areaSquareMetres: null, widthMetres: null, outline: null, building: null } as const
const rank = ({ kind }: Finding) => findingKinds.indexOf(kind)

function withoutGround({ path, parts }: BoundaryCell): Finding {
  const corner = parts[0]?.[0]?.[0] ?? { x: 0, y: 0 }
  return { ...blank, kind: 'no-ground', place: placeOf(corner), paths: [path] }
}

function shapeFindings(cell: BoundaryCell, { leastGridWidthCentimetres }: BoundaryRules): Finding[] {
  const crossings = selfCrossings(cell)
  if (crossings.length > 0) {
    return crossings.map(at => ({ ...blank, kind: 'self-crossing', place: placeOf(at), paths: [cell.path] }))
  }
  const width = widthOf(cell.parts)
  if (width * 100 >= leastGridWidthCentimetres) return []
  const outer = at(at(cell.parts, 0), 0)
  return [
    {
      ...{ kind: 'sliver', place: placeOf(at(outer, 0)), paths: [cell.path], building: null },
      ...{ areaSquareMetres: areaOf(cell.parts), widthMetres: width, outline: ringOf(outer) },
    },
  ]
}

function familyFindings(
  children: readonly BoundaryCell[],
  parent: BoundaryCell | null,
  rules: BoundaryRules,
): Finding[] {
  const { once, twins } = withoutTwins(children)
  const duplicates = twins.map(([first, second]): Finding => {
    const outer = at(at(first.parts, 0), 0)
    const ground = { areaSquareMetres: areaOf(first.parts), outline: ringOf(outer) }
    return { ...blank, ...ground, kind: 'duplicate', place: placeOf(at(outer, 0)), paths: [first.path, second.path] }
  })
  return [...duplicates, ...coverageFaults(once, parent).map(fault => findingOf(fault, rules))]
}

function findingOf({ kind, polygon, inside, paths }: Fault, { sliverCentimetres }: BoundaryRules): Finding {
  const width = widthOf([polygon])
  const isSliver = width * 100 < sliverCentimetres
  return {
    kind: isSliver ? 'sliver' : kind,
    place: placeOf({ x: Math.round(inside.x), y: Math.round(inside.y) }),
    paths: [...paths].sort(),
    areaSquareMetres: areaOf([polygon]),
    widthMetres: isSliver ? width : null,
    outline: ringOf(at(polygon, 0)),
    building: null,
  }
}

/** Two grids with the very same ground are one finding, not an overlap over all of it. */
function withoutTwins(cells: readonly BoundaryCell[]) {
  const byGround = new Map<string, BoundaryCell>()
  const twins: [BoundaryCell, BoundaryCell][] = []
  for (const cell of cells) {
    const ground = groundOf(cell.parts)
    const first = byGround.get(ground)
    if (first) twins.push([first, cell])
    else byGround.set(ground, cell)
  }
  return { once: [...byGround.values()], twins }
}

/** The same text for the same rings, wherever they begin. */
function groundOf(parts: readonly PolygonRings[]): string {
  const rings = parts.flat().map(ring => {
    let first = 0
    for (let i = 1; i < ring.length; i++) {
      const a = at(ring, i)
      const b = at(ring, first)
      if (a.x < b.x || (a.x === b.x && a.y < b.y)) first = i
    }
    return ring
      .map((_, i) => at(ring, (first + i) % ring.length))
      .map(({ x, y }) => `${x},${y}`)
      .join(' ')
  })
  return rings.sort().join('|')
}

function placeOf(p: Point) {
  const [lon, lat] = toDegrees({ x: Math.round(p.x), y: Math.round(p.y) })
  return { lon, lat }
}

function ringOf(ring: readonly Point[]) {
  return [...ring, at(ring, 0)].map(toDegrees)
}
