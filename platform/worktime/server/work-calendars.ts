import type { Kysely } from 'kysely'
import type { Db } from '../../db/server/unit-of-work.ts'
import type { News } from '../../live/server/feed.ts'
import { type CalendarDay, compileCalendar, usualWeek, type WorkCalendar } from '../common/index.ts'
import { seedDays } from './seed-days.ts'
import type { WorktimeTables } from './tables.ts'

/** Changes of a calendar are told under this kind. */
export const calendarSubject = 'work-calendar'

/**
 * The calendars of this process, compiled and ready to count with: one per district that has its own, the default one
 * for everybody else. Replaced as a whole when a calendar has changed.
 */
export class WorkCalendars {
  readonly #db: Db
  #byKey: ReadonlyMap<string, WorkCalendar> = new Map()

  private constructor(db: Db) {
    this.#db = db
  }

  /** Reads all calendars; the first time in a database's life it also enters the published holidays. */
  static async open(db: Db): Promise<WorkCalendars> {
    await seedDays(db, new Date().toISOString())
    const calendars = new WorkCalendars(db)
    await calendars.reload(db.read())
    return calendars
  }

  /** The calendar of a district by the six digits of its code, or the default one. */
  of(key: string): WorkCalendar {
    const calendar = this.#byKey.get(key) ?? this.#byKey.get('default')
    if (!calendar) throw new Error('the work calendars are not loaded')
    return calendar
  }

  async reload(read: Kysely<WorktimeTables> = this.#db.read()): Promise<void> {
    const [calendars, days, years] = await Promise.all([
      read.selectFrom('worktime.calendar').select(['key', 'version', 'offset_minutes', 'week']).execute(),
      read.selectFrom('worktime.day').select(dayColumns).orderBy('day').execute(),
      read.selectFrom('worktime.year').select(['calendar', 'year']).execute(),
    ])
    const common = calendars.find(row => row.key === 'default')
    if (!common) throw new Error('the default work calendar is missing')
    this.#byKey = new Map(
      calendars.map(row => {
        const isOwn = row.key !== 'default'
        const own = (calendar: string) => calendar === 'default' || calendar === row.key
        const mine = new Map<string, CalendarDay>()
        // A district's own entry for a day stands in place of the common one.
        for (const pass of isOwn ? ['default', row.key] : ['default']) {
          for (const entry of days) if (entry.calendar === pass) mine.set(entry.day, toDay(entry))
        }
        const plan = {
          key: row.key,
          version: row.version + (isOwn ? common.version : 0),
          offsetMinutes: row.offset_minutes,
          week: row.week ?? common.week ?? usualWeek,
          days: [...mine.values()],
          coveredYears: years.filter(year => own(year.calendar)).map(year => year.year),
        }
        return [row.key, compileCalendar(plan)]
      }),
    )
  }
}

/** Keeps the calendars of a process as they are in the database. */
export function followCalendars(calendars: WorkCalendars, trouble: (error: unknown) => void) {
  return (news: readonly News[]): void => {
    if (news.some(({ subject }) => subject.kind === calendarSubject)) calendars.reload().catch(trouble)
  }
}

const dayColumns = ['calendar', 'day', 'kind', 'name_chinese', 'name_english', 'spans'] as const

function toDay(row: Pick<WorktimeTables['worktime.day'], (typeof dayColumns)[number]>): CalendarDay {
  const { day, kind, spans } = row
  return { day, kind, spans, name: { 'zh-CN': row.name_chinese, en: row.name_english } }
}
