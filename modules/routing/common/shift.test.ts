import { expect, test } from 'vitest'
import { doubled, momentsOf } from './shift.ts'

test('a night shift ends on the next day, a whole day lasts a day', () => {
  expect(momentsOf('2026-09-15', { from: '08:30', until: '17:00' }, 480)).toEqual({
    startsAt: '2026-09-15T00:30:00.000Z',
    endsAt: '2026-09-15T09:00:00.000Z',
  })
  const night = momentsOf('2026-09-15', { from: '20:00', until: '08:00' }, 480)
  expect(night).toEqual({ startsAt: '2026-09-15T12:00:00.000Z', endsAt: '2026-09-16T00:00:00.000Z' })
  const day = momentsOf('2026-09-15', { from: '08:00', until: '08:00' }, 480)
  expect(Date.parse(day.endsAt) - Date.parse(day.startsAt)).toBe(86_400_000)
})

test('nobody is on two shifts at once; one may follow the other at once', () => {
  const shift = (postId: string, from: string, until: string, day = '2026-09-15') => ({
    postId,
    ...momentsOf(day, { from, until }, 480),
  })
  expect(doubled([shift('a', '12:00', '18:00'), shift('a', '08:00', '12:00'), shift('b', '08:00', '18:00')])).toBeNull()
  expect(doubled([shift('a', '12:00', '18:00'), shift('a', '08:00', '12:01')])?.postId).toBe('a')
  const overMidnight = [shift('a', '20:00', '08:00'), shift('a', '07:59', '09:00', '2026-09-16')]
  expect(doubled(overMidnight)).not.toBeNull()
})
