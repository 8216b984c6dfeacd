import type { BothNames, ClassKind } from '#modules/catalogue/common/index.ts'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { RoutingSettings } from '../common/settings.ts'

/** A major or a class of the catalogue, by how its code begins. */
export interface ClassChoice {
  readonly kind: ClassKind
  readonly start: string
  readonly isMajor: boolean
  readonly name: BothNames
}

export interface RosterPost {
  readonly postId: string
  readonly title: string
  readonly unitId: string
  /** Null when the post is vacant. */
  readonly holderName: string | null
}

/** A closed case as far as rules can be tried on it. */
export interface ClosedCase {
  readonly caseId: string
  readonly number: string
  readonly gridPath: string | null
  readonly gridName: string | null
  readonly classKind: ClassKind
  readonly classCode: string
  readonly reportedAt: Instant
  readonly unitId: string | null
}

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly settings: (now: Instant) => RoutingSettings
  /** The name of a grid in force; null when there is none. */
  readonly gridName: (path: string) => string | null
  readonly classes: () => readonly ClassChoice[]
  readonly staff: {
    /** Units with a post that may handle: where a case can be sent. */
    handlingUnits(db: ReadHandle): Promise<readonly { readonly unitId: string; readonly name: string }[]>
    units(db: ReadHandle, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>>
    people(db: ReadHandle, personIds: readonly string[]): Promise<ReadonlyMap<string, string>>
    postsIn(db: ReadHandle, unitId: string): Promise<readonly RosterPost[]>
    posts(db: ReadHandle, postIds: readonly string[]): Promise<ReadonlyMap<string, RosterPost>>
  }
  /** The latest closed cases that the actor may see. */
  readonly closedCases: (db: ReadHandle, actor: Actor, limit: number) => Promise<readonly ClosedCase[]>
}
