import { expect, test } from 'vitest'
import { chinaOffsetMinutes, compileCalendar, explainTimer, type Timer, usualWeek } from './index.ts'

const calendar = compileCalendar({
  ...{ key: 'default', version: 1, offsetMinutes: chinaOffsetMinutes, week: usualWeek, days: [], coveredYears: [2026] },
})
/** Due at 17:30 on a Tuesday, when people go home. */
const untilEvening = (endedAt: string): Timer => ({
  name: 'handle',
  limit: { clock: 'work-hour', amount: 4 },
  startedAt: '2026-09-15T05:30:00.000Z',
  marks: [{ at: endedAt, kind: 'stop' }],
})
const lastSaid = (timer: Timer) => explainTimer(calendar, timer, '2026-09-20T00:00:00.000Z', 'zh-CN').at(-1)?.text

test('late outside working hours is not told as late by nothing', () => {
  expect(lastSaid(untilEvening('2026-09-15T11:00:00.000Z'))).toContain('已过到期时刻')
  expect(lastSaid(untilEvening('2026-09-15T11:00:00.000Z'))).not.toContain('0 分')
})

test('late by working time says by how much', () => {
  expect(lastSaid(untilEvening('2026-09-16T02:00:00.000Z'))).toContain('超时 1 小时')
})
