import type { Polygon, Position } from '#platform/kernel/common/geometry.ts'
import { roundDegrees } from '#platform/kernel/common/geometry.ts'
import type { Geography, Place, Random, StreetSegment } from './geography.ts'
import { gridAt } from './tree.ts'

/** By geography, its street pieces by grid: asked for thousands of times when a year of matters is made. */
const segmentsByGrid = new WeakMap<Geography, Map<string, StreetSegment[]>>()

/** Where something may be found: at the side of a street, surely inside the grid (of any level). */
export function pointInGrid(geography: Geography, path: string, random: Random): Place {
  const grid = gridAt(geography, path)
  const segments = segmentsOf(geography).get(path) ?? []
  for (let attempt = 0; attempt < 20 && segments.length > 0; attempt++) {
    const segment = segments[Math.floor(random() * segments.length)]
    const place = segment && besideStreet(segment, random)
    if (place && isInside(grid.polygon, place)) return place
  }
  return grid.labelPlace
}

function segmentsOf(geography: Geography): Map<string, StreetSegment[]> {
  const known = segmentsByGrid.get(geography)
  if (known) return known
  const byGrid = new Map<string, StreetSegment[]>()
  for (const segment of geography.segments) {
    const steps = segment.gridPath.split('.')
    for (let depth = 1; depth <= steps.length; depth++) {
      const path = steps.slice(0, depth).join('.')
      const list = byGrid.get(path)
      if (list) list.push(segment)
      else byGrid.set(path, [segment])
    }
  }
  segmentsByGrid.set(geography, byGrid)
  return byGrid
}

/** Three to six metres from the middle of the street, on either side. */
function besideStreet({ from, to }: StreetSegment, random: Random): Place {
  const along = random()
  const squeeze = Math.cos((from.lat * Math.PI) / 180)
  const east = (to.lon - from.lon) * squeeze
  const north = to.lat - from.lat
  const length = Math.hypot(east, north) || 1
  const aside = ((random() < 0.5 ? -1 : 1) * (3 + random() * 3)) / 111_195
  return {
    lon: roundDegrees(from.lon + (to.lon - from.lon) * along - ((north / length) * aside) / squeeze),
    lat: roundDegrees(from.lat + north * along + (east / length) * aside),
  }
}

export function isInside(polygon: Polygon, place: Place): boolean {
  const polygons = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates
  return polygons.some(([outer, ...holes]) => outer && inRing(outer, place) && !holes.some(hole => inRing(hole, place)))
}

function inRing(ring: readonly Position[], { lon, lat }: Place): boolean {
  let inside = false
  ring.forEach(([lonA, latA], i) => {
    const [lonB, latB] = ring[(i || ring.length) - 1] ?? [lonA, latA]
    if (latA > lat === latB > lat) return
    if (lon < lonA + ((lat - latA) / (latB - latA)) * (lonB - lonA)) inside = !inside
  })
  return inside
}
