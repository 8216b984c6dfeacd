import { z } from 'zod'
import { reportCase } from '#modules/cases/common/index.ts'
import { GridPath, PlaceInput } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { consents, meetings, outcomes, photosPerVisit, visitKinds, visitTextLimits as most } from './visit.ts'

const written = (most: number) => z.string().max(most).transform(cleanText)
const needed = (most: number) => written(most).pipe(z.string().min(1))
const writing = { permission: 'visits.write' }
const visitId = z.uuid()

export const DueVisit = z.object({
  careId: z.string(),
  personId: z.string(),
  name: z.string(),
  gridPath: z.string(),
  gridNames: z.array(z.string()),
  /** Why: the care list, in both languages, and how often it asks for a visit. */
  group: z.object({ 'zh-CN': z.string(), en: z.string() }),
  everyDays: z.int(),
  dueOn: z.string(),
  /** The last visit and what was said then; null when there was none. */
  last: z
    .object({
      visitId: z.string(),
      at: z.string(),
      byName: z.string().nullable(),
      text: z.string(),
      meeting: z.enum(meetings),
    })
    .nullable(),
})
export type DueVisit = z.infer<typeof DueVisit>

export const dueVisits = endpoint({
  name: 'visits.due',
  kind: 'query',
  access: writing,
  summary: 'Who of the care lists in one’s grids is to be visited soon, why, and what was said last.',
  input: z.object({ days: z.int().min(0).max(60).default(7) }),
  output: z.object({ rows: z.array(DueVisit) }),
  refusals: [],
})

const Value = z.union([z.string().max(1000).transform(cleanText), z.number(), z.boolean(), z.null()])

export const recordVisit = endpoint({
  name: 'visits.record',
  kind: 'command',
  access: writing,
  summary: 'Tells of a visit: once, for the record, the library, the care lists and the cases that come of it.',
  input: z.object({
    visitId,
    kind: z.enum(visitKinds),
    /** When it was, by the phone's clock; one that lies ahead of the server's is taken as now. */
    at: z.iso.datetime(),
    /** People or households of the library. */
    thingIds: z.array(z.uuid()).max(20).default([]),
    careIds: z.array(z.uuid()).max(10).default([]),
    topic: written(most.topic).default(''),
    meeting: z.enum(meetings).default('met'),
    consent: z.enum(consents).default('not-asked'),
    outcome: z.enum(outcomes).default('done'),
    /** How many people a publicity reached; an estimate, for nobody's score. */
    reached: z.int().min(0).max(100_000).nullable().default(null),
    /** By when an errand is to be done. */
    dueOn: z.iso.date().nullable().default(null),
    /** Sealed at rest. */
    text: written(most.text).default(''),
    /** Fields of the library as they are now, with the entry one saw. */
    updates: z
      .array(
        z.object({
          thingId: z.uuid(),
          fields: z.record(z.string().max(40), Value),
          seen: z.record(z.string().max(40), z.int()).optional(),
        }),
      )
      .max(20)
      .default([]),
    /** Needs that become matters at once, without names. */
    needs: z
      .array(z.object({ caseId: z.uuid(), text: needed(most.need), photos: z.array(z.uuid()).max(9).default([]) }))
      .max(10)
      .default([]),
    place: PlaceInput.optional(),
    photos: z.array(z.uuid()).max(photosPerVisit).default([]),
  }),
  output: z.object({
    visitId: z.string(),
    cases: z.array(z.object({ caseId: z.string(), number: z.string() })),
    /** Fields on which somebody else said otherwise; a person decides. */
    conflicts: z.int(),
    nextVisits: z.array(z.object({ careId: z.string(), on: z.string() })),
  }),
  refusals: [
    'visits/visit-id-taken',
    'visits/no-such-person',
    'visits/whom-missing',
    'visits/topic-missing',
    'visits/outcome-wrong',
    'visits/words-missing',
    'visits/refused-yet-updated',
    'visits/fields-wrong',
    'visits/may-not-report',
    'files/unknown',
    'files/taken-by-another',
    ...reportCase.refusals,
  ],
})

export const finishErrand = endpoint({
  name: 'visits.finish-errand',
  kind: 'command',
  access: writing,
  summary: 'An errand is done; with what came of it.',
  input: z.object({ visitId, at: z.iso.datetime(), text: written(most.text).default('') }),
  output: z.object({ visitId: z.string(), outcome: z.enum(outcomes) }),
  refusals: ['visits/no-such-visit', 'visits/not-open'],
})

export const Visit = z.object({
  visitId: z.string(),
  kind: z.enum(visitKinds),
  at: z.string(),
  byName: z.string().nullable(),
  gridPath: z.string(),
  gridNames: z.array(z.string()),
  /** Those that the reader may see in the library. */
  whom: z.array(z.object({ thingId: z.string(), name: z.string() })),
  topic: z.string(),
  meeting: z.enum(meetings),
  consent: z.enum(consents),
  outcome: z.enum(outcomes),
  dueOn: z.string().nullable(),
  reached: z.int().nullable(),
  cases: z.array(z.object({ caseId: z.string(), number: z.string() })),
})
export type Visit = z.infer<typeof Visit>

export const listVisits = endpoint({
  name: 'visits.list',
  kind: 'query',
  access: { permission: 'visits.read' },
  summary: 'Visits, one’s own and those of the place one may read; the latest first. Their words are shown one by one.',
  input: z.object({
    ...pageInput,
    kind: z.enum(visitKinds).optional(),
    outcome: z.enum(outcomes).optional(),
    gridPath: GridPath.optional(),
    /** A person or a household; or a home, for the visits to those who live there now. */
    thingId: z.uuid().optional(),
    mine: z.boolean().optional(),
  }),
  output: pageOf(Visit),
  refusals: [],
})

export const showVisit = endpoint({
  name: 'visits.show',
  kind: 'command',
  access: { permission: 'visits.read' },
  summary: 'Opens a visit with its words. A command, because whoever reads what others wrote is on record.',
  input: z.object({ visitId }),
  output: z.object({
    ...Visit.shape,
    text: z.string(),
    done: z.object({ at: z.string(), byName: z.string().nullable(), text: z.string() }).nullable(),
    photos: z.array(z.string()),
    mayFinish: z.boolean(),
  }),
  refusals: ['visits/no-such-visit'],
  forgetAnswer: true,
})
