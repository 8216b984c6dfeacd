import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestCore } from './core.ts'
import { facesOf, outside } from './faces.ts'
import { areaSquareMetres, metresBetween } from './measure.ts'
import { nodeSegments, type Segment } from './noding.ts'
import { doubleArea, inRing, type Point, samePoint, segmentsMeet } from './point.ts'
import { type DirectedEdge, edgesOf, outlineOf, toPolygons, traceRings } from './rings.ts'

const origin = { x: 1_137_000_000, y: 347_600_000 }
const at = (x: number, y: number): Point => ({ x: origin.x + x, y: origin.y + y })
const point = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })).map(([x, y]) => at(x, y))
const lower = (a: number, b: number) => Math.min(a, b)
const segments = fc
  .array(fc.tuple(point, point), { minLength: 3, maxLength: 25 })
  .map(ends => ends.map(([a, b], i): Segment<number> => ({ a, b, of: i })))
const square = (x: number, y: number, size: number) => [
  at(x, y),
  at(x + size, y),
  at(x + size, y + size),
  at(x, y + size),
]

describe('cutting lines where they meet', () => {
  // A coarse lattice and many lines: roundings that make new crossings are the rule here, not the exception.
  it('leaves segments that meet in end points only', () => {
    fc.assert(
      fc.property(segments, lines => {
        const cut = nodeSegments(lines, lower)
        for (const [i, one] of cut.entries()) {
          for (const other of cut.slice(i + 1)) {
            const common = [one.a, one.b].filter(p => samePoint(p, other.a) || samePoint(p, other.b))
            if (common.length > 0) continue
            expect(segmentsMeet(one.a, one.b, other.a, other.b)).toBe(false)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('keeps the preferred of two lines that fall together', () => {
    const cut = nodeSegments(
      [
        { a: at(0, 0), b: at(40, 0), of: 2 },
        { a: at(10, 0), b: at(20, 0), of: 1 },
      ],
      lower,
    )
    expect(cut.map(({ of }) => of).sort((a, b) => a - b)).toEqual([1, 2, 2])
  })
})

describe('faces of a network', () => {
  it('fill its outline exactly, each a simple ring', () => {
    fc.assert(
      fc.property(segments, lines => {
        const { faces, borders } = facesOf(largestCore(nodeSegments(lines, lower)))
        if (faces.length === 0) return
        const outline: DirectedEdge[] = borders.flatMap(({ a, b, left, right }) => {
          if (left !== outside && right === outside) return [{ from: a, to: b }]
          return right !== outside && left === outside ? [{ from: b, to: a }] : []
        })
        const whole = toPolygons(traceRings(outline))
          .flat()
          .reduce((sum, ring) => sum + doubleArea(ring), 0)
        expect(faces.reduce((sum, face) => sum + doubleArea(face), 0)).toBe(whole)
        for (const face of faces) expect(new Set(face.map(p => `${p.x} ${p.y}`)).size).toBe(face.length)
      }),
      { numRuns: 100 },
    )
  })

  it('drops dead ends and islands', () => {
    const ring = square(0, 0, 30)
    const lines = ring.map((a, i) => ({ a, b: ring[(i + 1) % 4]!, of: i }))
    const deadEnd = { a: at(30, 30), b: at(50, 50), of: 9 }
    const island = [at(5, 5), at(9, 5), at(7, 9)].map((a, i, all) => ({ a, b: all[(i + 1) % 3]!, of: 20 + i }))
    expect(largestCore([...lines, deadEnd, ...island])).toEqual(lines)
  })
})

describe('outlines', () => {
  it('of two squares side by side is one ring without the common border', () => {
    const rings = traceRings(outlineOf(edgesOf([[square(0, 0, 10)], [square(10, 0, 10)]])))
    expect(rings).toHaveLength(1)
    expect(rings[0]).toHaveLength(6)
  })

  it('of two squares that touch in a corner are two rings', () => {
    const rings = traceRings(outlineOf(edgesOf([[square(0, 0, 10)], [square(10, 10, 10)]])))
    expect(toPolygons(rings)).toHaveLength(2)
  })

  it('keeps a hole that touches the ring as a hole', () => {
    const hole = [at(0, 0), at(4, 8), at(8, 4)]
    const polygons = toPolygons(traceRings([...edgesOf([[square(0, 0, 10), hole]])]))
    expect(polygons).toHaveLength(1)
    expect(polygons[0]).toHaveLength(2)
    expect(inRing(polygons[0]![0]!, at(3, 3))).toBe(true)
    expect(inRing(polygons[0]![1]!, at(3, 3))).toBe(true)
  })
})

describe('measures', () => {
  it('knows a square kilometre', () => {
    const side = (distance: (n: number) => number) => Math.round(1000 / (distance(10_000) / 10_000))
    const across = side(n => metresBetween(at(0, 0), at(n, 0)))
    const up = side(n => metresBetween(at(0, 0), at(0, n)))
    const area = areaSquareMetres([at(0, 0), at(across, 0), at(across, up), at(0, up)])
    expect(Math.abs(area / 1e6 - 1)).toBeLessThan(2e-4)
  })
})
