/** What a border runs along. */
export interface Way {
  /** As for roads, 0 to 7; rails and rivers have none. */
  readonly kind: 'road' | 'rail' | 'river'
  readonly rank: number
  readonly name: string | null
  /** Of the object in the open data. */
  readonly key: string
}

/** Of two ways on the same line the grander one counts. */
export function granderWay(a: Way, b: Way): Way {
  return separation(b) < separation(a) ? b : a
}

/**
 * How readily two blocks on either side are taken together: railways, rivers and main roads part people,
 * a lane does not. Border lengths are weighed by it.
 */
export function separation(way: Way): number {
  if (way.kind !== 'road') return 0.1
  return [0.12, 0.15, 0.35, 0.6, 1, 1.2, 1.5, 2][way.rank] ?? 2
}

export function isBarrier(way: Way): boolean {
  return way.kind !== 'road' || way.rank <= 1
}
