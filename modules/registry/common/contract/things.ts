import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { cleanLine, cleanText } from '#platform/kernel/common/clean-text.ts'
import { ways } from '../entries.ts'
import { thingKinds } from '../kinds.ts'
import { fates } from '../record.ts'
import { relationKinds } from '../relations.ts'

/** What stands in a field; null empties it. */
export const FieldInput = z.union([z.string().max(1000).transform(cleanText), z.number(), z.boolean(), z.null()])
export const FieldsInput = z.record(z.string().max(40), FieldInput)
export const Reason = z.string().min(2).max(200).transform(cleanLine)
export const Day = z.iso.date()

export const ShownField = z.object({
  key: z.string(),
  sight: z.enum(['open', 'masked']),
  /** Masked where the sight is; null: known to be empty. */
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  /** What a value is called that is the id of a building or entrance; null for values that speak for themselves. */
  words: z.string().nullable(),
  trueOn: z.string(),
  at: z.string(),
  way: z.enum(ways),
  /** Of the visit, form, import or event. */
  ref: z.string().nullable(),
  byName: z.string().nullable(),
  /** Of the entry it comes from: sent back as `seen`, so that nobody's later word is overwritten unseen. */
  serial: z.int(),
  staleOn: z.string().nullable(),
  mayUnmask: z.boolean(),
})
export type ShownField = z.infer<typeof ShownField>

export const ShownRelation = z.object({
  relationId: z.string(),
  kind: z.enum(relationKinds as [string, ...string[]]),
  /** Read from this thing, or from the other one. */
  direction: z.enum(['from', 'to']),
  role: z.string().nullable(),
  from: z.string(),
  until: z.string().nullable(),
  /** Null when the reader may not see the other thing. */
  other: z.object({ thingId: z.string(), kind: z.enum(thingKinds), title: z.string(), state: z.string() }).nullable(),
})
export type ShownRelation = z.infer<typeof ShownRelation>

export const ShownThing = z.object({
  thingId: z.string(),
  kind: z.enum(thingKinds),
  title: z.string(),
  gridPath: z.string(),
  gridNames: z.array(z.string()),
  point: z.object({ lon: z.number(), lat: z.number() }).nullable(),
  state: z.string(),
  endedOn: z.string().nullable(),
  mergedInto: z.string().nullable(),
  serial: z.int(),
  fields: z.array(ShownField),
  relations: z.array(ShownRelation),
  openConflicts: z.int(),
  mayWrite: z.boolean(),
})
export type ShownThing = z.infer<typeof ShownThing>

