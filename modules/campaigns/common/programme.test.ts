import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextMilestone, progressOf, reduceTask, type TaskEvent } from './programme.ts'

const stamp = { at: '2026-09-15T01:00:00.000Z', by: 'someone', inPost: null }
const planned = (days: readonly string[]): TaskEvent => ({
  ...{ type: 'task.planned', ...stamp, id: 't', programmeId: 'p', projectId: 'j', title: '任务', gridPath: '1' },
  ...{ ownerPostId: 'o', ownerTitle: '所长' },
  milestones: days.map((plannedOn, at) => ({ id: String(at), title: `节点${at}`, plannedOn })),
})
const reach = (id: string, on: string): TaskEvent => ({ type: 'task.milestone-reached', ...stamp, id, on, reason: '' })
const move = (id: string, to: string): TaskEvent => ({ type: 'task.milestone-moved', ...stamp, id, to, reason: '下雨' })

test('state and percentage come from the milestones, whatever the day', () => {
  const days = ['2026-03-01', '2026-06-01', '2026-09-01']
  const task = (more: readonly TaskEvent[]) => reduceTask([planned(days), ...more]).milestones
  expect(progressOf(task([]), '2026-02-01')).toMatchObject({ state: 'waiting', percent: 0, late: 0 })
  expect(progressOf(task([]), '2026-03-01')).toMatchObject({ state: 'waiting' })
  expect(progressOf(task([]), '2026-03-04')).toMatchObject({ state: 'late', late: 1, daysLate: 3 })
  const one = [reach('0', '2026-03-02')]
  expect(progressOf(task(one), '2026-05-01')).toMatchObject({ state: 'under-way', percent: 33, reached: 1 })
  expect(progressOf(task(one), '2026-07-01')).toMatchObject({ state: 'late', daysLate: 30 })
  expect(progressOf(task([...one, move('1', '2026-08-01')]), '2026-07-01')).toMatchObject({
    state: 'under-way',
    late: 0,
  })
  const all = [...one, reach('1', '2026-06-09'), reach('2', '2026-08-09')]
  expect(progressOf(task(all), '2027-01-01')).toMatchObject({ state: 'finished', percent: 100, late: 0 })
  expect(progressOf([], '2026-01-01')).toMatchObject({ state: 'waiting', percent: 0 })
})

test('a slip keeps the first day and its reason, and may change which milestone is next', () => {
  const { milestones } = reduceTask([planned(['2026-03-01', '2026-04-01']), move('0', '2026-05-01')])
  expect(milestones.map(({ id }) => id)).toEqual(['1', '0'])
  expect(milestones[1]).toMatchObject({
    ...{ firstPlannedOn: '2026-03-01', plannedOn: '2026-05-01' },
    slips: [{ from: '2026-03-01', to: '2026-05-01', reason: '下雨' }],
  })
  expect(nextMilestone(milestones)?.id).toBe('1')
})

test('the percentage of a whole is never above what is reached, and 100 only when all is', () => {
  const day = fc.integer({ min: 1, max: 28 }).map(one => `2026-02-${String(one).padStart(2, '0')}`)
  fc.assert(
    fc.property(fc.array(fc.record({ day, isReached: fc.boolean() }), { minLength: 1, maxLength: 40 }), all => {
      const reached = all.flatMap((one, at) => (one.isReached ? [reach(String(at), one.day)] : []))
      const { milestones } = reduceTask([planned(all.map(one => one.day)), ...reached])
      const { percent, state } = progressOf(milestones, '2026-02-15')
      expect(percent).toBeLessThanOrEqual((reached.length / all.length) * 100)
      expect(percent === 100).toBe(reached.length === all.length)
      expect(state === 'finished').toBe(percent === 100)
    }),
  )
})
