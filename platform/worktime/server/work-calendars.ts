import type { Kysely } from 'kysely'
import type { Db } from '../../db/server/unit-of-work.ts'
import { type CalendarDay, calendarsAround, compileCalendar, usualWeek, type WorkCalendar } from '../common/index.ts'
import { seedDays } from './seed-days.ts'
import type { WorktimeTables } from './tables.ts'

/** Changes of a calendar are told under this kind. */
export const calendarSubject = 'work-calendar'

/**
 * The calendars of this process, compiled and ready to count with: one per district, street or community that has its own,
 * the default one for everybody else. Replaced as a whole when a calendar has changed.
 */
export class WorkCalendars {
  readonly #db: Db
  #byKey: ReadonlyMap<string, WorkCalendar> = new Map()
  /** Which calendar an area has, once it was asked for: a replay asks a million times. */
  #byArea = new Map<string, WorkCalendar>()

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

  /** The calendar of an area by its code: its own, else that of the nearest area around it, else the default one. */
  of(area: string): WorkCalendar {
    const known = this.#byArea.get(area)
    if (known) return known
    const key = calendarsAround(area).findLast(one => this.#byKey.has(one))
    const calendar = key === undefined ? undefined : this.#byKey.get(key)
    if (!calendar) throw new Error('the work calendars are not loaded')
    this.#byArea.set(area, calendar)
    return calendar
  }

  async reload(read: Kysely<WorktimeTables> = this.#db.read()): Promise<void> {
    const [calendars, days, years] = await Promise.all([
      read.selectFrom('worktime.calendar').select(['key', 'name', 'version', 'offset_minutes', 'week']).execute(),
      read.selectFrom('worktime.day').select(dayColumns).orderBy('day').execute(),
      read.selectFrom('worktime.year').select(['calendar', 'year']).execute(),
    ])
    if (!calendars.some(row => row.key === 'default')) throw new Error('the default work calendar is missing')
    const rows = new Map(calendars.map(row => [row.key, row]))
    this.#byKey = new Map(
      calendars.map(row => {
        const chain = calendarsAround(row.key).filter(key => rows.has(key))
        const mine = new Map<string, CalendarDay>()
        // An area's own entry for a day stands in place of those around it.
        for (const pass of chain) {
          for (const entry of days) if (entry.calendar === pass) mine.set(entry.day, toDay(entry))
        }
        const plan = {
          key: row.key,
          name: row.name,
          version: chain.reduce((sum, key) => sum + rows.get(key)!.version, 0),
          offsetMinutes: row.offset_minutes,
          week: chain.map(key => rows.get(key)!.week).findLast(week => week !== null) ?? usualWeek,
          days: [...mine.values()],
          coveredYears: years.filter(year => chain.includes(year.calendar)).map(year => year.year),
        }
        return [row.key, compileCalendar(plan)]
      }),
    )
    this.#byArea = new Map()
  }
}

const dayColumns = ['calendar', 'day', 'kind', 'name_chinese', 'name_english', 'spans'] as const

function toDay(row: Pick<WorktimeTables['worktime.day'], (typeof dayColumns)[number]>): CalendarDay {
  const { day, kind, spans } = row
  return { day, kind, spans, name: { 'zh-CN': row.name_chinese, en: row.name_english } }
}
