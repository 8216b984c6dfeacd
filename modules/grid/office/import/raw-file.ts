import { headingOf } from '../../common/boundary-headings.ts'
import type { Declared, XY } from './frames.ts'

/** What a file is read for: pieces of ground, lines, or single places. */
export type Wanted = 'area' | 'line' | 'place'

/** One row of a file as it was read: what it means to be, and its ground in the file's own numbers. */
export interface RawShape {
  /** The number of the row, feature or record, as people count: from 1, with the heading of a sheet. */
  readonly row: number
  readonly name: string
  readonly code: string
  readonly path: string
  /** Code, path or name of the grid above. */
  readonly parent: string
  /** Everything that the row says, by the file's own headings. */
  readonly said: Readonly<Record<string, string>>
  /**
   * Parts, each an outer ring and its holes; of lines each part is one run of corners, of a place one corner. Null when the
   * row has nothing of what is wanted, with the reason.
   */
  readonly parts: readonly (readonly (readonly XY[])[])[] | null
  readonly trouble: RowTrouble | null
}

export interface RawFile {
  readonly shapes: readonly RawShape[]
  readonly declared: Declared
}

export const rowTroubles = [
  'no-geometry',
  'not-a-polygon',
  'not-a-line',
  'not-a-place',
  'bad-wkt',
  'few-corners',
  'bad-number',
  'no-name',
  'parent-unknown',
  'name-twice',
  'row-twice',
  'far-away',
] as const
export type RowTrouble = (typeof rowTroubles)[number]

export const fileTroubles = [
  'not-known',
  'not-json',
  'no-features',
  'no-shapefile',
  'too-large',
  'too-many-rows',
  'not-a-sheet',
  'empty',
  'no-wkt-column',
  'broken',
] as const
export type FileTrouble = (typeof fileTroubles)[number]

export const mostRows = 5000
/** Of a file as it lies there, and of what it unpacks to. */
export const mostBytes = 50_000_000
export const mostUnpackedBytes = 200_000_000

export function factsIn(properties: Readonly<Record<string, unknown>>) {
  const facts = { name: '', code: '', path: '', parent: '' }
  const said: Record<string, string> = {}
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || typeof value === 'object') continue
    said[key] = String(value).trim()
    const heading = headingOf(key)
    if (heading !== null && heading !== 'wkt' && heading !== 'frame') facts[heading] = said[key]
  }
  return { ...facts, said }
}

const kindsOf = {
  area: { one: 'Polygon', many: 'MultiPolygon', fault: 'not-a-polygon', leastCorners: 4 },
  line: { one: 'LineString', many: 'MultiLineString', fault: 'not-a-line', leastCorners: 2 },
  place: { one: 'Point', many: 'MultiPoint', fault: 'not-a-place', leastCorners: 1 },
} as const

/** What is wanted as it is, anything else with why it is not that. */
export function partsIn(geometry: unknown, wanted: Wanted): Pick<RawShape, 'parts' | 'trouble'> {
  if (typeof geometry !== 'object' || geometry === null) return { parts: null, trouble: 'no-geometry' }
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  const { one, many, fault } = kindsOf[wanted]
  if (type !== one && type !== many) return { parts: null, trouble: fault }
  return checked(type === one ? [coordinates] : coordinates, wanted)
}

/** Members of a Multi… geometry of the wanted kind, each made a part of rings. */
export function checked(members: unknown, wanted: Wanted): Pick<RawShape, 'parts' | 'trouble'> {
  const { fault, leastCorners } = kindsOf[wanted]
  if (!Array.isArray(members) || members.length === 0) return { parts: null, trouble: fault }
  const parts: unknown[] = wanted === 'area' ? members : members.map(each => [wanted === 'line' ? each : [each]])
  if (!parts.every(rings => Array.isArray(rings) && rings.length > 0 && rings.every(Array.isArray))) {
    return { parts: null, trouble: fault }
  }
  const rings = parts.flat() as unknown[][]
  if (rings.some(ring => ring.length < leastCorners)) return { parts: null, trouble: 'few-corners' }
  if (!rings.flat().every(isPlace)) return { parts: null, trouble: 'bad-number' }
  return { parts: parts as XY[][][], trouble: null }
}

function isPlace(value: unknown): boolean {
  return Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1])
}
