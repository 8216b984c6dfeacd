import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { cleanLine } from '#platform/kernel/common/clean-text.ts'
import { codeLists } from '../code-lists.ts'
import { ways } from '../entries.ts'
import { thingKinds } from '../kinds.ts'
import { head } from '../kin.ts'
import { lifeEventKinds } from '../life-event.ts'
import { Day, ListedThing, Reason } from './things.ts'

const gridPath = z.string().max(60).optional()

const Side = z.object({
  /** Masked where the field is sealed; `registry.unmask` shows it whole, with the conflict named for the offered one. */
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  trueOn: z.string(),
  at: z.string(),
  way: z.enum(ways),
  byName: z.string().nullable(),
})

export const listConflicts = endpoint({
  name: 'registry.conflicts',
  kind: 'query',
  access: { permission: 'registry.settle' },
  summary: 'Values between which no rule could decide, both with where they come from; the oldest first.',
  input: z.object({ ...pageInput, thingId: z.uuid().optional(), gridPath }),
  output: pageOf(
    z.object({
      conflictId: z.string(),
      thingId: z.string(),
      kind: z.enum(thingKinds),
      title: z.string(),
      gridNames: z.array(z.string()),
      field: z.string(),
      isSealed: z.boolean(),
      stands: Side,
      offered: Side,
    }),
  ),
  refusals: [],
})

export const settleConflict = endpoint({
  name: 'registry.settle',
  kind: 'command',
  access: { permission: 'registry.settle' },
  summary: 'A person decides which of two values is right, with a reason; both who recorded them are told.',
  input: z.object({ conflictId: z.uuid(), outcome: z.enum(['stands', 'offered']), reason: Reason }),
  output: z.object({ conflictId: z.string(), left: z.int() }),
  refusals: ['registry/no-such-conflict'],
})

export const listStale = endpoint({
  name: 'registry.stale',
  kind: 'query',
  access: { permission: 'registry.write' },
  summary: 'What was last asked so long ago that somebody should ask again, the longest first. A help, never a quota.',
  input: z.object({ ...pageInput, gridPath, kind: z.enum(thingKinds).optional() }),
  output: pageOf(ListedThing.extend({ staleFields: z.array(z.string()) })),
  refusals: [],
})

export const confirmFields = endpoint({
  name: 'registry.confirm',
  kind: 'command',
  access: { permission: 'registry.write' },
  summary: 'Says that fields are still as recorded, without typing them again.',
  input: z.object({ thingId: z.uuid(), fields: z.array(z.string().max(40)).min(1).max(40), trueOn: Day.optional() }),
  output: z.object({ thingId: z.string(), confirmed: z.array(z.string()) }),
  refusals: ['registry/no-such-thing', 'registry/has-ended', 'registry/day-wrong'],
})

const lettingUses = Object.keys(codeLists['letting-use']!.words) as [string, ...string[]]
const Ids = z.array(z.uuid()).min(1).max(20)
const kinCodes = codeLists.kin!.order.filter(code => code !== head) as [string, ...string[]]
/** What members are to the head under whom they are from now on; left out, what follows with certainty, or nothing. */
const Kin = z.array(z.object({ personId: z.uuid(), kin: z.enum(kinCodes) })).max(40)
export const LifeEventInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move-in'), personIds: Ids, housingId: z.uuid() }),
  z.object({ kind: z.literal('move-out'), personIds: Ids }),
  z.object({
    kind: z.literal('birth'),
    motherId: z.uuid(),
    childId: z.uuid(),
    name: z.string().min(1).max(50).transform(cleanLine),
    sex: z.enum(['1', '2']),
  }),
  z.object({ kind: z.literal('death'), personId: z.uuid() }),
  z.object({
    kind: z.literal('tenancy-begin'),
    tenancyId: z.uuid(),
    housingId: z.uuid(),
    tenantIds: Ids,
    landlordId: z.uuid().optional(),
    endsOn: Day.optional(),
    use: z.enum(lettingUses).optional(),
  }),
  z.object({ kind: z.literal('tenancy-end'), tenancyId: z.uuid() }),
  z.object({
    kind: z.literal('household-split'),
    householdId: z.uuid(),
    newHouseholdId: z.uuid(),
    personIds: Ids,
    headId: z.uuid(),
    /** The head of those who stay, when the head before is among those who leave. */
    stayHeadId: z.uuid().optional(),
    kin: Kin.optional(),
  }),
  z.object({ kind: z.literal('household-merge'), householdId: z.uuid(), intoId: z.uuid() }),
  z.object({ kind: z.literal('household-head'), householdId: z.uuid(), headId: z.uuid(), kin: Kin.optional() }),
])

