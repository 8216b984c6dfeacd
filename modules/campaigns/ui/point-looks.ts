import type { MapShape, MapTone } from '#platform/map/common/on-the-map.ts'
import type { Standing } from '../common/figures.ts'
import type { PointState } from '../common/point.ts'

/** Each state has a shape of its own on map and in lists; the colour says how urgent it is. */
export const pointShapes: Readonly<Record<PointState, MapShape>> = {
  surveyed: 'ring',
  listed: 'square',
  ordered: 'triangle',
  reported: 'diamond',
  'ticked-off': 'tick',
  dropped: 'slash',
}

export function lookOfPoint(
  state: PointState,
  standing: Standing,
): { readonly shape: MapShape; readonly tone: MapTone } {
  const tone =
    standing === 'overdue' ? 'over' : state === 'ticked-off' ? 'done' : state === 'dropped' ? 'paused' : 'on-time'
  return { shape: pointShapes[state], tone }
}
