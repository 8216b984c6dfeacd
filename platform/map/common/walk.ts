import { distanceMetres, type Point } from '../../kernel/common/geometry.ts'
import { type Instant, millisecondsOf } from '../../kernel/common/instant.ts'

export interface Stop {
  readonly key: string
  readonly point: Point | null
  readonly dueAt: Instant | null
}

export interface WalkSettings {
  /** What is due within so many minutes is walked to in the order in which it is due. Local practice. */
  readonly pressingMinutes: number
  /** So much further one goes to take something along that lies near the way. Local practice. */
  readonly detourMetres: number
}

export const usualWalk: WalkSettings = { pressingMinutes: 120, detourMetres: 150 }

export interface Walk<S extends Stop> {
  /** In the order in which one goes, each with the way from the one before (as the crow flies); null for the first when nobody knows where one stands. */
  readonly stops: readonly { readonly stop: S; readonly metres: number | null }[]
  readonly metres: number
  /** Things that lie nowhere on the map. */
  readonly nowhere: readonly S[]
}

type Placed<S> = S & { readonly point: Point }

/**
 * Several duties as one walk: what presses first, by when it is due; on the way to each what lies beside it; then from
 * each to the nearest. It proposes and binds nobody. Not the shortest of all walks: a person sees at once why it goes so.
 */
export function walkThrough<S extends Stop>(
  stops: readonly S[],
  here: Point | null,
  now: Instant,
  { pressingMinutes, detourMetres }: WalkSettings = usualWalk,
): Walk<S> {
  const isPlaced = (stop: S): stop is Placed<S> => stop.point !== null
  const placed = stops.filter(isPlaced)
  const limit = millisecondsOf(now) + pressingMinutes * 60_000
  const pressing = placed.filter(({ dueAt }) => dueAt !== null && millisecondsOf(dueAt) <= limit).sort(byDue)
  let rest = placed.filter(stop => !pressing.includes(stop)).sort(byDue)
  const gone: { stop: S; metres: number | null }[] = []
  let at = here
  const go = (stop: Placed<S>) => {
    gone.push({ stop, metres: at && distanceMetres(at, stop.point) })
    at = stop.point
    rest = rest.filter(one => one !== stop)
  }
  for (const target of pressing) {
    for (
      let near = besideTheWay(rest, at, target, detourMetres);
      near;
      near = besideTheWay(rest, at, target, detourMetres)
    ) {
      go(near)
    }
    go(target)
  }
  while (rest.length > 0) go(at === null ? rest[0]! : nearest(rest, at))
  return {
    stops: gone,
    metres: gone.reduce((sum, { metres }) => sum + (metres ?? 0), 0),
    nowhere: stops.filter(stop => stop.point === null),
  }
}

/** The nearest of those for which one hardly goes further on the way to the target. */
function besideTheWay<S>(
  rest: readonly Placed<S>[],
  at: Point | null,
  target: { readonly point: Point },
  most: number,
): Placed<S> | undefined {
  if (at === null) return undefined
  const straight = distanceMetres(at, target.point)
  const near = rest.filter(
    ({ point }) => distanceMetres(at, point) + distanceMetres(point, target.point) - straight <= most,
  )
  return near.length === 0 ? undefined : nearest(near, at)
}

function nearest<S>(stops: readonly Placed<S>[], at: Point): Placed<S> {
  return stops.reduce((best, one) => (distanceMetres(at, one.point) < distanceMetres(at, best.point) ? one : best))
}

/** By when it is due, then by key, so that the same day gives the same walk. */
function byDue(a: Stop, b: Stop): number {
  if (a.dueAt !== b.dueAt) return a.dueAt === null ? 1 : b.dueAt === null ? -1 : a.dueAt < b.dueAt ? -1 : 1
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}
