import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandOf, criteria, type PrioritySettings, usualPriority, weigh, type Weighed } from './priority.ts'

const quiet: Weighed = { limit: null, text: '路边垃圾', reports: 1, repeats: 0, share: 0 }
const matters = fc.record({
  limit: fc.option(
    fc.record({
      clock: fc.constantFrom('urgent-hour' as const, 'work-hour' as const, 'work-day' as const, 'natural-day' as const),
      amount: fc.integer({ min: 1, max: 30 }),
    }),
  ),
  text: fc.constantFrom('路边垃圾', '煤气味很重', '独居老人家漏水', '电线掉在幼儿园门口'),
  reports: fc.integer({ min: 1, max: 40 }),
  repeats: fc.integer({ min: 0, max: 40 }),
  share: fc.double({ min: 0, max: 3, noNaN: true }),
})
const settings: fc.Arbitrary<PrioritySettings> = fc
  .record(Object.fromEntries(criteria.map(one => [one, fc.integer({ min: 0, max: 100 })])))
  .map(weights => ({ ...usualPriority, weights: weights as PrioritySettings['weights'] }))

test('it lies between 0 and 100 and is what its reasons add up to', () => {
  fc.assert(
    fc.property(matters, settings, (matter, set) => {
      const { score, reasons } = weigh(matter, set)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(100)
      expect(Math.abs(reasons.reduce((sum, { points }) => sum + points, 0) - score)).toBeLessThan(1)
    }),
  )
})

test('every criterion only ever raises it', () => {
  fc.assert(
    fc.property(matters, settings, (matter, set) => {
      const { score } = weigh(matter, set)
      const more = [
        { ...matter, reports: matter.reports + 1 },
        { ...matter, repeats: matter.repeats + 1 },
        { ...matter, share: matter.share + 0.5 },
        { ...matter, text: `${matter.text}，有人触电` },
        { ...matter, text: `${matter.text}，家有孕妇` },
        { ...matter, limit: { clock: 'urgent-hour', amount: 1 } as const },
      ]
      for (const one of more) expect(weigh(one, set).score).toBeGreaterThanOrEqual(score)
    }),
  )
})

test('only the proportion of the weights counts, and without weights nothing presses', () => {
  fc.assert(
    fc.property(matters, matter => {
      const doubled = Object.fromEntries(criteria.map(one => [one, usualPriority.weights[one] * 2]))
      const set = { ...usualPriority, weights: doubled as PrioritySettings['weights'] }
      expect(weigh(matter, set)).toEqual(weigh(matter, usualPriority))
    }),
  )
  const none = Object.fromEntries(criteria.map(one => [one, 0])) as PrioritySettings['weights']
  expect(weigh({ ...quiet, text: '煤气泄漏' }, { ...usualPriority, weights: none })).toEqual({ score: 0, reasons: [] })
})

test('each reason says what it was read from', () => {
  const matter = { ...quiet, text: '独居老人家有煤气味', reports: 3, repeats: 5, share: 0.5 }
  expect(weigh(matter, usualPriority)).toEqual({
    score: 85,
    reasons: [
      { criterion: 'danger', degree: 1, points: 40, found: '煤气' },
      { criterion: 'repetition', degree: 1, points: 15, found: '5' },
      { criterion: 'weak', degree: 1, points: 15, found: '独居、老人' },
      { criterion: 'people', degree: 0.5, points: 10, found: '3' },
      { criterion: 'time', degree: 0.5, points: 5, found: '50' },
    ],
  })
  expect(weigh(quiet, usualPriority)).toEqual({ score: 0, reasons: [] })
})

test('the inbox says urgent and very urgent from the scores of the settings on', () => {
  expect([44, 45, 69, 70].map(score => bandOf(score, usualPriority))).toEqual([0, 2, 2, 3])
})
