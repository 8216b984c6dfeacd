import { describe, expect, test } from 'vitest'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { type Point, toDegrees } from '#platform/planar/common/point.ts'
import { unitGridScheme } from '../code-scheme.ts'
import type { GridKind } from '../grid.ts'
import { applyEdit, applyEdits, asWritten } from './apply-edit.ts'
import { areaOf } from './cell.ts'
import { checkBoundaries } from './check.ts'
import { compareTrees, heirsOf, pathsThatChange, sourcesOf } from './compare.ts'
import { type DraftCell, type DraftTree, draftTreeOf } from './draft-tree.ts'
import type { BoundaryEdit } from './edit.ts'
import { usualBoundaryRules } from './finding.ts'
import { numberGrids } from './numbering.ts'
import { corner, squareAt } from './testing-lattice.ts'

// Street 1; management areas 1.1 (four columns) and 1.2 (two); communities of two columns; alleys of one by two.
const cell = (path: string, kind: GridKind, code: string, column: number, columns: number): DraftCell => ({
  ...{ path, kind, code, name: `网格${path}` },
  parts: [[squareAt(column, 0, columns, 2)]],
})
const inForce = draftTreeOf([
  cell('1', 'street', '990101001', 0, 6),
  cell('1.1', 'management-area', '990101001-1', 0, 4),
  cell('1.2', 'management-area', '990101001-2', 4, 2),
  ...[0, 1, 2].flatMap(i => {
    const path = `1.${i < 2 ? 1 : 2}.${i < 2 ? i + 1 : 1}`
    const code = `99010100100${i + 1}`
    return [
      cell(path, 'community', code, i * 2, 2),
      cell(`${path}.1`, 'alley', `${code}001`, i * 2, 1),
      cell(`${path}.2`, 'alley', `${code}002`, i * 2 + 1, 1),
    ]
  }),
])
const paths = (tree: DraftTree) => [...tree.cells.keys()].toSorted()
const draw = (...edits: BoundaryEdit[]) => {
  const tree = applyEdits(inForce, edits)
  if (isRefusal(tree)) throw new Error(tree.code)
  return tree
}
const refusalOf = (edit: BoundaryEdit) => {
  const tree = applyEdit(inForce, edit)
  return isRefusal(tree) ? tree.code : 'done'
}
const findingsOf = (tree: DraftTree) =>
  checkBoundaries([...tree.cells.values()], { buildings: [], rules: usualBoundaryRules })
const compared = (tree: DraftTree) => {
  const used = [...inForce.cells.values()].flatMap(({ code }) => code ?? [])
  return compareTrees(inForce.cells, tree, numberGrids(tree, unitGridScheme, used))
}
const deg = (p: Point): [number, number] => [...toDegrees(p)]

describe('a grid goes under another grid above', () => {
  const edit: BoundaryEdit = { do: 'move-under', path: '1.1.2', parent: '1.2' }
  const tree = draw(edit)

  test('with all below it and with its ground, and nothing is torn', () => {
    expect(paths(tree)).toEqual(
      ['1', '1.1', '1.1.1', '1.1.1.1', '1.1.1.2', '1.2', '1.2.1', '1.2.1.1', '1.2.1.2'].concat([
        ...['1.2.2', '1.2.2.1', '1.2.2.2'],
      ]),
    )
    expect(findingsOf(tree)).toEqual([])
    const total = areaOf(inForce.cells.get('1')!.parts)
    expect(areaOf(tree.cells.get('1.2')!.parts) / total).toBeCloseTo(2 / 3, 9)
    expect(areaOf(tree.cells.get('1.1')!.parts) / total).toBeCloseTo(1 / 3, 9)
  })

  test('it is the same grid in the comparison, and its code stays where the code still fits', () => {
    const comparison = compared(tree)
    expect(comparison.moved).toEqual([
      { path: '1.1.2', to: '1.2.2', name: '网格1.1.2', codeBefore: '990101001002', code: '990101001002' },
      { path: '1.1.2.1', to: '1.2.2.1', name: '网格1.1.2.1', codeBefore: '990101001002001', code: '990101001002001' },
      { path: '1.1.2.2', to: '1.2.2.2', name: '网格1.1.2.2', codeBefore: '990101001002002', code: '990101001002002' },
    ])
    expect([comparison.fresh, comparison.gone]).toEqual([[], []])
    expect(comparison.redrawn.map(({ path }) => path)).toEqual(['1.1', '1.2'])
    expect(pathsThatChange(comparison)).toEqual({
      // The top of the tree only gets a corner.
      ending: ['1.1.2', '1.1.2.1', '1.1.2.2', '1.1', '1.2', '1'],
      beginning: ['1.2.2', '1.2.2.1', '1.2.2.2', '1.1', '1.2', '1'],
    })
  })

  test('where the code does not fit any more, it gets the next one there, and all below it theirs', () => {
    const alley = draw({ do: 'move-under', path: '1.1.2.1', parent: '1.1.1' })
    expect(compared(alley).moved).toMatchObject([{ to: '1.1.1.3', code: '990101001001003' }])
    const local = compared(draw({ do: 'part', path: '1.1', children: ['1.1.2'], name: '新片区' }))
    expect(local.fresh).toMatchObject([{ path: '1.3', code: '990101001-3', cutFrom: '1.1' }])
  })

  test('the journal keeps where it went, so that later steps still fit', () => {
    const written = asWritten(edit, inForce, tree)
    expect(written).toMatchObject({ as: ['1.2.2'] })
    const later = { ...inForce, lastSteps: new Map(inForce.lastSteps).set('1.2', 8) }
    const again = applyEdit(later, written)
    expect(!isRefusal(again) && paths(again)).toEqual(paths(tree))
  })

  test('drawn on afterwards it is followed back to what it was', () => {
    const north = (x: number) => [deg({ x, y: corner(0, -1).y }), deg({ x, y: corner(0, 3).y })]
    const drawn = draw(
      edit,
      { do: 'split', path: '1.2.2.1', line: north(corner(2, 0).x + 3000), names: ['新巷'] },
      { do: 'merge', paths: ['1.2.2.2'], into: '1.2.2.1' },
      { do: 'move-under', path: '1.2.2', parent: '1.1' },
    )
    expect(findingsOf(drawn)).toEqual([])
    const comparison = compared(drawn)
    expect(comparison.moved.map(({ path, to }) => [path, to])).toEqual([
      ['1.1.2', '1.1.3'],
      ['1.1.2.1', '1.1.3.1'],
    ])
    expect(comparison.gone).toMatchObject([{ path: '1.1.2.2', into: '1.1.3.1' }])
    expect([...sourcesOf(comparison)]).toEqual([['1.1.3.3', '1.1.2.1']])
    expect([...heirsOf(comparison)]).toEqual([
      ['1.1.2', '1.1.3'],
      ['1.1.2.1', '1.1.3.1'],
      ['1.1.2.2', '1.1.3.1'],
    ])
  })

  test('but not to where it stands, nor to another level, nor so that nothing is left', () => {
    expect(refusalOf({ do: 'move-under', path: '1.1.2', parent: '1.1' })).toBe('grid/stands-there-already')
    expect(refusalOf({ do: 'move-under', path: '1.1.2', parent: '1.2.1' })).toBe('grid/another-level')
    expect(refusalOf({ do: 'move-under', path: '1.2.1', parent: '1.1' })).toBe('grid/edit-leaves-nothing')
  })
})

