import { expect, test } from 'vitest'
import { checkedFields, kinds, mayJoin } from '#modules/registry/common/index.ts'
import { buildGeography } from '../geography/build-geography.ts'
import { planPeople } from '../people/people.ts'
import { planPlaces } from '../places/plan-places.ts'
import { planLibrary } from './load-library.ts'

const now = Date.parse('2026-09-15T02:00:00.000Z')
const geography = await buildGeography({ size: 'small', seed: 7 })
const people = planPeople(geography, now)
const plan = () => planLibrary(geography, planPlaces(geography, people, now), people, now)
const { things, relations } = plan()

test('the library of the small town is the same at every build, about a hundred people', () => {
  expect(plan()).toEqual({ things, relations })
  const persons = things.filter(thing => thing.kind === 'person')
  expect(persons.length).toBeGreaterThan(60)
  expect(persons.length).toBeLessThan(250)
  for (const kind of ['housing', 'household', 'tenancy', 'organisation', 'facility', 'vehicle'])
    expect([kind, things.some(thing => thing.kind === kind)]).toEqual([kind, true])
})

test('every value suits its field, and numbers hold against their algorithms', () => {
  for (const { kind, fields } of things) {
    const { problems } = checkedFields(kind, fields, { isNew: true, today: '2026-09-15' })
    expect([kind, problems]).toEqual([kind, {}])
    expect(Object.keys(fields).every(key => key in kinds[kind].fields)).toBe(true)
  }
})

test('every relation joins what may be joined, and nobody lives in two homes', () => {
  const kindOf = new Map(things.map(thing => [thing.thingId, thing.kind]))
  for (const { kind, from_id, to_id } of relations)
    expect([kind, mayJoin(kind, kindOf.get(from_id)!, kindOf.get(to_id)!)]).toEqual([kind, true])
  const homes = relations.filter(({ kind, until_on }) => kind === 'lives-in' && !until_on).map(({ from_id }) => from_id)
  expect(new Set(homes).size).toBe(homes.length)
})
