import { expect, test } from 'vitest'
import {
  accountabilityOf,
  dueOf,
  figuresOf,
  progressOf,
  reduceCampaign,
  reducePoint,
  reduceTask,
} from '#modules/campaigns/common/index.ts'
import { plainClocks } from '#modules/cases/server/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { millisecondsOf } from '#platform/kernel/common/instant.ts'
import { buildGeography } from '../geography/build-geography.ts'
import { planPeople } from '../people/people.ts'
import { danfengFigures, streetFigures, townCampaigns } from './campaigns.ts'
import { programmeDays, townProgrammes } from './programme.ts'

const now = '2026-09-15T02:00:00.000Z'
const geography = await buildGeography({ size: 'demo', seed: 2026 })
const people = planPeople(geography, millisecondsOf(now) - 400 * 86_400_000)
const calendar = plainClocks.calendarAt('')
const tell = () => townCampaigns(geography, people, now, plainClocks)
const campaigns = tell().map(({ history, points, orders }) => ({
  campaign: reduceCampaign(history),
  orders,
  points: points.map(reducePoint).map(point => ({ point, ...dueOf(point, calendar, now) })),
}))
const named = (title: string) => campaigns.find(({ campaign }) => campaign.title.includes(title))!

test('the street’s figures are the sums of the points that are ticked off', () => {
  const { points, campaign } = named('背街小巷')
  const figures = figuresOf(points)
  const done = Object.fromEntries(figures.done.map(({ kind, amount }) => [kind, amount]))
  expect(done).toMatchObject({ greening: 23_000, clearing: 15_700, replanting: 36_000 })
  expect(done).toMatchObject({
    ...{ greening: streetFigures.greening, clearing: streetFigures.clearing, replanting: streetFigures.replanting },
  })
  // 316 ten-thousand yuan.
  expect(figures.spentFen).toBe(316 * 10_000 * 100)
  expect(figures.spentFen).toBeLessThan(campaign.budgetFen)
  expect(figures.byState).toMatchObject({ ordered: 13, reported: 4, listed: 4, surveyed: 5, dropped: 2 })
})

test('its points lie in every small grid, some are late, and the late ones say why or not', () => {
  const { points } = named('背街小巷')
  const small = new Set(points.map(({ point }) => point.gridPath.split('.').slice(0, 3).join('.')))
  expect(small.size).toBe(33)
  const late = accountabilityOf(points, () => calendar, now)
  expect(late.filter(({ standing }) => standing === 'overdue')).toHaveLength(5)
  expect(late.filter(({ standing }) => standing === 'late')).toHaveLength(10)
  expect(late.every(({ lateBy, standing }) => standing === 'overdue' || lateBy > 0)).toBe(true)
  expect(new Set(points.flatMap(({ point }) => point.order?.holderName ?? [])).size).toBe(3)
})

test('the morning in Danfeng South: 33 small ads, 3 heaps, 56 people, done in 3 hours', () => {
  const { points, campaign } = named('丹凤南')
  const figures = figuresOf(points)
  expect(figures.done).toEqual([
    { kind: 'small-ads', measure: 'count', amount: 33 },
    { kind: 'rubbish-heap', measure: 'count', amount: 3 },
    { kind: 'people', measure: 'person', amount: 56 },
  ])
  expect([figures.hours, figures.late, figures.byState['ticked-off']]).toEqual([danfengFigures.hours, 0, 11])
  expect([campaign.state, campaign.areas[0]?.name]).toEqual(['closed', '丹凤南社区'])
})

test('nothing happens before what led to it, and nothing in the future', () => {
  for (const { history, points } of tell()) {
    for (const events of [history, ...points]) {
      const times = events.map(event => event.at)
      expect(times).toEqual(times.toSorted())
      expect(times.at(-1)! <= now).toBe(true)
    }
  }
})

test('told twice it is the same', () => {
  expect(tell()).toEqual(tell())
})

test('the programme: 600 days, 3 projects, 30 tasks; some late, some slipped, the rest as their milestones say', () => {
  const [programme] = townProgrammes(geography, people, now)
  const { history, tasks } = programme!
  const projects = history.filter(event => event.type === 'programme.project-added')
  expect([projects.length, tasks.length]).toEqual([3, 30])
  const [setUp] = history
  if (setUp?.type !== 'programme.set-up') throw new Error('a programme begins by being set up')
  const days = (Date.parse(setUp.until) - Date.parse(setUp.from)) / 86_400_000 + 1
  expect(days).toBe(programmeDays)
  const states = tasks.map(events => progressOf(reduceTask(events).milestones, dayOf(now)).state)
  const count = (state: string) => states.filter(one => one === state).length
  expect(count('late')).toBe(3)
  expect(count('finished')).toBeGreaterThan(5)
  expect(count('under-way')).toBeGreaterThan(5)
  expect(count('waiting')).toBeGreaterThan(0)
  const slipped = tasks.flatMap(events => reduceTask(events).milestones).filter(({ slips }) => slips.length > 0)
  expect(slipped).toHaveLength(3)
  for (const events of tasks) {
    for (const { reachedOn } of reduceTask(events).milestones) {
      if (reachedOn !== null) expect(reachedOn <= dayOf(now)).toBe(true)
    }
  }
})
