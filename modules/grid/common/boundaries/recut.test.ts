import { expect, test } from 'vitest'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { Point } from '#platform/planar/common/point.ts'
import { applyEdit, applyEdits, asWritten } from './apply-edit.ts'
import { polygonOf } from './cell.ts'
import { checkBoundaries } from './check.ts'
import { compareTrees } from './compare.ts'
import { type DraftTree, draftTreeOf } from './draft-tree.ts'
import type { BoundaryEdit, EditOf } from './edit.ts'
import { corner, squareAt } from './testing-lattice.ts'

const cell = (path: string, ring: readonly Point[]) => ({
  ...{ path, name: `网格${path}`, kind: path === '1' ? ('community' as const) : ('alley' as const) },
  ...{ code: null, parts: [[ring]] },
})
/** Three blocks in a row, in one community. */
const before = draftTreeOf([
  cell('1', squareAt(0, 0, 3, 1)),
  ...[0, 1, 2].map(column => cell(`1.${column + 1}`, squareAt(column, 0, 1, 1))),
])
const ground = (ring: readonly Point[]) => polygonOf([[ring]]) as never
const p = (column: number, row: number) => corner(column, row)

/** The second goes in two: the west of it to the first, the east to the third, of which the north becomes new. */
const recut: EditOf<'recut'> = {
  ...{ do: 'recut', paths: ['1.1', '1.2', '1.3'] },
  parts: [
    { keeps: '1.1', name: '网格1.1', polygon: ground([p(0, 0), p(1.4, 0), p(1.4, 1), p(0, 1)]) },
    { keeps: '1.3', name: '网格1.3', polygon: ground([p(1.4, 0), p(3, 0), p(3, 0.5), p(1.4, 0.5)]) },
    { keeps: null, name: '新网格', polygon: ground([p(1.4, 0.5), p(3, 0.5), p(3, 1), p(1.4, 1)]) },
  ],
}
const did = (tree: DraftTree, edit: BoundaryEdit): DraftTree => {
  const next = applyEdit(tree, edit)
  if (isRefusal(next)) throw new Error(next.code)
  return next
}
const refused = (more: Partial<typeof recut>) => {
  const next = applyEdit(before, { ...recut, ...more })
  return isRefusal(next) ? next.code : 'done'
}

test('grids of one parent are cut anew together: nothing is left over, and each says where it came from', () => {
  const after = did(before, recut)
  expect(checkBoundaries([...after.cells.values()])).toEqual([])
  expect([...after.cells.keys()]).toEqual(['1', '1.1', '1.3', '1.4'])
  const { fresh, gone, redrawn, cornersOnly } = compareTrees(before.cells, after, new Map())
  expect(fresh).toMatchObject([{ path: '1.4', name: '新网格', cutFrom: '1.3' }])
  // Six tenths of it lie in the east, shared by two; the west has four.
  expect(gone).toMatchObject([{ path: '1.2', into: '1.1' }])
  expect(redrawn.map(({ path }) => path)).toEqual(['1.1', '1.3'])
  expect(cornersOnly).toEqual(['1'])
})

test('a corner that a neighbour got on the border in between is kept', () => {
  // The border between the first and the second gets a corner, a hair beside it, before both are cut anew.
  const at = { ...p(1, 0.3), x: p(1, 0.3).x + 1 }
  const welded = did(before, { do: 'add-corner', a: deg(p(1, 0)), b: deg(p(1, 1)), at: deg(at) })
  const only = did(welded, {
    ...{ do: 'recut', paths: ['1.2', '1.3'] },
    parts: [{ keeps: '1.2', name: '网格1.2', polygon: ground([p(1, 0), p(3, 0), p(3, 1), p(1, 1)]) }],
  })
  expect(checkBoundaries([...only.cells.values()])).toEqual([])
})
const deg = ({ x, y }: Point): [number, number] => [x / 1e7, y / 1e7]

test('the journal keeps the paths that new grids got', () => {
  const after = did(before, recut)
  const written = asWritten(recut, before, after)
  expect(written).toMatchObject({ as: ['1.4'] })
  expect(applyEdits(before, [written])).toEqual(after)
})

test('what is no sharing out of lowest grids of one parent is refused', () => {
  expect(refused({ parts: recut.parts.slice(1) })).toBe('grid/ground-not-shared-out')
  expect(refused({ paths: ['1.1', '1.2', '1.3', '1.9'] })).toBe('grid/not-found')
  expect(refused({ paths: ['1.1', '1.2'] })).toBe('grid/not-found')
  expect(refused({ paths: ['1', ...recut.paths] })).toBe('grid/grid-has-grids-below')
  expect(refused({ parts: recut.parts.map(part => ({ ...part, keeps: '1.1' })) })).toBe('grid/not-found')
})
