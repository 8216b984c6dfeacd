import { expect, test } from 'vitest'
import { toldWithIt, wordsOf } from './handed-on.ts'
import type { TimelineEntry } from './presented.ts'

function entry(type: TimelineEntry['type'], said: { reason?: string; note?: string } = {}): TimelineEntry {
  return {
    version: 1,
    at: '2026-09-01T01:00:00.000Z',
    type,
    by: { kind: 'staff', personName: null, postTitle: null, unitName: null },
    reason: said.reason ?? null,
    note: said.note ?? null,
    materials: [],
    photos: [],
    to: null,
    className: null,
    into: null,
    rating: null,
    until: null,
  }
}

const told = (...timeline: TimelineEntry[]) => toldWithIt(timeline).map(one => `${one.type}: ${wordsOf(one)}`)

test('whoever has it reads the words of the last hand-over, and no older ones', () => {
  const reported = entry('reported', { note: '旧话' })
  const sent = entry('dispatched', { note: '今天清走' })
  expect(told(reported, sent)).toEqual(['dispatched: 今天清走'])
  expect(told(reported, sent, entry('returned', { reason: '不归我们' }))).toEqual(['returned: 不归我们'])
  expect(told(reported, sent, entry('handled', { note: '已清' }), entry('not-passed', { reason: '还有三袋' }))).toEqual(
    ['not-passed: 还有三袋'],
  )
})

test('a hand-over without words says nothing, not what was said before it', () => {
  expect(told(entry('returned', { reason: '不归我们' }), entry('dispatched'))).toEqual([])
})

test('who urges or instructs later is heard as well; what others note is not', () => {
  const sent = entry('dispatched', { note: '今天清走' })
  expect(told(sent, entry('noted', { note: '电话里说' }), entry('instructed', { reason: '今晚办完' }))).toEqual([
    'dispatched: 今天清走',
    'instructed: 今晚办完',
  ])
})

test('before anything was handed on there is nothing', () => {
  expect(told(entry('reported'), entry('accepted', { note: '好' }))).toEqual([])
})
