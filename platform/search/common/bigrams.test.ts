import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokensOf, wordsToFind, wordsToKeep } from './bigrams.ts'

const finds = (question: string, text: string) => {
  const kept = wordsToKeep(text)
  return wordsToFind(question).every(({ word, begins }) =>
    kept.some(one => (begins ? one.startsWith(word) : one === word)),
  )
}

test('a word of two characters is found inside a longer run', () => {
  expect(finds('垃圾', '北门有一堆垃圾没人管')).toBe(true)
  expect(finds('井盖', '路口井盖缺失')).toBe(true)
  expect(finds('盖井', '路口井盖缺失')).toBe(false)
})

test('a longer question needs every pair of it', () => {
  expect(wordsToFind('暴露垃圾').map(({ word }) => word)).toEqual(['暴露', '露垃', '垃圾'])
  expect(finds('暴露垃圾', '暴露在外的垃圾')).toBe(false)
})

test('a character that stands alone is found by itself', () => {
  expect(finds('井', '路口井盖缺失')).toBe(true)
  expect(finds('桥', '路口井盖缺失')).toBe(false)
})

test('Latin words and numbers are found by their beginning, in any case and width', () => {
  expect(finds('sos', '紧急报警点SOS')).toBe(true)
  expect(finds('ＳＯＳ', '紧急报警点sos坏了')).toBe(true)
  expect(finds('000123', '370113-2026-000123')).toBe(true)
  expect(finds('123', '370113-2026-000123')).toBe(true)
  expect(finds('2026', '370113-2026-000123')).toBe(true)
})

test('only what is typed last is looked for by its beginning', () => {
  expect(finds('文化路12', '文化路120号')).toBe(true)
  expect(finds('文化路12号', '文化路120号')).toBe(false)
  expect(finds('文化路12号', '文化路12号3号楼')).toBe(true)
  expect(finds('3号楼2', '文化路12号3号楼2单元')).toBe(true)
  expect(finds('3号楼2 ', '文化路12号3号楼201')).toBe(true)
  expect(finds('SOS 紧急', '紧急报警点SOS5')).toBe(false)
})

test('Chinese and Latin side by side are told apart', () => {
  expect(tokensOf('3号楼A座')).toMatchObject({ pairs: ['号楼'], words: ['3', 'a'] })
})

test('signs alone ask for nothing', () => {
  expect(wordsToFind("' & | ! <-> :* \\ ，。")).toEqual([])
})

test('no word grows beyond what the database takes', () => {
  for (const word of wordsToKeep('x'.repeat(10_000))) expect(word.length).toBeLessThanOrEqual(64)
})

test('whatever is written can be found by any part of it that is at least two characters long', () => {
  const character = fc.constantFrom(...'垃圾井盖破损道路西门东'.split(''))
  fc.assert(
    fc.property(fc.array(character, { minLength: 2, maxLength: 12 }), fc.nat(), fc.nat(), (text, a, b) => {
      const from = a % (text.length - 1)
      const part = text.slice(from, from + 2 + (b % (text.length - from - 1)))
      expect(finds(part.join(''), text.join(''))).toBe(true)
    }),
  )
})
