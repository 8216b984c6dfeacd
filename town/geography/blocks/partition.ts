import type { Random } from '../geography.ts'
import { outside } from '#platform/planar/common/faces.ts'
import { at, type Point } from '#platform/planar/common/point.ts'
import type { Cell } from './cells.ts'

/** Sorts cells into `count` connected groups of about equal weight, with short borders that follow main roads. */
export function partition(cells: readonly Cell[], count: number, random: Random): number[] {
  const weights = weightsOf(cells)
  let best: { labels: number[]; score: number } | null = null
  for (let attempt = 0; attempt < 6; attempt++) {
    const labels = grow(cells, weights, spreadSeeds(cells, count, random))
    improve(cells, weights, labels, count)
    const score = scoreOf(cells, weights, labels, count)
    if (!best || score < best.score) best = { labels, score }
  }
  if (!best) throw new Error('nothing to partition')
  return best.labels
}

/** People and ground count alike. */
function weightsOf(cells: readonly Cell[]): number[] {
  const households = cells.reduce((sum, cell) => sum + cell.households, 0)
  const area = cells.reduce((sum, cell) => sum + cell.areaSquareMetres, 0)
  return cells.map(cell => cell.households / Math.max(1, households) / 2 + cell.areaSquareMetres / area / 2)
}

function squareDistance(a: Point, b: Point): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2
}

/** One at random, each next one as far as can be from those before, among a random half. */
function spreadSeeds(cells: readonly Cell[], count: number, random: Random): number[] {
  const seeds = [Math.floor(random() * cells.length)]
  while (seeds.length < count) {
    let best = { cell: -1, distance: -1 }
    cells.forEach((cell, i) => {
      const distance = Math.min(...seeds.map(seed => squareDistance(cell.middle, at(cells, seed).middle)))
      if (distance > best.distance && (random() < 0.5 || best.cell < 0) && !seeds.includes(i))
        best = { cell: i, distance }
    })
    seeds.push(best.cell)
  }
  return seeds
}

/** The lightest group takes the nearest free cell at its border, until none is left. */
function grow(cells: readonly Cell[], weights: readonly number[], seeds: readonly number[]): number[] {
  const labels = new Array<number>(cells.length).fill(-1)
  const total = seeds.map(() => 0)
  const take = (cell: number, group: number) => {
    labels[cell] = group
    total[group] = at(total, group) + at(weights, cell)
  }
  seeds.forEach(take)
  for (let left = cells.length - seeds.length; left > 0; left--) {
    const order = seeds.map((_, group) => group).sort((a, b) => at(total, a) - at(total, b))
    const next = order.map(group => ({ group, cell: nearestFree(cells, labels, group, at(seeds, group)) }))
    const found = next.find(choice => choice.cell !== null)
    if (!found || found.cell === null) throw new Error('cells that touch no group')
    take(found.cell, found.group)
  }
  return labels
}

function nearestFree(cells: readonly Cell[], labels: readonly number[], group: number, seed: number): number | null {
  const home = at(cells, seed).middle
  let best: { cell: number; distance: number } | null = null
  labels.forEach((label, member) => {
    if (label !== group) return
    for (const other of at(cells, member).contacts.keys()) {
      if (other === outside || labels[other] !== -1) continue
      const distance = squareDistance(at(cells, other).middle, home)
      if (!best || distance < best.distance) best = { cell: other, distance }
    }
  })
  return (best as { cell: number } | null)?.cell ?? null
}

const balanceWeight = 6
const borderWeight = 1

/** Lower is better: how unequal the groups are, and how much pull their borders cut through. */
function scoreOf(cells: readonly Cell[], weights: readonly number[], labels: readonly number[], count: number): number {
  const totals = totalsOf(weights, labels, count)
  const unequal = totals.reduce((sum, total) => sum + (total * count - 1) ** 2, 0) / count
  let cut = 0
  let all = 0
  cells.forEach((cell, i) => {
    for (const [other, { pull }] of cell.contacts) {
      if (other === outside) continue
      all += pull
      if (labels[other] !== labels[i]) cut += pull
    }
  })
  return balanceWeight * unequal + borderWeight * (cut / Math.max(1, all)) * Math.sqrt(cells.length)
}

function totalsOf(weights: readonly number[], labels: readonly number[], count: number): number[] {
  const totals = new Array<number>(count).fill(0)
  labels.forEach((label, i) => {
    totals[label] = at(totals, label) + at(weights, i)
  })
  return totals
}

/** Moves single cells across borders while that makes the whole better and leaves both sides connected. */
function improve(cells: readonly Cell[], weights: readonly number[], labels: number[], count: number): void {
  const all = cells.reduce((sum, cell) => sum + pullOf(cell), 0)
  const totals = totalsOf(weights, labels, count)
  for (let round = 0; round < 60; round++) {
    let moved = false
    cells.forEach((cell, i) => {
      const from = at(labels, i)
      const pulls = pullsByGroup(cell, labels)
      let best = { group: from, gain: 1e-9 }
      for (const [group, pull] of pulls) {
        if (group === from) continue
        const weight = at(weights, i)
        const balance = (total: number) => (total * count - 1) ** 2
        const before = balance(at(totals, from)) + balance(at(totals, group))
        const after = balance(at(totals, from) - weight) + balance(at(totals, group) + weight)
        const straighter = (2 * (pull - (pulls.get(from) ?? 0))) / Math.max(1, all)
        const gain = (balanceWeight * (before - after)) / count + borderWeight * straighter * Math.sqrt(cells.length)
        if (gain > best.gain) best = { group, gain }
      }
      if (best.group === from || !staysConnected(cells, labels, i)) return
      labels[i] = best.group
      totals[from] = at(totals, from) - at(weights, i)
      totals[best.group] = at(totals, best.group) + at(weights, i)
      moved = true
    })
    if (!moved) return
  }
}

function pullOf(cell: Cell): number {
  let sum = 0
  for (const [other, { pull }] of cell.contacts) if (other !== outside) sum += pull
  return sum
}

function pullsByGroup(cell: Cell, labels: readonly number[]): Map<number, number> {
  const pulls = new Map<number, number>()
  for (const [other, { pull }] of cell.contacts) {
    if (other === outside) continue
    const group = at(labels, other)
    pulls.set(group, (pulls.get(group) ?? 0) + pull)
  }
  return pulls
}

/** Whether the group that `cell` would leave stays in one piece, and is not left empty. */
function staysConnected(cells: readonly Cell[], labels: readonly number[], cell: number): boolean {
  const members = labels.flatMap((label, i) => (label === labels[cell] && i !== cell ? [i] : []))
  const first = members[0]
  if (first === undefined) return false
  const reached = new Set([first])
  for (const member of reached) {
    for (const other of at(cells, member).contacts.keys()) {
      if (other !== cell && other !== outside && labels[other] === labels[cell]) reached.add(other)
    }
  }
  return reached.size === members.length
}
