import { z } from 'zod'

/** Steps are numbers without leading zeros; six levels at most (city … alley). */
export const GridPath = z
  .string()
  .max(60)
  .regex(/^[1-9]\d{0,5}(\.[1-9]\d{0,5}){0,5}$/)
