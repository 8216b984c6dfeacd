import type { Random } from './geography/geography.ts'
import { seededRandom } from './geography/random.ts'
import { uuidV7 } from '#platform/kernel/common/uuid.ts'

export type { Random }

/** The same numbers for the same seed, on every machine. */
export const randomFrom = seededRandom

export function pick<T>(random: Random, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** Picks by weight: twice the weight, twice as often. */
export function pickWeighted<T>(random: Random, from: readonly (readonly [T, number])[]): T {
  const total = from.reduce((sum, [, weight]) => sum + weight, 0)
  let left = random() * total
  for (const [thing, weight] of from) {
    left -= weight
    if (left < 0) return thing
  }
  return from.at(-1)![0]
}

export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

/** Ids that are born at a given moment and are the same at every build. */
export function idMaker(random: Random): (milliseconds: number) => string {
  return milliseconds =>
    uuidV7(
      milliseconds,
      Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256)),
    )
}
