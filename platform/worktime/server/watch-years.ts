import { type Kysely, sql, type Transaction } from 'kysely'
import { type Instant, yearOf } from '../../kernel/common/instant.ts'
import type { Db } from '../../db/server/unit-of-work.ts'
import { newId } from '../../kernel/server/new-id.ts'
import { worktimeMessages } from '../common/index.ts'
import { calendarSubject } from './work-calendars.ts'

/** The State Council announces a year's holidays in October or November of the year before. */
const announcedInMonth = 11

export interface YearLacking {
  readonly calendar: string
  readonly year: number
  readonly timers: number
}

/** Years without holidays that running limits touch, and the coming one once its holidays must be known. */
export async function yearsLacking<T>(read: Kysely<T>, now: Instant): Promise<YearLacking[]> {
  const coming = Number(now.slice(5, 7)) >= announcedInMonth ? yearOf(now) + 1 : yearOf(now)
  const { rows } = await sql<YearLacking>`
    select lacking.calendar, lacking.year, sum(lacking.timers)::int as timers from (
      select coalesce((select c.key from worktime.calendar c where starts_with(t.calendar, c.key)
        order by length(c.key) desc limit 1), 'default') as calendar, y.year, count(*) as timers
      from worktime.timer t, unnest(t.uncovered) as y(year) where t.uncovered <> '{}' and t.ended_at is null group by 1, 2
      union all
      select 'default', y.year, 0 from generate_series(${yearOf(now)}::int, ${coming}::int) as y(year)
      where not exists (select from worktime.year e where e.calendar = 'default' and e.year = y.year)
    ) as lacking
    group by 1, 2 order by 2, 1`.execute(read)
  return rows
}

/**
 * Puts a year that lacks its holidays into the inbox of whoever keeps the calendar, tells them once, and takes it out
 * again when the year is entered.
 */
export async function watchYears(
  db: Db,
  now: Instant,
  keepers: (tx: Transaction<unknown>) => Promise<readonly string[]>,
): Promise<void> {
  await db.unitOfWork<unknown, void>(async tx => {
    const lacking = (await yearsLacking(tx, now)).map(({ calendar, year }) => ({ id: `${calendar}:${year}`, year }))
    await sql`delete from inbox.item where subject_kind = ${calendarSubject} and task = 'fill-year'
      and subject_id <> all(${lacking.map(({ id }) => id)}::text[])`.execute(tx)
    for (const { id, year } of lacking) {
      const title = worktimeMessages['zh-CN']['worktime.inbox.fill-year'].replace('{year}', String(year))
      const { rows } = await sql`
        insert into inbox.item (subject_kind, subject_id, task, permission, title, priority, since)
        values (${calendarSubject}, ${id}, 'fill-year', 'worktime.edit', ${title}, 1, ${now}) on conflict do nothing
        returning 1`.execute(tx)
      if (rows.length > 0) await notify(tx, now, id, year, await keepers(tx))
    }
  })
}

async function notify(tx: Transaction<unknown>, now: Instant, id: string, year: number, personIds: readonly string[]) {
  const rows = personIds.map(person_id => ({ id: newId(), person_id }))
  await sql`
    insert into notices.notice (id, person_id, kind, subject_kind, subject_id, params, at)
    select id, person_id, 'year-lacking', ${calendarSubject}, ${id}, ${JSON.stringify({ year })}::jsonb, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, person_id text)`.execute(tx)
}
