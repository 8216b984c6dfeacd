import { expect, test } from 'vitest'
import { readCursor, toCursor } from './cursor.ts'

const id = '0195f000-0000-7000-8000-000000000001'
const at = '2026-11-29T01:00:00.000Z'

test('what a page ended with is read again, each part as what it is', () => {
  expect(readCursor(toCursor(['解放路', 12, id]), ['text', 'whole', 'uuid'])).toEqual(['解放路', 12, id])
  expect(readCursor(toCursor(['2026-11-29', at, id]), ['day', 'instant', 'uuid'])).toEqual(['2026-11-29', at, id])
  expect(readCursor(toCursor([0.875]), ['real'])).toEqual([0.875])
})

test('what was tampered with is no cursor', () => {
  expect(readCursor(undefined, ['uuid'])).toBeNull()
  for (const text of ['', '[', 'null', '{}', '[]', '[1]', `["${at}"]`, `["${at}","${id}",1]`, `["x","${id}"]`]) {
    expect([text, readCursor(text, ['instant', 'uuid'])]).toEqual([text, null])
  }
  for (const none of ['2026-02-30', '0000-01-01', '9999-12-32', 'infinity']) {
    expect([none, readCursor(toCursor([none]), ['day'])]).toEqual([none, null])
    expect(readCursor(toCursor([`${none}T00:00:00.000Z`]), ['instant'])).toBeNull()
  }
  for (const none of ['a\u0000b', '\ud800']) expect(readCursor(toCursor([none]), ['text'])).toBeNull()
  for (const none of [1.5, 2 ** 53, '1']) expect(readCursor(toCursor([none]), ['whole'])).toBeNull()
  expect(readCursor('[1e300]', ['real'])).toBeNull()
})
