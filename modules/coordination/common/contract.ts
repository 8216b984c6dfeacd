import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { limitClocks } from '#platform/worktime/common/index.ts'
import { callStates, callSteps } from './whistle.ts'

const needed = z.string().max(500).transform(cleanText)
const read = 'signed-in'
const Limit = z.object({ clock: z.enum(limitClocks), amount: z.number().min(0.25).max(72) })

export const Call = z.object({
  callId: z.string(),
  whistleId: z.string(),
  number: z.string(),
  what: z.string(),
  place: z.string(),
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  unitId: z.string(),
  unitName: z.string(),
  state: z.enum(callStates),
  blownAt: z.string(),
  dueAt: z.string().nullable(),
  arrivedAt: z.string().nullable(),
  isLate: z.boolean(),
  speed: z.int().nullable(),
  result: z.int().nullable(),
  /** What the reader may do with it now. */
  steps: z.array(z.enum(callSteps)),
  entries: z.array(z.object({ step: z.string(), at: z.string(), byName: z.string().nullable(), text: z.string() })),
})
export type Call = z.infer<typeof Call>

export const blow = endpoint({
  name: 'coordination.blow',
  kind: 'command',
  access: { permission: 'coordination.blow' },
  summary: 'A street blows the whistle: departments are called to a place, about a case or without one.',
  input: z.object({
    whistleId: z.uuid(),
    what: needed,
    place: z.string().max(200).transform(cleanText).default(''),
    caseId: z.uuid().optional(),
    unitIds: z.array(z.string().max(60)).min(1).max(10),
    /** Left out: the usual limit. */
    limit: Limit.optional(),
  }),
  output: z.object({ whistleId: z.string(), number: z.string() }),
  refusals: [
    'coordination/words-missing',
    'coordination/no-such-case',
    'coordination/no-such-unit',
    'coordination/whistle-id-taken',
  ],
})

export const takeStep = endpoint({
  name: 'coordination.take-step',
  kind: 'command',
  access: 'signed-in',
  summary: 'A department comes, is there, or cannot come; a street confirms, denies, cancels or rates.',
  input: z.object({
    callId: z.uuid(),
    step: z.enum(callSteps),
    text: needed.default(''),
    /** Stars for how quick it was and what came of it; only with a rating. */
    speed: z.int().min(1).max(5).optional(),
    result: z.int().min(1).max(5).optional(),
  }),
  output: z.object({ callId: z.string(), state: z.enum(callStates) }),
  refusals: ['coordination/no-such-call', 'coordination/other-state', 'coordination/words-missing'],
})

export const listCalls = endpoint({
  name: 'coordination.calls',
  kind: 'query',
  access: read,
  summary: 'Whistles that one blew, oversees or has to answer; the latest first.',
  input: z.object({
    caseId: z.uuid().optional(),
    unitId: z.string().max(60).optional(),
    state: z.enum(['open', 'ended']).optional(),
    ...pageInput,
  }),
  output: pageOf(Call),
  refusals: [],
})

export const figures = endpoint({
  name: 'coordination.figures',
  kind: 'query',
  access: { permission: 'coordination.read' },
  summary: 'By department: how often called, there in time, average minutes until it was there, stars.',
  input: z.object({ from: z.iso.date(), until: z.iso.date() }),
  output: z.object({
    rows: z.array(
      z.object({
        unitId: z.string(),
        unitName: z.string(),
        called: z.int(),
        arrived: z.int(),
        inTime: z.int(),
        excused: z.int(),
        minutes: z.number().nullable(),
        speed: z.number().nullable(),
        result: z.number().nullable(),
      }),
    ),
  }),
  refusals: [],
})
