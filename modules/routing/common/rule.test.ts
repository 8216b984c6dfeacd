import { expect, test } from 'vitest'
import { type Question, type Rule, termsOfRuling, whichRule } from './rule.ts'

const china = 480
let made = 0
function rule(unitId: string, terms: Partial<Rule> = {}): Rule {
  made += 1
  return {
    ...{ ruleId: `r${String(made).padStart(3, '0')}`, version: 1, unitId },
    ...{ gridPath: null, classKind: null, classStart: '', weekdays: [], hours: null },
    ...{ validFrom: '2026-01-01', validUntil: null, writtenAt: '2026-01-01T00:00:00.000Z' },
    ...terms,
  }
}
// A Tuesday, ten in the morning in China.
const rubbish: Question = { gridPath: '1.2.3', classKind: 'event', classCode: '06010', at: '2026-09-15T02:00:00.000Z' }
const at = (local: string): Question => ({
  ...rubbish,
  at: new Date(Date.parse(`${local}:00.000Z`) - china * 60_000).toISOString(),
})
const unitFor = (rules: readonly Rule[], question = rubbish) => whichRule(rules, question, china).winner?.unitId ?? null

test('the deeper grid, then the narrower class, then the narrower time, then the newest; each loser knows why', () => {
  const wide = rule('wide')
  const here = rule('here', { gridPath: '1.2' })
  const major = rule('major', { gridPath: '1.2', classKind: 'event', classStart: '06' })
  const one = rule('one', { gridPath: '1.2', classKind: 'event', classStart: '06010' })
  const mornings = rule('mornings', { ...one, ruleId: 'm', unitId: 'mornings', hours: { from: 480, until: 720 } })
  const autumn = rule('autumn', { ...mornings, ruleId: 'a', unitId: 'autumn', validUntil: '2026-11-30' })
  const newer = rule('newer', { ...autumn, ruleId: 'n', unitId: 'newer', writtenAt: '2026-02-01T00:00:00.000Z' })
  const { winner, others } = whichRule([wide, here, major, one, mornings, autumn, newer], rubbish, china)
  expect(winner?.unitId).toBe('newer')
  expect(others.map(({ rule: other, lost }) => [other.unitId, lost])).toEqual([
    ['autumn', 'older'],
    ['mornings', 'wider-time'],
    ['one', 'wider-time'],
    ['major', 'wider-class'],
    ['here', 'wider-class'],
    ['wide', 'wider-place'],
  ])
})

test('place comes before class: a general rule of the alley beats an exact one of the street', () => {
  const exact = rule('exact', { gridPath: '1', classKind: 'event', classStart: '06010' })
  const alley = rule('alley', { gridPath: '1.2.3' })
  expect(unitFor([exact, alley])).toBe('alley')
})

test('what does not speak of the matter says why not', () => {
  const cases: [Partial<Rule>, string][] = [
    [{ validFrom: '2026-09-16' }, 'not-yet'],
    [{ validUntil: '2026-09-14' }, 'over'],
    [{ gridPath: '1.20' }, 'other-place'],
    [{ gridPath: '1.2.3.4' }, 'other-place'],
    [{ classKind: 'component' }, 'other-class'],
    [{ classKind: 'event', classStart: '07' }, 'other-class'],
    [{ weekdays: [6, 7] }, 'other-day'],
    [{ hours: { from: 0, until: 600 } }, 'other-hour'],
  ]
  for (const [terms, lost] of cases) {
    expect(whichRule([rule('x', terms)], rubbish, china)).toMatchObject({ winner: null, others: [{ lost }] })
  }
})

test('the last day and the first minute count, the last minute does not', () => {
  expect(unitFor([rule('u', { validUntil: '2026-09-15' })])).toBe('u')
  const shop = rule('u', { hours: { from: 600, until: 660 } })
  expect(unitFor([shop], at('2026-09-15T10:00'))).toBe('u')
  expect(unitFor([shop], at('2026-09-15T10:59'))).toBe('u')
  expect(unitFor([shop], at('2026-09-15T11:00'))).toBeNull()
})

test('a Friday night reaches into Saturday, and no other night', () => {
  const friday = rule('u', { weekdays: [5], hours: { from: 22 * 60, until: 6 * 60 } })
  const fits = (local: string) => unitFor([friday], at(local)) === 'u'
  expect(fits('2026-09-18T22:00')).toBe(true)
  expect(fits('2026-09-19T05:59')).toBe(true)
  expect(fits('2026-09-19T06:00')).toBe(false)
  expect(fits('2026-09-18T05:00')).toBe(false)
  expect(fits('2026-09-19T23:00')).toBe(false)
  const sunday = rule('u', { weekdays: [7], hours: { from: 22 * 60, until: 6 * 60 } })
  expect(unitFor([sunday], at('2026-09-21T03:00'))).toBe('u')
})

test('the order in which rules are given does not matter', () => {
  const rules = [
    rule('a', { gridPath: '1' }),
    rule('b', { gridPath: '1', weekdays: [2] }),
    rule('c', { classKind: 'event' }),
    rule('d', { gridPath: '1' }),
  ]
  const seen = new Set([0, 1, 2, 3].map(by => unitFor([...rules.slice(by), ...rules.slice(0, by)])))
  expect([...seen]).toEqual(['b'])
})

test('without a place only rules for everywhere fit', () => {
  const nowhere = { ...rubbish, gridPath: null }
  expect(unitFor([rule('street', { gridPath: '1' }), rule('all')], nowhere)).toBe('all')
})

test('a ruling becomes a rule that decides the matter that was ruled on', () => {
  const ruling = { gridPath: '1', day: '2026-09-15' }
  const standing: Partial<Rule>[] = [
    { gridPath: '1', classKind: 'event', classStart: '06' },
    { gridPath: '1.2', classKind: 'event', classStart: '06' },
    { gridPath: '1.2.3', classKind: 'event', classStart: '06010', hours: { from: 480, until: 1080 } },
    { gridPath: '1', classKind: 'event', classStart: '06010', weekdays: [2], validUntil: '2026-12-31' },
    { gridPath: '1.2.3' },
  ]
  for (const terms of standing) {
    const before = rule('before', terms)
    const asRule = rule('ruled', {
      ...termsOfRuling([before], rubbish, ruling, china),
      writtenAt: '2026-09-15T02:00:00.000Z',
    })
    expect(unitFor([before, asRule])).toBe('ruled')
    expect(asRule.classStart).toBe('06010')
  }
  expect(termsOfRuling([], rubbish, ruling, china).gridPath).toBe('1')
})
