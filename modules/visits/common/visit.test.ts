import { expect, test } from 'vitest'
import { countsAsVisit, daysUntil, faultOfVisit, outcomesOf, type TypedVisit, visitKinds } from './visit.ts'

const visit: TypedVisit = {
  ...{ kind: 'care', thingIds: ['p'], topic: '', meeting: 'met', consent: 'given', outcome: 'done' },
  ...{ reached: null, text: '身体还好', updates: [] },
}

test('each kind asks for what it needs and no more', () => {
  const bare = { ...visit, thingIds: [], text: 'x' }
  const faults = visitKinds.map(kind => faultOfVisit({ ...bare, kind, outcome: outcomesOf[kind][0]! }))
  expect(faults).toEqual(['whom-missing', 'whom-missing', 'whom-missing', 'topic-missing', 'topic-missing'])
  const whole = { ...bare, thingIds: ['p'], topic: '楼道堆物' }
  for (const kind of visitKinds) {
    for (const outcome of outcomesOf[kind]) expect(faultOfVisit({ ...whole, kind, outcome })).toBeNull()
  }
})

test('an outcome of another kind is none', () => {
  expect(faultOfVisit({ ...visit, outcome: 'agreed' })).toBe('outcome-wrong')
  expect(faultOfVisit({ ...visit, kind: 'mediation', topic: '漏水', outcome: 'done' })).toBe('outcome-wrong')
})

test('whoever was not at home needs no words, and stays as due as before', () => {
  expect(faultOfVisit({ ...visit, text: '' })).toBe('words-missing')
  expect(faultOfVisit({ ...visit, meeting: 'nobody-home', text: '' })).toBeNull()
  expect([countsAsVisit({ meeting: 'nobody-home' }), countsAsVisit({ meeting: 'by-phone' })]).toEqual([false, true])
})

test('where people refused, nothing of theirs goes into the library', () => {
  expect(faultOfVisit({ ...visit, consent: 'refused', updates: [{}] })).toBe('refused-yet-updated')
  expect(faultOfVisit({ ...visit, consent: 'refused' })).toBeNull()
})

test('days until a visit is due, over midnight of months', () => {
  expect([daysUntil('2026-10-01', '2026-09-30'), daysUntil('2026-09-30', '2026-10-02')]).toEqual([1, -2])
})
