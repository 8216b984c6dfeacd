import { expect, test } from 'vitest'
import { fitOf, termStateOn, usualPosts } from './body.ts'

test('a grid lies below, within or above the norm; one without homes has none', () => {
  expect([0, 299, 300, 500, 501].map(homes => fitOf(homes, usualPosts))).toEqual([
    ...['none', 'below', 'within', 'within', 'above'],
  ])
})

test('a term is sat out, over or left', () => {
  const term = { from: '2026-01-01', until: '2026-12-31', leftOn: null }
  expect(termStateOn(term, '2026-12-31')).toBe('sits')
  expect(termStateOn(term, '2027-01-01')).toBe('over')
  expect(termStateOn({ ...term, leftOn: '2026-06-01' }, '2026-06-01')).toBe('left')
  expect(termStateOn({ ...term, until: null }, '2040-01-01')).toBe('sits')
})
