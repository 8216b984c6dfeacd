import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from '#platform/planar/common/point.ts'
import type { BoundaryCell } from './cell.ts'
import { checkBoundaries } from './check.ts'
import { corner, lattice, squareAt } from './testing-lattice.ts'

const kindsOf = (cells: readonly BoundaryCell[]) => checkBoundaries(cells).map(({ kind }) => kind)
const changed = (cells: readonly BoundaryCell[], path: string, ring: (outer: readonly Point[]) => readonly Point[]) =>
  cells.map(cell => (cell.path === path ? { ...cell, parts: [[ring(cell.parts[0]![0]!)]] } : cell))
const size = fc.record({
  columns: fc.integer({ min: 2, max: 6 }),
  rows: fc.integer({ min: 2, max: 5 }),
  seed: fc.integer({ min: 1, max: 1e6 }),
})

describe('a clean tree', () => {
  it('has no findings, whatever its shape', () => {
    fc.assert(
      fc.property(size, each => {
        expect(checkBoundaries(lattice(each).cells)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('may have a corner of one grid in the middle of a neighbour’s straight border', () => {
    const { cells } = lattice({ columns: 2, rows: 2, seed: 0 })
    const [south, north] = [squareAt(0, 0, 2, 1), squareAt(0, 1, 1, 1)]
    const tree = [
      { ...cells[0]! },
      { path: '1.1', parts: [[south]] },
      { path: '1.2', parts: [[north]] },
      { path: '1.3', parts: [[squareAt(1, 1, 1, 1)]] },
    ]
    expect(checkBoundaries(tree)).toEqual([])
  })

  it('may have a grid that lies in the hole of another', () => {
    const whole = squareAt(0, 0, 3, 3)
    const island = squareAt(1, 1, 1, 1)
    const tree = [
      { path: '1', parts: [[whole]] },
      { path: '1.1', parts: [[whole, island.toReversed()]] },
      { path: '1.2', parts: [[island]] },
    ]
    expect(checkBoundaries(tree)).toEqual([])
    expect(checkBoundaries(tree.slice(0, 2))).toMatchObject([{ kind: 'gap', paths: ['1.1'] }])
  })
})

describe('injected faults are found, and nothing else', () => {
  it('a corner of one grid pulled inwards leaves a gap, pushed out an overlap', () => {
    fc.assert(
      fc.property(size, fc.boolean(), (each, isInwards) => {
        const { cells, columns } = lattice({ ...each, columns: each.columns + 1, rows: each.rows + 1 })
        // The grid in the south-west, and its corner in the north-east, where four grids meet.
        const path = '1.1'
        const move = isInwards ? -3000 : 3000
        const faulty = changed(cells, path, outer => {
          const [a, b, c, d] = outer as [Point, Point, Point, Point]
          return [a, b, { x: c.x + move, y: c.y + move }, d]
        })
        const findings = checkBoundaries(faulty)
        expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set([isInwards ? 'gap' : 'overlap']))
        const named = new Set(findings.flatMap(({ paths }) => paths))
        expect(named.has(path)).toBe(true)
        for (const neighbour of named)
          expect(['1.1', '1.2', `1.${columns + 1}`, `1.${columns + 2}`]).toContain(neighbour)
      }),
      { numRuns: 60 },
    )
  })

  it('a grid that is missing is a gap between its neighbours, or ground of the parent that nobody has', () => {
    fc.assert(
      fc.property(size, fc.nat(), (each, pick) => {
        const { cells, columns, rows } = lattice(each)
        const leaves = cells.filter(({ path }) => path !== '1')
        const gone = leaves[pick % leaves.length]!
        const at = Number(gone.path.slice(2)) - 1
        const column = at % columns
        const row = Math.floor(at / columns)
        const isInner = column > 0 && column < columns - 1 && row > 0 && row < rows - 1
        const findings = checkBoundaries(cells.filter(cell => cell !== gone))
        expect(findings.map(({ kind }) => kind)).toEqual([isInner ? 'gap' : 'parent-not-filled'])
        expect(findings[0]!.paths).not.toContain(gone.path)
      }),
      { numRuns: 60 },
    )
  })

  it('the same ground twice is a duplicate', () => {
    fc.assert(
      fc.property(size, each => {
        const { cells } = lattice(each)
        const twin = { path: '1.99', parts: cells.at(-1)!.parts }
        expect(checkBoundaries([...cells, twin])).toMatchObject([
          { kind: 'duplicate', paths: [cells.at(-1)!.path, '1.99'] },
        ])
      }),
      { numRuns: 30 },
    )
  })

  it('two corners changed over make an outline that crosses itself', () => {
    const { cells } = lattice({ columns: 3, rows: 3, seed: 5 })
    const faulty = changed(cells, '1.5', ([a, b, c, d]) => [a!, c!, b!, d!])
    const findings = checkBoundaries(faulty)
    expect(findings[0]).toMatchObject({ kind: 'self-crossing', paths: ['1.5'] })
  })

  it('a border that runs back over itself, and one that touches itself, cross themselves too', () => {
    const { cells } = lattice({ columns: 3, rows: 3, seed: 5 })
    const spike = changed(cells, '1.5', ([a, b, c, d]) => [a!, b!, c!, corner(9, 9), c!, d!])
    expect(kindsOf(spike)).toContain('self-crossing')
  })

  it('a grid that reaches over the border of its parent', () => {
    const { cells } = lattice({ columns: 3, rows: 2, seed: 3 })
    const far = changed(cells, '1.1', ([a, b, c, d]) => [{ x: a!.x - 4000, y: a!.y - 4000 }, b!, c!, d!])
    expect(kindsOf(far)).toEqual(['outside-parent'])
  })

  it('a border drawn twice, a hand’s breadth apart, is a sliver', () => {
    const { cells } = lattice({ columns: 2, rows: 2, seed: 0 })
    const shifted = changed(cells, '1.1', outer =>
      outer.map(({ x, y }, i) => (i === 1 || i === 2 ? { x: x - 12, y } : { x, y })),
    )
    const findings = checkBoundaries(shifted)
    expect(findings.map(({ kind }) => kind)).toEqual(['sliver'])
    expect(findings[0]!.widthMetres).toBeLessThan(0.2)
  })

  it('a grid of no ground, and one that is a mere strip', () => {
    const { cells } = lattice({ columns: 2, rows: 2, seed: 0 })
    expect(kindsOf(changed(cells, '1.1', ([a, b]) => [a!, b!]))).toEqual(['no-ground', 'parent-not-filled'])
    const strip = changed(cells, '1.1', ([a, b]) => [a!, b!, { x: b!.x, y: b!.y + 40 }, { x: a!.x, y: a!.y + 40 }])
    expect(kindsOf(strip)).toContain('sliver')
  })
})

describe('an outline that crosses itself', () => {
  it('is told at each place where it does', () => {
    const [x, y] = [1_137_000_000, 347_600_000]
    // Two bows in a row.
    const ring = [
      ...[
        { x, y },
        { x: x + 2000, y: y + 2000 },
        { x: x + 4000, y },
        { x: x + 4000, y: y + 2000 },
      ],
      ...[
        { x: x + 2000, y },
        { x, y: y + 3000 },
      ],
    ]
    const findings = checkBoundaries([{ path: '1', parts: [[ring]] }])
    const places = findings.filter(({ kind }) => kind === 'self-crossing').map(({ place }) => place.lon)
    expect(places.toSorted((a, b) => a - b)).toEqual([113.70012, 113.7003])
    // As much ground on the one side as on the other is ground all the same.
    const bow = ring.with(5, { x, y: y + 2000 })
    expect(checkBoundaries([{ path: '1', parts: [[bow]] }]).map(({ kind }) => kind)).toContain('self-crossing')
  })
})

describe('buildings', () => {
  const { cells } = lattice({ columns: 2, rows: 1, seed: 0 })
  const border = corner(1, 0)
  const house = (west: number, east: number) => ({
    id: 'h1',
    name: '文化路12号',
    outline: [
      { x: border.x + west, y: border.y + 3000 },
      { x: border.x + east, y: border.y + 3000 },
      { x: border.x + east, y: border.y + 5000 },
      { x: border.x + west, y: border.y + 5000 },
    ],
  })

  it('across a border are cut in two', () => {
    expect(checkBoundaries(cells, { buildings: [house(-900, 900)] })).toMatchObject([
      { kind: 'building-cut', building: '文化路12号', paths: ['1.1', '1.2'] },
    ])
  })

  it('beside it are not, nor when a wall stands a hand’s breadth over it', () => {
    expect(checkBoundaries(cells, { buildings: [house(10, 900), house(-30, 1200)] })).toEqual([])
  })

  it('are cut by a strip that runs right through them, though no corner lies in the other', () => {
    const at = (x: number, y: number) => ({ x: border.x + x, y: border.y + y })
    const around = [at(-9, 0), at(9, 0), at(9, 9), at(1, 9), at(1, 2), at(-1, 2), at(-1, 9), at(-9, 9)]
    const strip = [at(-1, 2), at(1, 2), at(1, 9), at(-1, 9)]
    const larger = (ring: readonly { x: number; y: number }[]) =>
      ring.map(({ x, y }) => at((x - border.x) * 1000, (y - border.y) * 1000))
    const both = [
      { path: '1.1', parts: [[larger(around)]] },
      { path: '1.2', parts: [[larger(strip)]] },
    ]
    const findings = checkBoundaries(both, { buildings: [house(-4000, 4000)] })
    expect(findings.filter(({ kind }) => kind === 'building-cut').map(({ paths }) => paths)).toEqual([['1.1', '1.2']])
  })

  it('are cut by a corner that reaches into them', () => {
    const notched = cells.map(({ path, parts }) => ({
      path,
      parts: parts.map(rings =>
        rings.map(ring =>
          path === '1'
            ? ring
            : path === '1.1'
              ? [ring[0]!, ring[1]!, { x: border.x + 700, y: border.y + 4000 }, ...ring.slice(2)]
              : [...ring, { x: border.x + 700, y: border.y + 4000 }],
        ),
      ),
    }))
    expect(checkBoundaries(notched)).toEqual([])
    expect(checkBoundaries(notched, { buildings: [house(100, 1400)] })).toMatchObject([{ kind: 'building-cut' }])
  })
})
