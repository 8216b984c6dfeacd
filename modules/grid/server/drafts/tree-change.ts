import { depthOf } from '#platform/authz/common/grants.ts'
import { polygonOf } from '../../common/boundaries/cell.ts'
import { type Comparison, heirsOf, sourcesOf } from '../../common/boundaries/compare.ts'
import type { DraftTree } from '../../common/boundaries/draft-tree.ts'
import { parentOf, pathsDownTo } from '../../common/grid.ts'
import { Cells } from '../cells/cells.ts'
import { toUnits } from '../cells/units.ts'
import type { GridIndex } from '../grid-index.ts'
import type { TreeChange } from '../surroundings.ts'

interface About {
  readonly id: string
  readonly name: string
  readonly in_force_from: string | null
}

/** What a draft would change, with the tree as it would be. */
export function changeOfDraft(about: About, comparison: Comparison, tree: DraftTree): TreeChange {
  const cells = [...tree.cells.values()]
  const parents = new Set(cells.flatMap(({ path }) => parentOf(path) ?? []))
  const shapes = new Cells(
    cells.map(({ parts }) => polygonOf(parts)),
    cells.map(({ path }) => depthOf(path)),
    cells.map(({ path }) => !parents.has(path)),
  )
  return {
    ...common(about, comparison),
    locate({ lon, lat }) {
      const cell = shapes.cellAt(toUnits(lon), toUnits(lat))
      return cell < 0 ? null : cells[cell]!.path
    },
    names: path => pathsDownTo(path).flatMap(step => tree.cells.get(step)?.name ?? []),
  }
}

/** What a draft has changed, when its tree is the one in force. */
export function changeInForce(about: About, comparison: Comparison, index: GridIndex): TreeChange {
  return {
    ...common(about, comparison),
    locate: place => index.locate(place),
    names: path => index.names(path),
  }
}

function common(about: About, comparison: Comparison) {
  const { gone, moved, redrawn } = comparison
  const origins = new Map(moved.map(({ path, to }) => [to, path]))
  return {
    draftId: about.id,
    name: about.name,
    day: about.in_force_from,
    affected: [
      ...new Set([
        ...[...gone, ...moved].map(({ path }) => path),
        ...redrawn.map(({ path }) => origins.get(path) ?? path),
      ]),
    ],
    heirs: heirsOf(comparison),
    moved: new Map(moved.map(({ path, to }) => [path, to])),
    sources: sourcesOf(comparison),
  }
}
