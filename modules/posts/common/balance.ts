export interface LoadCell {
  readonly path: string
  readonly name: string
  /** What is shared out evenly: homes, or homes with open matters weighed in. */
  readonly load: number
  readonly neighbours: readonly string[]
}

export interface Part {
  readonly cells: readonly string[]
  readonly load: number
}

/**
 * Puts the cells of a grid into contiguous parts of nearly equal load: parts grow from seeds that lie far apart, the
 * lightest part first; then cells on the borders change sides as long as that makes the parts more even and breaks none
 * of them. A proposal for people to look at; the best cutting is not claimed, and the same cells give the same parts.
 */
export function balancedParts(cells: readonly LoadCell[], wanted: number): Part[] {
  const inOrder = cells.toSorted((a, b) => comparePaths(a.path, b.path))
  const count = Math.min(wanted, inOrder.length)
  if (count < 1) return []
  const partOf = grown(inOrder, count)
  evened(inOrder, partOf, count)
  return Array.from({ length: count }, (_, part) => {
    const own = inOrder.filter(cell => partOf.get(cell.path) === part)
    return { cells: own.map(({ path }) => path), load: own.reduce((sum, { load }) => sum + load, 0) }
  })
}

function grown(cells: readonly LoadCell[], count: number): Map<string, number> {
  const byPath = new Map(cells.map(cell => [cell.path, cell]))
  const partOf = new Map<string, number>()
  const loads = new Array<number>(count).fill(0)
  const take = (cell: LoadCell, part: number) => {
    partOf.set(cell.path, part)
    loads[part]! += cell.load
  }
  for (const [part, seed] of seedsOf(cells, byPath, count).entries()) take(byPath.get(seed)!, part)
  for (;;) {
    const free = cells.filter(({ path }) => !partOf.has(path))
    if (free.length === 0) return partOf
    const lightestFirst = [...loads.keys()].sort((a, b) => loads[a]! - loads[b]! || a - b)
    const touching = (part: number) =>
      free
        .filter(({ neighbours }) => neighbours.some(path => partOf.get(path) === part))
        // The one with the most neighbours inside keeps the part round.
        .sort((a, b) => inside(b, part) - inside(a, part) || comparePaths(a.path, b.path))[0]
    const inside = ({ neighbours }: LoadCell, part: number) =>
      neighbours.filter(path => partOf.get(path) === part).length
    const part = lightestFirst.find(one => touching(one) !== undefined)
    // Ground that touches nothing of ours, an island, goes to the lightest part.
    if (part === undefined) take(free[0]!, lightestFirst[0]!)
    else take(touching(part)!, part)
  }
}

/** The first cell, then again and again the one with the most steps to every seed so far. */
function seedsOf(cells: readonly LoadCell[], byPath: ReadonlyMap<string, LoadCell>, count: number): string[] {
  const farthest = (from: readonly string[]) => {
    const steps = stepsFrom(from, byPath)
    const at = (path: string) => steps.get(path) ?? Infinity
    return cells
      .filter(({ path }) => !from.includes(path))
      .toSorted((a, b) => at(b.path) - at(a.path) || comparePaths(a.path, b.path))[0]?.path
  }
  const seeds = [farthest([cells[0]!.path]) ?? cells[0]!.path]
  while (seeds.length < count) {
    const next = farthest(seeds)
    if (next === undefined) break
    seeds.push(next)
  }
  return seeds
}

function stepsFrom(from: readonly string[], byPath: ReadonlyMap<string, LoadCell>): Map<string, number> {
  const steps = new Map(from.map(path => [path, 0]))
  const queue = [...from]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const next of byPath.get(path)?.neighbours ?? []) {
      if (steps.has(next) || !byPath.has(next)) continue
      steps.set(next, steps.get(path)! + 1)
      queue.push(next)
    }
  }
  return steps
}

const mostRounds = 200

function evened(cells: readonly LoadCell[], partOf: Map<string, number>, count: number): void {
  const loads = new Array<number>(count).fill(0)
  for (const { path, load } of cells) loads[partOf.get(path)!]! += load
  for (let round = 0; round < mostRounds; round++) {
    const move = bestMove(cells, partOf, loads)
    if (!move) return
    loads[partOf.get(move.cell.path)!]! -= move.cell.load
    loads[move.to]! += move.cell.load
    partOf.set(move.cell.path, move.to)
  }
}

/** The change of sides that lowers the sum of squared loads most; null when none does. */
function bestMove(cells: readonly LoadCell[], partOf: ReadonlyMap<string, number>, loads: readonly number[]) {
  let best: { cell: LoadCell; to: number; gain: number } | null = null
  for (const cell of cells) {
    const from = partOf.get(cell.path)!
    for (const to of new Set(cell.neighbours.flatMap(path => partOf.get(path) ?? []))) {
      if (to === from) continue
      const gain = 2 * cell.load * (loads[from]! - loads[to]! - cell.load)
      if (gain > (best?.gain ?? 0) && staysWhole(cells, partOf, cell, from)) best = { cell, to, gain }
    }
  }
  return best
}

/** Whether what is left of a part without the cell is still one piece, and not nothing. */
function staysWhole(
  cells: readonly LoadCell[],
  partOf: ReadonlyMap<string, number>,
  without: LoadCell,
  part: number,
): boolean {
  const rest = cells.filter(cell => cell !== without && partOf.get(cell.path) === part)
  const [first] = rest
  if (!first) return false
  const byPath = new Map(rest.map(cell => [cell.path, cell]))
  const before = cells.filter(cell => partOf.get(cell.path) === part)
  const piecesBefore = piecesOf(before)
  return stepsFrom([first.path], byPath).size === rest.length || piecesOf(rest) <= piecesBefore
}

export function piecesOf(cells: readonly LoadCell[]): number {
  const byPath = new Map(cells.map(cell => [cell.path, cell]))
  let pieces = 0
  while (byPath.size > 0) {
    const [first] = byPath.keys()
    for (const path of stepsFrom([first!], byPath).keys()) byPath.delete(path)
    pieces++
  }
  return pieces
}

export function comparePaths(a: string, b: string): number {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    if (left[i] !== right[i]) return left[i]! - right[i]!
  }
  return left.length - right.length
}

/** How uneven parts are: the heaviest over the mean, 1 when all weigh the same. */
export function unevenness(parts: readonly { readonly load: number }[]): number {
  const total = parts.reduce((sum, { load }) => sum + load, 0)
  return total === 0 ? 1 : (Math.max(...parts.map(({ load }) => load)) * parts.length) / total
}
