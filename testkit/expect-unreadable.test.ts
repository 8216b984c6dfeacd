import { expect, test } from 'vitest'
import { expectUnreadable } from './expect-unreadable.ts'

test('a word that can be read is found: as text, inside of json and as bytes; no rows prove nothing', () => {
  const words = ['五楼']
  expectUnreadable([{ said: Buffer.from([1, 2, 3]), topic: '求助', at: new Date(0), more: null }], words)
  for (const value of ['住在五楼', { said: '五楼' }, Buffer.from('五楼')])
    expect(() => expectUnreadable([{ topic: '求助', value }], words)).toThrow('五楼')
  expect(() => expectUnreadable([], words)).toThrow()
})
