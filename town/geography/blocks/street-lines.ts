import type { OpenCity } from '../open-data/open-city.ts'
import type { OpenBuilding } from '../open-data/buildings.ts'
import { largestCore } from '#platform/planar/common/core.ts'
import { facesOf, type Plane } from '#platform/planar/common/faces.ts'
import { nodeSegments, type Segment } from '#platform/planar/common/noding.ts'
import { at, type Box, boxesMeet, boxOf, inRing, type Point, segmentsMeet } from '#platform/planar/common/point.ts'
import { SegmentIndex } from '#platform/planar/common/segment-index.ts'
import { simplifyLines } from '#platform/planar/common/simplify.ts'
import { granderWay, type Way } from './way.ts'

/** Corners that bend less than this (about 2 m) are left out of borders. */
const toleranceUnits = 200

/** The highest rank that may be a border: without footpaths a large estate would be one block of thousands. */
const lastRank = 7

/** The ground between roads, railways and rivers, with no building on any border. */
export function cutAlongStreets(city: OpenCity, window: Box): Plane<Way> {
  const lines = [...borderLines(city)].filter(({ line }) => boxesMeet(boxOf(line), window))
  const simple = simplifyLines(
    lines.map(({ line }) => line),
    toleranceUnits,
  )
  const segments = simple.flatMap((line, i) => segmentsOf(line, at(lines, i).way))
  const noded = nodeSegments(segments, granderWay)
  const isOnBuilding = buildingTest(city.buildings)
  return facesOf(largestCore(noded.filter(segment => !isOnBuilding(segment))))
}

function* borderLines(city: OpenCity): Generator<{ line: readonly Point[]; way: Way }> {
  for (const { key, rank, name, lines } of city.roads) {
    if (rank > lastRank) continue
    for (const line of lines) yield { line, way: { kind: 'road', rank, name, key } }
  }
  for (const feature of city.features) {
    if (feature.type !== 'line') continue
    const kind = feature.tags.waterway === 'river' ? 'river' : feature.tags.railway === 'rail' ? 'rail' : null
    if (!kind) continue
    for (const line of feature.lines) yield { line, way: { kind, rank: 7, name: null, key: feature.key } }
  }
}

function segmentsOf(line: readonly Point[], way: Way): Segment<Way>[] {
  return line.slice(1).map((b, i) => ({ a: at(line, i), b, of: way }))
}

/** Whether a segment touches, crosses or lies in any building. */
function buildingTest(buildings: readonly OpenBuilding[]): (segment: Segment<Way>) => boolean {
  const index = new SegmentIndex<readonly Point[]>()
  for (const { outline } of buildings) {
    const { west, south, east, north } = boxOf(outline)
    index.add({ a: { x: west, y: south }, b: { x: east, y: north }, of: outline })
  }
  return ({ a, b }) => {
    const box = boxOf([a, b])
    for (const near of index.near(a, b)) {
      const around = { west: near.a.x, south: near.a.y, east: near.b.x, north: near.b.y }
      if (boxesMeet(box, around) && touches(near.of, a, b)) return true
    }
    return false
  }
}

function touches(outline: readonly Point[], a: Point, b: Point): boolean {
  if (inRing(outline, a)) return true
  return outline.some((corner, i) => segmentsMeet(a, b, corner, at(outline, (i + 1) % outline.length)))
}
