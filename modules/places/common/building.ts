import type { Point, Position } from '#platform/kernel/common/geometry.ts'

/** What a building is used for, in the few kinds that decide who goes there. */
export const buildingUses = ['dwelling', 'house', 'school', 'shop', 'works', 'public', 'garage'] as const
export type BuildingUse = (typeof buildingUses)[number]

/** 院落: buildings behind one gate. */
export interface Courtyard {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly point: Point
  readonly gridPath: string
}

/** 楼栋. `gridPath` is the grid of the lowest level in which it lies at the date that was asked for. */
export interface Building {
  readonly id: string
  readonly courtyardId: string | null
  /** What people call it: `3号楼`, or its address. */
  readonly name: string
  readonly street: string
  readonly houseNumber: number
  /** Street and number, such as `文化路12号`. */
  readonly address: string
  readonly use: BuildingUse
  readonly floors: number
  /** How many homes it was built with; who lives there is the registry's to know. */
  readonly households: number
  /** Closed ring, GeoJSON order. */
  readonly outline: readonly Position[]
  /** Surely inside the outline. */
  readonly point: Point
  readonly gridPath: string
}

/** 单元: one stair or lift of a building. */
export interface Entrance {
  readonly id: string
  readonly buildingId: string
  readonly number: number
  readonly name: string
  readonly floors: number
  /** Rooms of a floor are numbered from 1: room 302 is the second on the third floor. */
  readonly roomsPerFloor: number
  readonly households: number
}

/** How many buildings, entrances and homes lie somewhere. */
export interface BuildingCount {
  readonly courtyards: number
  readonly buildings: number
  readonly entrances: number
  readonly households: number
}

/** 302 from floor 3, room 2; 1203 from floor 12, room 3: floor first, then two digits (common practice). */
export function roomNumber(floor: number, room: number): string {
  return `${floor}${String(room).padStart(2, '0')}`
}
