import type { Kysely } from 'kysely'
import type { GridIndex, PostSource } from '#modules/grid/server/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { PostsSettings } from '../common/body.ts'

export interface StaffedPost {
  readonly postId: string
  readonly title: string
  readonly unitName: string
  readonly gridPath: string | null
  readonly holder: { readonly personId: string; readonly name: string } | null
}

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly settings: (now: Instant) => PostsSettings
  readonly grids: GridIndex
  readonly posts: PostSource
  readonly staff: {
    /** All posts on a grid and below it. */
    within(db: Kysely<unknown>, gridPath: string): Promise<readonly StaffedPost[]>
    /** Those that nobody holds, with since when. */
    vacant(db: Kysely<unknown>, gridPath: string): Promise<readonly (StaffedPost & { readonly since: Instant })[]>
    /** Who stands in now, by post. */
    substitutes(
      db: Kysely<unknown>,
      gridPath: string,
      now: Instant,
    ): Promise<ReadonlyMap<string, { readonly name: string; readonly untilAt: Instant }>>
  }
  /** Duty phones as the actor may see them, by post. */
  readonly phones: (
    db: Kysely<unknown>,
    actor: Actor,
    posts: readonly { readonly postId: string; readonly gridPath: string | null }[],
  ) => Promise<ReadonlyMap<string, string>>
  /** Open matters that lie in these very grids, by path. */
  readonly openMatters: (db: Kysely<unknown>, paths: readonly string[]) => Promise<ReadonlyMap<string, number>>
}
