import type { Actor } from '../../authz/common/grants.ts'
import { type Query, query, type Subject } from '../../commands/server/command.ts'
import { readCursor, toCursor } from '../../contract/common/cursor.ts'
import { explain, listMoved, listReplays, listWarnings, showCalendar } from '../common/contract.ts'
import { describeLimit, explainTimer } from '../common/index.ts'
import { refuse } from '../common/refusals.ts'
import { CalendarReader } from './calendar-store.ts'
import type { WorktimeTables } from './tables.ts'
import type { TimerStore } from './timer-store.ts'
import { yearsLacking } from './watch-years.ts'
import type { WorkCalendars } from './work-calendars.ts'

const showCalendarQuery = query<WorktimeTables, typeof showCalendar>(showCalendar, {
  run: async ({ read }, { calendar, year }) =>
    (await new CalendarReader(read).year(calendar, year)) ?? refuse['not-found'](),
})

const listReplaysQuery = query<WorktimeTables, typeof listReplays>(listReplays, {
  run: async ({ read }, { limit }) => ({ rows: await new CalendarReader(read).replays(limit) }),
})

const listMovedQuery = query<WorktimeTables, typeof listMoved>(listMoved, {
  async run({ read }, { replayId, limit, cursor }) {
    const after = readCursor(cursor, ['whole'])?.[0] ?? 0
    const rows = await new CalendarReader(read).moved(replayId, after, limit + 1)
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      rows: page.map(row => ({ ...row, timerId: String(row.timerId) })),
      next: rows.length > limit && last ? toCursor([last.timerId]) : null,
    }
  },
})

const listWarningsQuery = query<WorktimeTables, typeof listWarnings>(listWarnings, {
  run: async ({ read, now }) => ({ rows: await yearsLacking(read, now) }),
})

/** Deadlines are explained to whoever may see the thing that they run on; that is decided by its own module. */
function explainQuery(
  calendars: WorkCalendars,
  timers: TimerStore,
  sees: (actor: Actor, subject: Subject) => Promise<boolean>,
): Query {
  return query<WorktimeTables, typeof explain>(explain, {
    async run({ read, everyPost, now }, { subjectKind, subjectId, locale }) {
      const seen = await Promise.all(everyPost.map(actor => sees(actor, { kind: subjectKind, id: subjectId })))
      if (!seen.includes(true)) return refuse['not-found']()
      const kept = (await timers.timersOf(read, subjectKind, [subjectId], now)).get(subjectId) ?? []
      return {
        timers: kept.map(({ timer, reading, calendar }) => ({
          name: timer.name,
          limit: describeLimit(timer.limit, locale),
          dueAt: reading.dueAt,
          state: reading.state,
          isOverdue: reading.isOverdue,
          isExempt: reading.isExempt,
          share: reading.share,
          light: reading.light,
          uncoveredYears: [...reading.uncoveredYears],
          lines: explainTimer(calendars.of(calendar), timer, now, locale),
        })),
      }
    },
  })
}

export function worktimeQueries(
  calendars: WorkCalendars,
  timers: TimerStore,
  sees: (actor: Actor, subject: Subject) => Promise<boolean>,
): readonly Query[] {
  return [showCalendarQuery, listReplaysQuery, listMovedQuery, listWarningsQuery, explainQuery(calendars, timers, sees)]
}
