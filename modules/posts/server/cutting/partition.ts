import type { Norm } from '../../common/body.ts'
import { outsideOf } from './norm.ts'

/** A piece of ground that is not cut further, with what lies beside it. */
export interface Node {
  readonly homes: number
  /** Homes with open matters weighed in: what is shared out evenly, where the norm leaves room. */
  readonly load: number
  /** Its middle, in metres. */
  readonly x: number
  readonly y: number
  readonly squareMetres: number
  /** By neighbour, the metres that both lie beside one another, weighed by how little a border is wanted there. */
  readonly links: ReadonlyMap<number, number>
}

export interface Partition {
  /** By node, its part. */
  readonly parts: readonly number[]
  /** Homes by which the parts lie outside of the norm, all together, beyond what a node above it brings along. */
  readonly outside: number
  /** Unevenness and length of the borders: less is better. */
  readonly cost: number
}

const starts = 4
/** As many more as long as something lies outside of the norm. */
const mostStarts = 12
const relaxations = 3
const mostMoves = 600
/** How much a compact border counts beside an even load. */
const borderWeight = 0.15

/**
 * Puts nodes that hang together into so many parts that hang together, within the norm where that is found, then even
 * and compact. Parts grow from seeds that lie far apart, the lightest part first, and are seeded anew from their
 * middles; then nodes along the borders change sides as long as that helps. The same nodes give the same parts.
 */
export function partition(nodes: readonly Node[], wanted: number, norm: Norm): Partition {
  const count = Math.min(wanted, nodes.length)
  let best: Partition | null = null
  for (let start = 0; start < Math.min(mostStarts, nodes.length); start++) {
    if (start >= starts && best?.outside === 0) break
    let seeds =
      start < starts ? seedsOf(nodes, count, (start * nodes.length) / starts, norm) : spread(nodes, count, start)
    for (let round = 0; round < relaxations; round++) seeds = middlesOf(nodes, grown(nodes, seeds), count)
    const found = improved(nodes, grown(nodes, seeds), count, norm)
    if (best === null || found.outside < best.outside || (found.outside === best.outside && found.cost < best.cost)) {
      best = found
    }
    if (count === 1) break
  }
  return best ?? { parts: [], outside: 0, cost: 0 }
}

/** Seeds at even steps through the list, from another beginning each time. */
function spread(nodes: readonly Node[], count: number, start: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.floor((i * nodes.length) / count + start) % nodes.length)
}

/** Buildings above the norm are parts of their own; then again and again the node with the most steps to every seed. */
function seedsOf(nodes: readonly Node[], count: number, first: number, norm: Norm): number[] {
  const giants = [...nodes.keys()].filter(node => nodes[node]!.homes > norm.most).slice(0, count)
  const seeds = giants.length > 0 ? giants : [farthest(nodes, [Math.floor(first)], 1)]
  while (seeds.length < count) seeds.push(farthest(nodes, seeds, 0))
  return seeds
}

function farthest(nodes: readonly Node[], from: readonly number[], least: number): number {
  const steps = stepsFrom(nodes, from, () => true)
  let best = -1
  for (const node of nodes.keys()) {
    if (from.includes(node) && nodes.length > from.length) continue
    if (steps[node]! >= least && (best < 0 || steps[node]! > steps[best]!)) best = node
  }
  return best < 0 ? from[0]! : best
}

/** Steps to the nearest of some nodes; infinite where no way leads. */
function stepsFrom(nodes: readonly Node[], from: readonly number[], isOpen: (node: number) => boolean): number[] {
  const steps = new Array<number>(nodes.length).fill(Infinity)
  for (const node of from) steps[node] = 0
  const queue = [...from]
  for (const node of queue) {
    for (const next of nodes[node]!.links.keys()) {
      if (steps[next] !== Infinity || !isOpen(next)) continue
      steps[next] = steps[node]! + 1
      queue.push(next)
    }
  }
  return steps
}

function grown(nodes: readonly Node[], seeds: readonly number[]): number[] {
  const parts = new Array<number>(nodes.length).fill(-1)
  const loads = seeds.map(() => 0)
  const reach = seeds.map(() => new Set<number>())
  const take = (node: number, part: number) => {
    parts[node] = part
    loads[part]! += nodes[node]!.load
    for (const set of reach) set.delete(node)
    for (const next of nodes[node]!.links.keys()) if (parts[next] === -1) reach[part]!.add(next)
  }
  for (const [part, seed] of seeds.entries()) if (parts[seed] === -1) take(seed, part)
  for (let left = parts.filter(part => part === -1).length; left > 0; left--) {
    let part = -1
    for (const [each, load] of loads.entries()) {
      if (reach[each]!.size > 0 && (part < 0 || load < loads[part]!)) part = each
    }
    // Ground that touches nothing of ours, an island, goes to the lightest part.
    if (part < 0) take(parts.indexOf(-1), loads.indexOf(Math.min(...loads)))
    else take(nearest(nodes, reach[part]!, nodes[seeds[part]!]!), part)
  }
  return parts
}

function nearest(nodes: readonly Node[], among: Iterable<number>, to: { readonly x: number; readonly y: number }) {
  let best = -1
  let distance = Infinity
  for (const node of among) {
    const away = Math.hypot(nodes[node]!.x - to.x, nodes[node]!.y - to.y)
    if (away < distance || (away === distance && node < best)) [best, distance] = [node, away]
  }
  return best
}

