import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { limitClocks } from '#platform/worktime/common/index.ts'
import { BothNames } from './both-names.ts'
import { classKinds } from './class-kind.ts'
import { longestCell, sheetColumns } from './sheet-diff.ts'

const conditionId = z.string().min(1).max(100)
const day = z.iso.date()
const text = z.string().max(longestCell).transform(cleanText)
const Limit = z.object({ clock: z.enum(limitClocks), amount: z.number().positive().max(9999) })
const read = { permission: 'catalogue.read' }
const edit = { permission: 'catalogue.edit' }

const Condition = z.object({
  conditionId: z.string(),
  version: z.int(),
  classKind: z.enum(classKinds),
  classCode: z.string(),
  className: BothNames,
  condition: z.string(),
  /** Null while a person has not decided what `limitText` means. */
  limit: Limit.nullable(),
  limitText: z.string(),
  closing: z.string(),
  handlingBody: z.string(),
  supervisingBody: z.string(),
  collect: z.array(z.string()),
  from: z.string(),
})

export const listConditions = endpoint({
  name: 'catalogue.list-conditions',
  kind: 'query',
  access: read,
  summary: 'The filing standard as it holds now: all of it, of one class, or what a text finds.',
  input: z.object({
    classKind: z.enum(classKinds).optional(),
    classCode: z.string().max(10).optional(),
    /** Words of the class, the condition or a body; or the beginning of a code. */
    text: z.string().max(100).optional(),
    /** Only those whose limit a person has yet to decide. */
    undecided: z.boolean().optional(),
  }),
  output: z.object({
    rows: z.array(Condition),
    /** The state of the standard that this is; asked for by whoever imports. */
    book: z.int(),
    inForce: z.int(),
    undecided: z.int(),
  }),
  refusals: [],
})

export const showCondition = endpoint({
  name: 'catalogue.show-condition',
  kind: 'query',
  access: read,
  summary: 'One filing condition in all its versions, the latest first.',
  input: z.object({ conditionId }),
  output: z.object({ versions: z.array(Condition.extend({ isEnded: z.boolean(), at: z.string() })) }),
  refusals: ['catalogue/no-such-condition'],
})

export const putCondition = endpoint({
  name: 'catalogue.put-condition',
  kind: 'command',
  access: edit,
  summary: 'Writes the next version of a filing condition, or its first, with the day from which it holds.',
  input: z.object({
    conditionId,
    /** The version that the writer has read; 0 for a new condition. */
    seenVersion: z.int().min(0),
    classKind: z.enum(classKinds),
    classCode: z.string().max(10),
    condition: text,
    limitText: text,
    /** What the text means, where a person decides it; left out, it is read from the text as far as that goes. */
    limit: Limit.optional(),
    closing: text,
    handlingBody: text.default(''),
    supervisingBody: text.default(''),
    collect: z.array(text).max(20).default([]),
    from: day,
  }),
  output: z.object({ conditionId: z.string(), version: z.int(), needsDecision: z.boolean() }),
  refusals: [
    'catalogue/condition-changed',
    'catalogue/unknown-class',
    'catalogue/text-missing',
    'catalogue/said-already',
  ],
})

export const endCondition = endpoint({
  name: 'catalogue.end-condition',
  kind: 'command',
  access: edit,
  summary: 'From a day on, nothing is filed under a condition any more. Cases filed under it keep it.',
  input: z.object({ conditionId, seenVersion: z.int().min(1), from: day }),
  output: z.object({ conditionId: z.string(), version: z.int() }),
  refusals: ['catalogue/no-such-condition', 'catalogue/condition-changed'],
})

/** A cell as it was written; too long ones are told by row and column, so a little more than a cell may come in. */
const cell = z.string().max(20_000).default('')

export const importSheet = endpoint({
  name: 'catalogue.import-sheet',
  kind: 'command',
  access: edit,
  summary:
    'Takes a city’s own sheet: good rows become new conditions or new versions, faulty rows are named by row and column.',
  input: z.object({
    rows: z
      .array(
        z.object({
          row: z.int().min(1),
          classKind: cell,
          classCode: cell,
          condition: cell,
          limitText: cell,
          closing: cell,
          handlingBody: cell,
          supervisingBody: cell,
          collect: cell,
        }),
      )
      .min(1)
      .max(5000),
    from: day,
    /** Ends the conditions that the sheet does not have. */
    endGone: z.boolean(),
    /** The state of the standard that the preview was made with. */
    seenBook: z.int(),
  }),
  output: z.object({
    fresh: z.int(),
    changed: z.int(),
    same: z.int(),
    ended: z.int(),
    undecided: z.int(),
    faults: z.array(
      z.object({
        row: z.int(),
        column: z.enum(sheetColumns),
        fault: z.string(),
        firstRow: z.int().optional(),
        now: z.string().optional(),
      }),
    ),
  }),
  refusals: ['catalogue/book-changed'],
  mostKilobytes: 4096,
})
