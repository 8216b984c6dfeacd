import { z } from 'zod'

/** What an endpoint with `answersWith` gives: the bytes themselves, and the name under which they are kept. */
export const PrintedFile = z.object({
  fileName: z.string(),
  bytes: z.custom<Uint8Array>(value => value instanceof Uint8Array),
})
export type PrintedFile = z.infer<typeof PrintedFile>
