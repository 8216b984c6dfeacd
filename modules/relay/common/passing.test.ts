import { expect, test } from 'vitest'
import { passingState } from './passing.ts'

const at = '2026-11-20T02:00:00.000Z'
const fresh = { passedAt: null, hasAsked: false, answeredAt: null, withdrawnAt: null }

test('a word waits until it is passed on; what was asked back waits for its answer', () => {
  expect(passingState(fresh)).toBe('waiting')
  expect(passingState({ ...fresh, passedAt: at })).toBe('passed')
  expect(passingState({ ...fresh, passedAt: at, hasAsked: true })).toBe('asked')
  expect(passingState({ ...fresh, passedAt: at, hasAsked: true, answeredAt: at })).toBe('answered')
})

test('a word that was taken back waits for nobody, and takes back nothing that was passed on', () => {
  expect(passingState({ ...fresh, withdrawnAt: at })).toBe('dropped')
  expect(passingState({ ...fresh, passedAt: at, withdrawnAt: at })).toBe('passed')
})
