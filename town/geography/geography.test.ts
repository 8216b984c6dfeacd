import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCode, unitGridScheme } from '#modules/grid/common/index.ts'
import type { Position } from '#platform/kernel/common/geometry.ts'
import { buildGeography } from './build-geography.ts'
import type { Geography, GeographyGrid, GeographySize } from './geography.ts'
import { isInside, pointInGrid } from './point-in-grid.ts'
import { seededRandom } from './random.ts'

const places = new Map<GeographySize, Geography>()
const place = (size: GeographySize) => places.get(size)!

beforeAll(async () => {
  for (const size of ['small', 'demo'] as const) places.set(size, await buildGeography({ size, seed: 2026 }))
}, 60_000)

function ringsOf({ polygon }: GeographyGrid): (readonly Position[])[] {
  return polygon.type === 'Polygon' ? [...polygon.coordinates] : polygon.coordinates.flat()
}

/** Each step of each ring as text, in its direction. */
function edgesOf(grid: GeographyGrid): string[] {
  return ringsOf(grid).flatMap(ring => ring.slice(1).map((to, i) => `${ring[i]!.join()}>${to.join()}`))
}

function opposite(edge: string): string {
  return edge.split('>').reverse().join('>')
}

function childrenOf(grids: readonly GeographyGrid[], parent: GeographyGrid): GeographyGrid[] {
  return grids.filter(grid => grid.level === parent.level + 1 && grid.path.startsWith(`${parent.path}.`))
}

function countKinds(grids: readonly GeographyGrid[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { level } of grids) counts[level] = (counts[level] ?? 0) + 1
  return counts
}

describe.each(['small', 'demo'] as const)('the %s place', size => {
  it('covers every grid by its parts exactly: each border belongs to two neighbours or to the outline above', () => {
    const { grids } = place(size)
    for (const parent of grids) {
      const children = childrenOf(grids, parent)
      if (children.length === 0) continue
      const edges = children.flatMap(edgesOf)
      const all = new Set(edges)
      expect(all.size, `${parent.path}: an edge of two overlapping cells`).toBe(edges.length)
      const outline = edges.filter(edge => !all.has(opposite(edge))).sort()
      expect(outline, `${parent.path}: gap or overlap`).toEqual(edgesOf(parent).sort())
      const area = children.reduce((sum, child) => sum + child.areaSquareMetres, 0)
      expect(Math.abs(area / parent.areaSquareMetres - 1)).toBeLessThan(1e-9)
    }
  })

  it('puts all of each building into one grid of the lowest level', () => {
    const { grids, buildings } = place(size)
    const byPath = new Map(grids.map(grid => [grid.path, grid]))
    for (const { id, gridPath, outline, place: middle } of buildings) {
      const grid = byPath.get(gridPath)!
      expect(grid.kind).toBe('alley')
      const outside = outline.filter(([lon, lat]) => !isInside(grid.polygon, { lon, lat }))
      expect(outside, `building ${id} reaches out of ${gridPath}`).toEqual([])
      expect(isInside(grid.polygon, middle)).toBe(true)
    }
  })

  it('adds the households of buildings up to every level', () => {
    const { grids, buildings } = place(size)
    for (const grid of grids) {
      const inside = buildings.filter(({ gridPath }) => `${gridPath}.`.startsWith(`${grid.path}.`))
      expect(inside.reduce((sum, { households }) => sum + households, 0)).toBe(grid.households)
    }
  })

  it('gives each grid a code of its own that goes on from the one above', () => {
    const { grids, districtCode } = place(size)
    expect(new Set(grids.map(({ code }) => code)).size).toBe(grids.length)
    for (const grid of grids) {
      const digits = { street: 9, community: 12, village: 12, school: 12, alley: 15 }[grid.kind as 'alley']
      if (digits === undefined) {
        expect(grid.code).toMatch(/^\d{9}-\d+$/)
        continue
      }
      expect(grid.code).toHaveLength(digits)
      expect(grid.code.startsWith(districtCode)).toBe(true)
      expect(readCode(unitGridScheme, grid.code)).not.toBeNull()
      for (const child of childrenOf(grids, grid)) expect(child.code.startsWith(grid.code)).toBe(true)
    }
  })

  it('numbers the grids of a community from west to east in its northern row, and onwards to the south', () => {
    const { grids } = place(size)
    for (const parent of grids.filter(({ kind }) => kind === 'community')) {
      const children = childrenOf(grids, parent)
      expect(children.map(({ code }) => Number(code.slice(-3)))).toEqual(children.map((_, i) => i + 1))
      const rows = Math.round(Math.sqrt(children.length))
      const perRow = Math.ceil(children.length / rows)
      children.forEach((child, i) => {
        const next = children[i + 1]
        if (next && (i + 1) % perRow !== 0) expect(next.labelPlace.lon).toBeGreaterThanOrEqual(child.labelPlace.lon)
        const below = children[i + perRow * 2]
        if (below) expect(below.labelPlace.lat).toBeLessThanOrEqual(child.labelPlace.lat)
      })
    }
  })

  it('has parents before children, and children by their last number', () => {
    const { grids } = place(size)
    const seen = new Set<string>()
    for (const { path } of grids) {
      const steps = path.split('.')
      const last = Number(steps.pop())
      if (steps.length > 0) expect(seen).toContain(steps.join('.'))
      if (last > 1) expect(seen).toContain([...steps, last - 1].join('.'))
      seen.add(path)
    }
  })

  it('finds places inside any grid', () => {
    const random = seededRandom(5)
    for (const grid of place(size).grids) {
      const found = pointInGrid(place(size), grid.path, random)
      expect(isInside(grid.polygon, found), grid.path).toBe(true)
      expect(isInside(grid.polygon, grid.labelPlace), grid.path).toBe(true)
    }
  })

  it('is the same again from the same seed, and another from another', async () => {
    const hash = (geography: Geography) => createHash('sha256').update(JSON.stringify(geography.grids)).digest('hex')
    const whole = (geography: Geography) => createHash('sha256').update(JSON.stringify(geography)).digest('hex')
    expect(whole(await buildGeography({ size, seed: 2026 }))).toBe(whole(place(size)))
    expect(hash(await buildGeography({ size, seed: 2027 }))).not.toBe(hash(place(size)))
  })

  it('has every address once', () => {
    const addresses = place(size).buildings.map(({ address }) => address)
    expect(new Set(addresses).size).toBe(addresses.length)
  })
})

