import { featureCollection, point, voronoi } from '@turf/turf'
import { metresPerUnit } from '../common/measure.ts'
import { at, type Box, keyOf, type Point, samePoint, unitsPerDegree } from '../common/point.ts'
import { type DirectedEdge, outlineOf } from '../common/rings.ts'
import { simplifyLines } from '../common/simplify.ts'

export interface SeamRules {
  /** Distance of the points that stand for an outline. Where figures lie closer than this, seams begin to waver. */
  readonly spacingMetres: number
  /** By how much a seam may be straightened. */
  readonly straightenMetres: number
}

/**
 * The lines halfway between figures, within a box, each from junction to junction: what lies on one side of a seam is
 * nearer to the figure there. Made of the Voronoi cells of points along the outlines.
 */
export function seamsBetween(
  figures: readonly (readonly Point[])[],
  box: Box,
  { spacingMetres, straightenMetres }: SeamRules,
): Point[][] {
  const frame = metreFrame(box)
  const samples: { x: number; y: number; figure: number }[] = []
  const taken = new Set<string>()
  for (const [figure, outline] of figures.entries()) {
    for (const sample of sampled(outline.map(frame.toMetres), spacingMetres)) {
      // Points nearer than two centimetres are one, and of the figure that came first.
      const key = `${Math.round(sample.x * 50)} ${Math.round(sample.y * 50)}`
      if (!taken.has(key)) samples.push({ ...sample, figure })
      taken.add(key)
    }
  }
  if (figures.length < 2 || samples.length < 2) return []
  const margin = 50
  const { x: width, y: height } = frame.toMetres({ x: box.east, y: box.north })
  const nearest = voronoi(featureCollection(samples.map(({ x, y, figure }) => point([x, y], { figure }))), {
    bbox: [-margin, -margin, width + margin, height + margin],
  })
  const edges = figures.map((): DirectedEdge[] => [])
  for (const cell of nearest.features) {
    if (!cell) continue
    const ring = (cell.geometry.coordinates[0] ?? []).map(([x = 0, y = 0]) => frame.toUnits({ x, y }))
    for (const [i, to] of ring.entries()) {
      const from = ring[i - 1]
      if (from && !samePoint(from, to)) edges[cell.properties?.figure]?.push({ from, to })
    }
  }
  const between = new Map<string, DirectedEdge>()
  const once = new Set<string>()
  for (const edge of edges.flatMap(own => outlineOf(own))) {
    const name = nameOf(edge)
    // Of a border between two figures both sides are left; of the rim of the box only one is.
    if (once.has(name)) between.set(name, edge)
    once.add(name)
  }
  return simplifyLines(chained([...between.values()]), straightenMetres / metresPerUnit)
}

function nameOf({ from, to }: DirectedEdge): string {
  const [a, b] = [keyOf(from), keyOf(to)]
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Metres from the south-west of a box, near enough for a town. */
function metreFrame({ west, south, north }: Box) {
  const across = Math.cos((((south + north) / 2 / unitsPerDegree) * Math.PI) / 180) * metresPerUnit
  return {
    toMetres: ({ x, y }: Point) => ({ x: (x - west) * across, y: (y - south) * metresPerUnit }),
    toUnits: ({ x, y }: Point): Point => ({
      x: west + Math.round(x / across),
      y: south + Math.round(y / metresPerUnit),
    }),
  }
}

function sampled(outline: readonly Point[], spacing: number): Point[] {
  return outline.flatMap((a, i) => {
    const b = at(outline, (i + 1) % outline.length)
    const steps = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / spacing))
    return Array.from({ length: steps }, (_, step) => ({
      x: a.x + ((b.x - a.x) * step) / steps,
      y: a.y + ((b.y - a.y) * step) / steps,
    }))
  })
}

/** Edges strung together into lines that begin and end where other than two of them meet, or run round. */
function chained(edges: readonly DirectedEdge[]): Point[][] {
  const ends = new Map<number, { to: Point; edge: number }[]>()
  for (const [edge, { from, to }] of edges.entries()) {
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const) {
      const here = ends.get(keyOf(a))
      if (here) here.push({ to: b, edge })
      else ends.set(keyOf(a), [{ to: b, edge }])
    }
  }
  const used = new Set<number>()
  const lines: Point[][] = []
  const walk = (start: Point) => {
    for (const first of ends.get(keyOf(start)) ?? []) {
      const line = [start]
      for (let step: typeof first | undefined = first; step && !used.has(step.edge); ) {
        used.add(step.edge)
        line.push(step.to)
        const next: { to: Point; edge: number }[] = ends.get(keyOf(step.to)) ?? []
        step = next.length === 2 ? next.find(({ edge }) => !used.has(edge)) : undefined
      }
      if (line.length > 1) lines.push(line)
    }
  }
  for (const { from, to } of edges) for (const p of [from, to]) if (ends.get(keyOf(p))?.length !== 2) walk(p)
  for (const { from } of edges) walk(from)
  return lines
}
