import type { Transaction } from 'kysely'
import type { BuildingOutline } from '../common/boundaries/cut-buildings.ts'
import type { BoundaryRules } from '../common/boundaries/finding.ts'
import type { CodeSettings } from '../common/code-settings.ts'
import type { Bounds } from '../common/grid.ts'
import type { JobWork } from '#platform/jobs/server/job.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import type { ReadHandle } from './posts.ts'

/** What a draft changes, as those need it who keep things by grid. */
export interface TreeChange {
  readonly draftId: string
  readonly name: string
  /** Null while nobody has set the day. */
  readonly day: string | null
  /** Grids that are gone or lost ground, and all above them are the same: what lies elsewhere stays where it is. */
  readonly affected: readonly string[]
  /**
   * Path that is no more → where its grid stands now, or the grid that took its ground, or the one above when nobody in
   * particular did.
   */
  readonly heirs: ReadonlyMap<string, string>
  /** Of these, the grids that stand elsewhere and are the same. */
  readonly moved: ReadonlyMap<string, string>
  /** New grid → the grid in force of which it has the ground; null when it was drawn where none was. */
  readonly sources: ReadonlyMap<string, string | null>
  /** The lowest grid that has a place, in the tree as the draft has it. */
  locate(place: Point): string | null
  /** Names from the top down, in that tree. */
  names(path: string): readonly string[]
}

export interface Moving {
  readonly from: string
  readonly to: string
  readonly count: number
}

/** Something that is kept by grid: open matters, buildings, people. The module that keeps it offers this. */
export interface Follower {
  /** `cases`, `buildings`, `people`: the word for it is `moves.<kind>`. */
  readonly kind: string
  /** What would come into another grid. */
  count(db: ReadHandle, change: TreeChange): Promise<readonly Moving[]>
  /** The day has come and the tree holds. May be called twice. */
  follow(work: JobWork, change: TreeChange): Promise<void>
}

/** Everything around the drawing of grids that it is given, not finds. */
export interface Surroundings {
  readonly rules: (now: Instant) => BoundaryRules
  readonly codes: (now: Instant) => CodeSettings
  /** Outlines of the buildings in a box, so that no border cuts one in two. Empty where none are kept. */
  buildings(db: ReadHandle, within: Bounds): Promise<readonly BuildingOutline[]>
  people(db: ReadHandle, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The people who decide on drafts for a place. */
  approvers(db: ReadHandle): Promise<readonly string[]>
  /** Posts that stand in a grid that is gone go to its heir, with what they are allowed there. */
  movePosts(tx: Transaction<unknown>, from: string, to: string): Promise<void>
  readonly followers: readonly Follower[]
}
