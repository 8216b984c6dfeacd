export { type BuildingMatch, BuildingBook, type KnownBuilding } from './match-building.ts'
export { type AddressAlias, type AddressDoubt, parseAddress, type ReadAddress } from './parse-address.ts'
export {
  addressKey,
  type AddressLevel,
  addressLevels,
  floorOfRoom,
  noAddress,
  type StandardAddress,
  writeAddress,
} from './standard-address.ts'
