import type { Generated } from 'kysely'
import type { Polygon } from '#platform/kernel/common/geometry.ts'
import type { Comparison } from '../common/boundaries/compare.ts'
import type { BoundaryEdit } from '../common/boundaries/edit.ts'
import type { DraftState } from '../common/contract-drafts.ts'
import type { Duty, GridKind } from '../common/grid.ts'
import type { Succession } from './grid-history.ts'

export interface GridTables {
  'grid.grid': {
    path: string
    valid_from: string
    valid_to: string | null
    parent: string | null
    level: number
    kind: GridKind
    name: string
    code: string
    scheme: string
    polygon: Polygon
    area_square_metres: number
    label_lon: number
    label_lat: number
  }
  'grid.post_on_grid': { grid_path: string; duty: Duty; post_id: string }
  'grid.tree': { one: Generated<boolean>; version: number }
  'grid.draft': {
    id: string
    name: string
    reason: string
    under: string
    state: DraftState
    made_by: string
    made_at: string
    submitted_by: string | null
    base_version: number | null
    comparison: Comparison | null
    in_force_from: string | null
  }
  'grid.draft_edit': {
    draft_id: string
    serial: number
    edits: readonly BoundaryEdit[] | null
    undoes: number | null
    by_id: string
    post_id: string | null
    at: string
  }
  'grid.draft_step': {
    draft_id: string
    serial: number
    step: string
    words: string
    by_id: string
    post_id: string | null
    at: string
  }
  'grid.succession': {
    draft_id: string
    on_day: string
    from_path: string | null
    to_path: string | null
    how: Succession['how']
  }
  'grid.follow_up': { draft_id: string; kind: string; done_at: string }
}
