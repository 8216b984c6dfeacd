import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkBoundaries } from '#modules/grid/common/index.ts'
import { inAny } from '#platform/planar/common/overlay.ts'
import { keyOf, type Point } from '#platform/planar/common/point.ts'
import type { PolygonRings } from '#platform/planar/common/rings.ts'
import { withCorners } from '#platform/planar/common/with-corners.ts'
import { usualPosts } from '../../common/body.ts'
import type { CuttingCell } from './ground.ts'
import type { PlanRules } from './plan.ts'
import { type ProposedPart, proposeParts } from './proposal.ts'
import { madeUpStreet } from './testing-street.ts'

const rules = { norm: usualPosts, matterWeight: 0, wanted: null }

const plans = fc.record({
  columns: fc.integer({ min: 1, max: 3 }),
  shakes: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 }),
})
/** From hardly a home to more than two thousand. */
const uneven = fc.array(
  fc.oneof(
    fc.array(fc.integer({ min: -1, max: 90 }), { minLength: 1, maxLength: 24 }),
    fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 12 }),
    fc.array(fc.constantFrom(0, 30, 120, 640), { minLength: 1, maxLength: 8 }),
  ),
  { minLength: 1, maxLength: 7 },
)
/** Buildings of up to forty homes, many of them in each cell: what can be shared out finely. */
const fineGrained = fc.array(fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 8, maxLength: 20 }), {
  minLength: 1,
  maxLength: 6,
})

/** The parts of a proposal as grids of the next level in the outline of all; borders get each other's corners, as in a draft. */
function asTree({ outline }: { outline: StreetOutline }, parts: readonly ProposedPart[]) {
  const corners = [...new Map(parts.flatMap(part => part.parts.flat(2)).map(p => [keyOf(p), p])).values()]
  const weld = (rings: PolygonRings) => rings.map(ring => withCorners(ring, corners, 1))
  return [
    { path: '1', parts: [weld([outline])] },
    ...parts.map((part, i) => ({ path: `1.${i + 1}`, parts: part.parts.map(weld) })),
  ]
}
type StreetOutline = ReturnType<typeof madeUpStreet>['outline']

const buildingsOf = (cells: readonly CuttingCell[]) => cells.flatMap(({ buildings }) => buildings)
const homesOf = (parts: readonly { readonly homes: number }[]) => parts.reduce((sum, { homes }) => sum + homes, 0)
const isOutside = ({ homes }: { readonly homes: number }) =>
  homes > 0 && (homes < usualPosts.least || homes > usualPosts.most)

