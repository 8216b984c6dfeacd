import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anonymous, anonymousDay } from './anonymous.ts'
import { ageGroups, peopleFigures, type PeopleCounted } from './real-figures.ts'

const threshold = 5

test('small counts and none look the same; all else is a multiple', () => {
  expect([0, 1, 4, 5, 7, 8, 12, 13].map(count => anonymous(count, threshold))).toEqual([
    ...[null, null, null, 5, 5, 10, 10, 15],
  ])
  expect([anonymousDay('2026-11-30'), anonymousDay('2026-12-01')]).toEqual(['2026-11-01', '2026-12-01'])
})

/** All counts that would be shown in this way. */
const behind = (shown: number | null) =>
  Array.from({ length: 60 }, (_, count) => count).filter(count => anonymous(count, threshold) === shown)

test('from what is shown above and beside a grid hardly ever follows one number for it', () => {
  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, count) => count)
  let cases = 0
  let told = 0
  for (const own of upTo(threshold - 1))
    for (const one of upTo(20))
      for (const other of upTo(20)) {
        const above = anonymous(own + one + other, threshold)
        const possible = new Set<number>()
        for (const a of behind(anonymous(one, threshold)))
          for (const b of behind(anonymous(other, threshold)))
            for (const mine of behind(null)) if (anonymous(mine + a + b, threshold) === above) possible.add(mine)
        cases++
        if (possible.size < 2) told++
      }
  // Withholding a second cell beside the first told every one of them, since the grid below showed that cell whole.
  expect(told / cases).toBeLessThan(0.005)
})

test('every number of people is shown that way, and their shares are those of what is shown', () => {
  const one = fc.record({
    below: fc.constantFrom('1.1', '1.2', null),
    population: fc.constantFrom('registered', 'floating', 'overseas'),
    sex: fc.constantFrom('1', '2'),
    age: fc.constantFrom(0, 30, 70),
    count: fc.integer({ min: 1, max: 12 }),
  })
  const children = ['1.1', '1.2'].map(path => ({ path, name: path }))
  fc.assert(
    fc.property(fc.array(one, { maxLength: 20 }), (rows: PeopleCounted[]) => {
      const shown = peopleFigures(rows, children, threshold)
      const numbers = [
        shown.people,
        ...shown.byPopulation.map(({ count }) => count),
        ...shown.pyramid.flatMap(({ male, female }) => [male, female]),
        ...shown.children.flatMap(({ people, floating }) => [people, floating]),
      ]
      expect(numbers).toHaveLength(1 + 4 + 2 * ageGroups.length + 4)
      for (const number of numbers) expect(number === null || (number > 0 && number % threshold === 0)).toBe(true)
      const floating = shown.byPopulation.find(({ population }) => population === 'floating')?.count ?? null
      const isKnown = floating !== null && shown.people !== null
      expect(shown.floating).toBe(isKnown ? Math.min(1, floating! / shown.people!) : null)
    }),
  )
})
