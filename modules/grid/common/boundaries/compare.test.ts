import { expect, test } from 'vitest'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { type Point, toDegrees } from '#platform/planar/common/point.ts'
import {
  codeSchemes,
  convertCode,
  olderUnitGridScheme,
  professionalGridScheme,
  readCode,
  schemeNamed,
  unitGridScheme,
} from '../code-scheme.ts'
import { applyEdits, asWritten } from './apply-edit.ts'
import { changesNothing, compareTrees, pathsThatChange } from './compare.ts'
import { draftTreeOf } from './draft-tree.ts'
import type { BoundaryEdit } from './edit.ts'
import { numberGrids } from './numbering.ts'
import { corner, lattice } from './testing-lattice.ts'

const inForce = lattice({ columns: 3, rows: 2, seed: 0 }).cells.map((cell, i) => ({
  ...cell,
  name: `网格${cell.path}`,
  kind: cell.path === '1' ? ('community' as const) : ('alley' as const),
  code: cell.path === '1' ? '990101001001' : `990101001001${String(i).padStart(3, '0')}`,
}))
const base = draftTreeOf(inForce)
const deg = ({ x, y }: Point): [number, number] => [...toDegrees({ x, y })]
const after = (...edits: BoundaryEdit[]) => {
  const tree = applyEdits(base, edits)
  if (isRefusal(tree)) throw new Error(tree.code)
  return tree
}
const north = (x: number): [number, number][] => [deg({ x, y: corner(0, -1).y }), deg({ x, y: corner(0, 3).y })]
const used = [...inForce.map(({ code }) => code), '990101001001042']

test('new grids go on with the numbers of their community, from west to east; old ones keep theirs', () => {
  // Cut in the east first: the order of drawing is not the order of numbers. 042 was given once and is gone.
  const tree = after(
    { do: 'split', path: '1.3', line: north(corner(2, 0).x + 3000), names: ['东'] },
    { do: 'split', path: '1.1', line: north(corner(0, 0).x + 3000), names: ['西'] },
  )
  const codes = numberGrids(tree, unitGridScheme, used)
  expect([...codes].map(([path, code]) => [tree.cells.get(path)!.name, code])).toEqual([
    ['西', '990101001001043'],
    ['东', '990101001001044'],
  ])
  for (const cell of inForce) expect(tree.cells.get(cell.path)!.code).toBe(cell.code)
})

test('the comparison names what is new, gone, redrawn and renamed, and leaves out what only got a corner', () => {
  const tree = after(
    { do: 'split', path: '1.1', line: north(corner(0, 0).x + 3000), names: ['新网格'] },
    { do: 'merge', paths: ['1.3'], into: '1.2' },
    { do: 'rename', path: '1.5', name: '改名' },
  )
  const comparison = compareTrees(base.cells, tree, numberGrids(tree, unitGridScheme, used))
  expect(comparison.fresh).toMatchObject([{ path: '1.7', name: '新网格', cutFrom: '1.1', code: '990101001001043' }])
  expect(comparison.gone).toMatchObject([{ path: '1.3', into: '1.2' }])
  expect(comparison.redrawn.map(({ path }) => path)).toEqual(['1.1', '1.2'])
  const [first] = comparison.redrawn
  expect(first!.movedSquareMetres).toBeCloseTo(first!.areaBefore - first!.areaAfter, 3)
  expect(comparison.renamed).toEqual([{ path: '1.5', before: '网格1.5', after: '改名' }])
  // The line of the cut met the border of the parent and of the grid to the north.
  expect([...comparison.cornersOnly].sort()).toEqual(['1', '1.4'])
  const { ending, beginning } = pathsThatChange(comparison)
  expect(ending.toSorted()).toEqual(['1', '1.1', '1.2', '1.3', '1.4', '1.5'])
  expect(beginning.toSorted()).toEqual(['1', '1.1', '1.2', '1.4', '1.5', '1.7'])
  expect(changesNothing(comparison)).toBe(false)
})

test('a draft that was drawn and drawn back changes nothing', () => {
  const from = deg(corner(1, 1))
  const to = deg({ x: corner(1, 1).x + 700, y: corner(1, 1).y })
  const tree = after({ do: 'move-corner', from, to }, { do: 'move-corner', from: to, to: from })
  expect(changesNothing(compareTrees(base.cells, tree, new Map()))).toBe(true)
})

test('the journal remembers which path a new grid got', () => {
  const split: BoundaryEdit = { do: 'split', path: '1.1', line: north(corner(0, 0).x + 3000), names: [] }
  const written = asWritten(split, base, after(split))
  expect(written).toMatchObject({ as: ['1.7'] })
  const taken = applyEdits(after(split), [
    { ...written, path: '1.2', line: north(corner(1, 0).x + 3000) } as BoundaryEdit,
  ])
  expect(taken).toMatchObject({ code: 'grid/path-taken', detail: { path: '1.7' } })
})

test('codes of 14, 15, 16 and 20 digits say the same in one another', () => {
  expect(codeSchemes.map(({ parts }) => parts.reduce((sum, { digits }) => sum + digits, 0))).toEqual([15, 14, 16, 20])
  const code = '990101001002017'
  const [unit, older, long, professional] = codeSchemes.map(scheme => convertCode(unitGridScheme, scheme, code, 10_203))
  expect([unit, older, long, professional]).toEqual([
    code,
    '99010100100217',
    '9901010010020017',
    '01020399010100100217',
  ])
  expect(readCode(professionalGridScheme, professional!)).toEqual([10_203, 990_101, 1, 2, 17])
  expect(convertCode(unitGridScheme, olderUnitGridScheme, '990101001002170')).toBeNull()
  expect(convertCode(unitGridScheme, olderUnitGridScheme, '990101-1')).toBeNull()
  expect(schemeNamed('6+3+3+2')).toBe(olderUnitGridScheme)
})
