import { z } from 'zod'
import { GridPath, PlaceInput, placeRefusals } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { cleaningTextLimits as most, deductionStates, objectionOutcomes, photosPerDeduction } from './score.ts'
import { cleaningItems } from './standard.ts'

const reason = z.string().max(most.reason).transform(cleanText).pipe(z.string().min(1))
const deductionId = z.uuid()
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const Standard = z.array(z.object({ item: z.enum(cleaningItems), points: z.int() }))

const Event = z.object({
  kind: z.enum(['deducted', 'objected', 'decided']),
  at: z.string(),
  byName: z.string().nullable(),
  text: z.string(),
  points: z.int().nullable(),
  outcome: z.enum(objectionOutcomes).nullable(),
})

export const DeductionView = z.object({
  deductionId: z.string(),
  sectionId: z.string(),
  sectionName: z.string(),
  item: z.enum(cleaningItems),
  at: z.string(),
  /** First, and what stands now. */
  pointsFirst: z.int(),
  points: z.int(),
  reason: z.string(),
  state: z.enum(deductionStates),
  outcome: z.enum(objectionOutcomes).nullable(),
  place: z.object({ lon: z.number(), lat: z.number() }).nullable(),
  photos: z.array(z.string()),
  /** Until when the cleaner may object. */
  objectUntil: z.string(),
  events: z.array(Event),
  mayObject: z.boolean(),
  mayDecide: z.boolean(),
})
export type DeductionView = z.infer<typeof DeductionView>

export const checkSection = endpoint({
  name: 'cleaning.check',
  kind: 'command',
  access: { permission: 'cleaning.check' },
  summary: 'Says that a section was looked at: nothing was found, or one thing, with item, reason, photo and place.',
  input: z.object({
    checkId: z.uuid(),
    sectionId: z.uuid(),
    /** By the phone’s clock; one that lies ahead of the server’s is taken as now. */
    at: z.iso.datetime(),
    found: z
      .object({
        item: z.enum(cleaningItems),
        reason,
        photos: z.array(z.uuid()).max(photosPerDeduction),
        place: PlaceInput.optional(),
      })
      .nullable(),
  }),
  output: z.object({ checkId: z.string(), points: z.int() }),
  refusals: [
    'cleaning/no-such-section',
    'cleaning/check-id-taken',
    'cleaning/outside-your-grids',
    'cleaning/item-not-used',
    'cleaning/photo-missing',
    'files/unknown',
    'files/taken-by-another',
    ...placeRefusals,
  ],
})

export const objectTo = endpoint({
  name: 'cleaning.object',
  kind: 'command',
  access: { permission: 'cleaning.own' },
  summary: 'Objects to a deduction on one’s own section: once, within the time that the place sets.',
  input: z.object({ deductionId, at: z.iso.datetime(), reason }),
  output: z.object({ deductionId: z.string() }),
  refusals: [
    'cleaning/no-such-deduction',
    'cleaning/not-your-section',
    'cleaning/objected-already',
    'cleaning/too-late-to-object',
  ],
})

export const decideObjection = endpoint({
  name: 'cleaning.decide',
  kind: 'command',
  access: { permission: 'cleaning.decide' },
  summary: 'Decides on an objection with a reason; not by whoever took the points off.',
  input: z.object({ deductionId, outcome: z.enum(objectionOutcomes), points: z.int().min(0), reason }),
  output: z.object({ deductionId: z.string() }),
  refusals: [
    'cleaning/no-such-deduction',
    'cleaning/nothing-to-decide',
    'cleaning/own-deduction',
    'cleaning/points-wrong',
  ],
})

export const myCleaning = endpoint({
  name: 'cleaning.mine',
  kind: 'query',
  access: { permission: 'cleaning.own' },
  summary: 'My sections and shifts, this month’s scores, and what was taken off with everything behind it.',
  input: z.object({}),
  output: z.object({
    month: z.string(),
    fullScore: z.int(),
    standard: Standard,
    sections: z.array(
      z.object({
        sectionId: z.string(),
        name: z.string(),
        gridNames: z.array(z.string()),
        lengthMetres: z.number(),
        areaSquareMetres: z.number().nullable(),
        score: z.int(),
      }),
    ),
    shifts: z.array(z.object({ startsAt: z.string(), endsAt: z.string() })),
    deductions: z.array(DeductionView),
  }),
  refusals: [],
})

const SectionLine = z.object({
  sectionId: z.string(),
  name: z.string(),
  gridName: z.string(),
  point: z.object({ lon: z.number(), lat: z.number() }),
  areaSquareMetres: z.number().nullable(),
  cleaners: z.int(),
  looks: z.int(),
  deductions: z.int(),
  points: z.int(),
  score: z.int(),
  open: z.int(),
})

export const listSections = endpoint({
  name: 'cleaning.sections',
  kind: 'query',
  access: { permission: 'cleaning.read' },
  summary: 'Sections of a grid in a month: how often looked at, what stands against them, the score. Lowest first.',
  input: z.object({ gridPath: GridPath.optional(), month: Month.optional() }),
  output: z.object({
    month: z.string(),
    fullScore: z.int(),
    standard: Standard,
    sections: z.array(SectionLine),
    mayCheck: z.boolean(),
  }),
  refusals: [],
})

export const showSection = endpoint({
  name: 'cleaning.section',
  kind: 'query',
  access: { permission: 'cleaning.read' },
  summary: 'One section in a month with every deduction down to its events.',
  input: z.object({ sectionId: z.uuid(), month: Month.optional() }),
  output: z.object({
    month: z.string(),
    fullScore: z.int(),
    section: SectionLine,
    deductions: z.array(DeductionView),
  }),
  refusals: ['cleaning/no-such-section'],
})
