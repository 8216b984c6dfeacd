import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { doubleArea, fromDegrees, type Point, toDegrees } from '#platform/planar/common/point.ts'
import { applyEdit, applyEdits } from './apply-edit.ts'
import { partsOf, polygonOf } from './cell.ts'
import { checkBoundaries } from './check.ts'
import { type DraftTree, draftTreeOf } from './draft-tree.ts'
import type { BoundaryEdit } from './edit.ts'
import { blockUnits, corner, lattice, squareAt } from './testing-lattice.ts'

const size = fc.record({
  columns: fc.integer({ min: 2, max: 5 }),
  rows: fc.integer({ min: 2, max: 5 }),
  seed: fc.integer({ min: 1, max: 1e6 }),
})

function treeOf(each: { columns: number; rows: number; seed: number }): DraftTree {
  return draftTreeOf(
    lattice(each).cells.map(cell => ({
      ...cell,
      name: `网格${cell.path}`,
      kind: cell.path === '1' ? ('community' as const) : ('alley' as const),
      code: null,
    })),
  )
}

const faultsOf = (tree: DraftTree) => checkBoundaries([...tree.cells.values()])
const deg = (p: Point): [number, number] => [...toDegrees(p)]
const polygonAround = (ring: readonly Point[]) => polygonOf([[ring]]) as never
function edited(tree: DraftTree, ...edits: BoundaryEdit[]): DraftTree {
  const next = applyEdits(tree, edits)
  if (isRefusal(next)) throw new Error(`${next.code} ${JSON.stringify(next.detail)}`)
  return next
}
/** Exact, in half square units. */
const areaIn = (tree: DraftTree, paths: readonly string[]) =>
  paths.flatMap(path => tree.cells.get(path)!.parts.flat()).reduce((sum, ring) => sum + doubleArea(ring), 0)
const leavesOf = (tree: DraftTree) => [...tree.cells.keys()].filter(path => path !== '1')
const ringsFrom = (tree: DraftTree, path: string) =>
  tree.cells
    .get(path)!
    .parts.flat()
    .map(ring => {
      const keys = ring.map(({ x, y }) => `${x} ${y}`)
      const first = keys.indexOf(keys.toSorted()[0]!)
      return [...keys.slice(first), ...keys.slice(0, first)].join(', ')
    })

