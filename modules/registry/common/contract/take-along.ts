import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { mostTakenAlong } from '../shift.ts'
import { ShownThing } from './things.ts'

/** A household as it is seen at its door: itself, who belongs to it, where it lives. */
export const Household = z.object({
  /** What was asked for: somebody of it, or the household itself. */
  thingId: z.string(),
  /** The one that was asked for first; each with the fields that the caller may see, sealed ones masked. */
  things: z.array(ShownThing),
})
export type Household = z.infer<typeof Household>

export const takeAlong = endpoint({
  name: 'registry.take-along',
  kind: 'command',
  access: { permission: 'registry.write' },
  summary:
    'Households of today’s plan for the phone, masked where they are sealed; of each person the look is on record once a shift.',
  input: z.object({ thingIds: z.array(z.uuid()).min(1).max(mostTakenAlong) }),
  output: z.object({ households: z.array(Household) }),
  refusals: [],
  forgetAnswer: true,
})
