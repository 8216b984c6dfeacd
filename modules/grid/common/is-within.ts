import type { Point, Polygon, Position } from '#platform/kernel/common/geometry.ts'

/**
 * Whether a place lies within an outline, by counting the edges to the east of it. For one outline on a phone; the
 * server's index (`server/cells`) does the same for all of them with exact numbers.
 */
export function isWithin({ lon, lat }: Point, outline: Polygon): boolean {
  const parts = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates
  const rings = parts.flat()
  return rings.filter(ring => crossesOddly(ring, lon, lat)).length % 2 === 1
}

function crossesOddly(ring: readonly Position[], lon: number, lat: number): boolean {
  let isOdd = false
  for (const [at, [x, y]] of ring.entries()) {
    const [fromX, fromY] = ring[at === 0 ? ring.length - 1 : at - 1]!
    if (y > lat === fromY > lat) continue
    if (lon < fromX + ((x - fromX) * (lat - fromY)) / (y - fromY)) isOdd = !isOdd
  }
  return isOdd
}
