import { cutBuildings, hasNoGround, labelPlaceOf, partsOf, selfCrossings } from '#modules/grid/common/index.ts'
import type { Position } from '#platform/kernel/common/geometry.ts'
import { fromDegrees, inRing } from '#platform/planar/common/point.ts'
import type { Building, Courtyard } from '../building.ts'
import type { Ground } from './ground.ts'
import { type BuildingItem, leftOut, type Planned } from './item.ts'

/**
 * Outlines against what stands: a building is known by its ground together with its name or address. What is known is put
 * right and keeps its id and the place inside it; two names on one ground, or one name twice in a grid, are for a person.
 */
export function planBuildings(
  items: readonly BuildingItem[],
  standing: readonly Building[],
  courtyards: readonly Courtyard[],
  ground: Ground,
): Planned<Omit<Building, 'id'> & { readonly id: string | null }>[] {
  const near = new NearBuildings(standing)
  const called = new Map(standing.map(building => [calledKey(building, building.gridPath), building]))
  const before = new NearBuildings([])
  const used = new Set<string>()
  return items.map(item => {
    if (isTooLarge(item.outline)) return leftOut(item, 'too-large')
    const parts = partsOf({ type: 'Polygon', coordinates: [item.outline] })
    if (hasNoGround({ path: '', parts })) return leftOut(item, 'no-ground')
    if (selfCrossings({ path: '', parts }).length > 0) return leftOut(item, 'self-crossing')
    const ring = parts[0]![0]!
    const isUnder = ({ point }: Building) => inRing(ring, fromDegrees([point.lon, point.lat]))
    const twin = before.within(item.outline).find(isUnder)
    if (twin) return leftOut(item, 'row-twice', twin.address)
    const under = near.within(item.outline).filter(isUnder)
    const meant = item.id === undefined ? undefined : under.find(one => one.id === item.id)
    if (item.id !== undefined && !meant) return leftOut(item, 'stands-elsewhere')
    const known = meant ?? under.find(one => one.address === item.address || one.name === item.name)
    if (!known && under[0]) return leftOut(item, 'ground-taken', under[0].address)
    const point = known?.point ?? labelPlaceOf({ type: 'Polygon', coordinates: [item.outline] })
    const gridPath = known?.gridPath ?? ground.locate(point)
    if (gridPath === null) return leftOut(item, 'outside-grids')
    if (!ground.mayEdit(gridPath)) return leftOut(item, 'outside-your-grids', ground.nameOf(gridPath))
    const key = calledKey(item, gridPath)
    if (used.has(key)) return leftOut(item, 'row-twice', item.address)
    const namesake = called.get(key)
    if (namesake && namesake.id !== known?.id) return leftOut(item, 'name-twice', ground.nameOf(gridPath))
    const yard = item.courtyard === null ? null : courtyardNear(courtyards, item.courtyard, gridPath, known)
    if (yard === undefined) return leftOut(item, 'no-such-courtyard', item.courtyard ?? '')
    used.add(key)
    const { row, name, courtyard: _, outline, ...facts } = item
    const thing = {
      ...{ ...facts, id: known?.id ?? null, name, point, gridPath, outline: closed(outline) },
      // A file that says nothing of courtyards takes none away; who points at the building says all of it.
      courtyardId: yard?.id ?? (meant ? null : (known?.courtyardId ?? null)),
    }
    before.add({ ...thing, id: thing.id ?? '' })
    const cut = cutBy(item, gridPath, ground)
    const does = !known ? 'add' : isSame(known, thing) ? 'same' : 'correct'
    return {
      ...{ row, name, does, trouble: null, note: cut === '' ? null : 'cut', about: cut },
      thing: does === 'same' ? null : thing,
    }
  })
}

/** Two kilometres across: no building, but a file read in the wrong frame. */
const mostDegrees = 0.02

function isTooLarge(outline: readonly Position[]): boolean {
  const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
  return span(outline.map(([lon]) => lon)) > mostDegrees || span(outline.map(([, lat]) => lat)) > mostDegrees
}

const calledKey = ({ address, name }: { address: string; name: string }, gridPath: string) =>
  `${gridPath} ${address} ${name}`

/** The one it is in already, one of the same grid, else the only one of the name in the grid above. */
function courtyardNear(
  courtyards: readonly Courtyard[],
  name: string,
  gridPath: string,
  known: Building | undefined,
): Courtyard | undefined {
  const named = courtyards.filter(yard => yard.name === name)
  const above = gridPath.slice(0, gridPath.lastIndexOf('.'))
  const around = named.filter(yard => yard.gridPath.startsWith(`${above}.`))
  return (
    named.find(yard => yard.id === known?.courtyardId) ??
    named.find(yard => yard.gridPath === gridPath) ??
    (around.length === 1 ? around[0] : undefined)
  )
}

/** Names of the grids that have part of it, or nothing. */
function cutBy({ row, name, outline }: BuildingItem, gridPath: string, ground: Ground): string {
  const paths = [...new Set([gridPath, ...outline.flatMap(([lon, lat]) => ground.locate({ lon, lat }) ?? [])])]
  if (paths.length < 2) return ''
  const building = { id: String(row), name, outline: outline.map(fromDegrees) }
  const [cut] = cutBuildings(paths.map(ground.cellOf), [building], ground.toleranceMetres)
  return cut ? cut.paths.map(ground.nameOf).join('、') : ''
}

const facts = ['name', 'street', 'houseNumber', 'address', 'use', 'floors', 'households', 'courtyardId'] as const

function isSame(known: Building, now: Omit<Building, 'id'>): boolean {
  return facts.every(fact => known[fact] === now[fact]) && isSameRing(known.outline, now.outline)
}

/** The same corners to the last ten-millionth of a degree, wherever the ring begins and whichever way it runs. */
function isSameRing(a: readonly Position[], b: readonly Position[]): boolean {
  const corners = (ring: readonly Position[]) =>
    new Set(closed(ring).map(place => Object.values(fromDegrees(place)).join()))
  const [one, other] = [corners(a), corners(b)]
  return one.size === other.size && [...one].every(corner => other.has(corner))
}

function closed(ring: readonly Position[]): Position[] {
  const [first] = ring
  const last = ring.at(-1)
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : [...ring]
}

/** Buildings by the square of a thousandth of a degree that has their place. */
class NearBuildings {
  readonly #squares = new Map<string, Building[]>()

  constructor(buildings: readonly Building[]) {
    for (const building of buildings) this.add(building)
  }

  add(building: Building): void {
    const key = `${square(building.point.lon)} ${square(building.point.lat)}`
    const here = this.#squares.get(key)
    if (here) here.push(building)
    else this.#squares.set(key, [building])
  }

  within(outline: readonly Position[]): Building[] {
    const lons = outline.map(([lon]) => square(lon))
    const lats = outline.map(([, lat]) => square(lat))
    const found: Building[] = []
    for (let x = Math.min(...lons); x <= Math.max(...lons); x++) {
      for (let y = Math.min(...lats); y <= Math.max(...lats); y++) found.push(...(this.#squares.get(`${x} ${y}`) ?? []))
    }
    return found
  }
}

const square = (degrees: number) => Math.floor(degrees * 1000)
