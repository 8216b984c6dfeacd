import { z } from 'zod'
import { caseStatuses, raiseCase, reportCase } from '#modules/cases/common/index.ts'
import { GridPath, PlaceInput, placeRefusals } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { PrintedFile } from '#platform/contract/common/printed-file.ts'
import { locales } from '#platform/i18n/common/translate.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { entryKinds, entryOutcomes, entryWays, standings } from './entry.ts'
import { diaryTextLimits as most, photosPerEntry } from './limits.ts'

const written = (most: number) => z.string().max(most).transform(cleanText)
const needed = (most: number) => written(most).pipe(z.string().min(1))

const entryId = z.uuid()
const answering = { permission: 'diary.answer' }
const reading = { permission: 'diary.read' }

export const Entry = z.object({
  entryId: z.string(),
  writtenAt: z.string(),
  writerName: z.string().nullable(),
  kind: z.enum(entryKinds),
  way: z.enum(entryWays),
  text: z.string(),
  hasPerson: z.boolean(),
  gridPath: z.string(),
  gridNames: z.array(z.string()),
  address: z.string().nullable(),
  outcome: z.enum(entryOutcomes),
  standing: z.enum(standings),
  dueAt: z.string(),
  /** Null when none came of it. Its status is told to whoever may see the case. */
  caseFile: z.object({ caseId: z.string(), number: z.string(), status: z.enum(caseStatuses).nullable() }).nullable(),
  orderNumber: z.string().nullable(),
})
export type Entry = z.infer<typeof Entry>

export const writeEntry = endpoint({
  name: 'diary.write',
  kind: 'command',
  access: { permission: 'diary.write' },
  summary: 'Writes down a visit or talk: one matter, one entry; with an answer when one was given at once.',
  input: z.object({
    entryId,
    kind: z.enum(entryKinds),
    way: z.enum(entryWays).default('visit'),
    text: needed(most.text),
    /** Whom one met, in own words. Sealed. */
    person: written(most.person).optional(),
    /** Left out, the entry lies in the writer's own grid. */
    place: PlaceInput.optional(),
    address: written(most.address).optional(),
    photos: z.array(z.uuid()).max(photosPerEntry).default([]),
    /** What one could say at once. */
    answer: written(most.feedback).optional(),
  }),
  output: z.object({
    entryId: z.string(),
    gridPath: z.string(),
    gridNames: z.array(z.string()),
    outcome: z.enum(entryOutcomes),
    dueAt: z.string(),
  }),
  refusals: ['diary/entry-id-taken', 'files/unknown', 'files/taken-by-another', ...placeRefusals],
})

export const giveFeedback = endpoint({
  name: 'diary.give-feedback',
  kind: 'command',
  access: answering,
  summary: 'Answers an entry; with `watch` it stays in view and may be answered again.',
  input: z.object({ entryId, text: needed(most.feedback), watch: z.boolean().default(false) }),
  output: z.object({ entryId: z.string(), outcome: z.enum(entryOutcomes) }),
  refusals: ['diary/no-such-entry', 'diary/entry-settled'],
})

const ofCase = { caseId: z.uuid(), title: written(most.title).optional(), description: needed(most.text) }

export const openCaseFromEntry = endpoint({
  name: 'diary.open-case',
  kind: 'command',
  access: answering,
  summary: 'Opens a case from an entry; the post must be allowed to report cases.',
  input: z.object({ entryId, ...ofCase, told: written(most.feedback).default('') }),
  output: z.object({ entryId: z.string(), caseId: z.string(), number: z.string() }),
  refusals: ['diary/no-such-entry', 'diary/entry-settled', 'diary/may-not-report', ...reportCase.refusals],
})

export const transferEntry = endpoint({
  name: 'diary.transfer',
  kind: 'command',
  access: answering,
  summary:
    'Writes a transfer order: a case is opened and raised to the street with a note; the post must be allowed both.',
  input: z.object({ entryId, ...ofCase, note: needed(most.note) }),
  output: z.object({ entryId: z.string(), caseId: z.string(), number: z.string(), orderNumber: z.string() }),
  refusals: [
    'diary/no-such-entry',
    'diary/entry-settled',
    'diary/may-not-report',
    ...reportCase.refusals,
    ...raiseCase.refusals,
  ],
})

export const seePerson = endpoint({
  name: 'diary.see-person',
  kind: 'command',
  access: { permission: 'diary.see-person' },
  summary: 'Shows whom an entry is about. A command, because looking is on record with its reason.',
  input: z.object({ entryId, reason: needed(most.reason) }),
  output: z.object({ person: z.string().nullable() }),
  refusals: ['diary/no-such-entry'],
  forgetAnswer: true,
})

export const listEntries = endpoint({
  name: 'diary.list',
  kind: 'query',
  access: reading,
  summary: 'Diary entries that one may read, the latest first.',
  input: z.object({
    ...pageInput,
    mine: z.boolean().optional(),
    kind: z.enum(entryKinds).optional(),
    outcome: z.enum(entryOutcomes).optional(),
    standing: z.enum(standings).optional(),
    gridPath: GridPath.optional(),
    text: z.string().max(100).optional(),
  }),
  output: pageOf(Entry),
  refusals: [],
})

export const entryOfCase = endpoint({
  name: 'diary.of-case',
  kind: 'query',
  access: reading,
  summary: 'The diary entry of which a case came, for whoever may read it; null otherwise.',
  input: z.object({ caseId: z.uuid() }),
  output: z.object({
    entry: z
      .object({ entryId: z.string(), writtenAt: z.string(), kind: z.enum(entryKinds), gridNames: z.array(z.string()) })
      .nullable(),
  }),
  refusals: [],
})

export const showEntry = endpoint({
  name: 'diary.show',
  kind: 'query',
  access: reading,
  summary: 'One diary entry with its answers, its case and its transfer order.',
  input: z.object({ entryId }),
  output: Entry.extend({
    point: z.object({ lon: z.number(), lat: z.number() }).nullable(),
    photos: z.array(z.string()),
    feedback: z.array(
      z.object({
        at: z.string(),
        byName: z.string().nullable(),
        outcome: z.enum(entryOutcomes),
        text: z.string(),
      }),
    ),
    order: z.object({ number: z.string(), note: z.string(), at: z.string(), byName: z.string().nullable() }).nullable(),
    /** Whether the caller may answer it now, or hand it on. */
    mayAnswer: z.boolean(),
  }),
  refusals: ['diary/no-such-entry'],
})

export const diaryOfDay = endpoint({
  name: 'diary.day',
  kind: 'query',
  access: reading,
  summary: 'One day by community: entries written, answered in time or late, and not answered.',
  input: z.object({ day: z.iso.date().optional() }),
  output: z.object({
    day: z.string(),
    communities: z.array(
      z.object({
        gridPath: z.string(),
        name: z.string(),
        written: z.int(),
        inTime: z.int(),
        late: z.int(),
        missing: z.int(),
      }),
    ),
  }),
  refusals: [],
})

export const printTransfer = endpoint({
  name: 'diary.print-transfer',
  kind: 'query',
  access: reading,
  summary: 'A transfer order as an official paper.',
  input: z.object({ entryId, locale: z.enum(locales).default('zh-CN') }),
  output: PrintedFile,
  refusals: ['diary/no-such-entry', 'diary/no-transfer'],
  answersWith: 'application/pdf',
  callsAMinute: 30,
})
