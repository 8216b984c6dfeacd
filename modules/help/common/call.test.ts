import { expect, test } from 'vitest'
import { type CallEvent, callAfter, faultOfEnding, faultOfTaking, type HelpCall } from './call.ts'

const at = '2026-11-20T02:00:00.000Z'
const after = (...events: CallEvent[]) => events.reduce<HelpCall | null>(callAfter, null)!
const called = { kind: 'called', at, byId: 'lin' } as const
const taken = (byId: string) => ({ kind: 'taken', at, byId }) as const

test('a call waits until somebody takes it, and ends only by whoever took it', () => {
  const waiting = after(called)
  expect(waiting).toMatchObject({ status: 'waiting', callerId: 'lin', takenBy: null })
  expect(faultOfEnding(waiting, 'wang')).toBe('not-taken')
  const withWang = after(called, taken('wang'))
  expect(faultOfEnding(withWang, 'wang')).toBeNull()
  expect(faultOfEnding(withWang, 'zhao')).toBe('taken-by-another')
  const over = after(called, taken('wang'), { kind: 'ended', at, byId: 'wang', outcome: 'helped' })
  expect(over).toMatchObject({ status: 'ended', endedBy: 'wang', outcome: 'helped' })
  expect([faultOfTaking(over, 'zhao', true), faultOfEnding(over, 'wang')]).toEqual(['already-ended', 'already-ended'])
})

test('what another took is taken over only when that is said; nobody takes their own', () => {
  const withWang = after(called, taken('wang'))
  expect(faultOfTaking(withWang, 'zhao', false)).toBe('taken-by-another')
  expect(faultOfTaking(withWang, 'zhao', true)).toBeNull()
  expect(faultOfTaking(withWang, 'wang', true)).toBe('taken-by-you')
  expect(faultOfTaking(after(called), 'lin', false)).toBe('your-own-call')
  expect(after(called, taken('wang'), taken('zhao')).takenBy).toBe('zhao')
})

test('that one is safe is a word of the caller and ends nothing; further words do not take it back', () => {
  const safe = after(called, { kind: 'told-more', at, byId: 'lin', safer: 'mistake' })
  expect(safe).toMatchObject({ status: 'waiting', safer: 'mistake' })
  const more = callAfter(safe, { kind: 'told-more', at, byId: 'lin', safer: null })
  expect(more.safer).toBe('mistake')
  expect(() => callAfter(null, taken('wang'))).toThrow('begins with being called')
})
