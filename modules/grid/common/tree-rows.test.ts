import { describe, expect, it } from 'vitest'
import type { TreeGrid } from './contract.ts'
import { isNamed, treeRows } from './tree-rows.ts'

const grids = ['1', '1.1', '1.1.1', '1.1.2', '1.2', '1.2.1', '1.10'].map(
  path => ({ path, name: `网格${path}`, code: `4101${path.replaceAll('.', '')}` }) as TreeGrid,
)
const rows = (isWanted: (grid: TreeGrid) => boolean, ...open: string[]) =>
  treeRows(grids, { isWanted, isOpen: path => open.includes(path) })
const paths = (some: ReturnType<typeof rows>) => some.map(({ grid }) => grid.path)
const all = () => true

describe('rows of the grid tree', () => {
  it('shows what is opened, nothing below what is closed', () => {
    expect(paths(rows(all))).toEqual(['1'])
    expect(paths(rows(all, '1', '1.2'))).toEqual(['1', '1.1', '1.2', '1.2.1', '1.10'])
    expect(paths(rows(all, '1.2'))).toEqual(['1'])
  })

  it('keeps those above a wanted grid', () => {
    expect(paths(rows(({ path }) => path === '1.2.1', '1', '1.2'))).toEqual(['1', '1.2', '1.2.1'])
  })

  it('tells the place among brothers that are shown', () => {
    const [, , second] = rows(({ path }) => path === '1.10' || path === '1.1', '1')
    expect(second).toMatchObject({ position: 2, brothers: 2, depth: 2, hasChildren: false })
  })

  it('begins at the top of a part of the tree', () => {
    const part = treeRows(grids.slice(1, 4), { isWanted: all, isOpen: all })
    expect(part.map(({ grid, depth }) => [grid.path, depth])).toEqual([
      ['1.1', 1],
      ['1.1.1', 2],
      ['1.1.2', 2],
    ])
  })

  it('finds by name, code and path', () => {
    expect(grids.filter(grid => isNamed(grid, '格1.2')).map(({ path }) => path)).toEqual(['1.2', '1.2.1'])
    expect(grids.filter(grid => isNamed(grid, '4101110')).map(({ path }) => path)).toEqual(['1.10'])
    expect(grids.filter(grid => isNamed(grid, '1.1')).map(({ path }) => path)).toContain('1.1')
  })
})
