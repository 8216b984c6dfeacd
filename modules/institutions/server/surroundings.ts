import type { Kysely } from 'kysely'
import type { GridIndex } from '#modules/grid/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { InstitutionSettings } from '../common/institution.ts'

export interface ReaderPost {
  readonly postId: string
  readonly title: string
  readonly unitName: string
  readonly roleCode: string
  readonly gridPath: string | null
  readonly holder: { readonly personId: string; readonly name: string } | null
}

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly settings: (now: Instant) => InstitutionSettings
  readonly grids: Pick<GridIndex, 'find' | 'names' | 'root'>
  readonly staff: {
    people(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
    posts(db: Kysely<unknown>, ids: readonly string[]): Promise<readonly ReaderPost[]>
    /** Posts of some roles, on a grid and below it, or wherever they stand. */
    withRoles(db: Kysely<unknown>, roles: readonly string[], gridPath: string | null): Promise<readonly ReaderPost[]>
    /** Names of roles by code; codes of no role are left out. */
    roles(db: Kysely<unknown>, codes: readonly string[]): Promise<ReadonlyMap<string, string>>
  }
}
