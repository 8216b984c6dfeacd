import { expect, test } from 'vitest'
import type { DayItem } from '#platform/offline/field/index.ts'
import { inOrder } from './day-items.ts'

const now = '2026-09-01T04:00:00.000Z'
const item = (key: string, since: string, dueAt: string | null): DayItem => ({
  ...{ key, since, dueAt, word: '', title: key, number: null, path: '/', point: null, address: null, postId: null },
})

test('overdue first, then what is in the last fifth of its limit, then by when it is due; what has no limit last', () => {
  const items = [
    item('no limit', '2026-08-01T00:00:00.000Z', null),
    item('tomorrow', '2026-09-01T00:00:00.000Z', '2026-09-02T04:00:00.000Z'),
    item('near', '2026-08-30T00:00:00.000Z', '2026-09-01T09:00:00.000Z'),
    item('in an hour of four', '2026-09-01T03:30:00.000Z', '2026-09-01T07:30:00.000Z'),
    item('over', '2026-08-31T00:00:00.000Z', '2026-09-01T03:59:00.000Z'),
    item('over longer', '2026-08-31T00:00:00.000Z', '2026-09-01T01:00:00.000Z'),
  ]
  expect(inOrder(items, now).map(({ key }) => key)).toEqual([
    'over longer',
    'over',
    'near',
    'in an hour of four',
    'tomorrow',
    'no limit',
  ])
})