describe('the demo street', () => {
  it('has the numbers of the mission: 1 large, 4 middle, 33 small grids, and alleys under each', () => {
    const { grids } = place('demo')
    const counts = countKinds(grids)
    expect(counts).toMatchObject({ 1: 1, 2: 4, 3: 33 })
    expect(counts[4]).toBeGreaterThanOrEqual(120)
    expect(counts[4]).toBeLessThanOrEqual(250)
    const kinds = new Set(grids.filter(({ level }) => level === 3).map(({ kind }) => kind))
    expect(kinds).toEqual(new Set(['community', 'village', 'school']))
    expect(new Set(grids.map(({ name }) => name)).size).toBe(grids.length)
    expect(grids.map(({ name }) => name)).toContain('丹凤南社区')
  })

  it('sweeps exactly 1.6 million square metres, each section in a small grid', () => {
    const { sections, grids } = place('demo')
    expect(sections.reduce((sum, { areaSquareMetres }) => sum + areaSquareMetres, 0)).toBe(1_600_000)
    const small = new Set(grids.filter(({ level }) => level === 3).map(({ path }) => path))
    for (const section of sections) {
      expect(small).toContain(section.gridPath)
      expect(section.areaSquareMetres).toBeGreaterThan(0)
    }
    expect(new Set(sections.map(({ name }) => name)).size).toBe(sections.length)
  })

  it('has cells that look like places: no splinters, most of a size that one grid worker can know', () => {
    const alleys = place('demo').grids.filter(({ level }) => level === 4)
    expect(alleys.every(({ areaSquareMetres }) => areaSquareMetres > 5000)).toBe(true)
    const known = alleys.filter(({ households }) => households <= 500)
    expect(known.length / alleys.length).toBeGreaterThan(0.8)
    expect(alleys.every(({ polygon }) => polygon.type === 'Polygon')).toBe(true)
  })

  it('has every coordinate on the seventh decimal', () => {
    const positions = place('demo').grids.flatMap(ringsOf).flat(2)
    expect(positions.every(degrees => degrees === Math.round(degrees * 1e7) / 1e7)).toBe(true)
  })
})

describe('the city for load tests', () => {
  it('has 16 districts, 200 streets, 6 000 communities and 100 000 grids that add up', async () => {
    const { grids } = await buildGeography({ size: 'city', seed: 1 })
    expect(countKinds(grids)).toEqual({ 1: 1, 2: 16, 3: 200, 4: 6000, 5: 100_000 })
    expect(new Set(grids.map(({ code }) => code)).size).toBe(grids.length)
    const [city] = grids
    const alleys = grids.filter(({ level }) => level === 5)
    const area = alleys.reduce((sum, { areaSquareMetres }) => sum + areaSquareMetres, 0)
    expect(Math.abs(area / city!.areaSquareMetres - 1)).toBeLessThan(1e-9)
  }, 60_000)
})
