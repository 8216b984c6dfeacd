import type { Point as Place, Polygon } from '#platform/kernel/common/geometry.ts'
import { placeInside } from '#platform/planar/common/place-inside.ts'
import { at, doubleArea, toDegrees } from '#platform/planar/common/point.ts'
import { partsOf } from './cell.ts'

/** A place surely inside the largest part, for the name on the map and for the order of numbers. */
export function labelPlaceOf(polygon: Polygon): Place {
  const parts = partsOf(polygon).toSorted((a, b) => doubleArea(at(b, 0)) - doubleArea(at(a, 0)))
  const [lon, lat] = toDegrees(placeInside(at(parts, 0)))
  return { lon, lat }
}
