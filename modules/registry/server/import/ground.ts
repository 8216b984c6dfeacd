import type { Kysely } from 'kysely'
import type { GridHistory } from '#modules/grid/server/index.ts'
import type { Building, Courtyard } from '#modules/places/common/index.ts'
import { PlaceReader } from '#modules/places/server/index.ts'
import {
  type AddressAlias,
  BuildingBook,
  type KnownBuilding,
  parseAddress,
  type StandardAddress,
} from '../../common/address/index.ts'
import { gridsByName, type NamedGrid } from './grids-by-name.ts'

/** What the place's own books say about where people live; read once per run. */
export interface Ground {
  readonly aliases: readonly AddressAlias[]
  /** Of the tree by which all of this was read. */
  readonly version: number
  /** The grid that a name or code means, also one of a day before; undefined when there is none, or several of that name. */
  gridNamed(text: string): NamedGrid | undefined
  /** The one building that an address names; undefined when none or more than one does. */
  buildingAt(address: StandardAddress): Building | undefined
  /** The entrance of that number, by its id. */
  entranceOf(buildingId: string, number: string | null): string | undefined
}

const atOnce = 5000

interface Asked {
  readonly aliases: readonly AddressAlias[]
  /** The grids below which buildings are read. */
  readonly tops: readonly string[]
  readonly history: GridHistory
  readonly version: number
  readonly today: string
}

export async function readGround(db: Kysely<unknown>, asked: Asked): Promise<Ground> {
  const { aliases, tops, history, version, today } = asked
  const reader = new PlaceReader(db as never, today)
  const buildings = new Map<string, Building>()
  const courtyards = new Map<string, Courtyard>()
  for (const top of tops) {
    for (const yard of await reader.courtyardsIn(top)) courtyards.set(yard.id, yard)
    for (let cursor: string | undefined; ; ) {
      const page = await reader.buildingsIn(top, { limit: atOnce, cursor })
      for (const building of page.rows) buildings.set(building.id, building)
      if (page.next === null) break
      cursor = page.next
    }
  }
  const entrances = new Map<string, string>()
  const ids = [...buildings.keys()]
  for (let from = 0; from < ids.length; from += atOnce) {
    for (const one of await reader.entrancesOf(ids.slice(from, from + atOnce))) {
      entrances.set(`${one.buildingId} ${one.number}`, one.id)
    }
  }
  const book = new BuildingBook([...buildings.values()].map(one => knownAs(one, courtyards)))
  return {
    ...{ aliases, version },
    gridNamed: gridsByName(history, today),
    buildingAt(address) {
      const found = book.match(address)
      const [best, next] = found
      if (!best || (next && next.score === best.score)) return undefined
      return buildings.get(best.id)
    },
    entranceOf: (buildingId, number) => (number === null ? undefined : entrances.get(`${buildingId} ${number}`)),
  }
}

function knownAs(building: Building, courtyards: ReadonlyMap<string, Courtyard>): KnownBuilding {
  const yard = building.courtyardId === null ? undefined : courtyards.get(building.courtyardId)
  const { road, number } = parseAddress(yard?.address ?? '').address
  return {
    id: building.id,
    road: building.street,
    number: String(building.houseNumber),
    compound: yard?.name ?? null,
    yard: road === null || number === null ? null : { road, number },
    building: /^([\dA-Z]+)(?:号楼|栋|幢|座)$/u.exec(building.name)?.[1] ?? null,
  }
}