export const ShownEffect = z.object({
  do: z.enum(['begin', 'end', 'record', 'add', 'state', 'place']),
  /** The relation with what the one is to the other, the state or the grid; the field and its value for a recording. */
  what: z.string(),
  value: z.string().nullable(),
  /** Names of the things that it concerns. */
  about: z.array(z.string()),
})
export type ShownEffect = z.infer<typeof ShownEffect>

const eventRefusals = ['registry/no-such-thing', 'registry/day-wrong', 'registry/event-impossible'] as const

export const previewEvent = endpoint({
  name: 'registry.preview-event',
  kind: 'command',
  access: { permission: 'registry.write' },
  summary: 'What a life event would do, record by record; does nothing.',
  input: z.object({ on: Day, event: LifeEventInput }),
  output: z.object({ effects: z.array(ShownEffect) }),
  refusals: eventRefusals,
  forgetAnswer: true,
})

export const happen = endpoint({
  name: 'registry.happen',
  kind: 'command',
  access: { permission: 'registry.write' },
  summary: 'Registers a move, birth, death, tenancy or change of household with all its effects.',
  input: z.object({ eventId: z.uuid(), on: Day, event: LifeEventInput }),
  output: z.object({ eventId: z.string(), effects: z.int() }),
  refusals: eventRefusals,
})

export const listEvents = endpoint({
  name: 'registry.events',
  kind: 'query',
  access: { permission: 'registry.read' },
  summary: 'Life events about one thing, or in a grid; the latest first.',
  input: z.object({ ...pageInput, thingId: z.uuid().optional(), gridPath }),
  output: pageOf(
    z.object({
      eventId: z.string(),
      kind: z.enum(lifeEventKinds),
      on: z.string(),
      at: z.string(),
      byName: z.string().nullable(),
      thingId: z.string(),
      title: z.string(),
    }),
  ),
  refusals: [],
})

const Count = z.int().nullable()

export const figures = endpoint({
  name: 'registry.figures',
  kind: 'query',
  access: { permission: 'registry.figures' },
  summary:
    'Real population and real housing of a grid as it lay on a day: pyramid, kinds of resident, use of homes, by grid below. For whoever may not see the people: rounded, small counts withheld, by the first of the month.',
  input: z.object({ gridPath: z.string().max(60), on: Day.optional() }),
  output: z.object({
    on: z.string(),
    /** The grid as it was in force on the day, from the top down; a day before `firstDay` is answered by the tree of that. */
    grid: z.object({ path: z.string(), names: z.array(z.string()), firstDay: z.string() }),
    /** Whether counts are exact, or rounded and small ones withheld because the reader may not see the people behind them. */
    isExact: z.boolean(),
    /** Some homes of that day have since come into grids where the reader may not see people. */
    haveLeft: z.boolean(),
    people: Count,
    byPopulation: z.array(z.object({ population: z.string(), count: Count })),
    /** Five-year groups from 0; the last is 100 and older. */
    pyramid: z.array(z.object({ from: z.int(), male: Count, female: Count })),
    homes: z.int(),
    byUse: z.array(z.object({ use: z.string(), count: z.int() })),
    households: Count,
    tenancies: Count,
    /** Shares of the whole, 0 to 1; null where there is nothing to divide by. */
    vacancy: z.number().nullable(),
    floating: z.number().nullable(),
    children: z.array(
      z.object({ path: z.string(), name: z.string(), people: Count, floating: Count, homes: z.int(), vacant: z.int() }),
    ),
  }),
  refusals: ['registry/no-such-grid', 'registry/grid-not-yet', 'registry/grid-no-more', 'registry/may-not-see'],
})

export const figureRows = endpoint({
  name: 'registry.figure-rows',
  kind: 'query',
  access: { permission: 'registry.read' },
  summary: 'The people behind a number of the figures, for those who may see them.',
  input: z.object({
    gridPath: z.string().max(60),
    on: Day.optional(),
    population: z.string().max(20).optional(),
    sex: z.string().max(1).optional(),
    ageFrom: z.int().min(0).max(150).optional(),
    ageBelow: z.int().min(0).max(200).optional(),
    cursor: z.string().max(400).optional(),
    limit: z.int().min(1).max(200).default(100),
  }),
  output: z.object({
    rows: z.array(ListedThing),
    /** Counted on this page of the list, and not shown: their records lie today where the reader may not see people. */
    elsewhere: z.int(),
    next: z.string().nullable(),
  }),
  refusals: [],
})
