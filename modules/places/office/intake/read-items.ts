import { converterOf, type RawFile, type RawShape, type SourceFrame } from '#modules/grid/office/index.ts'
import { labelPlaceOf } from '#modules/grid/common/index.ts'
import { type Columns, type IntakeField, readAddress, buildingUseOf } from '../../common/intake/columns.ts'
import type { BuildingItem, CourtyardItem, IntakeBatch, IntakeKind, LineItem } from '../../common/intake/item.ts'

/** Beside what the reader of the file finds. */
export const readingTroubles = ['no-name', 'no-address', 'no-number', 'unknown-use', 'several-parts'] as const
export type OwnTrouble = (typeof readingTroubles)[number]
export type ReadingTrouble = OwnTrouble | NonNullable<RawShape['trouble']>

export interface ReadingFault {
  readonly row: number
  readonly name: string
  readonly trouble: ReadingTrouble
}

export interface ReadItems {
  /** Null when no row can be sent. */
  readonly batch: IntakeBatch | null
  readonly faults: readonly ReadingFault[]
}

type Corner = [lon: number, lat: number]
type Parts = readonly (readonly (readonly Corner[])[])[]
type Read<T> = T | ReadingTrouble

/** The rows of a file as they are sent: in degrees, with their facts out of the chosen columns, and what cannot be sent. */
export function readItems(kind: IntakeKind, file: RawFile, frame: SourceFrame, columns: Columns): ReadItems {
  const convert = converterOf(frame)
  const faults: ReadingFault[] = []
  const each = <T extends object>(
    make: (shape: RawShape, parts: Parts, said: (field: IntakeField) => string) => Read<T>,
  ): T[] =>
    file.shapes.flatMap(shape => {
      const said = (field: IntakeField) =>
        columns[field] === undefined ? '' : (shape.said[columns[field]] ?? '').trim()
      const read = itemOf(shape, said, make)
      if (typeof read !== 'string') return [read]
      faults.push({ row: shape.row, name: said('name'), trouble: read })
      return []
    })
  const itemOf = <T extends object>(
    shape: RawShape,
    said: (field: IntakeField) => string,
    make: Parameters<typeof each<T>>[0],
  ): Read<T> => {
    if (shape.trouble || !shape.parts) return shape.trouble ?? 'no-geometry'
    const parts = shape.parts.map(rings => rings.map(ring => ring.map(convert)))
    return parts.flat(2).every(isOnEarth) ? make(shape, parts, said) : 'far-away'
  }
  const batch = batchOf(kind, each)
  return { batch: batch.items.length === 0 ? null : batch, faults }
}

const isOnEarth = ([lon, lat]: Corner) =>
  Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon) <= 180 && Math.abs(lat) <= 90

type Each = <T extends object>(
  make: (shape: RawShape, parts: Parts, said: (field: IntakeField) => string) => Read<T>,
) => T[]

function batchOf(kind: IntakeKind, each: Each): IntakeBatch {
  if (kind === 'building') return { kind, items: each(buildingOf) }
  if (kind === 'courtyard') return { kind, items: each(courtyardOf) }
  return { kind, items: each(lineOf) }
}

function buildingOf({ row }: RawShape, parts: Parts, said: (field: IntakeField) => string): Read<BuildingItem> {
  if (parts.length > 1) return 'several-parts'
  const street = said('street')
  const read = readAddress(said('address')) ?? readAddress(`${street}${said('number')}`) ?? readAddress(said('name'))
  if (!read) return 'no-address'
  const [floors, households] = [numberOf(said('floors'), 1), numberOf(said('households'), 0)]
  if (floors === null || floors < 1 || households === null) return 'no-number'
  const use = buildingUseOf(said('use'))
  if (use === null) return 'unknown-use'
  const address = said('address') || `${read.street}${read.houseNumber}号`
  return {
    ...{ row, name: (said('name') || address).slice(0, 60), address: address.slice(0, 120), use, floors, households },
    ...{ street: street.slice(0, 60) || read.street, houseNumber: read.houseNumber },
    courtyard: said('courtyard').slice(0, 60) || null,
    outline: [...parts[0]![0]!],
  }
}

function courtyardOf({ row }: RawShape, parts: Parts, said: (field: IntakeField) => string): Read<CourtyardItem> {
  const name = said('name').slice(0, 60)
  if (name === '') return 'no-name'
  const ring = parts[0]![0]!
  const { lon, lat } = labelPlaceOf({ type: 'MultiPolygon', coordinates: parts })
  return { row, name, address: said('address').slice(0, 120), place: ring.length === 1 ? ring[0]! : [lon, lat] }
}

function lineOf({ row }: RawShape, parts: Parts, said: (field: IntakeField) => string): Read<LineItem> {
  const name = (said('name') || said('street')).slice(0, 60)
  if (name === '') return 'no-name'
  const area = said('area') === '' ? null : numberOf(said('area'), 0)
  if (said('area') !== '' && area === null) return 'no-number'
  const coordinates = parts.map(([run]) => [...run!])
  return { row, name, street: said('street').slice(0, 60) || name, areaSquareMetres: area, coordinates }
}

/** A whole number that is not negative; what counts where nothing is said; null for anything else. */
function numberOf(text: string, usual: number): number | null {
  if (text === '') return usual
  const value = Number(text)
  return Number.isFinite(value) && value >= 0 ? Math.round(value) : null
}