describe('a grid with grids below', () => {
  test('is split by those below it', () => {
    const edit: BoundaryEdit = { do: 'part', path: '1.1', children: ['1.1.2'], name: '新片区' }
    const tree = draw(edit)
    expect(findingsOf(tree)).toEqual([])
    expect(paths(tree)).toContain('1.3.2.1')
    expect(tree.cells.get('1.3')!.name).toBe('新片区')
    expect(asWritten(edit, inForce, tree)).toMatchObject({ as: ['1.3'] })
    const { fresh, moved, redrawn } = compared(tree)
    expect(fresh.map(({ path }) => path)).toEqual(['1.3'])
    expect(moved.map(({ to }) => to)).toEqual(['1.3.2', '1.3.2.1', '1.3.2.2'])
    expect(redrawn.map(({ path }) => path)).toEqual(['1.1'])
  })

  test('is merged with another, and what stood below either stands below the one', () => {
    const edit: BoundaryEdit = { do: 'merge', paths: ['1.2'], into: '1.1' }
    const tree = draw(edit)
    expect(findingsOf(tree)).toEqual([])
    expect(paths(tree)).toContain('1.1.3.2')
    expect(asWritten(edit, inForce, tree)).toMatchObject({ as: ['1.1.3'] })
    const comparison = compared(tree)
    expect(comparison.gone).toMatchObject([{ path: '1.2', into: '1.1' }])
    expect(comparison.moved.map(({ path, to }) => [path, to])).toEqual([
      ['1.2.1', '1.1.3'],
      ['1.2.1.1', '1.1.3.1'],
      ['1.2.1.2', '1.1.3.2'],
    ])
  })

  test('keeps some of them, and is not merged with a lowest grid', () => {
    expect(refusalOf({ do: 'part', path: '1.2', children: ['1.2.1'], name: '空' })).toBe('grid/edit-leaves-nothing')
    expect(refusalOf({ do: 'part', path: '1.1', children: ['1.2.1'], name: '空' })).toBe('grid/not-below')
    expect(refusalOf({ do: 'part', path: '1', children: ['1.1'], name: '空' })).toBe('grid/top-stays-whole')
    const leaf = draw({ do: 'remove', path: '1.2.1.1' }, { do: 'remove', path: '1.2.1.2' })
    const mixed = applyEdit(leaf, { do: 'move-under', path: '1.2.1', parent: '1.1' })
    expect(isRefusal(mixed) && mixed.code).toBe('grid/edit-leaves-nothing')
    const bare = draw({ do: 'remove', path: '1.1.1.1' }, { do: 'remove', path: '1.1.1.2' })
    const merged = applyEdit(bare, { do: 'merge', paths: ['1.1.1'], into: '1.1.2' })
    expect(isRefusal(merged) && merged.code).toBe('grid/grid-has-grids-below')
  })
})
