import { z } from 'zod'
import { GridPath } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { PrintedFile } from '#platform/contract/common/printed-file.ts'
import { paperTexts } from '#platform/files/common/papers.ts'
import { locales } from '#platform/i18n/common/translate.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { institutionKinds, standings } from './institution.ts'

export const institutionTextLimits = { number: 40, title: 80, body: 20_000, note: 200, reason: 300, files: 9 } as const
const most = institutionTextLimits

const reading = { permission: 'institutions.read' }
const editing = { permission: 'institutions.edit' }
const documentId = z.uuid()
const needed = (length: number) => z.string().max(length).transform(cleanText).pipe(z.string().min(1))
const Named = z.object({ path: z.string(), name: z.string() })

const Listed = z.object({
  documentId: z.string(),
  number: z.string(),
  kind: z.enum(institutionKinds),
  title: z.string(),
  /** The version that counts today, or the first one to come. */
  version: z.int(),
  inForceFrom: z.string(),
  inForceUntil: z.string().nullable(),
  standing: z.enum(standings),
  areas: z.array(Named),
  /** Whether one of the caller's posts must read it. */
  mustRead: z.boolean(),
  /** Whether the caller has read the wording that counts. */
  hasRead: z.boolean(),
  /** Words around the place where what is looked for stands; the beginning otherwise. */
  snippet: z.string(),
  /** The paper in which it stands, when it stands in neither title nor body. */
  foundIn: z.string().nullable(),
})
export type Listed = z.infer<typeof Listed>

export const listInstitutions = endpoint({
  name: 'institutions.list',
  kind: 'query',
  access: reading,
  summary: 'Institutions by number: rules, covenants, standards and notices, found by their words.',
  input: z.object({
    ...pageInput,
    kind: z.enum(institutionKinds).optional(),
    standing: z.enum(standings).optional(),
    /** Only what the caller must still read. */
    toRead: z.boolean().optional(),
    text: z.string().max(100).optional(),
  }),
  output: pageOf(Listed).extend({ toRead: z.int() }),
  refusals: [],
})

const Version = z.object({
  version: z.int(),
  title: z.string(),
  inForceFrom: z.string(),
  inForceUntil: z.string().nullable(),
  asksAgain: z.boolean(),
  changeNote: z.string(),
  madeAt: z.string(),
  madeByName: z.string().nullable(),
})

export const showInstitution = endpoint({
  name: 'institutions.show',
  kind: 'query',
  access: reading,
  summary: 'One institution in the wording that counts, or in an earlier one; its history and who must read it.',
  input: z.object({ documentId, version: z.int().min(1).optional() }),
  output: Listed.extend({
    body: z.string(),
    /** The version shown, which need not be the one that counts. */
    shown: z.int(),
    /** The body of the version before the one shown, to see what changed; null for the first. */
    bodyBefore: z.string().nullable(),
    acknowledgedAt: z.string().nullable(),
    versions: z.array(Version),
    repealed: z
      .object({
        from: z.string(),
        reason: z.string(),
        replacedBy: z.object({ documentId: z.string(), title: z.string() }).nullable(),
      })
      .nullable(),
    readers: z.object({
      roles: z.array(z.object({ code: z.string(), name: z.string() })),
      grid: Named.nullable(),
    }),
    /** Photos and papers; a photo has no name. */
    attachments: z.array(
      z.object({
        fileId: z.string(),
        name: z.string().nullable(),
        bytes: z.int(),
        /** Whether it is found by what is written in it, or why not; null for a photo. */
        text: z.enum(paperTexts).nullable(),
      }),
    ),
    mayEdit: z.boolean(),
  }),
  refusals: ['institutions/not-found'],
})

export const listReaders = endpoint({
  name: 'institutions.readers',
  kind: 'query',
  access: editing,
  summary: 'Who must read an institution and who has, for those who keep it.',
  input: z.object({ documentId }),
  output: z.object({
    readers: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        title: z.string(),
        unitName: z.string(),
        /** When they read the wording that counts; null when they have not. */
        readAt: z.string().nullable(),
      }),
    ),
    total: z.int(),
    read: z.int(),
  }),
  refusals: ['institutions/not-found'],
})

export const publishInstitution = endpoint({
  name: 'institutions.publish',
  kind: 'command',
  access: editing,
  summary: 'Puts an institution or its next wording in force from a day, and asks those who must read it.',
  input: z.object({
    documentId,
    /** The version that the writer has seen; 0 for a new institution. */
    seenVersion: z.int().min(0),
    number: needed(most.number),
    kind: z.enum(institutionKinds),
    title: needed(most.title),
    body: z.string().max(most.body).transform(cleanText).pipe(z.string().min(1)),
    inForceFrom: z.iso.date(),
    inForceUntil: z.iso.date().nullable(),
    /** Where it holds; none means everywhere. */
    areas: z.array(GridPath).max(50),
    readerRoles: z.array(z.string().max(60)).max(40),
    readerGrid: GridPath.nullable(),
    asksAgain: z.boolean(),
    changeNote: z.string().max(most.note).transform(cleanText),
    /** Photos and papers of the wording, those that it keeps of the one before among them. */
    files: z.array(z.uuid()).max(most.files).default([]),
  }),
  output: z.object({ documentId: z.string(), version: z.int(), asked: z.int() }),
  refusals: [
    'institutions/not-found',
    'institutions/changed-meanwhile',
    'institutions/number-taken',
    'institutions/kind-stays',
    'institutions/notice-needs-end',
    'institutions/ends-before-it-begins',
    'institutions/already-repealed',
    'institutions/no-such-grid',
    'institutions/no-such-role',
    'institutions/outside-your-grids',
    'files/unknown',
    'files/taken-by-another',
  ],
})

export const repealInstitution = endpoint({
  name: 'institutions.repeal',
  kind: 'command',
  access: editing,
  summary: 'Repeals an institution from a day, with the reason and what stands in its place.',
  input: z.object({
    documentId,
    from: z.iso.date(),
    reason: needed(most.reason),
    replacedBy: z.uuid().nullable(),
  }),
  output: z.object({ documentId: z.string() }),
  refusals: [
    'institutions/not-found',
    'institutions/already-repealed',
    'institutions/outside-your-grids',
    'institutions/cannot-replace-itself',
  ],
})

export const acknowledge = endpoint({
  name: 'institutions.acknowledge',
  kind: 'command',
  access: reading,
  summary: 'Says that one has read the wording; on record with its day.',
  input: z.object({ documentId, version: z.int().min(1) }),
  output: z.object({ documentId: z.string(), version: z.int() }),
  refusals: ['institutions/not-found', 'institutions/changed-meanwhile'],
})

export const printInstitution = endpoint({
  name: 'institutions.print',
  kind: 'query',
  access: reading,
  summary: 'One institution as a paper.',
  input: z.object({ documentId, locale: z.enum(locales).default('zh-CN') }),
  output: PrintedFile,
  refusals: ['institutions/not-found'],
  answersWith: 'application/pdf',
  callsAMinute: 30,
})

/** By the clock only: asks those who came to their post after an institution was published. */
export const askReaders = endpoint({
  name: 'institutions.ask-readers',
  kind: 'command',
  access: editing,
  summary: 'Asks those who must read an institution and have not been asked yet.',
  input: z.object({ documentId }),
  output: z.object({ asked: z.int() }),
  refusals: ['institutions/not-found'],
})
