import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { IntakeBatch, intakeDoes, intakeNotes, intakeTroubles } from './intake/item.ts'

const access = { permission: 'places.edit' }
const input = z.object({ intakeId: z.uuid(), batch: IntakeBatch })
/** Outlines of a whole street come in one piece. */
const mostKilobytes = 16_000

const Counts = z.object({ add: z.int(), correct: z.int(), same: z.int(), leftOut: z.int() })

export const checkIntake = endpoint({
  name: 'places.check-intake',
  kind: 'command',
  access,
  summary: 'What would become of each row of a file of buildings, courtyards or lines; nothing is changed.',
  input,
  output: z.object({
    counts: Counts,
    rows: z.array(
      z.object({
        row: z.int(),
        name: z.string(),
        does: z.enum(intakeDoes).nullable(),
        trouble: z.enum(intakeTroubles).nullable(),
        note: z.enum(intakeNotes).nullable(),
        about: z.string(),
      }),
    ),
  }),
  refusals: [],
  mostKilobytes,
})

export const takeIntake = endpoint({
  name: 'places.take-intake',
  kind: 'command',
  access,
  summary:
    'Takes in a file of buildings, courtyards or lines from today: new ones get their grid by their place, known ones are put right, rows with a fault are left out.',
  input,
  output: z.object({ counts: Counts }),
  refusals: ['places/nothing-to-take'],
  mostKilobytes,
})
