import { type Command, command, type Work } from '../../commands/server/command.ts'
import { dayNumberOf, dayOfNumber } from '../common/calendar.ts'
import { addCalendar, mostDaysAtOnce, setDay, setWeek, setYear } from '../common/contract.ts'
import { spansProblem, weekProblem } from '../common/index.ts'
import { refuse } from '../common/refusals.ts'
import { CalendarWriter } from './calendar-store.ts'
import type { WorktimeTables } from './tables.ts'
import { calendarSubject } from './work-calendars.ts'

type CalendarWork = Work<WorktimeTables>

const subject = (key: string) => ({ kind: calendarSubject, id: key })
const nowhere = { gridPath: null, unitId: null, postId: null, ownerId: null }

/** The calendar that the person saw, taken for a change; a refusal when it is gone or no longer what they saw. */
async function takeSeen({ tx, now }: CalendarWork, calendar: string, version: number) {
  const calendars = new CalendarWriter(tx, now)
  const found = await calendars.take(calendar)
  if (!found) return refuse['not-found']()
  return found.version === version ? calendars : refuse['changed-meanwhile']()
}

async function settle(
  work: CalendarWork,
  calendars: CalendarWriter,
  calendar: string,
  reason: string,
  since: string | null,
) {
  const changed = await calendars.settle({ calendar, reason, since, by: work.actor.personId })
  work.tell({ subject: subject(calendar), permission: 'worktime.read', placed: nowhere })
  work.enqueue({ name: 'worktime.replay', data: { replayId: changed.replayId } })
  return changed
}

const setDayCommand = command<WorktimeTables, typeof setDay>(setDay, {
  subject: ({ calendar, day }) => subject(`${calendar}:${day}`),
  async run(work, { calendar, version, day, until = day, kind, name, spans }) {
    const first = dayNumberOf(day)
    const count = dayNumberOf(until) - first + 1
    if (count < 1 || count > mostDaysAtOnce) return refuse['days-wrong']({ most: mostDaysAtOnce })
    const isWorkless = kind === 'work' && spans !== null && spans.length === 0
    if (isWorkless || spansProblem(spans ?? [])) return refuse['spans-wrong']()
    const calendars = await takeSeen(work, calendar, version)
    if (!(calendars instanceof CalendarWriter)) return calendars
    const days = Array.from({ length: count }, (_, index) => dayOfNumber(first + index))
    await calendars.setDays(
      calendar,
      days,
      kind === 'usual' ? null : { kind, name, spans: kind === 'work' ? spans : null },
    )
    return settle(work, calendars, calendar, 'day', day)
  },
})

const setWeekCommand = command<WorktimeTables, typeof setWeek>(setWeek, {
  subject: ({ calendar }) => subject(calendar),
  async run(work, { calendar, version, week }) {
    const problem = week && weekProblem(week)
    if (problem) return refuse[problem]()
    const calendars = await takeSeen(work, calendar, version)
    if (!(calendars instanceof CalendarWriter)) return calendars
    await calendars.setWeek(calendar, week)
    return settle(work, calendars, calendar, 'week', null)
  },
})

const setYearCommand = command<WorktimeTables, typeof setYear>(setYear, {
  subject: ({ calendar, year }) => subject(`${calendar}:${year}`),
  async run(work, { calendar, version, year, isCovered }) {
    const calendars = await takeSeen(work, calendar, version)
    if (!(calendars instanceof CalendarWriter)) return calendars
    await calendars.setYear(calendar, year, isCovered)
    work.enqueue({ name: 'worktime.watch-years', data: {} })
    return settle(work, calendars, calendar, 'year', `${year}-01-01`)
  },
})

const addCalendarCommand = command<WorktimeTables, typeof addCalendar>(addCalendar, {
  subject: ({ key }) => subject(key),
  async run(work, { key, name, offsetMinutes }) {
    const calendars = new CalendarWriter(work.tx, work.now)
    if (await calendars.take(key)) return refuse['calendar-exists']({ key })
    await calendars.add(key, name, offsetMinutes)
    return settle(work, calendars, key, 'calendar', null)
  },
})

export const worktimeCommands: readonly Command[] = [setDayCommand, setWeekCommand, setYearCommand, addCalendarCommand]
