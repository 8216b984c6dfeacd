import type { Norm } from '../../common/body.ts'

/** Homes by which a part lies above or below the norm. */
export function outsideOf(homes: number, { least, most }: Norm): number {
  return Math.max(0, homes - most, least - homes)
}

/**
 * Into how many parts so many homes can be put, the best first. Between two counts that both fail, as for 550 homes and a
 * norm of 300 to 500, rather below the norm than above it. A building above the norm is a part by itself.
 */
export function countsFor(homes: number, giants: readonly number[], { least, most }: Norm): number[] {
  const rest = homes - giants.reduce((sum, giant) => sum + giant, 0)
  const fewest = Math.ceil(rest / most)
  const highest = Math.floor(rest / least)
  if (highest < fewest) return [giants.length + fewest]
  const middle = rest / ((least + most) / 2)
  return Array.from({ length: highest - fewest + 1 }, (_, i) => fewest + i)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b)
    .slice(0, 3)
    .map(count => Math.max(1, giants.length + count))
}

/** Whether so many homes can be shared out within the norm, if they could be shared out one by one. */
export function canBeWithin(homes: number, { least, most }: Norm): boolean {
  return Math.ceil(homes / most) <= Math.floor(homes / least)
}

/** So many parts shared out by homes, one each at least: the next always goes where a part has the most homes. */
export function apportion(homes: readonly number[], wanted: number): number[] {
  const counts = homes.map(() => 1)
  for (let left = wanted - counts.length; left > 0; left--) {
    const perPart = homes.map((each, i) => each / (counts[i]! + 0.5))
    counts[perPart.indexOf(Math.max(...perPart))]! += 1
  }
  return counts
}

/** The homes of the largest over the mean, 1 when all are the same. */
export function unevenness(homes: readonly number[]): number {
  const total = homes.reduce((sum, count) => sum + count, 0)
  return total === 0 ? 1 : (Math.max(...homes) * homes.length) / total
}
