import type { Kysely } from 'kysely'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'

export interface RelayPost {
  readonly postId: string
  readonly title: string
  readonly unitName: string
  readonly holder: { readonly personId: string; readonly name: string } | null
}

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly secrets: SecretBox
  readonly names: (path: string) => readonly string[]
  readonly posts: {
    byIds(db: Kysely<unknown>, postIds: readonly string[]): Promise<readonly RelayPost[]>
    /** Posts that may pass words on, on a grid and below it; vacant ones too. */
    passing(db: Kysely<unknown>, gridPath: string): Promise<readonly RelayPost[]>
    /** Courtyards, buildings and entrances that a post is head of, with where they are. */
    headOf(
      db: Kysely<unknown>,
      postId: string,
      now: Instant,
    ): Promise<readonly { readonly name: string; readonly lon: number; readonly lat: number }[]>
  }
  readonly people: (db: Kysely<unknown>, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}
