import { type BoundaryCell, checkBoundaries, partsOf } from '#modules/grid/common/index.ts'
import { buildGeography } from '#town/geography/build-geography.ts'
import { describeMachine } from './machine.ts'

// `npm run bench:boundaries`: a city's tree of grids (16 districts, 200 streets, 6 000 communities, 100 000 alley grids)
// checked for every fault, once clean and once with each hundredth grid drawn wrong.

const { grids } = await buildGeography({ size: 'city', seed: 1 })
const cells: readonly BoundaryCell[] = grids.map(({ path, polygon }) => ({ path, parts: partsOf(polygon) }))
console.log(`${describeMachine()}; ${cells.length} grids on ${new Set(grids.map(({ level }) => level)).size} levels`)

function measure(what: string, tree: readonly BoundaryCell[]): void {
  const began = performance.now()
  const findings = checkBoundaries(tree)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const kinds = [...Map.groupBy(findings, ({ kind }) => kind)].map(([kind, some]) => `${kind} ${some.length}`)
  console.log(`${what.padEnd(32)} ${seconds.padStart(6)} s   ${kinds.join(', ') || 'no findings'}`)
}

measure('clean', cells)
const deepest = Math.max(...grids.map(({ level }) => level))
measure(
  'one grid in a hundred drawn wrong',
  cells.map((cell, i) => {
    if (grids[i]!.level !== deepest || i % 100 !== 0) return cell
    const [outer = []] = cell.parts[0]!
    const [first, ...others] = outer
    return { path: cell.path, parts: [[[{ x: first!.x + 900, y: first!.y + 900 }, ...others]]] }
  }),
)
