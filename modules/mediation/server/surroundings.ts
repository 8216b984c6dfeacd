import type { Kysely } from 'kysely'
import type { PlaceInput } from '#modules/grid/common/index.ts'
import type { PlaceRead } from '#modules/grid/server/index.ts'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { Refusal } from '#platform/kernel/common/refusal.ts'

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly secrets: SecretBox
  readonly places: {
    read(
      place: PlaceInput,
    ):
      | PlaceRead
      | Refusal<'grid/coordinates-swapped' | 'grid/coordinates-out-of-range' | 'grid/coordinates-not-measured'>
    root(): { readonly path: string } | null
    names(path: string): readonly string[]
  }
  readonly people: (db: Kysely<unknown>, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}
