import type { ClassKind } from '#modules/catalogue/common/index.ts'
import { distanceMetres, type Point } from '#platform/kernel/common/geometry.ts'
import { type Instant, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { type CaseFile, isEnded } from './case-file.ts'
import type { nearbyReasons } from './presented.ts'

type Reason = (typeof nearbyReasons)[number]

export interface Matter {
  readonly point: Point
  readonly at: Instant
  readonly classKind: ClassKind | null
  readonly classCode: string | null
}

type Bounds = Pick<DuplicateSettings, 'radiusMetres' | 'hours' | 'widerMetres'>

/** How near and how recent counts as "perhaps the same matter"; districts differ (50 m and 24 h is one city's rule). */
export interface DuplicateSettings {
  readonly radiusMetres: number
  readonly hours: number
  readonly widerMetres: number
  readonly widerHours: number
}

export const usualDuplicates: DuplicateSettings = { radiusMetres: 50, hours: 24, widerMetres: 200, widerHours: 720 }

export interface Likeness {
  readonly reason: Reason
  readonly rank: number
  readonly distanceMetres: number
  readonly sameClass: boolean
}

const order: readonly Reason[] = ['near-and-recent', 'same-class-open', 'near-and-open', 'around']

/** Whether another case may be the same matter, and why one would think so; null when it is too far away. */
export function likeness(matter: Matter, other: CaseFile, bounds: Bounds): Likeness | null {
  if (other.place.point === null) return null
  const distance = distanceMetres(matter.point, other.place.point)
  if (distance > bounds.widerMetres) return null
  const sameClass =
    matter.classCode !== null && matter.classCode === other.classCode && matter.classKind === other.classKind
  const hoursApart = Math.abs(millisecondsOf(matter.at) - millisecondsOf(other.reportedAt)) / 3_600_000
  const reason = reasonFor({ distance, hoursApart, sameClass, isOpen: !isEnded(other.status) }, bounds)
  return { reason, rank: order.indexOf(reason), distanceMetres: Math.round(distance), sameClass }
}

interface Facts {
  readonly distance: number
  readonly hoursApart: number
  readonly sameClass: boolean
  readonly isOpen: boolean
}

function reasonFor({ distance, hoursApart, sameClass, isOpen }: Facts, { radiusMetres, hours }: Bounds): Reason {
  const isNear = distance <= radiusMetres
  if (isNear && hoursApart <= hours) return 'near-and-recent'
  if (sameClass && isOpen) return 'same-class-open'
  return isNear && isOpen ? 'near-and-open' : 'around'
}
