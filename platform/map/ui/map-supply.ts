/** Parts of the map that lie on this device as PMTiles archives; null where there is none. */
export interface MapSupply {
  readonly base: () => Promise<ArrayBuffer | null>
  readonly grids: () => Promise<ArrayBuffer | null>
}

let supply: MapSupply | null = null

/** Said once by an app that keeps a cut of the map: tiles are then taken from there first, and from the network else. */
export function supplyMap(given: MapSupply): void {
  supply = given
}

export function mapSupply(): MapSupply | null {
  return supply
}
