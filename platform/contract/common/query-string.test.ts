import { expect, test } from 'vitest'
import { fromQueryString, toQueryString } from './query-string.ts'

const back = (input: object, ...text: string[]) =>
  fromQueryString(Object.fromEntries(new URLSearchParams(toQueryString(input))), key => text.includes(key))

test('what goes into an address comes out of it, null and words that look like JSON too', () => {
  const input = { name: '12 & 3', code: '06010', limit: 50, open: false, none: null, kinds: ['a', 'b'] }
  expect(back(input, 'name', 'code')).toEqual(input)
})

test('what was left out stays out, and JSON that cannot be read stays text', () => {
  expect(back({ at: undefined })).toEqual({})
  expect(fromQueryString({ kinds: '[oops' }, () => false)).toEqual({ kinds: '[oops' })
})
