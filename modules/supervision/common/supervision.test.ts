import { expect, test } from 'vitest'
import { byCount, lightByCount, rungsAt, usualSupervision } from './ladder.ts'
import { orderKinds, orderStates, orderSteps, stateAfter } from './order.ts'
import { repeatedPoints } from './repeated.ts'

test('what may follow what, in every state', () => {
  const allowed = orderStates.flatMap(state =>
    orderSteps.flatMap(step => {
      const next = stateAfter('order', state, step)
      return next === null ? [] : [`${state} ${step} ${next}`]
    }),
  )
  expect(allowed).toEqual([
    ...['issued reply replied', 'issued end ended', 'replied accept accepted', 'replied send-back sent-back'],
    ...['replied end ended', 'sent-back reply replied', 'sent-back end ended', 'accepted end ended'],
  ])
  for (const kind of orderKinds) for (const step of orderSteps) expect(stateAfter(kind, 'ended', step)).toBe(null)
})

test('the ladder climbs with the light, and leaves limits alone that it does not watch', () => {
  expect(rungsAt(usualSupervision, 'handle', 'green')).toEqual([])
  expect(rungsAt(usualSupervision, 'handle', 'red')).toContain('district-centre')
  expect(rungsAt(usualSupervision, 'claim', 'red')).toEqual([])
})

test('the light by count: from each number on, whatever time is left', () => {
  const lights = [0, 1, 2, 3, 4, 5, 99].map(times => lightByCount(usualSupervision, times))
  expect(lights).toEqual(['green', 'green', 'yellow', 'orange', 'orange', 'red', 'red'])
  expect(rungsAt(usualSupervision, byCount, 'red')).toContain('district-centre')
})

test('complaints count as one point within the radius, each once', () => {
  const at = (name: string, metres: number) => ({ caseId: name, number: name, lon: 116, lat: 39.9 + metres / 111_195 })
  const rule = { radiusMetres: 50, warnFrom: 3, graveFrom: 5 }
  const three = [at('a', 0), at('b', 40), at('c', -40), at('far', 400)]
  expect(repeatedPoints(three, rule)).toMatchObject([{ isGrave: false, cases: [{}, {}, {}] }])
  expect(repeatedPoints([...three, at('d', 10), at('e', 20)], rule)).toMatchObject([{ isGrave: true }])
  expect(repeatedPoints(three.slice(1), rule)).toEqual([])
})
