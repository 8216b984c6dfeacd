import type { GridIndex } from '#modules/grid/server/index.ts'

/** Which of some cells share a border: at least two corners, since one corner is no way from one to the other. */
export function neighboursOf(grids: Pick<GridIndex, 'outlineOf'>, paths: readonly string[]): Map<string, string[]> {
  const cellsAt = new Map<string, Set<string>>()
  for (const path of paths) {
    for (const [lon, lat] of grids.outlineOf(path).flat(2)) {
      const key = `${lon} ${lat}`
      const here = cellsAt.get(key) ?? new Set()
      cellsAt.set(key, here.add(path))
    }
  }
  const shared = new Map<string, number>()
  for (const cells of cellsAt.values()) {
    const all = [...cells]
    for (const [i, a] of all.entries())
      for (const b of all.slice(i + 1))
        for (const pair of [`${a} ${b}`, `${b} ${a}`]) shared.set(pair, (shared.get(pair) ?? 0) + 1)
  }
  const neighbours = new Map<string, string[]>(paths.map(path => [path, []]))
  for (const [pair, corners] of shared) {
    const [a = '', b = ''] = pair.split(' ')
    if (corners >= 2) neighbours.get(a)?.push(b)
  }
  for (const list of neighbours.values()) list.sort()
  return neighbours
}
