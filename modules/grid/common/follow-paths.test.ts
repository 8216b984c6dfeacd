import { expect, test } from 'vitest'
import { followPaths } from './follow-paths.ts'

const change = (heirs: Record<string, string>, sources: Record<string, string | null> = {}) => ({
  ...{ heirs: new Map(Object.entries(heirs)), sources: new Map(Object.entries(sources)) },
})

test('a list of grids goes on meaning the same ground', () => {
  expect(followPaths(['1.1.2', '1.2'], change({ '1.1.2': '1.3.1' }))).toEqual(['1.3.1', '1.2'])
  expect(followPaths(['1.1'], change({}, { '1.4': '1.1', '1.5': null }))).toEqual(['1.1', '1.4'])
  // Two that became one stand in it once, and one that came under another of the list does not stand beside it.
  expect(followPaths(['1.1', '1.2'], change({ '1.2': '1.1' }))).toEqual(['1.1'])
  expect(followPaths(['1.1.2', '1.2'], change({ '1.1.2': '1.2.4' }))).toEqual(['1.2'])
})

test('is the very same list when nothing of it changes; 1.10 is not 1.1', () => {
  const list = ['1.1', '1.2']
  expect(followPaths(list, change({ '1.10': '1.3' }, { '1.9': '1.10' }))).toBe(list)
})
