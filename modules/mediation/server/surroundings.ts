import type { Kysely } from 'kysely'
import type { ReadPlace } from '#modules/grid/server/index.ts'
import type { SecretBox } from '#platform/crypto/server/index.ts'

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly secrets: SecretBox
  readonly places: {
    readonly read: ReadPlace
    root(): { readonly path: string } | null
    names(path: string): readonly string[]
  }
  readonly people: (db: Kysely<unknown>, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}
