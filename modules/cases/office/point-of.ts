import type { Point } from '#platform/kernel/common/geometry.ts'
import type { MapPoint } from '#platform/map/ui/index.ts'
import type { CaseStatus } from '../common/case-file.ts'
import { statusShapes } from '../ui/status-shapes.ts'

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
  const tone =
    status === 'closed'
      ? 'done'
      : status === 'refused' || status === 'joined' || status === 'voided'
        ? 'paused'
        : 'on-time'
  return { shape: statusShapes[status], tone }
}