describe('a proposed cutting', () => {
  test('shares out all of the ground and every home, in one piece each, and cuts no building', () => {
    fc.assert(
      fc.property(plans, uneven, (plan, homes) => {
        const street = madeUpStreet({ ...plan, homes })
        const parts = proposeParts(street.cells, rules)
        expect(homesOf(parts)).toBe(homesOf(street.cells))
        expect(checkBoundaries(asTree(street, parts), { buildings: buildingsOf(street.cells) })).toEqual([])
        for (const part of parts) expect(part.parts).toHaveLength(1)
        const kept = parts.flatMap(({ keeps }) => keeps ?? [])
        expect(new Set(kept).size).toBe(kept.length)
        expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length)
        // What lies outside of the norm is never more than it is today, and says why.
        for (const part of parts.filter(isOutside)) expect(part.why).not.toBeNull()
      }),
      { numRuns: 25 },
    )
  })

  test('every part lies within the norm where the homes leave room for it', () => {
    fc.assert(
      fc.property(plans, fineGrained, (plan, homes) => {
        const street = madeUpStreet({ ...plan, homes })
        const all = homesOf(street.cells)
        const hasRoom = Array.from({ length: 12 }, (_, i) => i + 1).some(
          count => count * 340 <= all && all <= count * 460,
        )
        fc.pre(hasRoom)
        expect(proposeParts(street.cells, rules).filter(isOutside)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('the same street gives the same proposal', () => {
    const plan = { columns: 2, shakes: [0.1, 0.8, 0.4], homes: [new Array<number>(24).fill(50), [20, 20], [90, 300]] }
    expect(proposeParts(madeUpStreet(plan).cells, rules)).toEqual(proposeParts(madeUpStreet(plan).cells, rules))
  })

  const one = (homes: readonly (readonly number[])[], more: Partial<PlanRules> = {}) => {
    const { cells } = madeUpStreet({ columns: 3, shakes: [0.5], homes })
    return proposeParts(cells, { ...rules, ...more })
  }
  const summary = (parts: readonly ProposedPart[]) =>
    parts.map(({ homes, keeps, isChanged, why }) => ({ homes, keeps, isChanged, why }))

  test('a cell within the norm stays as it is, and one above is cut by itself', () => {
    const parts = one([new Array<number>(20).fill(20), new Array<number>(24).fill(50)])
    expect(parts.map(({ homes }) => homes).toSorted((a, b) => a - b)).toEqual([400, 400, 400, 400])
    expect(summary(parts)).toContainEqual({ homes: 400, keeps: '1.1', isChanged: false, why: null })
    expect(parts.flatMap(({ keeps }) => keeps ?? []).sort()).toEqual(['1.1', '1.2'])
    expect(parts.filter(({ keeps }) => keeps === null).map(({ name }) => name)).toEqual(['巷2（2）', '巷2（3）'])
  })

  test('cells below the norm are put together; those that are gone are said to be in it', () => {
    const [part, ...others] = one([[100], [120], [140]])
    expect(others).toEqual([])
    expect(part).toMatchObject({ homes: 360, keeps: '1.3', fit: 'within', why: null })
    expect(part!.from.every(({ isWhole }) => isWhole)).toBe(true)
  })

  test('a cell below the norm gets homes of a neighbour within it, when nothing else helps', () => {
    const parts = one([new Array<number>(10).fill(20), new Array<number>(24).fill(20)])
    expect(parts.map(({ homes }) => homes).toSorted((a, b) => a - b)).toEqual([340, 340])
  })

  test('a building above the norm is a grid of its own and is named', () => {
    const parts = one([[640, ...new Array<number>(19).fill(20)]])
    expect(parts.find(({ why }) => why === 'one-building')).toMatchObject({ homes: 640, building: '巷1第1栋' })
    expect(parts.find(({ homes }) => homes !== 640)).toMatchObject({ homes: 380, fit: 'within' })
  })

  test('homes between two counts are rather below the norm than above it; too few are said to be', () => {
    expect(summary(one([new Array<number>(11).fill(50)])).map(({ homes, why }) => [homes, why])).toEqual([
      ...[
        [300, null],
        [250, 'between'],
      ],
    ])
    expect(summary(one([[100], [50]]))).toEqual([{ homes: 150, keeps: '1.1', isChanged: true, why: 'too-few' }])
  })

  test('courtyards stay together where that is enough', () => {
    // Four buildings of a courtyard with 40 homes in all, and 20 more buildings.
    const plan = { columns: 1, shakes: [0.5], homes: [[10, 10, 10, 10, ...new Array<number>(20).fill(40)]] }
    const { cells } = madeUpStreet(plan)
    const parts = proposeParts(cells, rules)
    const yard = cells[0]!.buildings.filter(({ courtyardId }) => courtyardId !== null)
    const home = (p: Point) => parts.findIndex(part => inAny(part.parts, p))
    expect(new Set(yard.map(({ place }) => home(place))).size).toBe(1)
  })

  test('as many grids as are asked for, those without homes not counted', () => {
    const homes = [new Array<number>(20).fill(20), [0], new Array<number>(20).fill(20)]
    const parts = one(homes, { wanted: 2 })
    expect(parts.filter(part => part.homes > 0)).toHaveLength(2)
    expect(one([new Array<number>(20).fill(20), new Array<number>(20).fill(20)], { wanted: 3 })).toHaveLength(3)
  })

  test('a community without grids below it is left whole', () => {
    const { cells } = madeUpStreet({ columns: 3, shakes: [0.5], homes: [new Array<number>(24).fill(50)] })
    const fixed = cells.map(cell => ({ ...cell, isFixed: true }))
    expect(summary(proposeParts(fixed, rules))).toEqual([
      { homes: 1200, keeps: '1.1', isChanged: false, why: 'own-community' },
    ])
  })
})
