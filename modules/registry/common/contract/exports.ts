import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { thingKinds } from '../kinds.ts'
import { Reason } from './things.ts'

const access = { permission: 'registry.export' } as const

/** Beside the fields of a kind: where it lies, and for people where they live. */
export const placeColumns = ['grid', 'home'] as const

export const beginExport = endpoint({
  name: 'registry.begin-export',
  kind: 'command',
  access,
  summary:
    'Takes a list out as a file with chosen columns and a reason. Sealed columns are masked unless asked for whole by somebody with the right to; then each person has the look on record.',
  input: z.object({
    exportId: z.uuid(),
    kind: z.enum(thingKinds),
    gridPath: z.string().max(60),
    columns: z
      .array(z.object({ key: z.string().max(40), whole: z.boolean().default(false) }))
      .min(1)
      .max(60),
    format: z.enum(['xlsx', 'csv']),
    reason: Reason,
  }),
  output: z.object({ exportId: z.string() }),
  refusals: [
    ...(['registry/no-such-grid', 'registry/not-here', 'registry/export-id-taken', 'registry/columns-wrong'] as const),
    'registry/may-not-see',
  ],
})

export const ExportSummary = z.object({
  exportId: z.string(),
  kind: z.enum(thingKinds),
  gridNames: z.array(z.string()),
  format: z.enum(['xlsx', 'csv']),
  reason: z.string(),
  state: z.enum(['running', 'done', 'stopped']),
  rows: z.int(),
  total: z.int(),
  bytes: z.number(),
  createdAt: z.string(),
  /** The file is removed after a day; that it was taken stays on record. */
  isKept: z.boolean(),
})
export type ExportSummary = z.infer<typeof ExportSummary>

export const listExports = endpoint({
  name: 'registry.exports',
  kind: 'query',
  access,
  summary: 'The lists that the caller took out, with their progress.',
  input: z.object(pageInput),
  output: pageOf(ExportSummary),
  refusals: [],
})
