import { expect, test } from 'vitest'
import { type CallStep, callStates, callSteps, stateAfter, stateOf } from './whistle.ts'

test('what may follow what, in every state', () => {
  const allowed = callStates.flatMap(state =>
    callSteps.flatMap(step => {
      const next = stateAfter(state, step)
      return next === null ? [] : [`${state} ${step} ${next}`]
    }),
  )
  expect(allowed).toEqual([
    ...['called come coming', 'called arrive arrived', 'called excuse excused', 'called cancel cancelled'],
    ...['coming arrive arrived', 'coming excuse excused', 'coming cancel cancelled'],
    ...['arrived confirm confirmed', 'arrived deny called', 'confirmed rate rated'],
  ])
})

test('a history says where a call stands, and one that cannot be is our mistake', () => {
  const whole: CallStep[] = ['come', 'arrive', 'deny', 'arrive', 'confirm', 'rate']
  expect(stateOf(whole)).toBe('rated')
  expect(() => stateOf(['confirm'])).toThrow('confirm cannot follow called')
})
