import type { Generated } from 'kysely'
import type { Grant } from '#platform/authz/common/grants.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { GuessedColumn, Mapping, SheetTarget } from '../../common/sheets/index.ts'

export const importStates = [
  ...(['uploading', 'reading', 'mapping', 'checking', 'checked', 'taking', 'done', 'stopped'] as const),
] as const
export type ImportState = (typeof importStates)[number]

export const outcomes = ['new', 'changed', 'same', 'conflict', 'duplicate', 'fault'] as const
export type Outcome = (typeof outcomes)[number]
export type Counts = Readonly<Partial<Record<Outcome | 'remark', number>>>

/** Tables of sheets on their way in. */
export interface ImportTables {
  'registry.sheet_import': {
    id: string
    name: string
    state: ImportState
    by_id: string
    post_id: string | null
    grants: readonly Grant[]
    grid_path: string
    as_of: string
    bytes: number
    arrived: Generated<number>
    heading: readonly string[] | null
    guessed: readonly GuessedColumn[] | null
    mapping: Mapping | null
    defaults: Generated<Readonly<Partial<Record<SheetTarget, string>>>>
    sample: Buffer | null
    lines: Generated<number>
    chunks: Generated<number>
    done: Generated<number>
    counts: Generated<Counts>
    problem: string | null
    created_at: Instant
    beat_at: Instant
  }
  'registry.import_piece': { import_id: string; at: number; sealed: Buffer }
  'registry.import_chunk': {
    import_id: string
    serial: number
    rows: Buffer
    judged: Buffer | null
    outcomes: Generated<string[]>
  }
  'registry.import_seen': { import_id: string; key: Buffer; row: number }
  'registry.import_mark': { id: Generated<string>; key: Buffer; thing_id: string; sealed: Buffer | null }
  'registry.sheet_mapping': {
    id: Generated<string>
    signature: Buffer
    sealed: Buffer | null
    mapping: Mapping
    defaults: Readonly<Partial<Record<SheetTarget, string>>>
    by_id: string
    at: Instant
  }
  'registry.street_alias': { was: string; now: string; by_id: string; at: Instant }
}
