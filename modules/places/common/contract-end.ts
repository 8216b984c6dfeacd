import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'

/** What ends by hand; grids of other kinds have a way of their own. */
export const endingKinds = ['building', 'courtyard', 'entrance', 'line'] as const

export const endThing = endpoint({
  name: 'places.end-thing',
  kind: 'command',
  access: { permission: 'places.edit' },
  summary:
    'A building with its entrances, a courtyard, an entrance or a line is no more from a day; what was stays on record.',
  input: z.object({
    thing: z.object({ kind: z.enum(endingKinds), id: z.uuid() }),
    /** The first day without it, at latest tomorrow. */
    day: z.iso.date(),
  }),
  output: z.object({ id: z.string(), day: z.string() }),
  refusals: [
    'places/not-found',
    'places/outside-your-grids',
    'places/has-homes',
    'places/has-posts',
    'places/has-buildings',
    'places/day-does-not-fit',
  ],
})
