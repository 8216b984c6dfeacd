import { at, keyOf, type Point } from './point.ts'
import { distanceTo } from './segment-index.ts'

/**
 * Leaves out corners that hardly bend, but never one where lines meet: junctions stay where they are, so
 * lines that met before still meet.
 */
export function simplifyLines(lines: readonly (readonly Point[])[], tolerance: number): Point[][] {
  const uses = new Map<number, number>()
  for (const line of lines) for (const p of line) uses.set(keyOf(p), (uses.get(keyOf(p)) ?? 0) + 1)
  return lines.map(line => {
    const kept = line.map((p, i) => i === 0 || i === line.length - 1 || (uses.get(keyOf(p)) ?? 0) > 1)
    const fixed = kept.flatMap((keep, i) => (keep ? [i] : []))
    for (let i = 1; i < fixed.length; i++) keepBends(line, at(fixed, i - 1), at(fixed, i), tolerance, kept)
    return line.filter((_, i) => kept[i])
  })
}

/** Douglas and Peucker's rule between two kept corners. */
function keepBends(line: readonly Point[], from: number, to: number, tolerance: number, kept: boolean[]): void {
  let furthest = -1
  let distance = tolerance
  for (let i = from + 1; i < to; i++) {
    const away = distanceTo(at(line, i), at(line, from), at(line, to))
    if (away > distance) {
      distance = away
      furthest = i
    }
  }
  if (furthest < 0) return
  kept[furthest] = true
  keepBends(line, from, furthest, tolerance, kept)
  keepBends(line, furthest, to, tolerance, kept)
}