export const ListedThing = z.object({
  thingId: z.string(),
  kind: z.enum(thingKinds),
  title: z.string(),
  gridPath: z.string(),
  gridNames: z.array(z.string()),
  state: z.string(),
  staleOn: z.string().nullable(),
  /** Unsealed fields that the reader sees, by key. */
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type ListedThing = z.infer<typeof ListedThing>

export const listThings = endpoint({
  name: 'registry.list',
  kind: 'query',
  access: 'signed-in',
  summary: 'Things of one kind that the caller may see, by grid and by words, in the order of their names.',
  input: z.object({
    kind: z.enum(thingKinds),
    gridPath: z.string().max(60).optional(),
    text: z.string().max(100).transform(cleanLine).optional(),
    state: z.enum(['current', 'all']).default('current'),
    cursor: z.string().max(400).optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({ rows: z.array(ListedThing), next: z.string().nullable() }),
  refusals: [],
})

export const openThing = endpoint({
  name: 'registry.open',
  kind: 'command',
  access: 'signed-in',
  summary: 'Opens the whole page of a thing, as it is or as it was on a day; for people the look is put on record.',
  input: z.object({ thingId: z.uuid(), on: Day.optional(), why: Reason.default('日常服务') }),
  output: ShownThing,
  refusals: ['registry/no-such-thing'],
  forgetAnswer: true,
})

export const unmaskField = endpoint({
  name: 'registry.unmask',
  kind: 'command',
  access: 'signed-in',
  summary: 'Shows one sealed field whole, with a reason that is kept and that the person can ask for.',
  input: z.object({
    thingId: z.uuid(),
    field: z.string().max(40),
    reason: Reason,
    /** The value that was offered in this conflict, in place of the one that stands. */
    conflictId: z.uuid().optional(),
  }),
  output: z.object({ value: z.union([z.string(), z.number(), z.boolean()]).nullable() }),
  refusals: [
    ...(['registry/no-such-thing', 'registry/not-sealed', 'registry/may-not-see'] as const),
    'registry/no-such-conflict',
  ],
  forgetAnswer: true,
})

export const addThing = endpoint({
  name: 'registry.add',
  kind: 'command',
  access: { permission: 'registry.write' },
  summary: 'Puts a new thing into the library.',
  input: z.object({
    thingId: z.uuid(),
    kind: z.enum(thingKinds),
    gridPath: z.string().max(60),
    point: z.object({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }).optional(),
    fields: FieldsInput,
    trueOn: Day.optional(),
    way: z.enum(['visit', 'form', 'official']).default('form'),
    /** Known already by its number: the caller has looked and says that it is somebody else. */
    isAnother: z.boolean().default(false),
  }),
  output: z.object({ thingId: z.string() }),
  refusals: [
    ...(['registry/thing-id-taken', 'registry/fields-wrong', 'registry/no-such-grid', 'registry/not-here'] as const),
    ...(['registry/day-wrong', 'registry/number-known', 'registry/home-known'] as const),
  ],
})

export const recordThing = endpoint({
  name: 'registry.record',
  kind: 'command',
  access: { permission: 'registry.write' },
  summary: 'Says what fields of a thing are now, field by field; what no rule can decide waits for a person.',
  input: z.object({
    thingId: z.uuid(),
    fields: FieldsInput,
    seen: z.record(z.string().max(40), z.int()).optional(),
    trueOn: Day.optional(),
    way: z.enum(['visit', 'form', 'correction', 'official']).default('form'),
    ref: z.string().max(100).optional(),
  }),
  output: z.object({
    thingId: z.string(),
    serial: z.int(),
    fates: z.record(z.string(), z.enum(fates)),
    conflictIds: z.array(z.string()),
  }),
  refusals: ['registry/no-such-thing', 'registry/fields-wrong', 'registry/has-ended', 'registry/day-wrong'],
})

export const thingHistory = endpoint({
  name: 'registry.history',
  kind: 'command',
  access: 'signed-in',
  summary:
    'Everything that was recorded about a thing, the latest first; sealed values are masked. Of a person it is a look on record.',
  input: z.object({ thingId: z.uuid() }),
  output: z.object({
    entries: z.array(
      z.object({
        serial: z.int(),
        trueOn: z.string(),
        at: z.string(),
        way: z.enum(ways),
        ref: z.string().nullable(),
        byName: z.string().nullable(),
        changes: z.array(
          z.object({ key: z.string(), value: z.union([z.string(), z.number(), z.boolean(), z.null()]) }),
        ),
        erased: z.array(z.string()),
      }),
    ),
  }),
  refusals: ['registry/no-such-thing'],
  forgetAnswer: true,
})

export const relate = endpoint({
  name: 'registry.relate',
  kind: 'command',
  access: { permission: 'registry.write' },
  summary: 'Joins two things from a day on; of what can be only once, the earlier one ends on that day.',
  input: z.object({
    relationId: z.uuid(),
    kind: z.enum(relationKinds as [string, ...string[]]),
    fromId: z.uuid(),
    toId: z.uuid(),
    role: z.string().max(40).optional(),
    from: Day,
  }),
  output: z.object({ relationId: z.string() }),
  refusals: ['registry/no-such-thing', 'registry/cannot-join', 'registry/joined-already', 'registry/day-wrong'],
})

export const endRelation = endpoint({
  name: 'registry.end-relation',
  kind: 'command',
  access: { permission: 'registry.write' },
  summary: 'Ends what joined two things, from a day on; its history stays.',
  input: z.object({ relationId: z.uuid(), until: Day }),
  output: z.object({ relationId: z.string() }),
  refusals: ['registry/no-such-relation', 'registry/day-wrong'],
})

export const findByNumber = endpoint({
  name: 'registry.find-by-number',
  kind: 'command',
  access: { permission: 'registry.read' },
  summary: 'Who has this identity or telephone number, by its keyed index; that somebody looked is in the audit.',
  input: z.object({ number: z.string().min(4).max(30).transform(cleanLine), scheme: z.enum(['id-number', 'phone']) }),
  output: z.object({ rows: z.array(ListedThing) }),
  refusals: [],
  forgetAnswer: true,
})
