import { expect, test } from 'vitest'
import { readAmount } from './amounts.ts'

test('amounts as people type them; what is none is told', () => {
  expect(['', ' 3 ', '3.5', '3，25', '0.07'].map(readAmount)).toEqual([0, 3, 3.5, 3.25, 0.07])
  expect(['-1', '3.555', 'drei', '1e5', '..', '123456789'].map(readAmount)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})
