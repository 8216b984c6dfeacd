import type { Position } from '#platform/kernel/common/geometry.ts'

/** What a post may stand on besides a grid. */
export const thingKinds = ['courtyard', 'building', 'entrance', 'overlay', 'line'] as const
export type ThingKind = (typeof thingKinds)[number]

/**
 * What a post does there: 院长, 楼长 or 门长 is head of a courtyard, building or entrance; an overlay has a lead, a deputy
 * and workers; a road or river has chiefs of three levels (路长, 河长), a section its cleaners.
 */
export const thingDuties = ['head', 'lead', 'deputy', 'worker', 'chief-1', 'chief-2', 'chief-3', 'cleaner'] as const
export type ThingDuty = (typeof thingDuties)[number]

/** Which duties fit which thing. */
export const dutiesOf: Readonly<Record<ThingKind, readonly ThingDuty[]>> = {
  courtyard: ['head'],
  building: ['head'],
  entrance: ['head'],
  overlay: ['lead', 'deputy', 'worker'],
  line: ['chief-1', 'chief-2', 'chief-3', 'cleaner'],
}

export interface PostOnThing {
  readonly thingKind: ThingKind
  readonly thingId: string
  readonly duty: ThingDuty
  readonly postId: string
}

/** 专项、管理、责任、评价网格: grids of another kind over the cells of the base grids. */
export const overlayKinds = ['special', 'management', 'responsibility', 'evaluation'] as const
export type OverlayKind = (typeof overlayKinds)[number]

/** What a special grid is made for. */
export const overlayUses = ['market', 'school', 'park', 'campus', 'other'] as const
export type OverlayUse = (typeof overlayUses)[number]

export interface Overlay {
  readonly id: string
  readonly kind: OverlayKind
  /** Of special grids only. */
  readonly use: OverlayUse | null
  readonly name: string
  readonly parentId: string | null
  /** Paths of the base grids that it is put together from, of any level, none inside another. */
  readonly cells: readonly string[]
}

/**
 * Roads run through a street and have sections, one per small grid; alleys are the small ways; sections to be cleaned
 * are what one cleaner's sheet lists, none longer than a few hundred metres.
 */
const chiefDuties = ['chief-1', 'chief-2', 'chief-3'] as const
type ChiefDuty = (typeof chiefDuties)[number]
const isChief = (duty: ThingDuty): duty is ChiefDuty => chiefDuties.some(chief => chief === duty)

/** The key of the word for a duty: who is road chief (路长) on a road is river chief (河长) on a river. */
export function dutyWord(duty: ThingDuty, isOnRiver: boolean) {
  return isOnRiver && isChief(duty) ? (`duty.river-${duty}` as const) : (`duty.${duty}` as const)
}

export const lineKinds = ['road', 'road-section', 'alley', 'river', 'cleaning-section'] as const
export type LineKind = (typeof lineKinds)[number]

export interface PlaceLine {
  readonly id: string
  readonly kind: LineKind
  readonly name: string
  readonly street: string
  /** Width class of a road as the demo's builder names it; null for rivers. */
  readonly class: string | null
  readonly coordinates: readonly (readonly Position[])[]
  readonly lengthMetres: number
  /** Whole square metres; null where nothing is swept. */
  readonly areaSquareMetres: number | null
  /** The lowest grid that has the whole line. */
  readonly gridPath: string
}
