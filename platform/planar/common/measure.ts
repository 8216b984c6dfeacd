import { at, type Point, toDegrees, unitsPerDegree } from './point.ts'

const earthRadiusMetres = 6_371_008.8
const radian = Math.PI / 180

/** One ten-millionth of a degree of latitude. */
export const metresPerUnit = (earthRadiusMetres * radian) / unitsPerDegree

export function metresBetween(a: Point, b: Point): number {
  const [lonA, latA] = toDegrees(a)
  const [lonB, latB] = toDegrees(b)
  const east = (lonB - lonA) * Math.cos(((latA + latB) / 2) * radian)
  return earthRadiusMetres * radian * Math.hypot(east, latB - latA)
}

export function lengthMetres(line: readonly Point[]): number {
  let sum = 0
  for (let i = 1; i < line.length; i++) sum += metresBetween(at(line, i - 1), at(line, i))
  return sum
}

/**
 * Signed area on the sphere, positive when the ring runs anticlockwise. Taken edge by edge, so that the
 * areas of cells with common edges add up to that of their union.
 */
export function areaSquareMetres(ring: readonly Point[]): number {
  const first = ring[0]
  if (!first) return 0
  const [, latZero] = toDegrees(first)
  const sinZero = Math.sin(latZero * radian)
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const [lonA, latA] = toDegrees(at(ring, i))
    const [lonB, latB] = toDegrees(at(ring, (i + 1) % ring.length))
    const mean = (Math.sin(latA * radian) + Math.sin(latB * radian)) / 2 - sinZero
    sum -= (lonB - lonA) * radian * mean
  }
  return sum * earthRadiusMetres * earthRadiusMetres
}

/** How round: 1 for a disc, near 0 for a sliver. */
export function roundness(areaSquare: number, perimeterMetres: number): number {
  return perimeterMetres === 0 ? 0 : (4 * Math.PI * areaSquare) / (perimeterMetres * perimeterMetres)
}
