import { z } from 'zod'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { limitClocks } from '#platform/worktime/common/index.ts'
import { lineKinds, measures, works } from './quantity.ts'
import { textLimits as most } from './limits.ts'

export const written = (length: number) => z.string().max(length).transform(cleanText)
export const needed = (length: number) => written(length).pipe(z.string().min(1))
export const reason = written(most.reason).default('')

/** Whole fen; a hundred million yuan at most. */
export const Fen = z.int().min(0).max(10_000_000_000)
export const Day = z.iso.date()
export const RectifyLimit = z.object({ clock: z.enum(limitClocks), amount: z.number().min(0.25).max(400) })

export const QuantityLine = z.object({
  kind: z.enum(lineKinds),
  measure: z.enum(measures),
  amount: z.number().gt(0).max(10_000_000),
})

export const finding = {
  work: z.enum(works),
  note: needed(most.note),
  address: written(most.address).default(''),
  estimate: z.array(QuantityLine).max(10).default([]),
  estimateFen: Fen.default(0),
}
