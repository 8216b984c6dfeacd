import type { FoundPoint } from './found-point.ts'

/** What is written on a photo: when, where, in which grid, by whom. Measured at the moment it is taken. */
export function stampLines(told: {
  readonly at: Date
  readonly point: FoundPoint | null
  readonly gridName: string | null
  readonly personName: string
}): readonly string[] {
  const { at, point, gridName, personName } = told
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const time = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
  const place = point
    ? `${point.lon.toFixed(5)}, ${point.lat.toFixed(5)}${point.accuracyMetres === undefined ? '' : ` ±${Math.round(point.accuracyMetres)} m`}`
    : null
  return [`${day} ${time}`, [gridName, place].filter(Boolean).join(' · '), personName].filter(Boolean)
}
