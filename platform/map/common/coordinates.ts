import { type Point, roundDegrees } from '#platform/kernel/common/geometry.ts'

/**
 * Two numbers as people type or paste them: commas of either script, blanks, brackets, degree signs. First longitude,
 * then latitude; whether they are the wrong way round is for the server to say, which knows the place.
 */
export function readCoordinates(text: string): Point | null {
  const numbers = text
    .replaceAll(/[（()）[\]°]/g, ' ')
    .split(/[\s,，、;；/]+/)
    .filter(part => part !== '')
  const [lon, lat] = numbers.map(Number)
  if (numbers.length !== 2 || lon === undefined || lat === undefined) return null
  return Number.isFinite(lon) && Number.isFinite(lat) ? { lon: roundDegrees(lon), lat: roundDegrees(lat) } : null
}

/** Seven decimals are a centimetre; a person is shown five, about a metre. */
export function coordinateText(degrees: number): string {
  return degrees.toFixed(5)
}
