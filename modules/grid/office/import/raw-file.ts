import { headingOf } from '../../common/boundary-headings.ts'
import type { Declared, XY } from './frames.ts'

/** One row of a file as it was read: which grid it means to be, and its ground in the file's own numbers. */
export interface RawShape {
  /** The number of the row, feature or record, as people count: from 1, with the heading of a sheet. */
  readonly row: number
  readonly name: string
  readonly code: string
  readonly path: string
  /** Code, path or name of the grid above. */
  readonly parent: string
  /** Parts, each an outer ring and its holes. Null when the row has no polygon, with the reason. */
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
  for (const [key, value] of Object.entries(properties)) {
    const heading = headingOf(key)
    if (heading === null || heading === 'wkt' || heading === 'frame' || value === null || value === undefined) continue
    facts[heading] = String(value).trim()
  }
  return facts
}

/** Polygons as they are, anything else with why it is not one. */
export function partsIn(geometry: unknown): Pick<RawShape, 'parts' | 'trouble'> {
  if (typeof geometry !== 'object' || geometry === null) return { parts: null, trouble: 'no-geometry' }
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  if (type !== 'Polygon' && type !== 'MultiPolygon') return { parts: null, trouble: 'not-a-polygon' }
  return checked(type === 'Polygon' ? [coordinates] : coordinates)
}

export function checked(parts: unknown): Pick<RawShape, 'parts' | 'trouble'> {
  const isList = Array.isArray(parts) && parts.length > 0
  if (!isList || !parts.every(rings => Array.isArray(rings) && rings.length > 0 && rings.every(Array.isArray))) {
    return { parts: null, trouble: 'not-a-polygon' }
  }
  const rings = parts.flat() as unknown[][]
  if (rings.some(ring => ring.length < 4)) return { parts: null, trouble: 'few-corners' }
  if (!rings.flat().every(isPlace)) return { parts: null, trouble: 'bad-number' }
  return { parts: parts as XY[][][], trouble: null }
}

function isPlace(value: unknown): boolean {
  return Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1])
}
