import type { Kysely, Transaction } from 'kysely'
import type { GridHistory, ReadHandle } from '#modules/grid/server/index.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { RegistrySettings } from '../common/setting-parts.ts'
import type { StaleAfter } from '../common/entries.ts'
import type { Sealing } from './secrets.ts'

/** Everything around the module that it is given, not finds. */
export interface Surroundings extends Sealing {
  /** For what is streamed outside the contract. */
  readonly db: () => Db
  readonly grids: {
    has(path: string): boolean
    all(): readonly { readonly path: string; readonly name: string; readonly code: string }[]
    /** Names from the top down to a grid. */
    names(path: string): readonly string[]
    /** The tree on any day. */
    history(db: ReadHandle): Promise<GridHistory>
    /**
     * The version of the tree, which stays until the unit of work ends; null while homes and buildings are still on their
     * way into the grids of a tree that came into force.
     */
    held(tx: Transaction<unknown>): Promise<number | null>
  }
  readonly people: (db: Kysely<unknown>, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** The people whose posts hold a permission at a place. */
  readonly holders: (db: Kysely<unknown>, permission: string, gridPath: string) => Promise<readonly string[]>
  readonly settings: (now: Instant) => RegistrySettings
  /** What a post is called. */
  readonly posts: (db: Kysely<unknown>, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly staleAfter: (now: Instant) => StaleAfter
}
