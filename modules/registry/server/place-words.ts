import type { ReadHandle } from '#modules/grid/server/index.ts'
import { PlaceReader } from '#modules/places/server/index.ts'
import type { FieldValue } from '../common/field-spec.ts'
import { fieldOf, type ThingKind } from '../common/kinds.ts'

/** A value of a field; what is sealed refers to no place. */
export interface Valued {
  readonly kind: ThingKind
  readonly key: string
  readonly value: unknown
}

export type PlaceWords = (kind: ThingKind, key: string, value: FieldValue | null) => string | null

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)

/** What the buildings and entrances are called that these values name; null for a value that speaks for itself. */
export async function placeWords(db: ReadHandle, on: string, values: readonly Valued[]): Promise<PlaceWords> {
  const ids = (of: 'building' | 'entrance') =>
    values.flatMap(({ kind, key, value }) => (placeOf(kind, key) === of && isId(value) ? [value] : []))
  const places = new PlaceReader(db, on)
  const buildings = await places.buildings([...new Set(ids('building'))])
  const entrances = await places.entrances([...new Set(ids('entrance'))])
  const yards = await places.courtyards([...new Set([...buildings.values()].flatMap(one => one.courtyardId ?? []))])
  return (kind, key, value) => {
    const of = placeOf(kind, key)
    if (of === null || !isId(value)) return null
    if (of === 'entrance') return entrances.get(value)?.name ?? null
    const building = buildings.get(value)
    if (!building) return null
    const yard = building.courtyardId === null ? undefined : yards.get(building.courtyardId)
    return yard ? `${building.address}（${yard.name}${building.name}）` : building.address
  }
}

function placeOf(kind: ThingKind, key: string): 'building' | 'entrance' | null {
  const type = fieldOf(kind, key)?.type
  return type?.type === 'place' ? type.of : null
}

/** Whether what a form says of building and entrance is so: both stand now, and the one belongs to the other. */
export async function areThere(
  db: ReadHandle,
  on: string,
  { building, entrance }: Readonly<Record<string, FieldValue | null | undefined>>,
): Promise<Record<string, { problem: 'no-such-place' }>> {
  const places = new PlaceReader(db, on)
  const isGone = { problem: 'no-such-place' } as const
  const problems: Record<string, typeof isGone> = {}
  const house = isId(building) ? await places.findBuilding(building) : undefined
  if (building !== null && building !== undefined && !house) problems.building = isGone
  const door = isId(entrance) ? await places.findEntrance(entrance) : undefined
  const isOfHouse = door && (!house || door.buildingId === house.id)
  if (entrance !== null && entrance !== undefined && !isOfHouse) problems.entrance = isGone
  return problems
}
