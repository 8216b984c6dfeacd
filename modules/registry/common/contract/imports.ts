import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { PrintedFile } from '#platform/contract/common/printed-file.ts'
import { cleanLine } from '#platform/kernel/common/clean-text.ts'
import { sheetTargets } from '../sheets/columns.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const write = { permission: 'registry.write' } as const

/** A sheet of 100 000 people has about ten megabytes. */
export const mostSheetBytes = 64 * 1024 * 1024
export const pieceBytes = 512 * 1024

const Target = z.enum(sheetTargets)
const Counts = z.object({
  new: z.int().default(0),
  changed: z.int().default(0),
  same: z.int().default(0),
  conflict: z.int().default(0),
  duplicate: z.int().default(0),
  fault: z.int().default(0),
  remark: z.int().default(0),
})

export const ImportSummary = z.object({
  importId: z.string(),
  name: z.string(),
  state: z.enum(['uploading', 'reading', 'mapping', 'checking', 'checked', 'taking', 'done', 'stopped']),
  gridPath: z.string(),
  gridNames: z.array(z.string()),
  asOf: z.string(),
  createdAt: z.string(),
  bytes: z.int(),
  arrived: z.int(),
  lines: z.int(),
  /** Of the present phase, 0 to 1. */
  progress: z.number(),
  counts: Counts,
  /** Why it stopped: `not-a-sheet`, `empty`, `rights-gone`, `stopped`. */
  problem: z.string().nullable(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

export const beginImport = endpoint({
  name: 'registry.begin-import',
  kind: 'command',
  access: write,
  summary: 'Announces a sheet of people; its bytes follow in pieces, and go on where they ended after a broken line.',
  input: z.object({
    importId: z.uuid(),
    name: z.string().min(1).max(200).transform(cleanLine),
    bytes: z.int().min(1).max(mostSheetBytes),
    /** Whose rows say no place are put here. */
    gridPath: z.string().max(60),
    /** The day on which the sheet was true. */
    asOf: z.iso.date(),
  }),
  output: z.object({ importId: z.string(), arrived: z.int() }),
  refusals: ['registry/no-such-grid', 'registry/not-here', 'registry/day-wrong', 'registry/import-id-taken'],
})

export const sendImportPiece = endpoint({
  name: 'registry.send-import-piece',
  kind: 'command',
  access: write,
  summary: 'A piece of a sheet, in base64; one that does not begin where the last ended changes nothing.',
  input: z.object({ importId: z.uuid(), at: z.int().min(0), piece: z.base64().max((pieceBytes * 4) / 3 + 4) }),
  output: z.object({ arrived: z.int() }),
  refusals: ['registry/no-such-import', 'registry/import-moved-on'],
  mostKilobytes: 1024,
})

export const mapImport = endpoint({
  name: 'registry.map-import',
  kind: 'command',
  access: write,
  summary: 'Settles what each column is, which is remembered for these headings, and has every row looked at.',
  input: z.object({
    importId: z.uuid(),
    mapping: z.array(Target.nullable()).max(200),
    /** For what the sheet has no column, such as the kind of resident of all of them. */
    defaults: z.partialRecord(Target, z.string().max(100).transform(cleanLine)).default({}),
  }),
  output: z.object({ importId: z.string() }),
  refusals: ['registry/no-such-import', 'registry/import-moved-on', 'registry/columns-wrong'],
})

export const takeImport = endpoint({
  name: 'registry.take-import',
  kind: 'command',
  access: write,
  summary: 'Takes the sound rows into the library; faulty ones stay out and come back as a sheet.',
  input: z.object({ importId: z.uuid() }),
  output: z.object({ importId: z.string() }),
  refusals: ['registry/no-such-import', 'registry/import-moved-on'],
})

export const stopImport = endpoint({
  name: 'registry.stop-import',
  kind: 'command',
  access: write,
  summary: 'Stops an import and forgets its rows; what was taken already stays.',
  input: z.object({ importId: z.uuid() }),
  output: z.object({ importId: z.string() }),
  refusals: ['registry/no-such-import', 'registry/import-moved-on'],
})

export const listImports = endpoint({
  name: 'registry.imports',
  kind: 'query',
  access: write,
  summary: 'The sheets that the caller brought, the latest first.',
  input: z.object(pageInput),
  output: pageOf(ImportSummary),
  refusals: [],
})

export const showImport = endpoint({
  name: 'registry.import',
  kind: 'query',
  access: write,
  summary: 'One sheet on its way: its columns with what they are taken as, some rows, progress and counts.',
  input: z.object({ importId: z.uuid() }),
  output: ImportSummary.extend({
    columns: z.array(
      z.object({
        heading: z.string(),
        target: Target.nullable(),
        why: z.enum(['heading', 'content', 'never-taken', 'unknown', 'remembered']),
        samples: z.array(z.string()),
      }),
    ),
    defaults: z.partialRecord(Target, z.string()),
  }),
  refusals: ['registry/no-such-import'],
})
export type ShownImport = z.infer<typeof showImport.output>

const Fault = z.object({
  target: Target,
  fault: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const ImportedRow = z.object({
  row: z.int(),
  outcome: z.enum(['new', 'changed', 'same', 'conflict', 'duplicate', 'fault']),
  cells: z.array(z.string()),
  changes: z.array(z.string()),
  faults: z.array(Fault),
  remarks: z.array(Fault),
  thingId: z.string().nullable(),
  alike: z.array(z.object({ thingId: z.string(), title: z.string().nullable(), reasons: z.array(z.string()) })),
})
export type ImportedRow = z.infer<typeof ImportedRow>

export const listImportRows = endpoint({
  name: 'registry.import-rows',
  kind: 'query',
  access: write,
  summary: 'Rows of a sheet by what becomes of them, with each fault at its column.',
  input: z.object({
    importId: z.uuid(),
    outcome: z.enum(['new', 'changed', 'same', 'conflict', 'duplicate', 'fault', 'remark']),
    /** Rows after this one. */
    after: z.int().min(0).default(0),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({ rows: z.array(ImportedRow), next: z.int().nullable() }),
  refusals: ['registry/no-such-import'],
})

export const importFaults = endpoint({
  name: 'registry.import-faults',
  kind: 'query',
  access: write,
  summary: 'The faulty rows as a sheet: as they were written, with the number of each row and what is wrong with it.',
  input: z.object({ importId: z.uuid() }),
  output: PrintedFile,
  refusals: ['registry/no-such-import'],
  answersWith: xlsx,
})

export const importTemplate = endpoint({
  name: 'registry.import-template',
  kind: 'query',
  access: write,
  summary: 'An empty sheet with all columns, and drop-downs for those with a list.',
  input: z.object({}),
  output: PrintedFile,
  refusals: [],
  answersWith: xlsx,
})

const Level = z.string().nullable()
const Address = z.object({
  ...{ province: Level, city: Level, county: Level, town: Level, community: Level, road: Level, number: Level },
  ...{ compound: Level, building: Level, entrance: Level, floor: Level, room: Level },
})

export const readAddressText = endpoint({
  name: 'registry.read-address',
  kind: 'query',
  access: { permission: 'registry.read-places' },
  summary: 'Reads free text into a standard address and says what of it could not be read and which building it is.',
  input: z.object({ text: z.string().max(200).transform(cleanLine) }),
  output: z.object({
    address: Address,
    written: z.string(),
    unread: z.array(z.string()),
    doubts: z.array(z.string()),
    renamed: z.array(z.object({ was: z.string(), now: z.string() })),
    buildings: z.array(z.object({ buildingId: z.string(), address: z.string(), gridNames: z.array(z.string()) })),
  }),
  refusals: [],
})

export const listAliases = endpoint({
  name: 'registry.street-aliases',
  kind: 'query',
  access: { permission: 'registry.read-places' },
  summary: 'Old and other names of streets and compounds, with the name that holds now.',
  input: z.object({}),
  output: z.object({ rows: z.array(z.object({ was: z.string(), now: z.string() })) }),
  refusals: [],
})

const Name = z.string().min(2).max(40).transform(cleanLine)

export const putAlias = endpoint({
  name: 'registry.put-street-alias',
  kind: 'command',
  access: { permission: 'registry.settle' },
  summary: 'Says which name holds now for an old or other name of a street or compound.',
  input: z.object({ was: Name, now: Name }),
  output: z.object({ was: z.string() }),
  refusals: ['registry/alias-goes-round'],
})

export const removeAlias = endpoint({
  name: 'registry.remove-street-alias',
  kind: 'command',
  access: { permission: 'registry.settle' },
  summary: 'Takes an old name out again.',
  input: z.object({ was: Name }),
  output: z.object({ was: z.string() }),
  refusals: [],
})
