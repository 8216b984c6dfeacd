import type { StandardAddress } from './standard-address.ts'

/** A building of the place as its register has it. */
export interface KnownBuilding {
  readonly id: string
  readonly road: string | null
  readonly number: string | null
  readonly compound: string | null
  readonly building: string | null
  /** The door of the yard in which it stands, where that is another than its own: 文化路12号院3号楼. */
  readonly yard: { readonly road: string; readonly number: string } | null
}

export type MatchReason = 'road-and-number' | 'yard' | 'compound' | 'building'

export interface BuildingMatch {
  readonly id: string
  /** 0 to 1; 1 is the same door, yard or compound and the same building. */
  readonly score: number
  readonly reasons: readonly MatchReason[]
}

/** The buildings of a place, found by road and number or by the compound's name. */
export class BuildingBook {
  readonly #byDoor = new Map<string, KnownBuilding[]>()
  readonly #byCompound = new Map<string, KnownBuilding[]>()

  constructor(buildings: readonly KnownBuilding[]) {
    for (const building of buildings) {
      if (building.road !== null && building.number !== null) {
        put(this.#byDoor, `${building.road}|${building.number}`, building)
      }
      if (building.yard) put(this.#byDoor, `${building.yard.road}|${building.yard.number}`, building)
      if (building.compound !== null) put(this.#byCompound, building.compound, building)
    }
  }

  /** Candidates, the likeliest first; one alone with a score of 1 may be taken without asking. */
  match(address: StandardAddress): readonly BuildingMatch[] {
    const atDoor = this.#byDoor.get(`${address.road}|${address.number}`) ?? []
    const inCompound = address.compound === null ? [] : (this.#byCompound.get(address.compound) ?? [])
    return [...new Set([...atDoor, ...inCompound])]
      .map(building => this.#weigh(address, building))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  }

  #weigh(address: StandardAddress, known: KnownBuilding): BuildingMatch {
    const isAt = (door: { readonly road: string | null; readonly number: string | null } | null) =>
      door !== null && door.road !== null && door.road === address.road && door.number === address.number
    const [isDoor, isYard] = [isAt(known), isAt(known.yard)]
    const isCompound = known.compound !== null && known.compound === address.compound
    const isBuilding = known.building === address.building
    const contradicts = known.building !== null && address.building !== null && !isBuilding
    const reasons: MatchReason[] = [
      ...(isDoor ? ['road-and-number' as const] : []),
      ...(isYard ? ['yard' as const] : []),
      ...(isCompound ? ['compound' as const] : []),
      ...(isBuilding && known.building !== null ? ['building' as const] : []),
    ]
    const score = contradicts ? 0 : isBuilding ? 1 : isDoor ? 0.7 : 0.5
    return { id: known.id, score, reasons }
  }
}

function put(map: Map<string, KnownBuilding[]>, key: string, building: KnownBuilding): void {
  const before = map.get(key)
  if (before) before.push(building)
  else map.set(key, [building])
}