/** Of each part, the node nearest to the middle of its load. */
function middlesOf(nodes: readonly Node[], parts: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, part) => {
    const own = [...nodes.keys()].filter(node => parts[node] === part)
    const weigh = (node: number) => nodes[node]!.load + 1
    const total = own.reduce((sum, node) => sum + weigh(node), 0)
    const mean = (axis: 'x' | 'y') => own.reduce((sum, node) => sum + nodes[node]![axis] * weigh(node), 0) / total
    return own.length === 0 ? part : nearest(nodes, own, { x: mean('x'), y: mean('y') })
  })
}

interface Move {
  readonly node: number
  readonly to: number
}

interface Sums {
  readonly homes: number[]
  readonly loads: number[]
}

function improved(nodes: readonly Node[], parts: number[], count: number, norm: Norm): Partition {
  const total = (of: (node: Node) => number) => nodes.reduce((sum, node) => sum + of(node), 0)
  const sums: Sums = { homes: new Array(count).fill(0), loads: new Array(count).fill(0) }
  for (const [node, part] of parts.entries()) put(nodes[node]!, part, 1, sums)
  const mean = Math.max(1, total(({ load }) => load) / count)
  const scale = 2 * count * Math.max(1, Math.sqrt(total(({ squareMetres }) => squareMetres) / count))
  const worth = { norm, mean, scale }
  const move = ({ node, to }: Move) => {
    put(nodes[node]!, parts[node]!, -1, sums)
    put(nodes[node]!, to, 1, sums)
    parts[node] = to
  }
  for (let moves = 0; moves < mostMoves; moves++) {
    const better = candidates(nodes, parts, sums, worth).find(({ node }) => staysWhole(nodes, parts, node))
    if (better) move(better)
    else if (!swapped(nodes, parts, sums.homes, norm, move)) break
  }
  const border = nodes.reduce(
    (sum, { links }, node) =>
      sum + [...links].reduce((own, [other, metres]) => own + (parts[other] === parts[node] ? 0 : metres / 2), 0),
    0,
  )
  const uneven = sums.loads.reduce((sum, load) => sum + (load / mean - 1) ** 2, 0)
  const outside = sums.homes.reduce((sum, homes) => sum + outsideOf(homes, norm), 0)
  const given = total(({ homes }) => Math.max(0, homes - norm.most))
  return {
    parts,
    outside: Math.max(0, outside - given),
    cost: uneven + (borderWeight * border) / scale,
  }
}

function put({ homes, load }: Node, part: number, sign: number, sums: Sums): void {
  sums.homes[part]! += sign * homes
  sums.loads[part]! += sign * load
}

/** Changes of sides that would help, the best first. */
function candidates(
  nodes: readonly Node[],
  parts: readonly number[],
  { homes, loads }: Sums,
  { norm, mean, scale }: { readonly norm: Norm; readonly mean: number; readonly scale: number },
) {
  const found: { node: number; to: number; gain: number }[] = []
  for (const [node, own] of nodes.entries()) {
    const from = parts[node]!
    const along = new Map<number, number>()
    for (const [other, metres] of own.links) along.set(parts[other]!, (along.get(parts[other]!) ?? 0) + metres)
    for (const [to, metres] of along) {
      if (to === from) continue
      const outside =
        outsideOf(homes[from]!, norm) +
        outsideOf(homes[to]!, norm) -
        outsideOf(homes[from]! - own.homes, norm) -
        outsideOf(homes[to]! + own.homes, norm)
      const even = (2 * own.load * (loads[from]! - loads[to]! - own.load)) / mean ** 2
      const border = (borderWeight * (metres - (along.get(from) ?? 0))) / scale
      // A home outside of the norm outweighs whatever can be gained otherwise.
      const gain = outside * 1000 + even + border
      if (gain > 1e-9) found.push({ node, to, gain })
    }
  }
  return found.sort((a, b) => b.gain - a.gain || a.node - b.node || a.to - b.to)
}

/** Two nodes change places where one alone could not and fewer homes lie outside of the norm afterwards. */
function swapped(
  nodes: readonly Node[],
  parts: readonly number[],
  homes: readonly number[],
  norm: Norm,
  move: (step: Move) => void,
): boolean {
  const bordering = (node: number, part: number) => [...nodes[node]!.links.keys()].some(other => parts[other] === part)
  for (const [part, own] of homes.entries()) {
    if (outsideOf(own, norm) === 0) continue
    for (const going of nodes.keys()) {
      if (parts[going] !== part) continue
      for (const to of new Set([...nodes[going]!.links.keys()].map(other => parts[other]!))) {
        if (to === part) continue
        for (const coming of nodes.keys()) {
          if (parts[coming] !== to || !bordering(coming, part)) continue
          const more = nodes[coming]!.homes - nodes[going]!.homes
          const before = outsideOf(own, norm) + outsideOf(homes[to]!, norm)
          if (outsideOf(own + more, norm) + outsideOf(homes[to]! - more, norm) >= before) continue
          if (!staysWhole(nodes, parts, going)) continue
          move({ node: going, to })
          if (bordering(coming, part) && staysWhole(nodes, parts, coming)) {
            move({ node: coming, to: part })
            return true
          }
          move({ node: going, to: part })
        }
      }
    }
  }
  return false
}

/** Whether the part of a node hangs together without it, as well as with it, and something of it is left. */
function staysWhole(nodes: readonly Node[], parts: readonly number[], without: number): boolean {
  const part = parts[without]
  const neighbours = [...nodes[without]!.links.keys()].filter(node => parts[node] === part)
  const [first, ...others] = neighbours
  if (first === undefined) return parts.some((each, node) => each === part && node !== without)
  const steps = stepsFrom(nodes, [first], node => node !== without && parts[node] === part)
  return others.every(node => steps[node] !== Infinity)
}
