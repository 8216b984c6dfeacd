export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

type XY = readonly [x: number, y: number]

/** Something on the sheet that wants a name. Millimetres, y downwards. */
export interface Named {
  readonly key: string
  readonly text: string
  /** Stands for the name where it does not fit; the list beside the map says which it is. */
  readonly short: string
  readonly at: XY
  /** Outer rings; a name may not wander out of them. */
  readonly rings: readonly (readonly XY[])[]
  readonly size: number
}

export interface Placed {
  readonly key: string
  readonly lines: readonly string[]
  readonly size: number
  /** Middle of the whole label. */
  readonly at: XY
  readonly box: Box
  readonly isShort: boolean
}

export type Measure = (text: string, size: number) => number

const lineHeight = 1.15
const shrinks = [1, 0.85, 0.72]

/**
 * Puts names on a map so that none touches another: first come the first of the list. Each tries its own place, then
 * places around it; on one line, then on two or three; smaller; and at last only its number. What has no room even for
 * that is left out here and stands in the list.
 */
export function placeLabels(named: readonly Named[], measure: Measure, taken: readonly Box[] = []): Placed[] {
  const boxes = [...taken]
  return named.flatMap(one => {
    const found = firstFit(one, measure, boxes)
    if (!found) return []
    boxes.push(found.box)
    return [found]
  })
}

function firstFit(one: Named, measure: Measure, taken: readonly Box[]): Placed | null {
  const most = spanOf(one.rings) * 1.1
  // Wholly on its own ground where that can be: over a border a name seems to belong to the neighbour.
  for (const isWithin of [true, false]) {
    for (const shrink of shrinks) {
      for (const lines of wrappings(one.text)) {
        const found = tryAround(one, { lines, size: one.size * shrink, most, isWithin, isShort: false }, measure, taken)
        if (found) return found
      }
    }
  }
  for (const shrink of shrinks) {
    const way = { lines: [one.short], size: one.size * shrink, most: Infinity, isWithin: false, isShort: true }
    const found = tryAround(one, way, measure, taken)
    if (found) return found
  }
  return null
}

/** One way to write a name. */
interface Way {
  readonly lines: readonly string[]
  readonly size: number
  readonly most: number
  readonly isWithin: boolean
  readonly isShort: boolean
}

function tryAround(
  one: Named,
  { lines, size, most, isWithin, isShort }: Way,
  measure: Measure,
  taken: readonly Box[],
): Placed | null {
  const width = Math.max(...lines.map(line => measure(line, size)))
  if (width > most) return null
  const height = lines.length * size * lineHeight
  for (const at of around(one.at, size)) {
    if (!isInAny(one.rings, at)) continue
    const box = {
      ...{ left: at[0] - width / 2, right: at[0] + width / 2 },
      ...{ top: at[1] - height / 2, bottom: at[1] + height / 2 },
    }
    if (isWithin && !cornersOf(box).every(corner => isInAny(one.rings, corner))) continue
    if (!taken.some(other => touches(box, other))) return { key: one.key, lines, size, at, box, isShort }
  }
  return null
}

/** Corners and the middles of the long sides. */
const cornersOf = ({ left, right, top, bottom }: Box): readonly XY[] =>
  [left, (left + right) / 2, right].flatMap((x): XY[] => [
    [x, top],
    [x, bottom],
  ])

/** The place itself, then rings of eight places around it. */
function* around([x, y]: XY, size: number): Generator<XY> {
  yield [x, y]
  for (const step of [1.2, 2.4, 3.8, 5.5]) {
    for (let turn = 0; turn < 8; turn++) {
      const angle = (turn * Math.PI) / 4
      yield [x + Math.cos(angle) * size * step * 1.4, y + Math.sin(angle) * size * step]
    }
  }
}

/** On one line; broken before a bracket; in halves; in thirds. */
export function wrappings(text: string): string[][] {
  const bracket = text.indexOf('（')
  const inParts = (count: number) => {
    const letters = [...text]
    const each = Math.ceil(letters.length / count)
    return Array.from({ length: count }, (_, i) => letters.slice(i * each, (i + 1) * each).join('')).filter(Boolean)
  }
  const ways = [[text]]
  if (bracket > 0) ways.push([text.slice(0, bracket), text.slice(bracket)])
  else if (text.length >= 4) ways.push(inParts(2))
  if (text.length >= 8) ways.push(inParts(3))
  return ways
}

export function touches(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function spanOf(rings: readonly (readonly XY[])[]): number {
  const xs = rings.flat().map(([x]) => x)
  return Math.max(...xs) - Math.min(...xs)
}

function isInAny(rings: readonly (readonly XY[])[], [px, py]: XY): boolean {
  return rings.some(ring => {
    let isInside = false
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i]!
      const [bx, by] = ring[j]!
      if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) isInside = !isInside
    }
    return isInside
  })
}
