import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { cleanLine } from '#platform/kernel/common/clean-text.ts'
import { ListedThing } from './things.ts'

export const findThings = endpoint({
  name: 'registry.find',
  kind: 'query',
  access: 'signed-in',
  summary:
    'One box for names, pinyin initials, addresses, plates and organisations among what the caller may see, their own grids first; for whole numbers see registry.find-by-number.',
  input: z.object({ text: z.string().max(100).transform(cleanLine), limit: z.int().min(1).max(50).default(20) }),
  output: z.object({
    rows: z.array(ListedThing),
    /** A whole identity or telephone number is asked for by the command that puts the look on record. */
    isNumber: z.enum(['id-number', 'phone']).nullable(),
  }),
  refusals: [],
})
