/**
 * A count for those who may not see the people behind it: rounded to the nearest multiple of `threshold`, and withheld
 * (null) below it, nought as well. Every number is rounded by itself, so that what a grid shows, what the grids below and
 * above it show, and what an earlier day showed cannot be taken from one another to leave a single person. (Rounding to a
 * base and a smallest count are common practice of statistical offices; the number is local.)
 */
export function anonymous(count: number, threshold: number): number | null {
  return count < threshold ? null : Math.round(count / threshold) * threshold
}

/**
 * The day to which anonymous figures are counted: the first of its month. From one day to the next a number would tell of
 * the one family that moved.
 */
export const anonymousDay = (on: string): string => `${on.slice(0, 7)}-01`
