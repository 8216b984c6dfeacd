/** The door for other modules: buildings with their courtyards and entrances, lines, and grids of other kinds. */
export {
  type Building,
  type BuildingCount,
  type BuildingUse,
  buildingUses,
  type Courtyard,
  type Entrance,
  roomNumber,
} from './building.ts'
export type { setPhone } from './contract.ts'
export { placesMessages } from './messages.ts'
export { metresToLine, middleOf } from './near.ts'
export { overlaysAt } from './overlay.ts'
export {
  lineKinds,
  type LineKind,
  type Overlay,
  overlayKinds,
  type OverlayKind,
  type PlaceLine,
  type PostOnThing,
  type ThingDuty,
  type ThingKind,
} from './things.ts'
