/** A directed graph: each node with the nodes it points at. */
export type Graph = ReadonlyMap<string, readonly string[]>

/** One shortest cycle for each knot of nodes that reach each other, so that a knot is reported once. */
export function cyclesIn(graph: Graph): string[][] {
  const cycles: string[][] = []
  const known = new Set<string>()
  for (const start of [...graph.keys()].sort()) {
    if (known.has(start)) continue
    const cycle = shortestWayBack(graph, start)
    if (!cycle) continue
    for (const node of cycle) known.add(node)
    cycles.push(cycle)
  }
  return cycles
}

function shortestWayBack(graph: Graph, start: string): string[] | null {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) return wayTo(cameFrom, start, node)
      if (cameFrom.has(next)) continue
      cameFrom.set(next, node)
      queue.push(next)
    }
  }
  return null
}

function wayTo(cameFrom: ReadonlyMap<string, string>, start: string, end: string): string[] {
  const way = [end]
  for (let node = end; node !== start; ) {
    node = cameFrom.get(node) ?? start
    way.unshift(node)
  }
  return way
}
