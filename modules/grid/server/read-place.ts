import gcoordModule from 'gcoord'
import type { Point } from '#platform/kernel/common/geometry.ts'
import type { Refusal } from '#platform/kernel/common/refusal.ts'
import { unreachable } from '#platform/kernel/common/unreachable.ts'
import type { Frame, PlaceInput, PlaceNote, placeRefusals } from '../common/contract.ts'
import { refuse } from '../common/refusals.ts'
import { roundedPoint } from './cells/units.ts'
import type { GridIndex } from './grid-index.ts'

interface Gcoord {
  readonly WGS84: string
  readonly GCJ02: string
  readonly BD09: string
  transform(position: [lon: number, lat: number], from: string, to: string): [lon: number, lat: number]
}

// CommonJS with types of an ES module: what the compiler takes for the module is already its default export.
const gcoord = gcoordModule as unknown as Gcoord

/** A place as it is stored, with the grid that has it; `path` is null outside every grid, and the report is kept anyway. */
export interface PlaceRead {
  readonly point: Point
  readonly path: string | null
  readonly names: readonly string[]
  readonly noGrid: boolean
  readonly note?: PlaceNote
}

/** Brings coordinates into the stored frame and finds their grid, or says what is wrong with them. */
export type ReadPlace = (place: PlaceInput) => PlaceRead | PlaceRefusal

type PlaceRefusal = Refusal<(typeof placeRefusals)[number]>

/**
 * Takes coordinates as people and machines send them, and says which grid has them. Swapped latitude and longitude are
 * told, with the pair as it should be. Chinese map services shift positions by hundreds of metres (GCJ-02, BD-09):
 * those are turned back when declared, and only suspected when not.
 */
export function readPlace(index: GridIndex, { lon, lat, frame = 'wgs84' }: PlaceInput): PlaceRead | PlaceRefusal {
  if (lon === 0 && lat === 0) return refuse['coordinates-not-measured']()
  if (isSwapped(index, lon, lat, frame)) return refuse['coordinates-swapped']({ lon: lat, lat: lon })
  if (!isOnEarth(lon, lat)) return refuse['coordinates-out-of-range']({ lon, lat })
  const point = toStored({ lon, lat }, frame)
  const path = index.locate(point)
  const note = path === null && !isShifted(frame) ? suspicion(index, point) : conversionNote(frame)
  const found = { point, path, names: path === null ? [] : index.names(path), noGrid: path === null }
  return note ? { ...found, note } : found
}

const isOnEarth = (lon: number, lat: number) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90

/**
 * Sure when the latitude is impossible and the other way round is possible (east of 90°, so nearly all of China). Where
 * both ways are possible, only when this way is in no grid and the other way is.
 */
function isSwapped(index: GridIndex, lon: number, lat: number, frame: Frame): boolean {
  if (!isOnEarth(lat, lon)) return false
  if (!isOnEarth(lon, lat)) return true
  return (
    index.locate(toStored({ lon, lat }, frame)) === null &&
    index.locate(toStored({ lon: lat, lat: lon }, frame)) !== null
  )
}

function toStored({ lon, lat }: Point, frame: Frame): Point {
  switch (frame) {
    case 'wgs84':
    case 'cgcs2000':
      return roundedPoint({ lon, lat })
    case 'gcj02':
      return toWgs84(lon, lat, gcoord.GCJ02)
    case 'bd09':
      return toWgs84(lon, lat, gcoord.BD09)
    default:
      return unreachable(frame)
  }
}

function toWgs84(lon: number, lat: number, from: string): Point {
  const [wgsLon, wgsLat] = gcoord.transform([lon, lat], from, gcoord.WGS84)
  return roundedPoint({ lon: wgsLon, lat: wgsLat })
}

const isShifted = (frame: Frame) => frame === 'gcj02' || frame === 'bd09'

function conversionNote(frame: Frame): PlaceNote | undefined {
  if (frame === 'gcj02') return 'converted-from-gcj02'
  return frame === 'bd09' ? 'converted-from-bd09' : undefined
}

/** Undeclared and in no grid, but in one when read as another frame: worth a hint, never a silent correction. */
function suspicion(index: GridIndex, point: Point): PlaceNote | undefined {
  if (index.locate(toStored(point, 'gcj02')) !== null) return 'looks-like-gcj02'
  if (index.locate(toStored(point, 'bd09')) !== null) return 'looks-like-bd09'
  return undefined
}
