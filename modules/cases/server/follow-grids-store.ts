import { type Kysely, sql } from 'kysely'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { endStatuses } from '../common/case-file.ts'
import type { CasesTables } from './tables.ts'

export interface CaseInGrid {
  readonly caseId: string
  readonly gridPath: string
  readonly gridName: string
  /** Null where only an address is known. */
  readonly point: Point | null
}

export async function openCasesIn(db: Kysely<CasesTables>, paths: readonly string[]): Promise<CaseInGrid[]> {
  if (paths.length === 0) return []
  const rows = await db
    .selectFrom('cases.case_file')
    .select(['id', 'grid_path', 'grid_names', 'lon', 'lat'])
    .where('grid_path', '=', sql<string>`any(${paths}::text[])`)
    .where('status', 'not in', [...endStatuses])
    .orderBy('id')
    .execute()
  return rows.map(({ id, grid_path, grid_names, lon, lat }) => ({
    ...{ caseId: id, gridPath: grid_path, gridName: grid_names.at(-1) ?? grid_path },
    point: lon === null || lat === null ? null : { lon, lat },
  }))
}
