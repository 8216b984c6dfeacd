import type { Overlay, OverlayKind, PostOnThing } from '#modules/places/common/index.ts'
import type { Geography, GeographyGrid } from '../geography/geography.ts'
import { lowestLevel } from '../geography/tree.ts'
import type { PeoplePlan } from '../people/people.ts'
import { idMaker, randomFrom } from '../random.ts'

export interface OverlaysPlan {
  readonly overlays: readonly Overlay[]
  readonly posts: readonly PostOnThing[]
}

type Use = NonNullable<Overlay['use']>

/** Which landmarks make the cell around them a special grid, how many of a sort, and what it is called. */
const specials: readonly { kinds: readonly string[]; use: Use; most: number; word: string }[] = [
  { kinds: ['marketplace', 'mall'], use: 'market', most: 4, word: '商圈市场' },
  { kinds: ['school', 'kindergarten'], use: 'school', most: 8, word: '校园周边' },
  { kinds: ['playground'], use: 'park', most: 4, word: '公园' },
]
/** So many cells that lie beside each other in the list make a responsibility grid of shops and their keepers. */
const cellsPerResponsibility = 3

/** Grids of other kinds over the town's cells: two trees and two plain sets. A city has none: its test is of numbers. */
export function planOverlays(geography: Geography, people: PeoplePlan, bornAt: number): OverlaysPlan {
  if (geography.size === 'city') return { overlays: [], posts: [] }
  const make = idMaker(randomFrom(geography.seed * 104_729 + 19))
  const overlays: Overlay[] = []
  const posts: PostOnThing[] = []
  const post = (key: string) => people.posts.find(one => one.key === key)?.id
  const add = (kind: OverlayKind, name: string, cells: readonly string[], more: More = {}) => {
    const id = make(bornAt)
    overlays.push({ id, kind, use: more.use ?? null, name, parentId: more.parentId ?? null, cells })
    const lead = more.lead && post(more.lead)
    if (lead) posts.push({ thingKind: 'overlay', thingId: id, duty: 'lead', postId: lead })
    return id
  }
  for (const { name, cell, use } of specialCells(geography)) {
    add('special', name, [cell.path], { use, lead: `worker ${cell.path}` })
  }
  for (const campus of geography.grids.filter(({ kind }) => kind === 'school')) {
    add('special', campus.name, [campus.path], { use: 'campus', lead: `lead ${campus.path}` })
  }
  const middles = geography.grids.filter(({ level }) => level === 2)
  const half = Math.ceil(middles.length / 2)
  for (const [i, areas] of [middles.slice(0, half), middles.slice(half)].entries()) {
    if (areas.length === 0) continue
    const name = i === 0 ? '北片管理网格' : '南片管理网格'
    const cells = areas.map(({ path }) => path)
    const parentId = add('management', name, cells, { lead: `handler enforcement ${i + 1}` })
    for (const [j, middle] of areas.entries()) {
      add('management', `${name.slice(0, 2)}第${j + 1}执法组`, [middle.path], {
        parentId,
        lead: `handler enforcement ${3 + ((i + j) % 2)}`,
      })
    }
  }
  for (const middle of middles) {
    add('evaluation', `${middle.name}评价网格`, [middle.path], { lead: 'assessor' })
  }
  for (const { small, cells, number } of responsibilityCells(geography)) {
    add('responsibility', `${small.name}门前三包责任区${number}`, cells, { lead: `deputy ${small.path}` })
  }
  return { overlays, posts }
}

interface More {
  readonly use?: Use
  readonly parentId?: string
  /** Key of the post that leads it. */
  readonly lead?: string
}

/** A cell is special once, for the first sort that wants it. The small town has no landmarks: its first cell is a market. */
function specialCells(geography: Geography): { name: string; cell: GeographyGrid; use: Use }[] {
  const cells = geography.grids.filter(({ level, kind }) => level === lowestLevel(geography) && kind === 'alley')
  const campuses = geography.grids.filter(({ kind }) => kind === 'school').map(({ path }) => path)
  const isFree = (path: string) => !campuses.some(campus => path.startsWith(`${campus}.`))
  if (geography.landmarks.length === 0) {
    const first = cells.find(({ path }) => isFree(path))
    return first ? [{ name: '建设路集贸市场', cell: first, use: 'market' }] : []
  }
  const taken = new Set<string>()
  return specials.flatMap(({ kinds, use, most, word }) => {
    const found = geography.landmarks.flatMap(({ kind, gridPath }) => {
      const cell = cells.find(({ path }) => path === gridPath)
      if (!kinds.includes(kind) || !cell || taken.has(gridPath) || !isFree(gridPath)) return []
      taken.add(gridPath)
      return [{ name: `${cell.name.replace(/\d+号网格.*$/, '')}${word}`, cell, use }]
    })
    const names = new Map<string, number>()
    return found.slice(0, most).map(one => {
      const times = (names.get(one.name) ?? 0) + 1
      names.set(one.name, times)
      return times === 1 ? one : { ...one, name: `${one.name}${times}` }
    })
  })
}

function responsibilityCells({ grids }: Geography) {
  return grids
    .filter(({ kind }) => kind === 'community')
    .flatMap(small => {
      const cells = grids.filter(({ path }) => path.startsWith(`${small.path}.`)).map(({ path }) => path)
      const count = Math.ceil(cells.length / cellsPerResponsibility)
      return Array.from({ length: count }, (_, i) => ({
        small,
        number: i + 1,
        cells: cells.slice(i * cellsPerResponsibility, (i + 1) * cellsPerResponsibility),
      }))
    })
}
