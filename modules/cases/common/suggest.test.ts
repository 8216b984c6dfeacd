import { expect, test } from 'vitest'
import { type Lesson, learn, likelyClasses, likelyConditions, likelyUnits } from './suggest.ts'

const lesson = (words: string, classKey: string, unitId: string | null, gridPath: string): Lesson => ({
  words: words.split(' '),
  classKey,
  unitId,
  gridPath,
})

const closed = [
  ...Array.from({ length: 8 }, () => lesson('井盖 破损 路口', 'cover', 'water', '1.1.1')),
  ...Array.from({ length: 3 }, () => lesson('井盖 松动', 'cover', 'roads', '1.2.1')),
  ...Array.from({ length: 9 }, () => lesson('垃圾 堆放 路口', 'rubbish', 'cleaning', '1.1.1')),
]
const learned = learn(closed)

test('the class comes with the words that speak for it, and how often they did', () => {
  const [first, ...others] = likelyClasses(learned, ['路口', '井盖', '从未见过'])
  expect(first?.classKey).toBe('cover')
  // At a crossing lie more heaps of rubbish than covers, so that word speaks for the other class.
  expect(first?.because).toEqual([{ word: '井盖', of: 11, all: 11 }])
  expect(first?.share).toBeGreaterThan(0.9)
  expect(others).toMatchObject([{ classKey: 'rubbish', because: [{ word: '路口', of: 9, all: 17 }] }])
})

test('pairs of one run that were always said together are one reason, in the words of the text', () => {
  const taught = learn([
    ...closed,
    ...Array.from({ length: 4 }, () => lesson('堆了 了好 好几 几天 垃圾', 'rubble', null, '1')),
  ])
  const because = likelyClasses(taught, ['满了', '了好', '好几', '几天', '垃圾'])[0]?.because
  expect(because).toEqual([
    { word: '了好几天', of: 4, all: 4 },
    { word: '垃圾', of: 4, all: 13 },
  ])
})

test('a reason does not end in the beginning of the next word', () => {
  const taught = learn([...closed, ...Array.from({ length: 4 }, () => lesson('少量 量垃 垃圾', 'little', null, '1'))])
  const because = likelyClasses(taught, ['少量', '量垃', '垃圾'])[0]?.because
  expect(because?.map(({ word }) => word)).toEqual(['少量', '垃圾'])
})

test('words that no closed case knows suggest nothing, and neither does an empty town', () => {
  expect(likelyClasses(learned, ['飞碟'])).toEqual([])
  expect(likelyClasses(learn([]), ['井盖'])).toEqual([])
})

test('a word said twice in one case counts once', () => {
  expect(learn([lesson('井盖 井盖', 'cover', null, '1')]).words.get('井盖')).toBe(1)
})

test('the unit is that of the smallest place that has seen the class three times', () => {
  expect(likelyUnits(learned, 'cover', '1.2.1')).toEqual([{ unitId: 'roads', times: 3, of: 3, gridPath: '1.2.1' }])
  expect(likelyUnits(learned, 'cover', '1.1.9')[0]).toEqual({ unitId: 'water', times: 8, of: 8, gridPath: '1.1' })
  expect(likelyUnits(learned, 'cover', '1.9')[0]).toEqual({ unitId: 'water', times: 8, of: 11, gridPath: '1' })
  expect(likelyUnits(learned, 'cover', '')[0]).toEqual({ unitId: 'water', times: 8, of: 11, gridPath: null })
  expect(likelyUnits(learned, 'unheard', '1.1.1')).toEqual([])
})

test('the order of closed cases changes nothing', () => {
  expect(likelyClasses(learn([...closed].reverse()), ['路口'])).toEqual(likelyClasses(learned, ['路口']))
})

test('of the conditions of a class the words decide, else how often; a single one is no choice', () => {
  const under = (words: string, conditionId: string) => lesson(words, conditionId, null, '')
  const taught = learn([under('垃圾 少量', 'small'), under('垃圾 成堆', 'heap'), under('垃圾 成堆', 'heap')])
  expect(likelyConditions(taught, ['少量'])[0]).toMatchObject({ conditionId: 'small', times: 1, of: 3 })
  expect(likelyConditions(taught, ['飞碟'])).toEqual([
    { conditionId: 'heap', times: 2, of: 3, because: [] },
    { conditionId: 'small', times: 1, of: 3, because: [] },
  ])
  expect(likelyConditions(learn([under('垃圾', 'only')]), ['垃圾'])).toEqual([])
  expect(likelyConditions(undefined, ['垃圾'])).toEqual([])
})
