import { expect, test } from 'vitest'
import { caseActionNames } from '../common/actions.ts'
import { actKeys } from './acts.ts'

test('one key does one thing, and none takes a key of the desk or of the office', () => {
  const keys: string[] = Object.values(actKeys)
  expect(new Set(keys).size).toBe(keys.length)
  for (const taken of ['j', 'k', 'n', '/', '?', '1', '2', '3']) expect(keys).not.toContain(taken)
})

test('every action has a button, except what the reporter does and what begins a case', () => {
  expect(caseActionNames.filter(action => !(action in actKeys))).toEqual(['handle-on-spot', 'rate', 'reopen'])
})
