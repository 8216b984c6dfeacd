/**
 * The made-up place that Town is played in: grids, buildings, cleaning sections and streets, all
 * pure data. Built from the same open data as the base map, so that what is drawn under the grids
 * is what the grids were cut from. See `town/basemap/LICENCE.md`.
 */
import type { GridKind } from '#modules/grid/common/index.ts'
import type { Point, Polygon, Position } from '#platform/kernel/common/geometry.ts'

/** `small` for tests, `demo` for the demonstration street, `city` for load tests only. */
export type GeographySize = 'small' | 'demo' | 'city'

/** WGS 84 (as CGCS2000) degrees, seven decimals. */
export type Place = Point

export type Line = readonly Position[]

export interface GeographyGrid {
  /** Dot separated ordinals from the top, such as `1.2.3.4`. */
  readonly path: string
  /** Depth of the path: in `demo` 1 is the street, 4 is an alley grid. */
  readonly level: number
  readonly name: string
  readonly kind: GridKind
  /** By the code scheme: street 9, community 12, alley grid 15 digits; a management area has a local code. */
  readonly code: string
  readonly polygon: Polygon
  readonly areaSquareMetres: number
  /** A place surely inside the polygon (the mean of its corners need not be). */
  readonly labelPlace: Place
  /** Of all buildings inside; in `city` an estimate, since that size has no buildings. */
  readonly households: number
}

export interface GeographyBuilding {
  /** Serial number, stable for a given size and seed. */
  readonly id: number
  readonly gridPath: string
  /** Surely inside the building. */
  readonly place: Place
  /** Closed, GeoJSON order. */
  readonly outline: Line
  readonly floors: number
  /** 单元: how many entrances; 0 where nobody lives. */
  readonly entrances: number
  readonly households: number
  readonly street: string
  readonly houseNumber: number
  /** Street and number, such as `文化路12号`. */
  readonly address: string
  readonly use: 'dwelling' | 'house' | 'school' | 'shop' | 'works' | 'public' | 'garage'
}

export type SectionClass = 'avenue' | 'street' | 'lane' | 'alley'

/** A stretch of road that is swept. The areas of all sections make up the mission's figure exactly. */
export interface CleaningSection {
  readonly id: number
  readonly name: string
  readonly street: string
  readonly class: SectionClass
  readonly line: Line
  readonly lengthMetres: number
  readonly widthMetres: number
  /** Whole square metres. */
  readonly areaSquareMetres: number
  /** The small grid (level 3) that it lies in or runs along. */
  readonly gridPath: string
}

export interface Landmark {
  readonly id: number
  readonly name: string
  /** The word that the open data uses: `school`, `hospital`, `bank`, `bus_stop`, `traffic_signals` … */
  readonly kind: string
  readonly place: Place
  readonly gridPath: string
}

/** Part of a street, for drawing places at which something may be found. */
export interface StreetSegment {
  readonly street: string
  readonly from: Place
  readonly to: Place
  /** The grid of the lowest level in which the middle of the segment lies. */
  readonly gridPath: string
}

export interface Geography {
  readonly size: GeographySize
  readonly seed: number
  /** Changes whenever the builder would give another result for the same seed. */
  readonly version: string
  readonly districtName: string
  readonly districtCode: string
  /** West, south, east, north. */
  readonly bounds: readonly [number, number, number, number]
  /** Parents before children, children in the order of their last ordinal. */
  readonly grids: readonly GeographyGrid[]
  readonly buildings: readonly GeographyBuilding[]
  readonly sections: readonly CleaningSection[]
  readonly streets: readonly string[]
  readonly segments: readonly StreetSegment[]
  readonly landmarks: readonly Landmark[]
  /** Rivers and streams, cut as the streets are; `street` is the river's name. */
  readonly rivers: readonly StreetSegment[]
}

export interface GeographyOptions {
  readonly size: GeographySize
  readonly seed: number
}

/** Gives numbers from 0 (included) to 1 (excluded). */
export type Random = () => number

/** What a builder of one size brings. */
export type GridParts = Pick<Geography, 'grids' | 'buildings' | 'sections' | 'segments' | 'landmarks' | 'rivers'>
