import type { Courtyard } from '../building.ts'
import type { Ground } from './ground.ts'
import { type CourtyardItem, leftOut, type Planned } from './item.ts'

/** Courtyards are known by their name and grid; of a known one the address is put right and the place stays. */
export function planCourtyards(
  items: readonly CourtyardItem[],
  standing: readonly Courtyard[],
  ground: Ground,
): Planned<Omit<Courtyard, 'id'> & { readonly id: string | null }>[] {
  const keyOf = (name: string, gridPath: string) => `${gridPath} ${name}`
  const known = new Map(standing.map(yard => [keyOf(yard.name, yard.gridPath), yard]))
  const used = new Set<string>()
  return items.map(item => {
    const { row, name, address } = item
    const point = { lon: item.place[0], lat: item.place[1] }
    const gridPath = ground.locate(point)
    if (gridPath === null) return leftOut(item, 'outside-grids')
    if (!ground.mayEdit(gridPath)) return leftOut(item, 'outside-your-grids', ground.nameOf(gridPath))
    const key = keyOf(name, gridPath)
    if (used.has(key)) return leftOut(item, 'row-twice', name)
    used.add(key)
    const before = known.get(key)
    const does = !before ? 'add' : address === '' || before.address === address ? 'same' : 'correct'
    const thing = { id: before?.id ?? null, name, address, point: before?.point ?? point, gridPath }
    return { row, name, does, trouble: null, note: null, about: '', thing: does === 'same' ? null : thing }
  })
}
