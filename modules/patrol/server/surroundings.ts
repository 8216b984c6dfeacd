import type { Kysely } from 'kysely'
import type { CasePlace, reportCase } from '#modules/cases/common/index.ts'
import type { ReadPlace } from '#modules/grid/server/index.ts'
import type { Work } from '#platform/commands/server/command.ts'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Refusal } from '#platform/kernel/common/refusal.ts'
import type { PatrolSettings } from '../common/setting-parts.ts'

export interface PostFacts {
  readonly title: string
  readonly holderName: string | null
}

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly settings: (now: Instant) => PatrolSettings
  readonly secrets: SecretBox
  readonly cases: {
    /** A case out of what was found, inside the caller's unit of work. */
    open(
      work: Work<unknown>,
      opening: {
        caseId: string
        title: string | null
        description: string
        place: CasePlace
        photos: readonly string[]
      },
    ): Promise<{ readonly caseId: string; readonly number: string } | Refusal<(typeof reportCase)['refusals'][number]>>
  }
  readonly places: {
    readonly read: ReadPlace
    /** Names from the top down to a grid; none when there is no such grid. */
    names(path: string): readonly string[]
  }
  readonly staff: {
    people(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
    posts(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlyMap<string, PostFacts>>
    /** Every post on a grid that may walk patrols. */
    walkers(
      db: Kysely<unknown>,
    ): Promise<readonly (PostFacts & { readonly postId: string; readonly gridPath: string })[]>
  }
}
