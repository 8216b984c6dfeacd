import type { Point } from '#platform/kernel/common/geometry.ts'
import type { MapPoint } from '#platform/map/ui/index.ts'
import type { CaseStatus } from '../common/case-file.ts'

/** Shape says how far it has come: ring not yet taken in, diamond at the centre, triangle at the department … */
const shapes = {
  reported: 'ring',
  accepted: 'diamond',
  filed: 'diamond',
  dispatched: 'triangle',
  handled: 'square',
  verified: 'square',
  closed: 'tick',
  refused: 'cross',
  voided: 'cross',
  joined: 'bars',
} as const satisfies Record<CaseStatus, MapPoint['shape']>

interface Placed {
  readonly caseId: string
  readonly title: string
  readonly status: CaseStatus
  readonly place: Point
}

export function pointOf({ caseId, title, status, place }: Placed): MapPoint {
  return { id: caseId, place, title, ...lookOf(status) }
}

export function lookOf(status: CaseStatus): Pick<MapPoint, 'shape' | 'tone'> {
  const tone = status === 'closed' ? 'done' : status === 'refused' || status === 'joined' ? 'paused' : 'on-time'
  return { shape: shapes[status], tone }
}
