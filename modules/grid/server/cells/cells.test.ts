import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Polygon, Position } from '#platform/kernel/common/geometry.ts'
import { GridIndex } from '../grid-index.ts'
import type { GridInForce } from '../grid-store.ts'
import { contains } from './shapes.ts'
import { toDegrees, toUnits } from './units.ts'

const west = toUnits(113.68)
const south = toUnits(34.74)
/** Side of one alley grid: about 190 m. Each corner is then pushed about, so that no border is straight or level. */
const side = 20_011
const perRow = 8

/** Corners of a crooked net: shared by the cells around them, as in a real division. */
function corners(pushes: readonly number[]): (column: number, row: number) => Position {
  const push = (at: number) => pushes[at % pushes.length]!
  return (column, row) => {
    const at = row * (perRow + 1) + column
    const isRim = column === 0 || row === 0 || column === perRow || row === perRow
    const dx = isRim ? 0 : push(at)
    const dy = isRim ? 0 : push(at + 7)
    return [toDegrees(west + column * side + dx), toDegrees(south + row * side + dy)]
  }
}

const grid = (path: string, polygon: Polygon): GridInForce => ({
  path,
  level: path.split('.').length,
  kind: 'alley',
  name: `网格${path}`,
  code: path,
  areaSquareMetres: 1,
  labelPlace: { lon: 0, lat: 0 },
  polygon,
})

/** Three levels: the whole, two halves by columns, and 8 × 8 cells; every second cell is drawn the other way round. */
function net(pushes: readonly number[]): GridInForce[] {
  const corner = corners(pushes)
  const cells: GridInForce[] = []
  for (let row = 0; row < perRow; row++) {
    for (let column = 0; column < perRow; column++) {
      const ring = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
        corner(column, row),
      ]
      const half = column < perRow / 2 ? 1 : 2
      const coordinates = [(row + column) % 2 === 0 ? ring : ring.toReversed()]
      cells.push(grid(`1.${half}.${row * perRow + column + 1}`, { type: 'Polygon', coordinates }))
    }
  }
  return [grid('1', outline(corner, 0, perRow)), halfOf(corner, 1), halfOf(corner, 2), ...cells]
}

function halfOf(corner: ReturnType<typeof corners>, half: number): GridInForce {
  return grid(`1.${half}`, outline(corner, half === 1 ? 0 : perRow / 2, half === 1 ? perRow / 2 : perRow))
}

