import { expect, test } from 'vitest'
import { fitOf, suggestedParts, termStateOn, usualPosts } from './body.ts'

test('a grid lies below, within or above the norm; one without homes has none', () => {
  expect([0, 299, 300, 500, 501].map(homes => fitOf(homes, usualPosts))).toEqual([
    ...['none', 'below', 'within', 'within', 'above'],
  ])
})

test('as many parts as the norm asks for; a cell above it counts as one, however large', () => {
  const parts = (...homes: number[]) => suggestedParts(homes, usualPosts)
  expect([parts(), parts(0), parts(300), parts(299, 300)]).toEqual([1, 1, 1, 1])
  expect(parts(...new Array<number>(23).fill(100))).toBe(6)
  expect(parts(2463, 100, 100, 200)).toBe(2)
  expect(parts(2463)).toBe(1)
})

test('a term is sat out, over or left', () => {
  const term = { from: '2026-01-01', until: '2026-12-31', leftOn: null }
  expect(termStateOn(term, '2026-12-31')).toBe('sits')
  expect(termStateOn(term, '2027-01-01')).toBe('over')
  expect(termStateOn({ ...term, leftOn: '2026-06-01' }, '2026-06-01')).toBe('left')
  expect(termStateOn({ ...term, until: null }, '2040-01-01')).toBe('sits')
})
