import type { Point } from '#platform/kernel/common/geometry.ts'

/** Shape says which state, colour says how urgent; never colour alone. */
export const mapShapes = [
  'dot',
  'ring',
  'square',
  'diamond',
  'triangle',
  'hexagon',
  'flag',
  'tick',
  'cross',
  'slash',
  'bars',
] as const
export type MapShape = (typeof mapShapes)[number]

export const mapTones = ['on-time', 'near', 'over', 'paused', 'mine', 'done'] as const
export type MapTone = (typeof mapTones)[number]

/** Something to show at a place. `count` above 1 is a heap the server has put together already. */
export interface MapPoint {
  readonly id: string
  readonly place: Point
  readonly shape: MapShape
  readonly tone: MapTone
  /** Said on hover. */
  readonly title: string
  readonly count?: number
  readonly overdue?: number
  /** What the page is about: never put into a heap, drawn above everything, its foot on the place. */
  readonly isItself?: boolean
}

/** Tones of lines and areas that a page lays over the grids; the list beside the map says the same in words. */
export const drawingTones = ['one', 'two', 'three', 'four', 'five', 'six', 'gap'] as const
export type DrawingTone = (typeof drawingTones)[number]

/** A line or an area over the grids: a road, a river, a grid of another kind. */
export interface MapDrawing {
  readonly id: string
  /** Said on hover. */
  readonly title: string
  /** Written on it; none when left out. */
  readonly label?: string
  readonly tone: DrawingTone
  /** As GeoJSON writes them. */
  readonly shape:
    | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Corner[])[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Corner[])[])[] }
}

type Corner = readonly [lon: number, lat: number]

/** West, south, east, north. */
export type MapBounds = readonly [west: number, south: number, east: number, north: number]

export interface MapView {
  readonly bounds: MapBounds
  readonly zoom: number
}

export interface LegendEntry {
  readonly shape: MapShape
  readonly tone: MapTone
  readonly text: string
}

export interface DrawingEntry {
  readonly tone: DrawingTone
  readonly text: string
}

export interface BorderEntry {
  readonly border: 'grid-1' | 'grid-2' | 'grid-3' | 'grid-4' | 'grid-own' | 'grid-chosen'
  readonly text: string
}

export function boundsTouch(a: MapBounds, b: MapBounds): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

export function boundsHave([west, south, east, north]: MapBounds, { lon, lat }: Point): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north
}
