import { beforeAll, describe, expect, it } from 'vitest'
import { doubleArea } from '#platform/planar/common/point.ts'
import { joinParts } from './join.ts'
import { tileEdges } from './move.ts'
import { type OpenFeature, readParts } from './source.ts'
import { nameStreets, streetKey } from './street-names.ts'

let source: ReturnType<typeof readParts>
let joined: OpenFeature[]

beforeAll(() => {
  source = readParts()
  joined = joinParts(source.parts, tileEdges(source.tiles))
})

const area = (features: readonly OpenFeature[]) =>
  features
    .flatMap(feature => (feature.type === 'area' ? feature.rings : []))
    .reduce((sum, ring) => sum + doubleArea(ring), 0)

describe('the open data', () => {
  it('has each object once after joining, though the tiles cut hundreds', () => {
    const names = joined.map(({ type, key }) => `${type}:${key}`)
    expect(new Set(names).size).toBe(names.length)
    expect(source.parts.length - joined.length).toBeGreaterThan(500)
  })

  it('loses and adds no ground by joining', () => {
    expect(area(joined)).toBe(area(source.parts))
  })

  it('leaves no seam: no joined area goes to and fro along a cut', () => {
    for (const feature of joined) {
      if (feature.type !== 'area') continue
      const edges = new Set(
        feature.rings.flatMap(ring =>
          ring.map((p, i) => `${p.x} ${p.y}>${ring[(i + 1) % ring.length]!.x} ${ring[(i + 1) % ring.length]!.y}`),
        ),
      )
      for (const edge of edges) expect(edges.has(edge.split('>').reverse().join('>')), feature.key).toBe(false)
    }
  })
})

describe('street names', () => {
  it('are one per street, however the source writes it', () => {
    expect(streetKey('улица Сейфуллина')).toBe(streetKey('Сейфуллина улица'))
    const names = nameStreets(
      Array.from({ length: 900 }, (_, i) => ({
        name: `улица ${i}`,
        rank: i % 6,
        lengthMetres: 100 + i,
        runsEastWest: i % 2 === 0,
      })),
    )
    expect(new Set(names.values()).size).toBe(900)
    for (const name of names.values()) expect(name).toMatch(/^[\u4e00-\u9fff]{2,4}(大道|路|街|巷|里)$/)
  })
})
