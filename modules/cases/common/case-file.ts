import type { BothNames, ClassKind } from '#modules/catalogue/common/index.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Limit, Timer } from '#platform/worktime/common/index.ts'
import type { FiledUnder } from './procedure/main-path.ts'

/** 待受理 → 待立案 → 待派遣 → 待处置 → 待核查 → 待结案 → 已结案; 不予受理, 并案 and 作废 are ends as well. */
export const caseStatuses = [
  'reported',
  'accepted',
  'filed',
  'dispatched',
  'handled',
  'verified',
  'closed',
  'refused',
  'joined',
  'voided',
] as const
export type CaseStatus = (typeof caseStatuses)[number]

export const endStatuses = ['closed', 'refused', 'joined', 'voided'] as const satisfies readonly CaseStatus[]

export function isEnded(status: CaseStatus): boolean {
  return (endStatuses as readonly CaseStatus[]).includes(status)
}

/** How word of it came: patrol, building head, resident, the 12345 hotline, and whoever else may say so. */
export const caseSources = [
  'worker',
  'building-head',
  'resident',
  'hotline',
  'leader',
  'media',
  'video',
  'sensor',
  'superior',
  'diary',
  'campaign',
  'neighbour',
  'other',
] as const
export type CaseSource = (typeof caseSources)[number]

export const photoRoles = ['before', 'after', 'verify'] as const
export type PhotoRole = (typeof photoRoles)[number]

export interface CasePhoto {
  readonly fileId: string
  readonly role: PhotoRole
}

/** Where it is, as found out when it was reported. Old matters keep their old grid (mission A1). */
export interface CasePlace {
  readonly point: Point | null
  readonly accuracyMetres: number | null
  /** The frame the coordinates came in; what is stored is always CGCS2000 as WGS 84 degrees. */
  readonly frame: string | null
  readonly address: string | null
  /** The deepest grid around the point; the top grid when there is none, so that the centre gets it. */
  readonly gridPath: string
  readonly gridNames: readonly string[]
  /** No point, or a point outside every grid. */
  readonly noGrid: boolean
}

export type { CaseEvent } from './procedure/all.ts'
export type { CaseReported } from './procedure/main-path.ts'

/** Who works on it: the community, the street above it, the district above that. */
export const caseLevels = ['community', 'street', 'district'] as const
export type CaseLevel = (typeof caseLevels)[number]

/** Another case, as people know it. */
export interface OtherCase {
  readonly caseId: string
  readonly number: string
}

/** Why a case is left out of the rates, and who wanted and agreed to it. */
export interface LeftOut {
  readonly reason: string
  readonly note: string
  readonly askedBy: string
  readonly by: string
  readonly at: Instant
}

/** Where a case stands in the procedure, beside its status. Stored as one piece: it is read and written whole. */
export interface Procedure {
  /** The filing condition and its version: an old case keeps what it was filed under. */
  readonly condition: FiledUnder | null
  readonly limit: Limit | null
  /** The post that filed it first; it stays the operator on record. */
  readonly registeredBy: string | null
  /** The post that has it, of all that could take it from the pool. */
  readonly claimedBy: string | null
  readonly check: { readonly postId: string | null; readonly askedAt: Instant } | null
  readonly checkFound: boolean | null
  readonly assistants: readonly { readonly unitId: string; readonly isDone: boolean }[]
  readonly children: readonly OtherCase[]
  readonly parent: OtherCase | null
  readonly links: readonly OtherCase[]
  /** The unit that gave it back, until it is dispatched anew. */
  readonly returnedBy: string | null
  readonly dispute: { readonly unitId: string | null; readonly reason: string; readonly by: string } | null
  /** The unit that a ruling named. */
  readonly ruledFor: string | null
  readonly extension: {
    readonly reason: string
    readonly by: string
    readonly isApproved: boolean
    /** Who approved it first, in the unit; unknown of those approved before this was kept. */
    readonly approvedBy?: string
  } | null
  readonly extensionCount: number
  readonly suspension: { readonly reason: string; readonly by: string; readonly until: Instant } | null
  readonly suspendedUntil: Instant | null
  readonly suspensionCount: number
  readonly appeal: { readonly reason: string; readonly by: string; readonly supportedBy: string | null } | null
  readonly hasAppealed: boolean
  /** Statistics leave it out. That it was late is still seen in its timers. */
  readonly isExempt: boolean
  /** Asked for, and not yet answered: that the rates leave it out. */
  readonly leaveOut: { readonly reason: string; readonly note: string; readonly by: string } | null
  /** The rates leave it out, by hand of two. */
  readonly leftOut: LeftOut | null
  readonly isSimple: boolean
  readonly isForced: boolean
  readonly closedAt: Instant | null
  readonly reopenCount: number
  readonly urgedCount: number
  readonly instructedCount: number
  readonly level: CaseLevel
  /** The grid that the level stands for; null for the case's own grid (community) or above every grid (district). */
  readonly workPath: string | null
  readonly foreignNumber: string | null
  readonly timers: readonly Timer[]
}

export interface Rating {
  readonly stars: number
  readonly solved: boolean
  readonly comment: string | null
}

/** A case file (案卷) as it stands: what its history adds up to. */
export interface CaseFile {
  readonly id: string
  readonly number: string
  readonly status: CaseStatus
  readonly source: CaseSource
  readonly title: string | null
  readonly description: string
  readonly place: CasePlace
  readonly classKind: ClassKind | null
  readonly classCode: string | null
  /** What the class was called when the case was filed. */
  readonly className: BothNames | null
  /** The unit it is with, from dispatch on; null again after a return. */
  readonly unitId: string | null
  /** The post asked to verify, from the first handling on. */
  readonly postId: string | null
  /** The signed-in person who reported it. */
  readonly ownerId: string | null
  /** Who is told when it comes back to them. */
  readonly dispatchedBy: string | null
  readonly handledBy: string | null
  readonly photos: readonly CasePhoto[]
  readonly reworkCount: number
  readonly joinedInto: { readonly caseId: string; readonly number: string } | null
  readonly rating: Rating | null
  readonly madeAt: Instant | null
  readonly clockOffSeconds: number | null
  readonly reportedAt: Instant
  /** When it came into its present status. */
  readonly since: Instant
  readonly version: number
  readonly procedure: Procedure
}
