import { groupBy } from '#platform/kernel/common/group-by.ts'
import { fitOf, type Norm } from '../../common/body.ts'
import { type Clump, clumped, grainNodes, subgraph } from './graph.ts'
import type { CuttingCell, Ground } from './ground.ts'
import { apportion, countsFor } from './norm.ts'
import { partition } from './partition.ts'

export interface PlanRules {
  readonly norm: Norm
  /** How many homes one open matter counts as. */
  readonly matterWeight: number
  /** Into how many parts the cells with homes are put; null as the norm asks, and cells within it stay. */
  readonly wanted: number | null
}

/** The grains of a part, and of which cells they are. */
export interface PlannedPart {
  readonly grains: readonly number[]
  readonly homes: number
  readonly load: number
}

/**
 * Cuts the cells of one parent anew. Cells within the norm stay as they are; those outside of it are put together and
 * cut, and only when that is not enough their neighbours are opened as well, ring by ring. Cells are kept whole as long
 * as that works, then courtyards, then buildings.
 */
export function planCutting(cells: readonly CuttingCell[], ground: Ground, rules: PlanRules): PlannedPart[] {
  const { norm, wanted } = rules
  const fine = grainNodes(cells, ground, rules.matterWeight)
  const whole = clumped(fine, ({ cell }) => String(cell))
  const beside = cells.map((_, cell) => besideOf(whole, cell))
  const lived = [...cells.keys()].filter(cell => cells[cell]!.homes > 0)
  const levels = levelsOf(cells, fine, ground, norm)
  const known = new Map<string, Region>()
  const regionOf = (own: readonly number[]): Region => {
    const name = own.join(' ')
    const found = known.get(name) ?? planRegion(own, levels, norm, null)
    known.set(name, found)
    return found
  }
  const components = componentsOf(lived, beside)
  const homesIn = (own: readonly number[]) => own.reduce((sum, cell) => sum + cells[cell]!.homes, 0)
  const counts = wanted === null ? null : apportion(components.map(homesIn), wanted)
  const planned = components.flatMap((all, component) => {
    if (counts) return [planRegion(all, levels, norm, counts[component]!)]
    let open = all.filter(cell => fitOf(cells[cell]!.homes, norm) !== 'within')
    let best: Region[] | null = null
    for (;;) {
      const regions = componentsOf(open, beside).map(regionOf)
      if (best === null || missed(regions) < missed(best)) best = regions
      const failing = regions.filter(({ outside }) => outside > 0)
      if (failing.length === 0 || open.length === all.length) return best
      const around = failing.flatMap(region => region.cells.flatMap(cell => beside[cell]!))
      open = all.filter(cell => open.includes(cell) || around.includes(cell))
    }
  })
  const moved = new Set(planned.flatMap(region => region.cells))
  const kept = [...cells.keys()].filter(cell => !moved.has(cell))
  return [
    ...planned.flatMap(({ parts }) => parts),
    ...kept.map(cell => together(fine.filter(node => node.cell === cell))),
  ]
}

interface Region {
  readonly cells: readonly number[]
  readonly parts: readonly PlannedPart[]
  /** Homes outside of the norm beyond what buildings above the norm bring along. */
  readonly outside: number
}

const missed = (regions: readonly Region[]) => regions.reduce((sum, { outside }) => sum + outside, 0)

/** The same ground in ever smaller clumps. */
function levelsOf(cells: readonly CuttingCell[], fine: readonly Clump[], { grains }: Ground, norm: Norm): Clump[][] {
  const isAbove = cells.map(({ homes }) => homes > norm.most)
  const courtyards = new Map<string, number>()
  const courtyardOf = ({ grains: [grain = 0], cell }: Clump) => {
    const [first] = grains[grain]!.buildings
    return first?.courtyardId ? `${cell} ${first.courtyardId}` : null
  }
  for (const node of fine) {
    const name = courtyardOf(node)
    if (name !== null) courtyards.set(name, (courtyards.get(name) ?? 0) + node.homes)
  }
  // A courtyard with as many homes as a grid is no building stone.
  const small = (node: Clump) => {
    const name = courtyardOf(node)
    return name !== null && courtyards.get(name)! <= norm.least / 2 ? name : null
  }
  return [
    clumped(fine, node => (isAbove[node.cell] ? small(node) : String(node.cell))),
    clumped(fine, node => (isAbove[node.cell] ? null : String(node.cell))),
    clumped(fine, small),
    clumped(fine, () => null),
  ]
}

function planRegion(own: readonly number[], levels: readonly Clump[][], norm: Norm, wanted: number | null): Region {
  let best: Region | null = null
  for (const level of levels) {
    const nodes = subgraph(level, ({ cell }) => own.includes(cell))
    const giants = nodes.map(({ homes }) => homes).filter(homes => homes > norm.most)
    const homes = nodes.reduce((sum, node) => sum + node.homes, 0)
    for (const count of wanted === null ? countsFor(homes, giants, norm) : [wanted]) {
      if (nodes.length < count && level !== levels.at(-1)) continue
      const { parts, outside } = partition(nodes, count, norm)
      const region = { cells: own, outside, parts: partsOf(nodes, parts) }
      if (best === null || region.outside < best.outside) best = region
      if (best.outside === 0) return best
    }
  }
  return best ?? { cells: own, parts: [], outside: 0 }
}

function partsOf(nodes: readonly Clump[], parts: readonly number[]): PlannedPart[] {
  return [...groupBy(nodes.keys(), node => parts[node]!).values()].map(own => together(own.map(at => nodes[at]!)))
}

function together(nodes: readonly Clump[]): PlannedPart {
  return {
    grains: nodes.flatMap(({ grains }) => grains).sort((a, b) => a - b),
    homes: nodes.reduce((sum, { homes }) => sum + homes, 0),
    load: Math.round(nodes.reduce((sum, { load }) => sum + load, 0)),
  }
}

/** A corner, or a step of a border, is no way from one to the other. */
const leastContactMetres = 3

function besideOf(whole: readonly Clump[], cell: number): number[] {
  const found = new Set<number>()
  for (const node of whole) {
    if (node.cell !== cell) continue
    for (const [other, metres] of node.links) if (metres >= leastContactMetres) found.add(whole[other]!.cell)
  }
  return [...found].sort((a, b) => a - b)
}

/** Cells that hang together, of those that are open. */
export function componentsOf(open: readonly number[], beside: readonly (readonly number[])[]): number[][] {
  const left = new Set(open)
  const components: number[][] = []
  for (const first of open) {
    if (!left.delete(first)) continue
    const component = [first]
    for (const cell of component) for (const next of beside[cell] ?? []) if (left.delete(next)) component.push(next)
    components.push(component.sort((a, b) => a - b))
  }
  return components
}
