import { z } from 'zod'

/** A name in each language of the screens; data of the catalogue, not of the message files. */
export const BothNames = z.object({ 'zh-CN': z.string(), en: z.string() })
export type BothNames = z.infer<typeof BothNames>
