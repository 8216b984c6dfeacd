import type { Point } from '#platform/kernel/common/geometry.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'

/** 待受理 → 待立案 → 待派遣 → 待处置 → 待核查 → 待结案 → 已结案; 不予受理 and 并案 are ends as well. */
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
] as const
export type CaseStatus = (typeof caseStatuses)[number]

export const endStatuses = ['closed', 'refused', 'joined'] as const satisfies readonly CaseStatus[]

export function isEnded(status: CaseStatus): boolean {
  return (endStatuses as readonly CaseStatus[]).includes(status)
}

/** How word of it came: patrol, building head, resident, the 12345 hotline, sent down from above, other. */
export const caseSources = ['worker', 'building-head', 'resident', 'hotline', 'superior', 'other'] as const
export type CaseSource = (typeof caseSources)[number]

/** Components (部件) and events (事件) of the catalogue have number spaces of their own, so a class needs both. */
export const classKinds = ['component', 'event'] as const
export type ClassKind = (typeof classKinds)[number]

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

interface Happened {
  readonly at: Instant
  /** The person; `nobody` when an unknown resident reported or rated. */
  readonly by: string
  readonly postId: string | null
}

export interface CaseReported extends Happened {
  readonly type: 'case.reported'
  readonly caseId: string
  readonly number: string
  readonly source: CaseSource
  readonly title: string | null
  readonly description: string
  readonly place: CasePlace
  readonly photos: readonly string[]
  /** The device's own time; kept beside the server's because either may be wrong. */
  readonly madeAt: Instant | null
  /** Set when the device's clock is further off than is usual: device minus server, in seconds. */
  readonly clockOffSeconds: number | null
}

export type CaseEvent =
  | CaseReported
  | (Happened & { readonly type: 'case.accepted' })
  | (Happened & { readonly type: 'case.refused'; readonly reason: string })
  | (Happened & { readonly type: 'case.joined'; readonly into: string; readonly intoNumber: string })
  | (Happened & {
      readonly type: 'case.filed'
      readonly classKind: ClassKind
      readonly classCode: string
      readonly title: string | null
    })
  | (Happened & { readonly type: 'case.dispatched'; readonly unitId: string; readonly note: string | null })
  | (Happened & { readonly type: 'case.returned'; readonly reason: string })
  | (Happened & {
      readonly type: 'case.handled'
      readonly note: string
      readonly photos: readonly string[]
      /** The post asked to verify: by responsibility for the grid, then by distance. */
      readonly verifierPostId: string | null
    })
  | (Happened & {
      readonly type: 'case.verified'
      readonly passed: boolean
      readonly note: string | null
      readonly photos: readonly string[]
    })
  | (Happened & { readonly type: 'case.closed'; readonly note: string | null })
  | (Happened & { readonly type: 'case.reworked'; readonly reason: string })
  | (Happened & {
      readonly type: 'case.rated'
      readonly stars: number
      readonly solved: boolean
      readonly comment: string | null
    })

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
}
