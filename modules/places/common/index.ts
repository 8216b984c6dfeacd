/** The door for other modules: buildings with their courtyards and entrances, and what each is called. */
export {
  type Building,
  type BuildingCount,
  type BuildingUse,
  buildingUses,
  type Courtyard,
  type Entrance,
  type HeadPlace,
  headPlaces,
  type HeadPlacing,
  roomNumber,
} from './building.ts'
