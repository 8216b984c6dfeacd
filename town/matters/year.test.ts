import { expect, test } from 'vitest'
import { millisecondsOf } from '#platform/kernel/common/instant.ts'
import { buildGeography } from '../geography/build-geography.ts'
import type { Geography, GeographySize } from '../geography/geography.ts'
import { isInside } from '../geography/point-in-grid.ts'
import { gridAt, lowestLevel } from '../geography/tree.ts'
import { type PeoplePlan, planPeople } from '../people/people.ts'
import { type Matter, yearOfMatters } from './year.ts'

/** A city takes seconds to build, and more on a busy machine. */
const patience = 60_000

const now = millisecondsOf('2026-09-15T02:00:00.000Z')
const bornAt = millisecondsOf('2025-08-01T00:00:00.000Z')

const places = new Map<GeographySize, Promise<{ geography: Geography; people: PeoplePlan }>>()

/** Built once per size: a city takes seconds. */
function place(size: GeographySize) {
  const known = places.get(size)
  if (known) return known
  const built = buildGeography({ size, seed: 7 }).then(geography => ({
    geography,
    people: planPeople(geography, bornAt),
  }))
  places.set(size, built)
  return built
}

async function firstMatters(size: GeographySize, count: number): Promise<Matter[]> {
  const { geography, people } = await place(size)
  return [...yearOfMatters(geography, people, { count, now })]
}

test.each(['small', 'demo', 'city'] as const)(
  'a year of %s: every actor is there, every place in its grid',
  async size => {
    const { geography, people } = await place(size)
    const known = new Set(people.people.map(person => person.id))
    for (const { events } of await firstMatters(size, 200)) {
      const [reported] = events
      if (reported?.type !== 'case.reported') throw new Error('a matter begins with its report')
      expect(gridAt(geography, reported.place.gridPath).level).toBe(lowestLevel(geography))
      expect(reported.place.gridNames).toHaveLength(lowestLevel(geography))
      for (const { by } of events) expect(known.has(by) || by === 'nobody' || by === 'clock').toBe(true)
    }
  },
  patience,
)

test(
  'a matter of the city lies inside its cell, and is sent to a unit of its own street',
  async () => {
    const { geography, people } = await place('city')
    const streetOf = new Map(people.units.map(unit => [unit.id, unit.street]))
    const sent: string[] = []
    for (const { events } of await firstMatters('city', 200)) {
      const [reported, ...steps] = events
      if (reported?.type !== 'case.reported') throw new Error('a matter begins with its report')
      const { gridPath, point } = reported.place
      expect(point && isInside(gridAt(geography, gridPath).polygon, point)).toBe(true)
      for (const step of steps) {
        if (step.type !== 'case.dispatched') continue
        sent.push(step.unitId)
        expect(gridPath.startsWith(`${streetOf.get(step.unitId)}.`)).toBe(true)
      }
    }
    expect(new Set(sent).size).toBeGreaterThan(50)
  },
  patience,
)

test(
  'the city has a desk in each of its 200 streets and a grid worker or a vacancy in each of its 100 000 cells',
  async () => {
    const { people } = await place('city')
    const count = (role: string) => people.posts.filter(post => post.role === role).length
    expect(count('grid-worker')).toBe(100_000)
    expect(new Set(people.posts.filter(post => post.role === 'dispatcher').map(post => post.unit)).size).toBe(200)
  },
  patience,
)

test.each(['small', 'demo', 'city'] as const)(
  '%s is the same at every build',
  async size => {
    const built = await place(size)
    const again = await buildGeography({ size, seed: 7 })
    const people = planPeople(again, bornAt)
    expect(people.posts.slice(-500)).toEqual(built.people.posts.slice(-500))
    const [first] = yearOfMatters(again, people, { count: 3, now })
    expect(first).toEqual((await firstMatters(size, 3))[0])
  },
  patience,
)
