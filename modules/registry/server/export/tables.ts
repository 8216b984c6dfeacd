import type { Generated } from 'kysely'
import type { Grant } from '#platform/authz/common/grants.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { ThingKind } from '../../common/kinds.ts'

export interface ExportColumn {
  readonly key: string
  /** A sealed value unmasked; needs the right to and leaves a look on record for each person. */
  readonly whole: boolean
}

/** Lists on their way out. */
export interface ExportTables {
  'registry.sheet_export': {
    id: string
    by_id: string
    post_id: string | null
    grants: readonly Grant[]
    kind: ThingKind
    grid_path: string
    columns: readonly ExportColumn[]
    format: 'xlsx' | 'csv'
    reason: string
    state: 'running' | 'done' | 'stopped'
    rows: Generated<number>
    total: Generated<number>
    pieces: Generated<number>
    bytes: Generated<number>
    created_at: Instant
    beat_at: Instant
  }
  'registry.export_piece': { export_id: string; serial: number; sealed: Buffer }
}
