import { SegmentIndex } from '#platform/planar/common/segment-index.ts'
import { at, type Point } from '#platform/planar/common/point.ts'
import type { OpenBuilding } from './buildings.ts'
import type { Roads } from './roads.ts'

export interface Address {
  readonly street: string
  readonly houseNumber: number
}

/** Sheds and garages get no number of their own. */
const leastFootprintSquareMetres = 40

/**
 * An address per building, none twice. Where the open data has street and number these are kept (in the
 * street's Chinese name); the others get the nearest street and the next free number on their side.
 */
export function assignAddresses(
  buildings: readonly OpenBuilding[],
  { roads, chineseName }: Roads,
): Map<number, Address> {
  const register = new AddressRegister()
  const without: OpenBuilding[] = []
  for (const building of buildings) {
    const street = chineseName(building.tags['addr:street'] ?? '')
    const wanted = Number.parseInt(building.tags['addr:housenumber'] ?? '', 10)
    if (street && wanted > 0 && wanted < 1000) register.enter(building, street, wanted)
    else if (building.footprintSquareMetres >= leastFootprintSquareMetres) without.push(building)
  }
  const index = new SegmentIndex<string>()
  for (const road of roads) {
    if (!road.name || road.rank > 6) continue
    for (const line of road.lines) {
      for (let i = 1; i < line.length; i++) index.add({ a: at(line, i - 1), b: at(line, i), of: road.name })
    }
  }
  for (const building of without) {
    const near = index.nearest(building.place)
    if (near) register.enterNext(building, near.segment.of)
  }
  return register.addresses
}

class AddressRegister {
  readonly addresses = new Map<number, Address>()
  readonly #byStreet = new Map<
    string,
    { readonly taken: Set<number>; readonly known: { place: Point; houseNumber: number }[] }
  >()

  /** The wanted number, or the next free one on the same side of the street. */
  enter(building: OpenBuilding, street: string, wanted: number): void {
    const { taken, known } = this.#street(street)
    let houseNumber = wanted
    while (taken.has(houseNumber)) houseNumber += 2
    taken.add(houseNumber)
    known.push({ place: building.place, houseNumber })
    this.addresses.set(building.id, { street, houseNumber })
  }

  enterNext(building: OpenBuilding, street: string): void {
    const { known } = this.#street(street)
    let nearest = { houseNumber: 1, distance: Infinity }
    for (const { place, houseNumber } of known) {
      const distance = (place.x - building.place.x) ** 2 + (place.y - building.place.y) ** 2
      if (distance < nearest.distance) nearest = { houseNumber, distance }
    }
    this.enter(building, street, nearest.houseNumber)
  }

  #street(street: string) {
    const entry = this.#byStreet.get(street) ?? { taken: new Set<number>(), known: [] }
    this.#byStreet.set(street, entry)
    return entry
  }
}