describe('a shared border', () => {
  it('is moved once, and neighbours and parent follow', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.integer({ min: -1500, max: 1500 }), (each, pick, by) => {
        const tree = treeOf(each)
        const corners = tree.cells.get(leavesOf(tree)[pick % leavesOf(tree).length]!)!.parts.flat(2)
        const from = corners[pick % corners.length]!
        const to = { x: from.x + by, y: from.y - by }
        const moved = edited(tree, { do: 'move-corner', from: deg(from), to: deg(to) })
        expect(faultsOf(moved)).toEqual([])
        expect(areaIn(moved, leavesOf(moved))).toBe(areaIn(moved, ['1']))
        const back = edited(moved, { do: 'move-corner', from: deg(to), to: deg(from) })
        if (by !== 0)
          expect(leavesOf(back).map(path => ringsFrom(back, path))).toEqual(
            leavesOf(tree).map(path => ringsFrom(tree, path)),
          )
      }),
      { numRuns: 60 },
    )
  })

  it('is redrawn as a stretch, corner by corner', () => {
    const tree = treeOf({ columns: 2, rows: 2, seed: 8 })
    const [, a, b] = tree.cells.get('1.1')!.parts[0]![0]!
    const via = { x: (a!.x + b!.x) / 2 + 800, y: Math.round((a!.y + b!.y) / 2) }
    via.x = Math.round(via.x)
    const next = edited(tree, { do: 'redraw-stretch', old: [deg(a!), deg(b!)], new: [deg(a!), deg(via), deg(b!)] })
    expect(faultsOf(next)).toEqual([])
    expect(next.cells.get('1.1')!.parts[0]![0]).toContainEqual(via)
    expect(next.cells.get('1.2')!.parts[0]![0]).toContainEqual(via)
    const again = edited(next, { do: 'remove-corner', at: deg(via) })
    expect(ringsFrom(again, '1.2')).toEqual(ringsFrom(tree, '1.2'))
    expect(applyEdit(tree, { do: 'remove-corner', at: deg(b!) })).toMatchObject({ code: 'grid/corner-is-junction' })
    expect(applyEdit(tree, { do: 'redraw-stretch', old: [deg(a!), deg(b!)], new: [deg(a!), deg(via)] })).toMatchObject({
      code: 'grid/stretch-not-anchored',
    })
  })

  it('takes along a neighbour that has no corner there', () => {
    const tree = draftTreeOf(
      [
        { path: '1', parts: [[squareAt(0, 0, 2, 2)]] },
        { path: '1.1', parts: [[squareAt(0, 0, 2, 1)]] },
        { path: '1.2', parts: [[squareAt(0, 1, 1, 1)]] },
        { path: '1.3', parts: [[squareAt(1, 1, 1, 1)]] },
      ].map(cell => ({ ...cell, name: cell.path, kind: 'alley' as const, code: null })),
    )
    const from = corner(1, 1)
    const moved = edited(tree, { do: 'move-corner', from: deg(from), to: deg({ x: from.x + 50, y: from.y - 900 }) })
    expect(faultsOf(moved)).toEqual([])
  })

  it('of one grid alone leaves a gap, which is mended by giving the ground or by snapping', () => {
    const tree = treeOf({ columns: 3, rows: 3, seed: 0 })
    const from = corner(1, 1)
    const alone = edited(tree, {
      ...{ do: 'move-corner', from: deg(from), only: '1.1' },
      to: deg({ x: from.x - 2000, y: from.y - 2000 }),
    })
    const [gap] = faultsOf(alone)
    expect(gap).toMatchObject({ kind: 'gap', paths: ['1.1', '1.2', '1.4'] })
    const outline = gap!.outline!.map(position => [...position]) as [number, number][]
    const mended = edited(alone, { do: 'give-ground', polygon: { type: 'Polygon', coordinates: [outline] }, to: '1.2' })
    expect(faultsOf(mended)).toEqual([])
    const hair = edited(tree, {
      ...{ do: 'move-corner', from: deg(from), only: '1.1' },
      to: deg({ x: from.x - 20, y: from.y - 20 }),
    })
    expect(faultsOf(hair).map(({ kind }) => kind)).toEqual(['sliver'])
    const snapped = edited(hair, { do: 'snap', paths: ['1.1'], metres: 1 })
    expect(ringsFrom(snapped, '1.1')).toEqual(ringsFrom(tree, '1.1'))
  })
})

