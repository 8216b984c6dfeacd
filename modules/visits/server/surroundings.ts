import type { Kysely } from 'kysely'
import type { CasePlace, reportCase } from '#modules/cases/common/index.ts'
import type { ReadPlace } from '#modules/grid/server/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Work } from '#platform/commands/server/command.ts'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { Refusal } from '#platform/kernel/common/refusal.ts'

/** A person or household of the library, as far as the actor may see it. */
export interface KnownThing {
  readonly thingId: string
  readonly kind: string
  readonly title: string
  readonly gridPath: string
}

export interface FieldUpdate {
  readonly thingId: string
  readonly fields: Readonly<Record<string, string | number | boolean | null>>
  readonly seen?: Readonly<Record<string, number>>
}

export interface DueCare {
  readonly careId: string
  readonly personId: string
  readonly title: string
  readonly gridPath: string
  readonly group: { readonly 'zh-CN': string; readonly en: string }
  readonly everyDays: number
  readonly dueOn: string
}

/** What this module asks of the base library. */
export interface Library {
  /** Those that the actor may see. */
  things(db: Kysely<unknown>, actor: Actor, ids: readonly string[]): Promise<readonly KnownThing[]>
  /** The updates as they would be kept, and the names of fields that cannot be so. */
  checked(
    updates: readonly (FieldUpdate & { readonly kind: string })[],
    today: string,
  ): { readonly updates: readonly FieldUpdate[]; readonly faults: readonly string[] }
  /** Updates field by field with the visit as where it comes from; answers how many wait for a person's decision. */
  record(
    work: Work<unknown>,
    visit: { readonly visitId: string; readonly on: string },
    updates: readonly FieldUpdate[],
  ): Promise<{ readonly conflicts: number }>
  /** The people and households that live in a home now, as far as the actor may see them; none where it is no home. */
  livingIn(db: Kysely<unknown>, actor: Actor, homeId: string): Promise<readonly string[]>
  /** Entries of the care lists in the actor's places that are due until a day. */
  due(db: Kysely<unknown>, actor: Actor, until: string): Promise<readonly DueCare[]>
  /** Moves the rhythm of those that the actor may care for; answers when the next visit is due. */
  visited(
    work: Work<unknown>,
    careIds: readonly string[],
    on: string,
  ): Promise<readonly { readonly careId: string; readonly on: string }[]>
}

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly secrets: SecretBox
  readonly library: Library
  readonly cases: {
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
    root(): { readonly path: string } | null
    names(path: string): readonly string[]
  }
  readonly people: (db: Kysely<unknown>, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}
