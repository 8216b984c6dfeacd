import type { Generated } from 'kysely'
import type { Polygon } from '#platform/kernel/common/geometry.ts'
import type { Duty, GridKind } from '../common/grid.ts'

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
}
