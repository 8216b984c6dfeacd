import {
  type BothNames,
  type ClassBook,
  type ClassKind,
  type FilingCondition,
  nationalClasses,
} from '#modules/catalogue/common/index.ts'
import type { ReadHandle, ReadPlace } from '#modules/grid/server/index.ts'
import type { Grant } from '#platform/authz/common/grants.ts'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { HeldWrite } from '#platform/db/server/held-writes.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { FilePasses } from '#platform/files/server/file-pass.ts'
import type { PhotoStorage } from '#platform/files/server/storage.ts'
import type { Subject, Work } from '#platform/commands/server/command.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Timer, WorkCalendar } from '#platform/worktime/common/index.ts'
import type { Wording } from '#platform/i18n/common/wording.ts'
import type { DuplicateSettings } from '../common/likeness.ts'
import type { PrioritySettings } from '../common/priority.ts'
import type { ProcedureSettings } from '../common/procedure/settings.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'

/** What this module asks about places. */
export interface GridLocator {
  readonly read: ReadPlace
  /** The grid at the top, where matters go that lie in no grid; null while there are no grids. */
  root(): { readonly path: string; readonly name: string; readonly labelPlace: Point } | null
  /** Six digits of the district that a grid lies in. */
  districtOf(path: string): string
  /** Filled posts with a permission: by responsibility for the grid, then by distance. */
  nearestPosts(
    db: ReadHandle,
    point: Point,
    permission: string,
  ): Promise<readonly { readonly postId: string; readonly personId: string; readonly gridPath: string }[]>
}

export interface PostName {
  readonly title: string
  readonly unitName: string
  /** Who holds it now; null when vacant. */
  readonly holderName: string | null
}

/** What this module asks about people, posts and units. The handle comes along: inside a command only it may read. */
export interface StaffDirectory {
  people(db: ReadHandle, personIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  posts(db: ReadHandle, postIds: readonly string[]): Promise<ReadonlyMap<string, PostName>>
  units(db: ReadHandle, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Units with a post that may do something: where a case can be sent. */
  unitsHolding(
    db: ReadHandle,
    permission: string,
  ): Promise<readonly { readonly unitId: string; readonly name: string }[]>
}

/** What this module asks about the catalogue. */
export interface ConditionSource {
  /** The classes under which something can be filed now. */
  classes(now: Instant): ClassBook
  /** As it holds now. */
  find(conditionId: string, now: Instant): FilingCondition | null
  /** As it was when a case was filed under it. */
  version(conditionId: string, version: number): FilingCondition | null
}

/** A place with the national classes and no conditions: the usual limit holds for everything. */
export const noConditions: ConditionSource = {
  classes: () => nationalClasses,
  find: () => null,
  version: () => null,
}

/** A matter as far as it decides who gets it. */
export interface MatterToRoute {
  readonly gridPath: string
  readonly classKind: ClassKind
  readonly classCode: string
  readonly at: Instant
}

/** A dispute that was ruled on, with the wish that it holds from now on. */
export interface RulingAsRule extends Omit<MatterToRoute, 'at'> {
  readonly caseId: string
  readonly number: string
  readonly unitId: string
  readonly reason: string
  /** The grid in which it is to hold; null for everywhere. */
  readonly holdsIn: string | null
}

/** What this module asks about who gets a matter: rules that name units, and who is on shift. */
export interface CaseRouting {
  /** The unit that a rule names, what the rule speaks of and why it was written; null when none speaks of the matter. */
  ruleFor(
    db: ReadHandle,
    matter: MatterToRoute,
  ): Promise<{ readonly unitId: string; readonly words: BothNames; readonly reason: string } | null>
  takeUpRuling(work: Work<unknown>, ruling: RulingAsRule): Promise<void>
  /** Of these posts, those that work in shifts: whether they are on one now. Others are always on duty. */
  onShift(db: ReadHandle, postIds: readonly string[], now: Instant): Promise<ReadonlyMap<string, boolean>>
  /** Posts on a shift now, with what they may do of some permissions. */
  shiftNow(db: ReadHandle, permissions: readonly string[], now: Instant): Promise<OnShiftNow>
  /** Where what is done changes hands between two moments: what the posts may do whose shift began or ended. */
  handedOver(db: ReadHandle, permissions: readonly string[], after: Instant, until: Instant): Promise<readonly Grant[]>
}

export interface OnShiftNow {
  readonly postIds: ReadonlySet<string>
  readonly grants: readonly Grant[]
}

/** A place without rules and shifts: nothing is suggested, and everybody is on duty. */
export const noRouting: CaseRouting = {
  ruleFor: async () => null,
  takeUpRuling: async () => {},
  onShift: async () => new Map(),
  shiftNow: async () => ({ postIds: new Set(), grants: [] }),
  handedOver: async () => [],
}

/** What this module asks about work time. */
export interface CaseClocks {
  /** The calendar of the district that a grid lies in. */
  calendarAt(gridPath: string): WorkCalendar
  /** What a step has made of the timers of a case, so that somebody watches them; nothing when it left them alone. */
  change(
    subject: Subject,
    gridPath: string,
    timers: { readonly before: readonly Timer[]; readonly after: readonly Timer[] },
    now: Instant,
  ): readonly HeldWrite[]
  /** Replaces all timers of a case. */
  keep(tx: ReadHandle, subject: Subject, gridPath: string, timers: readonly Timer[], now: Instant): Promise<void>
}

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly db: Db
  readonly grids: GridLocator
  readonly staff: StaffDirectory
  /** Seals the reporter's name and phone. */
  readonly secrets: SecretBox
  /** Makes and checks follow codes. Kept outside the database; replacing it makes handed-out codes invalid. */
  readonly followKey: Uint8Array
  /** Lets whoever follows by code open the photos of the result. */
  readonly passes: Pick<FilePasses, 'issue'>
  /** The pictures themselves, for papers. Whoever reads one has made sure that its case may be seen. */
  readonly photos: Pick<PhotoStorage, 'read'>
  readonly duplicates: (now: Instant) => DuplicateSettings
  readonly procedure: (now: Instant) => ProcedureSettings
  readonly priority: (now: Instant) => PrioritySettings
  /** The place's own words for words of the trade, for papers; screens ask for them themselves. */
  readonly wording: (now: Instant) => Wording
  readonly conditions: ConditionSource
  readonly clocks: CaseClocks
  readonly routing: CaseRouting
}
