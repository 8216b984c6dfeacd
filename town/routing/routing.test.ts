import { expect, test } from 'vitest'
import { nationalClasses } from '#modules/catalogue/common/index.ts'
import { doubled, momentsOf } from '#modules/routing/common/index.ts'
import { buildGeography } from '../geography/build-geography.ts'
import { planPeople } from '../people/people.ts'
import { routingRules } from './rules.ts'
import { centreShifts } from './shifts.ts'

const now = Date.parse('2026-09-15T02:00:00.000Z')
const bornAt = now - 400 * 86_400_000
const geography = await buildGeography({ size: 'small', seed: 7 })
const people = planPeople(geography, bornAt)

test('every rule of the town speaks of a class that there is, and names a unit that handles', () => {
  const rules = routingRules(geography, people, bornAt, now)
  expect(rules.length).toBeGreaterThanOrEqual(25)
  for (const { classKind, classStart, unitId, validFrom, validUntil } of rules) {
    const isMajor = nationalClasses.majors.some(({ kind, code }) => kind === classKind && code === classStart)
    expect([classStart, isMajor || nationalClasses.find(classKind!, classStart) !== null]).toEqual([classStart, true])
    expect(people.units.find(({ id }) => id === unitId)?.handlers).toBeGreaterThan(0)
    expect(validUntil === null || validFrom <= validUntil).toBe(true)
  }
})

test.each([
  ['2026-09-15T02:00:00.000Z', ['acceptor 1', 'duty-chief 1', 'dispatcher 1']],
  ['2026-09-15T13:00:00.000Z', ['acceptor 1']],
  ['2026-09-15T18:00:00.000Z', ['acceptor 1']],
])('two weeks of shifts as seen at %s: the personas are on shift where anybody is, nobody is on two', (at, keys) => {
  const shifts = centreShifts(geography, people, Date.parse(at))
  const planned = shifts.map(shift => ({ ...shift, ...momentsOf(shift.day, shift, 480) }))
  expect(doubled(planned)).toBeNull()
  const onNow = planned.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt).map(({ postId }) => postId)
  const first = people.posts.filter(({ key }) => keys.includes(key))
  expect(onNow.toSorted()).toEqual(first.map(({ id }) => id).toSorted())
})
