import {
  type PatrolPlan,
  type PatrolPoint,
  type Rhythm,
  roundsOf,
  type RoundEvent,
  skipReasons,
  usualChecklists,
} from '#modules/patrol/common/index.ts'
import type { LoadedRound } from '#modules/patrol/server/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import type { Geography, GeographyGrid } from '../geography/geography.ts'
import { lowestLevel } from '../geography/tree.ts'
import type { PeoplePlan, SeatedPost } from '../people/people.ts'
import { between, idMaker, pick, pickWeighted, type Random, randomFrom } from '../random.ts'

/** 日巡查 in the morning and in the afternoon; the usual office hours of the place (mission B7). */
const daily: Rhythm = {
  weekdays: [1, 2, 3, 4, 5],
  spans: [
    { name: '上午巡查', from: '09:00', until: '12:00' },
    { name: '下午巡查', from: '13:30', until: '17:30' },
  ],
}

/** 两扫两保日巡查 (mission A7): two sweeps, two upkeeps and a daily patrol, every day of the week. */
const twoSweepsTwoUpkeeps: Rhythm = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  spans: [
    { name: '早普扫', from: '05:30', until: '07:30' },
    { name: '上午保洁', from: '07:30', until: '12:00' },
    { name: '日巡查', from: '10:00', until: '16:00' },
    { name: '午后普扫', from: '13:30', until: '15:00' },
    { name: '下午保洁', from: '15:00', until: '18:30' },
  ],
}

const pastDays = 10
const mostWorkers = 40

/** Plans of grid workers and of road chiefs, with the rounds of the last days as they went. */
export function patrolPlans(geography: Geography, people: PeoplePlan, now: number) {
  const random = randomFrom(geography.seed * 7919 + 61)
  const newId = idMaker(random)
  const lowest = lowestLevel(geography)
  const holder = new Map(people.people.flatMap(person => person.postIds.map(postId => [postId, person.id] as const)))
  const validFrom = dayOf(instantOf(now), -30)
  const written = (post: SeatedPost, grid: GeographyGrid, more: Pick<PatrolPlan, 'title' | 'points' | 'rhythm'>) => ({
    ...{ planId: newId(now - 30 * 86_400_000), version: 1, gridPath: grid.path, postId: post.id },
    ...{ ...more, validFrom, validUntil: null },
  })
  const gridAt = new Map(geography.grids.map(grid => [grid.path, grid]))
  const seated = (role: string, level: number) =>
    people.posts.filter(post => {
      const grid = post.gridPath === null ? undefined : gridAt.get(post.gridPath)
      return post.role === role && holder.has(post.id) && grid?.level === level
    })
  const workers = seated('grid-worker', lowest).slice(0, mostWorkers)
  const chiefs = seated('road-chief', lowest - 1)
  const plans: PatrolPlan[] = [
    ...workers.flatMap(post => {
      const grid = gridAt.get(post.gridPath!)!
      const points = alleyPoints(geography, grid)
      return points.length === 0 ? [] : [written(post, grid, { title: `${grid.name}日巡查`, points, rhythm: daily })]
    }),
    ...chiefs.flatMap(post => {
      const grid = gridAt.get(post.gridPath!)!
      const points = roadPoints(geography, grid)
      const more = { title: `${grid.name}两扫两保`, points, rhythm: twoSweepsTwoUpkeeps }
      return points.length === 0 ? [] : [written(post, grid, more)]
    }),
  ]
  const days = Array.from({ length: pastDays }, (_, at) => dayOf(instantOf(now), at - pastDays))
  const rounds = plans.flatMap(plan =>
    days.flatMap(day =>
      roundsOf(plan, day)
        .filter(planned => millisecondsOf(planned.untilAt) <= now)
        .map(planned => {
          const events = walked(plan, planned, random)
          return { plan, planned, walkerId: holder.get(plan.postId) ?? 'town', events } satisfies LoadedRound
        }),
    ),
  )
  return { plans, rounds }
}

/** Doors, a fire lane and the street in front: what a grid worker looks at. */
function alleyPoints(geography: Geography, grid: GeographyGrid): PatrolPoint[] {
  const dwellings = geography.buildings.filter(one => one.gridPath === grid.path && one.use === 'dwelling').slice(0, 4)
  const point = (n: number, more: Omit<PatrolPoint, 'pointId' | 'note'>) => ({ pointId: `${n}`, note: '', ...more })
  const doors = dwellings.flatMap((building, n) => [
    point(n * 2 + 1, {
      ...{ name: `${building.address}楼道`, place: building.place, indoors: true, checklistId: 'building-safety' },
    }),
    ...(n === 0
      ? [
          point(2, {
            ...{ name: `${building.address}消防通道`, place: building.place, indoors: false, checklistId: 'fire-lane' },
          }),
        ]
      : []),
  ])
  const street = { name: `${grid.name}街面`, place: grid.labelPlace, indoors: false, checklistId: 'daily-patrol' }
  return [...doors, point(9, street)]
}

/** The stretches that are swept: what a road chief looks at. */
function roadPoints(geography: Geography, grid: GeographyGrid): PatrolPoint[] {
  return geography.sections
    .filter(section => section.gridPath === grid.path)
    .slice(0, 8)
    .map((section, n) => {
      const [lon, lat] = section.line[Math.floor(section.line.length / 2)]!
      const place = { lon: Number(lon), lat: Number(lat) }
      return { pointId: `${n + 1}`, name: section.name, place, indoors: false, checklistId: 'clean-road', note: '' }
    })
}

const itemsOf = new Map(usualChecklists.map(list => [list.checklistId, list.items]))

/** Most points are looked at in time, a few late or left out with a reason; some rounds are cut short without one. */
function walked(plan: PatrolPlan, planned: LoadedRound['planned'], random: Random): RoundEvent[] {
  const from = millisecondsOf(planned.fromAt)
  const length = millisecondsOf(planned.untilAt) - from
  const how = pickWeighted(random, [
    ['whole', 88],
    ['short', 9],
    ['not', 3],
  ] as const)
  if (how === 'not') return []
  const many = how === 'whole' ? plan.points.length : Math.max(1, Math.floor(plan.points.length / 2))
  const step = (length * 0.8) / plan.points.length
  return plan.points.slice(0, many).map((point, n): RoundEvent => {
    const ms = from + Math.round(step * n) + between(random, 1, 9) * 60_000
    const at = instantOf(Math.round(ms / 1000) * 1000)
    if (random() < 0.03) {
      return { type: 'round.skipped', at, pointId: point.pointId, reason: pick(random, skipReasons), note: '' }
    }
    const results = (itemsOf.get(point.checklistId) ?? []).map(({ code }) => ({
      item: code,
      state: random() < 0.02 ? ('mended' as const) : ('good' as const),
    }))
    return { type: 'round.checked', at, pointId: point.pointId, results, findings: [], note: '' }
  })
}
