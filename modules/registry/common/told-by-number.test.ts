import { expect, test } from 'vitest'
import { proposedFor, toldByNumber } from './told-by-number.ts'

const today = '2026-11-29'
const number = '11010519491231002X'

test('an identity number tells sex and birthday, an old one what it became, a wrong one nothing', () => {
  expect(toldByNumber(number, today)).toEqual({ sex: '2', bornOn: '1949-12-31' })
  expect(toldByNumber('110105194912310021', today)).toEqual({})
  expect(proposedFor('110105491231002', today)).toBe(number)
  expect(proposedFor(number, today)).toBeNull()
})
