import type { CleaningSection, Place, SectionClass, StreetSegment } from './geography.ts'
import type { FaceIndex } from './blocks/face-index.ts'
import { lengthMetres } from '#platform/planar/common/measure.ts'
import { at, type Point, toDegrees } from '#platform/planar/common/point.ts'
import { SegmentIndex } from '#platform/planar/common/segment-index.ts'

/** A road as the geography knows it, whether from the open data or made up. */
export interface StreetLine {
  readonly name: string | null
  readonly rank: number
  readonly line: readonly Point[]
}

export interface Ground {
  readonly faceIndex: FaceIndex
  /** By face, the path of the lowest grid. */
  readonly pathOfFace: readonly string[]
}

const longestSectionMetres = 300
const shortestSectionMetres = 12
const usualWidthMetres: Readonly<Record<SectionClass, number>> = { avenue: 26, street: 15, lane: 7, alley: 4 }

interface Stretch {
  readonly street: string
  readonly isNamed: boolean
  readonly class: SectionClass
  readonly line: readonly Point[]
  readonly metres: number
  readonly smallPath: string
}

/** Streets with their nearest name, cut into short pieces that each lie in one grid of the lowest level. */
export function streetSegments(lines: readonly StreetLine[], ground: Ground): StreetSegment[] {
  const nameOf = namesFor(lines)
  return lines.flatMap(line =>
    pieces(line.line).flatMap(([a, b]) => {
      const gridPath = pathAt(a, b, ground)
      return gridPath === null ? [] : [{ street: nameOf(line), from: placeOf(a), to: placeOf(b), gridPath }]
    }),
  )
}

/**
 * Roads that are swept, cut where they leave a small grid and every 300 metres. Widths go by class; when a total
 * is given they are stretched so that the whole square metres add up to exactly that.
 */
export function cleaningSections(
  lines: readonly StreetLine[],
  ground: Ground,
  smallLevel: number,
  totalSquareMetres: number | null,
): CleaningSection[] {
  const nameOf = namesFor(lines)
  const stretches = lines
    .filter(line => line.rank <= 6)
    .flatMap(line => stretchesOf(line, nameOf(line), ground, smallLevel))
    .filter(stretch => stretch.metres >= shortestSectionMetres)
  const natural = stretches.map(stretch => stretch.metres * usualWidthMetres[stretch.class])
  const sum = natural.reduce((total, area) => total + area, 0)
  const areas = wholeShares(natural, totalSquareMetres ?? Math.round(sum))
  const counts = new Map<string, number>()
  return stretches.map((stretch, i) => {
    const base = stretch.isNamed ? stretch.street : `${stretch.street}支路`
    const number = (counts.get(base) ?? 0) + 1
    counts.set(base, number)
    return {
      id: i + 1,
      name: `${base}第${number}段`,
      street: stretch.street,
      class: stretch.class,
      line: stretch.line.map(toDegrees),
      lengthMetres: Math.round(stretch.metres * 10) / 10,
      widthMetres: Math.round((at(areas, i) / stretch.metres) * 10) / 10,
      areaSquareMetres: at(areas, i),
      gridPath: stretch.smallPath,
    }
  })
}

/** Whole numbers in proportion to `weights` with exactly this sum: the largest remainders are rounded up. */
export function wholeShares(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const exact = weights.map(weight => (weight / sum) * total)
  const shares = exact.map(Math.floor)
  const missing = total - shares.reduce((all, share) => all + share, 0)
  const byRemainder = [...exact.keys()].sort((a, b) => (at(exact, b) % 1) - (at(exact, a) % 1) || a - b)
  for (const i of byRemainder.slice(0, missing)) shares[i] = at(shares, i) + 1
  return shares
}

function classOf(rank: number): SectionClass {
  if (rank <= 1) return 'avenue'
  if (rank <= 3) return 'street'
  return rank <= 5 ? 'lane' : 'alley'
}

function stretchesOf(line: StreetLine, street: string, ground: Ground, smallLevel: number): Stretch[] {
  const found: Stretch[] = []
  let points: Point[] = []
  let smallPath: string | null = null
  const finish = () => {
    if (smallPath !== null && points.length > 1) {
      const metres = lengthMetres(points)
      found.push({ street, isNamed: line.name !== null, class: classOf(line.rank), line: points, metres, smallPath })
    }
    points = []
  }
  for (const [a, b] of pieces(line.line)) {
    const path = pathAt(a, b, ground)?.split('.').slice(0, smallLevel).join('.') ?? null
    if (path !== smallPath || lengthMetres(points) >= longestSectionMetres) finish()
    smallPath = path
    if (points.length === 0) points.push(a)
    points.push(b)
  }
  finish()
  return found
}

/** No longer than 60 metres each, so that a piece hardly ever lies in two grids. */
function pieces(line: readonly Point[]): (readonly [Point, Point])[] {
  return line.slice(1).flatMap((b, i) => {
    const a = at(line, i)
    const count = Math.max(1, Math.ceil(lengthMetres([a, b]) / 60))
    const stop = (k: number) => ({
      x: Math.round(a.x + ((b.x - a.x) * k) / count),
      y: Math.round(a.y + ((b.y - a.y) * k) / count),
    })
    return Array.from({ length: count }, (_, k) => [stop(k), stop(k + 1)] as const)
  })
}

/** A piece on the border lies in the grid on its left, or else on its right; about two metres decide. */
function pathAt(a: Point, b: Point, { faceIndex, pathOfFace }: Ground): string | null {
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const aside = { x: (-(b.y - a.y) / length) * 250, y: ((b.x - a.x) / length) * 250 }
  for (const side of [1, -1]) {
    const face = faceIndex.find({ x: middle.x + side * aside.x, y: middle.y + side * aside.y })
    if (face !== null) return pathOfFace[face] ?? null
  }
  return null
}

/** The name of a street, or for the many unnamed ways that of the nearest street that has one. */
function namesFor(lines: readonly StreetLine[]): (line: StreetLine) => string {
  const index = new SegmentIndex<string>()
  for (const { name, line } of lines) {
    if (!name) continue
    for (let i = 1; i < line.length; i++) index.add({ a: at(line, i - 1), b: at(line, i), of: name })
  }
  const known = new Map<StreetLine, string>()
  return line => {
    const name =
      known.get(line) ?? line.name ?? index.nearest(at(line.line, line.line.length >> 1))?.segment.of ?? '无名路'
    known.set(line, name)
    return name
  }
}

function placeOf(p: Point): Place {
  const [lon, lat] = toDegrees(p)
  return { lon, lat }
}
