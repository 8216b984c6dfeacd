import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { sql } from 'kysely'
import type { Db } from '../../db/server/unit-of-work.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import { newId } from '../../kernel/server/new-id.ts'
import type { CalendarDay } from '../common/index.ts'

/** The yearly notices of the State Council as the package `chinese-days` keeps them, pinned in package.json. */
const source = 'chinese-days'

/** `New Year's Day,元旦,1` */
function toDay(kind: CalendarDay['kind'], [day, words]: [string, string]): CalendarDay {
  const [en = '', chinese = ''] = words.split(',')
  return { day, kind, name: { 'zh-CN': chinese, en }, spans: null }
}

export function publishedDays(): CalendarDay[] {
  const holidays = Object.entries(published.holidays).map(entry => toDay('rest', entry))
  return [...holidays, ...Object.entries(published.workdays).map(entry => toDay('work', entry))]
}

/**
 * Enters the years that the package knows and this database does not. A year is entered once: afterwards its days belong
 * to the people who edit them, so a newer package adds years and changes none. Limits that
 * already run into a new year are counted again (`worktime.watch-years` takes that up). Returns the years that are new.
 */
export async function seedDays(db: Db, now: Instant): Promise<number[]> {
  const days = publishedDays()
  const years = [...new Set(days.map(day => Number(day.day.slice(0, 4))))]
  return db.unitOfWork(async tx => {
    const { rows } = await sql<{ year: number }>`
      insert into worktime.year (calendar, year, source, changed_at)
      select 'default', year, ${source}, ${now} from unnest(${years}::int[]) as year
      on conflict do nothing returning year`.execute(tx)
    const fresh = rows.map(row => row.year)
    const added = days.filter(day => fresh.includes(Number(day.day.slice(0, 4))))
    if (added.length === 0) return []
    await sql`
      insert into worktime.day (calendar, day, kind, name_chinese, name_english, source, changed_at)
      select 'default', d.day, d.kind, d.name->>'zh-CN', d.name->>'en', ${source}, ${now}
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as d(day date, kind text, name jsonb)
      on conflict do nothing`.execute(tx)
    await sql`update worktime.calendar set version = version + 1, changed_at = ${now} where key = 'default'`.execute(tx)
    await sql`
      insert into worktime.replay (id, calendar, reason, since, asked_at)
      select ${newId()}::uuid, 'default', 'year', ${`${Math.min(...fresh)}-01-01`}::date, ${now}::timestamptz
      where exists (select from worktime.timer where ended_at is null)`.execute(tx)
    return fresh
  })
}