function outline(corner: ReturnType<typeof corners>, from: number, to: number): Polygon {
  const steps = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const up = Array.from({ length: perRow - 1 }, (_, i) => i + 1)
  const ring = [
    ...steps.map(column => corner(column, 0)),
    ...up.map(row => corner(to, row)),
    ...steps.toReversed().map(column => corner(column, perRow)),
    ...up.toReversed().map(row => corner(from, row)),
  ]
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

const indexOf = (grids: readonly GridInForce[]) =>
  GridIndex.from({ version: async () => 1, load: async () => ({ version: 1, grids }) })

const pushes = fc.array(fc.integer({ min: -6000, max: 6000 }), { minLength: 11, maxLength: 40 })

/** Anywhere, and more often just where it is hard: on a corner, on a border, one centimetre beside it. */
const place = (grids: readonly GridInForce[]) => {
  const positions = grids.flatMap(({ polygon }) => polygon.coordinates.flat() as Position[])
  const anywhere = fc.record({
    x: fc.integer({ min: west + 1, max: west + perRow * side - 1 }),
    y: fc.integer({ min: south + 1, max: south + perRow * side - 1 }),
  })
  const onBorder = fc
    .record({
      at: fc.integer({ min: 0, max: positions.length - 2 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      offX: fc.integer({ min: -1, max: 1 }),
      offY: fc.integer({ min: -1, max: 1 }),
    })
    .map(({ at, part, offX, offY }) => {
      const [a, b] = [positions[at]!, positions[at + 1]!]
      const between = (from: number, to: number) => Math.round(toUnits(from) + (toUnits(to) - toUnits(from)) * part)
      return { x: between(a[0], b[0]) + offX, y: between(a[1], b[1]) + offY }
    })
    .filter(({ x, y }) => x > west && y > south && x < west + perRow * side && y < south + perRow * side)
  return fc.oneof(anywhere, onBorder)
}

describe('a place in a division without gaps', () => {
  it('is in exactly one grid of each level, on borders and corners too, however they were drawn', async () => {
    await fc.assert(
      fc.asyncProperty(pushes, fc.infiniteStream(fc.nat()), async (some, stream) => {
        const grids = net(some)
        const index = await indexOf(grids)
        const { cells } = index.shapes()
        const seeds = [...stream.take(5)]
        for (const seed of seeds) {
          for (const { x, y } of fc.sample(place(grids), { seed, numRuns: 30 })) {
            for (const level of [1, 2, 3]) {
              const having = grids.filter((each, i) => each.level === level && contains(cells.shapes, i, x, y))
              expect(having.map(each => each.path)).toHaveLength(1)
            }
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it('is found at the lowest level, and the grids above it have it too', async () => {
    await fc.assert(
      fc.asyncProperty(pushes, fc.nat(), async (some, seed) => {
        const grids = net(some)
        const index = await indexOf(grids)
        const { cells } = index.shapes()
        for (const { x, y } of fc.sample(place(grids), { seed, numRuns: 40 })) {
          const path = index.locate({ lon: toDegrees(x), lat: toDegrees(y) })
          expect(path?.split('.')).toHaveLength(3)
          const half = path!.slice(0, 3)
          const position = grids.findIndex(each => each.path === half)
          expect(contains(cells.shapes, position, x, y)).toBe(true)
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('odd outlines', () => {
  const square = (x: number, y: number, size: number): Position[] => [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ]

  it('holes and separate parts count', async () => {
    const index = await indexOf([
      grid('1', {
        type: 'MultiPolygon',
        coordinates: [[square(113, 34, 1), square(113.4, 34.4, 0.2)], [square(115, 34, 1)]],
      }),
    ])
    expect(index.locate({ lon: 113.1, lat: 34.1 })).toBe('1')
    expect(index.locate({ lon: 113.5, lat: 34.5 })).toBeNull()
    expect(index.locate({ lon: 115.5, lat: 34.5 })).toBe('1')
    expect(index.locate({ lon: 114.5, lat: 34.5 })).toBeNull()
  })

  it('a crack of a centimetre between two cells goes to the nearer, a real gap to the grid above', async () => {
    const index = await indexOf([
      grid('1', { type: 'Polygon', coordinates: [square(113, 34, 0.03)] }),
      grid('1.1', { type: 'Polygon', coordinates: [square(113, 34, 0.01)] }),
      grid('1.2', { type: 'Polygon', coordinates: [square(113.010_000_5, 34, 0.01)] }),
    ])
    expect(index.locate({ lon: 113.010_000_1, lat: 34.005 })).toBe('1.1')
    expect(index.locate({ lon: 113.010_000_4, lat: 34.005 })).toBe('1.2')
    expect(index.locate({ lon: 113.005, lat: 34.025 })).toBe('1')
    expect(index.locate({ lon: 113.005, lat: 33.999_999_9 })).toBeNull()
  })

  it('no grids at all is a place in no grid', async () => {
    const index = await indexOf([])
    expect(index.locate({ lon: 113, lat: 34 })).toBeNull()
    expect(index.root()).toBeNull()
    expect(index.bounds()).toBeNull()
    expect(index.pathsByDistance({ lon: 113, lat: 34 }, 3)).toEqual([])
  })
})

describe('nearness', () => {
  it('goes by the distance between centres, starting with the cell itself', async () => {
    const index = await indexOf(net([0]))
    const order = index.pathsByDistance({ lon: toDegrees(west + 5), lat: toDegrees(south + 5) }, 67)
    expect(order).toHaveLength(67)
    expect(order[0]).toBe('1.1.1')
    expect(order.indexOf('1.1.2')).toBeLessThan(order.indexOf('1.1.9'))
    expect(order.at(-1)).toBe('1.2.64')
  })
})
