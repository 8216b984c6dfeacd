import type { Position } from '#platform/kernel/common/geometry.ts'

/** A place on the screen, in pixels. */
export interface ScreenPoint {
  readonly x: number
  readonly y: number
}

/** How near a click has to come to a corner to mean it. */
const reachPixels = 10

/** The corner that a click means, or the clicked place itself when none is near. */
export function snapped(
  clicked: { readonly at: Position; readonly point: ScreenPoint },
  corners: readonly Position[],
  project: (at: Position) => ScreenPoint,
): Position {
  let best = clicked.at
  let least = reachPixels
  for (const corner of corners) {
    const { x, y } = project(corner)
    const distance = Math.hypot(x - clicked.point.x, y - clicked.point.y)
    if (distance > least) continue
    least = distance
    best = corner
  }
  return best
}
