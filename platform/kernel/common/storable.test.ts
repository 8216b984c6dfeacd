import { expect, test } from 'vitest'
import { instantOf } from './instant.ts'
import { isDeeperThan, isStorable, unstorableIn, withoutUnkept } from './storable.ts'

test('what the database cannot keep is found where it lies, also as the name of a field', () => {
  expect(unstorableIn({ a: [{ b: '好' }, { b: 'a\u0000b' }] })).toEqual(['a', '1', 'b'])
  expect(unstorableIn({ fields: { 'a\u0000': 1 } })).toEqual(['fields'])
  expect(unstorableIn('\ud800')).toEqual([])
  expect(unstorableIn({ a: '😀 2026-02-01', b: null, c: 5, d: [] })).toBeNull()
})

test('what nobody can see is left out of texts at any depth; everything else stays as it is', () => {
  const sent = { a: ['x\u0000y', 5, null], b: { c: '\ud800半' }, 'd\u0000': '😀\n' }
  expect(withoutUnkept(sent)).toEqual({ a: ['xy', 5, null], b: { c: '半' }, 'd\u0000': '😀\n' })
})

test('days before our calendar are none; a telephone number that looks like one is text', () => {
  for (const day of ['0000-01-01', '0001-01-01T00:00:00+23:59']) expect([day, isStorable(day)]).toEqual([day, false])
  for (const text of ['0000-12345678', '0007-11-220', '1900-01-01', '9999-12-31']) expect(isStorable(text)).toBe(true)
})

test('boxes in boxes are counted only as far as it matters', () => {
  const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown
  expect(isDeeperThan(50, deep)).toBe(true)
  expect(isDeeperThan(2, [[1]])).toBe(false)
  expect(isDeeperThan(2, { a: { b: [] } })).toBe(true)
})

test('time ends with the year 9999', () => {
  expect(instantOf(Date.parse('9999-12-31T12:00:00.000Z') + 86_400_000)).toBe('9999-12-31T23:59:59.999Z')
})
