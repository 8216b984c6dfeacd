import type { Kysely } from 'kysely'
import type { ReadPlace } from '#modules/grid/server/index.ts'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'

/** A post as it stands in the list of whom to call. */
export interface StandingPost {
  readonly postId: string
  readonly title: string
  readonly unitName: string
  readonly gridPath: string | null
  readonly holder: { readonly personId: string; readonly name: string } | null
}

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly secrets: SecretBox
  readonly places: {
    readonly read: ReadPlace
    root(): { readonly path: string } | null
    names(path: string): readonly string[]
  }
  readonly posts: {
    byIds(db: Kysely<unknown>, postIds: readonly string[]): Promise<readonly StandingPost[]>
    /** On a grid or above it, with the permission, the nearest first; vacant ones too. */
    answering(db: Kysely<unknown>, gridPath: string, permission: string): Promise<readonly StandingPost[]>
    /** That lead or work a grid or one above it, the lowest grid first; vacant ones too. */
    standing(db: Kysely<unknown>, gridPath: string): Promise<readonly StandingPost[]>
    /** Of those that work in shifts, whether they are on one now. */
    onShift(db: Kysely<unknown>, postIds: readonly string[], now: Instant): Promise<ReadonlyMap<string, boolean>>
    /** Whole duty phones, by post. */
    phones(db: Kysely<unknown>, postIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  }
  readonly people: (db: Kysely<unknown>, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}
