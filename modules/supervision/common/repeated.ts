import { metresBetween } from './metres.ts'

export interface Reported {
  readonly caseId: string
  readonly number: string
  readonly lon: number
  readonly lat: number
}

export interface RepeatedPoint {
  readonly lon: number
  readonly lat: number
  readonly cases: readonly { readonly caseId: string; readonly number: string }[]
  readonly isGrave: boolean
}

/** Places with several complaints: greedily the place with most neighbours first, each case counted once. */
export function repeatedPoints(
  reported: readonly Reported[],
  rule: { readonly radiusMetres: number; readonly warnFrom: number; readonly graveFrom: number },
): RepeatedPoint[] {
  const near = neighbours(reported, rule.radiusMetres)
  const taken = new Set<number>()
  const points: RepeatedPoint[] = []
  const order = near.map((list, at) => ({ at, size: list.length })).toSorted((a, b) => b.size - a.size || a.at - b.at)
  for (const { at, size } of order) {
    if (size < rule.warnFrom) break
    const free = near[at]!.filter(index => !taken.has(index))
    if (taken.has(at) || free.length < rule.warnFrom) continue
    for (const index of free) taken.add(index)
    const { lon, lat } = reported[at]!
    const cases = free.map(index => ({ caseId: reported[index]!.caseId, number: reported[index]!.number }))
    points.push({ lon, lat, cases, isGrave: cases.length >= rule.graveFrom })
  }
  return points
}

/** Squares of one radius: whoever is near lies in the same square or in one beside it. */
function neighbours(reported: readonly Reported[], radius: number): number[][] {
  const latStep = radius / 111_195
  const squares = new Map<string, number[]>()
  const squareOf = ({ lon, lat }: Reported) => {
    const row = Math.floor(lat / latStep)
    // One width for the whole row, so that its squares fit side by side.
    const wide = latStep / Math.max(0.1, Math.cos((row * latStep * Math.PI) / 180))
    return { row, column: Math.floor(lon / wide), wide }
  }
  reported.forEach((one, index) => {
    const { row, column } = squareOf(one)
    const key = `${row} ${column}`
    const list = squares.get(key)
    if (list) list.push(index)
    else squares.set(key, [index])
  })
  return reported.map(one => {
    const { row } = squareOf(one)
    const found: number[] = []
    for (const r of [row - 1, row, row + 1]) {
      const wide = latStep / Math.max(0.1, Math.cos((r * latStep * Math.PI) / 180))
      const middle = Math.floor(one.lon / wide)
      for (const c of [middle - 1, middle, middle + 1]) {
        for (const index of squares.get(`${r} ${c}`) ?? []) {
          if (metresBetween(one, reported[index]!) <= radius) found.push(index)
        }
      }
    }
    return found.toSorted((a, b) => a - b)
  })
}
