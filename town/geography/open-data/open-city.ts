import { type Address, assignAddresses } from './addresses.ts'
import { type OpenBuilding, readBuildings } from './buildings.ts'
import { joinParts } from './join.ts'
import { tileEdges } from './move.ts'
import { type Road, readRoads } from './roads.ts'
import { type OpenFeature, readParts } from './source.ts'

/** The open data, moved, put together and renamed: what both the base map and the grids are made from. */
export interface OpenCity {
  readonly features: readonly OpenFeature[]
  readonly roads: readonly Road[]
  readonly buildings: readonly OpenBuilding[]
  /** By building id. */
  readonly addresses: ReadonlyMap<number, Address>
}

export function readOpenCity(): OpenCity {
  const { parts, tiles } = readParts()
  const features = joinParts(parts, tileEdges(tiles))
  const roads = readRoads(features)
  const buildings = readBuildings(features)
  return { features, roads: roads.roads, buildings, addresses: assignAddresses(buildings, roads) }
}
