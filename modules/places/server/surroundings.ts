import type { Kysely } from 'kysely'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { BoundaryRules } from '#modules/grid/common/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { GridIndex, PostSource, ReadHandle } from '#modules/grid/server/index.ts'

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly grids: GridIndex
  readonly posts: PostSource
  readonly secrets: SecretBox
  /** From where on a building counts as cut by a border. */
  readonly boundaryRules: (now: Instant) => BoundaryRules
  /** How many homes the library has in a building, or behind one entrance of it. */
  readonly homesIn: (db: ReadHandle, buildingId: string, entranceId: string | null) => Promise<number>
  /** Names of people by id, for who printed a sheet. */
  readonly people: (db: Kysely<unknown>, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}
