import type { Point, Position } from '#platform/kernel/common/geometry.ts'

const metresPerDegree = 111_195

/** Metres from a place to the nearest point of a line, on a plane that fits within a town. */
export function metresToLine({ lon, lat }: Point, line: readonly Position[]): number {
  const shrink = Math.cos((lat * Math.PI) / 180)
  const flat = ([x, y]: Position) => ({ x: (x - lon) * shrink * metresPerDegree, y: (y - lat) * metresPerDegree })
  let nearest = Infinity
  for (const [i, position] of line.entries()) {
    const b = flat(position)
    const a = i === 0 ? b : flat(line[i - 1]!)
    const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(a.x * (b.x - a.x) + a.y * (b.y - a.y)) / length))
    nearest = Math.min(nearest, Math.hypot(a.x + along * (b.x - a.x), a.y + along * (b.y - a.y)))
  }
  return nearest
}

/** The middle of a line by length: where its name stands and where it is looked for. */
export function middleOf(lines: readonly (readonly Position[])[]): Point {
  const longest = lines.toSorted((a, b) => spanOf(b) - spanOf(a))[0] ?? []
  const half = spanOf(longest) / 2
  let gone = 0
  for (const [i, b] of longest.entries()) {
    const a = longest[i - 1]
    if (!a) continue
    const step = Math.hypot(b[0] - a[0], b[1] - a[1])
    if (gone + step >= half) {
      const share = step === 0 ? 0 : (half - gone) / step
      return { lon: a[0] + share * (b[0] - a[0]), lat: a[1] + share * (b[1] - a[1]) }
    }
    gone += step
  }
  const [lon = 0, lat = 0] = longest[0] ?? []
  return { lon, lat }
}

function spanOf(line: readonly Position[]): number {
  return line.reduce((sum, [x, y], i) => sum + (i === 0 ? 0 : Math.hypot(x - line[i - 1]![0], y - line[i - 1]![1])), 0)
}