describe('split and merge', () => {
  const line = fc.record({
    share: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
    tilt: fc.integer({ min: -2000, max: 2000 }),
  })
  const cut = (tree: DraftTree, path: string, { share, tilt }: { share: number; tilt: number }): BoundaryEdit => {
    const [a, b] = tree.cells.get(path)!.parts[0]![0]!
    const x = Math.round(a!.x + (b!.x - a!.x) * share)
    const ends = [
      { x: x - tilt, y: a!.y - blockUnits },
      { x: x + tilt, y: a!.y + 2 * blockUnits },
    ]
    return { do: 'split', path, line: ends.map(deg), names: ['新网格'] }
  }

  it('a split conserves the ground, leaves no fault, and merging the pieces gives the grid back', () => {
    fc.assert(
      fc.property(size, fc.nat(), line, (each, pick, where) => {
        const tree = treeOf(each)
        const path = leavesOf(tree)[pick % leavesOf(tree).length]!
        const split = edited(tree, cut(tree, path, where))
        expect(faultsOf(split).filter(({ kind }) => kind !== 'sliver')).toEqual([])
        const fresh = leavesOf(split).filter(each => !tree.cells.has(each))
        expect(fresh.length).toBeGreaterThan(0)
        for (const each of fresh) expect(split.cutFrom.get(each)).toBe(path)
        expect(areaIn(split, leavesOf(split))).toBe(areaIn(split, ['1']))
        const merged = edited(split, { do: 'merge', paths: fresh, into: path })
        expect(leavesOf(merged)).toEqual(leavesOf(tree))
        expect(merged.cutFrom.size).toBe(0)
        expect(merged.mergedInto.size).toBe(0)
        // Merging again what was never cut: the same ground, but for the corners where the line met the border.
        expect(areaIn(merged, leavesOf(merged))).toBe(areaIn(merged, ['1']))
        const corners = new Set(
          merged.cells
            .get(path)!
            .parts.flat(2)
            .map(p => `${p.x} ${p.y}`),
        )
        for (const p of tree.cells.get(path)!.parts.flat(2)) expect(corners.has(`${p.x} ${p.y}`)).toBe(true)
      }),
      { numRuns: 80 },
    )
  })

  it('through corners that are there already, split then merge is the identity', () => {
    fc.assert(
      fc.property(size, fc.nat(), (each, pick) => {
        const tree = treeOf(each)
        const path = leavesOf(tree)[pick % leavesOf(tree).length]!
        const [a, , c] = tree.cells.get(path)!.parts[0]![0]!
        const split = edited(tree, { do: 'split', path, line: [deg(a!), deg(c!)], names: [] })
        const fresh = leavesOf(split).filter(each => !tree.cells.has(each))
        const merged = edited(split, { do: 'merge', paths: fresh, into: path })
        expect(leavesOf(merged).map(each => ringsFrom(merged, each))).toEqual(
          leavesOf(tree).map(each => ringsFrom(tree, each)),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('the largest piece keeps path and name; a path is never given twice', () => {
    const tree = treeOf({ columns: 2, rows: 1, seed: 0 })
    const split = edited(tree, cut(tree, '1.1', { share: 0.25, tilt: 0 }))
    expect(split.cells.get('1.1')!.name).toBe('网格1.1')
    expect(split.cells.get('1.3')).toMatchObject({ name: '新网格', code: null })
    expect(areaIn(split, ['1.1'])).toBeGreaterThan(areaIn(split, ['1.3']))
    const merged = edited(split, { do: 'merge', paths: ['1.3'], into: '1.1' })
    expect([...edited(merged, cut(merged, '1.1', { share: 0.25, tilt: 0 })).cells.keys()]).toContain('1.4')
  })

  it('a ring road round a square: the hole is a grid of its own', () => {
    const tree = treeOf({ columns: 2, rows: 1, seed: 0 })
    const { x, y } = corner(0, 0)
    const square = [
      [3000, 3000],
      [7000, 3000],
      [7000, 7000],
      [3000, 7000],
      [3000, 3000],
    ].map(([dx, dy]) => deg({ x: x + dx!, y: y + dy! }))
    const split = edited(tree, { do: 'split', path: '1.1', line: square, names: ['广场'] })
    expect(faultsOf(split)).toEqual([])
    expect(split.cells.get('1.1')!.parts[0]).toHaveLength(2)
    const merged = edited(split, { do: 'merge', paths: ['1.3'], into: '1.1' })
    expect(ringsFrom(merged, '1.1')).toEqual(ringsFrom(tree, '1.1'))
  })

  it('says what cannot be', () => {
    const tree = treeOf({ columns: 3, rows: 1, seed: 0 })
    const beside = [deg(corner(5, 0)), deg(corner(5, 1))]
    const no = (edit: BoundaryEdit) => {
      const answer = applyEdit(tree, edit)
      return isRefusal(answer) ? answer.code : 'done'
    }
    expect(no({ do: 'split', path: '1.1', line: beside, names: [] })).toBe('grid/line-does-not-cut')
    expect(no({ do: 'split', path: '1', line: beside, names: [] })).toBe('grid/grid-has-grids-below')
    expect(no({ do: 'split', path: '1.7', line: beside, names: [] })).toBe('grid/not-found')
    expect(no({ do: 'merge', paths: ['1.3'], into: '1.1' })).toBe('grid/not-neighbours')
    expect(no({ do: 'merge', paths: ['1.1'], into: '1.1' })).toBe('grid/nothing-to-merge')
    expect(no({ do: 'move-corner', from: beside[0]!, to: beside[1]! })).toBe('grid/no-such-corner')
    expect(no({ do: 'remove', path: '1' })).toBe('grid/grid-has-grids-below')
  })
})

describe('grids that come and go', () => {
  it('a grid removed and another drawn in its place fill the parent again', () => {
    const tree = treeOf({ columns: 3, rows: 2, seed: 4 })
    const ground = tree.cells.get('1.2')!.parts
    const gone = edited(tree, { do: 'remove', path: '1.2' })
    expect(gone.mergedInto.get('1.2')).toBeNull()
    expect(faultsOf(gone).map(({ kind }) => kind)).toEqual(['parent-not-filled'])
    const drawn = edited(gone, {
      ...{ do: 'add', parent: '1', kind: 'alley', name: '新画的' },
      polygon: polygonAround(ground[0]![0]!),
    })
    expect(faultsOf(drawn)).toEqual([])
    expect(drawn.cells.get('1.7')!.name).toBe('新画的')
    expect(drawn.cutFrom.get('1.7')).toBeNull()
  })

  it('an overlap is given to one of the two', () => {
    const tree = treeOf({ columns: 3, rows: 2, seed: 0 })
    const wide = edited(tree, { do: 'replace', path: '1.1', polygon: polygonAround(squareAt(0, 0, 1.5, 1)) })
    const [overlap] = faultsOf(wide)
    expect(overlap).toMatchObject({ kind: 'overlap', paths: ['1.1', '1.2'] })
    const outline = overlap!.outline!.map(position => [...position]) as [number, number][]
    const mended = edited(wide, { do: 'give-ground', polygon: { type: 'Polygon', coordinates: [outline] }, to: '1.1' })
    expect(faultsOf(mended)).toEqual([])
    expect(areaIn(mended, ['1.2'])).toBe(areaIn(tree, ['1.2']) / 2)
  })

  it('what reaches outside of the parent is taken away again', () => {
    const tree = treeOf({ columns: 3, rows: 2, seed: 0 })
    const wide = edited(tree, { do: 'replace', path: '1.1', polygon: polygonAround(squareAt(-0.5, 0, 1.5, 1)) })
    const [outside] = faultsOf(wide)
    expect(outside).toMatchObject({ kind: 'outside-parent', paths: ['1.1'] })
    const outline = outside!.outline!.map(position => [...position]) as [number, number][]
    const polygon = { type: 'Polygon' as const, coordinates: [outline] }
    const mended = edited(wide, { do: 'take-ground', polygon, from: '1.1' })
    expect(faultsOf(mended)).toEqual([])
    expect(areaIn(mended, ['1.1'])).toBe(areaIn(tree, ['1.1']))
    expect(
      applyEdit(tree, { do: 'take-ground', polygon: polygonAround(squareAt(0, 0, 1, 1)), from: '1.1' }),
    ).toMatchObject({
      code: 'grid/edit-leaves-nothing',
    })
  })

  it('a parcel map that was drawn a hand’s breadth beside the tree snaps onto it', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 30 }), (each, by) => {
        const tree = treeOf(each)
        const paths = leavesOf(tree)
        const shifted = edited(
          tree,
          ...paths.map((path): BoundaryEdit => {
            const ring = tree.cells.get(path)!.parts[0]![0]!
            const sign = Number(path.slice(2)) % 2 === 0 ? 1 : -1
            return {
              do: 'replace',
              path,
              polygon: polygonAround(ring.map(({ x, y }) => ({ x: x + by * sign, y: y - by }))),
            }
          }),
        )
        const snapped = edited(shifted, { do: 'snap', paths, metres: 1.5 })
        expect(faultsOf(snapped)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe('reading GeoJSON', () => {
  it('takes rings whichever way they run and gives them by the right-hand rule', () => {
    const ring = squareAt(0, 0, 1, 1)
    const closed = [...ring, ring[0]!].map(p => deg(p))
    const hole = squareAt(0, 0, 1, 1).map(({ x, y }) => ({
      x: x / 1 + (x === corner(0, 0).x ? 2000 : -2000),
      y: y + (y === corner(0, 0).y ? 2000 : -2000),
    }))
    const closedHole = [...hole, hole[0]!].map(p => deg(p))
    const wrong = { type: 'Polygon' as const, coordinates: [closed.toReversed(), closedHole] }
    const right = polygonOf(partsOf(wrong))
    expect(right.type).toBe('Polygon')
    const [outer, inner] = right.coordinates as [number, number][][]
    expect(doubleArea(outer!.slice(1).map(fromDegrees))).toBeGreaterThan(0)
    expect(doubleArea(inner!.slice(1).map(fromDegrees))).toBeLessThan(0)
    expect(outer![0]).toEqual(outer!.at(-1))
  })
})
