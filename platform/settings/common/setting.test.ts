import { expect, test } from 'vitest'
import { choicesPart, type Entered, type SettingGroup, suits, valueAt, valuesOn, wordsPart } from './setting.ts'

const texts = { 'zh-CN': '一', en: 'one' }
const group: SettingGroup<{ limits: { reply: { clock: 'work-day'; amount: number } }; most: number }> = {
  ...{ name: 'g', label: texts, usual: { limits: { reply: { clock: 'work-day', amount: 3 } }, most: 2 } },
  parts: [
    { key: 'limits.reply', kind: 'limit', least: 0.5, most: 30, label: texts, source: texts },
    { key: 'most', kind: 'whole', least: 0, most: 5, label: texts, source: texts },
  ],
}
const set = (version: number, from: string, value: Entered['value'], key = 'most'): Entered => ({
  ...{ group: 'g', key, version, value, from, reason: 'r', byId: 'p', at: '2026-01-01T00:00:00.000Z' },
})

test('the default holds until the first day of what was set, then the latest that has begun', () => {
  const entered = [set(1, '2026-02-01', 4), set(2, '2026-03-01', 1)]
  expect(
    ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map(day => valuesOn(group, entered, day).most),
  ).toEqual([2, 4, 4, 1])
})

test('a later version that begins earlier takes the place of what would have begun after it', () => {
  const entered = [set(1, '2026-05-01', 4), set(2, '2026-04-01', 3)]
  expect(valuesOn(group, entered, '2026-06-01').most).toBe(3)
})

test('null is the default again; other groups and unknown keys change nothing; the usual values stay untouched', () => {
  const reply = { clock: 'work-hour', amount: 4 } as const
  const entered = [set(1, '2026-01-01', 4), set(2, '2026-01-02', null), set(1, '2026-01-01', reply, 'limits.reply')]
  const strange = [{ ...set(9, '2026-01-01', 5), group: 'other' }, set(9, '2026-01-01', 5, 'limits.none')]
  expect(valuesOn(group, [...entered, ...strange], '2026-02-01')).toEqual({ limits: { reply }, most: 2 })
  expect(group.usual.limits.reply.amount).toBe(3)
})

test('a value must be of the kind, inside the bounds, and whole unless it counts hours', () => {
  const [reply, most] = group.parts
  expect([0, 5, 6, -1, 2.5].map(value => suits(most!, value))).toEqual([true, true, false, false, false])
  expect(suits(most!, { clock: 'work-day', amount: 2 })).toBe(false)
  expect(suits(reply!, 3)).toBe(false)
  expect(suits(reply!, { clock: 'work-hour', amount: 0.5 })).toBe(true)
  expect(suits(reply!, { clock: 'work-day', amount: 1.5 })).toBe(false)
  expect(suits(reply!, { clock: 'work-day', amount: 31 })).toBe(false)
})

test('a key that leads nowhere is our mistake and says so', () => {
  expect(() => valueAt(group.usual, 'limits.none')).toThrow('no setting limits.none')
})

test('a list has each once: words of two characters and more, choices from those there are; it may be empty', () => {
  const words = wordsPart('w', texts)
  const lists = [[], ['煤气', '漏电'], ['煤气', '煤气'], ['气'], ['一 二'], ['一二三四五六七八九十一二三']]
  expect(lists.map(list => suits(words, list))).toEqual([true, true, false, false, false, false])
  const options = ['handler', 'leader'].map(key => ({ key, label: texts }))
  const choices = choicesPart('c', options, texts)
  expect([[], ['leader'], ['leader', 'leader'], ['mayor']].map(list => suits(choices, list))).toEqual([
    ...[true, true, false, false],
  ])
  expect([suits(words, '煤气'), suits(choices, 1), suits(group.parts[1]!, ['煤气'])]).toEqual([false, false, false])
})
