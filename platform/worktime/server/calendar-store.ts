import { type Kysely, sql, type Transaction } from 'kysely'
import { jsonValue } from '../../db/server/json-value.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import { newId } from '../../kernel/server/new-id.ts'
import { calendarsAround, type Span, usualWeek, type Week } from '../common/index.ts'
import type { WorktimeTables } from './tables.ts'

/** Reads calendars as people edit them: what is the calendar's own, and what it has from the default one. */
export class CalendarReader {
  protected readonly db: Kysely<WorktimeTables>

  constructor(db: Kysely<WorktimeTables>) {
    this.db = db
  }

  find(key: string) {
    return this.db
      .selectFrom('worktime.calendar')
      .select(['key', 'name', 'version', 'offset_minutes', 'week'])
      .where('key', '=', key)
      .executeTakeFirst()
  }

  all() {
    return this.db
      .selectFrom('worktime.calendar')
      .select(['key', 'name'])
      .orderBy(sql`key <> 'default'`)
      .orderBy('key')
      .execute()
  }

  async year(key: string, year: number) {
    const calendar = await this.find(key)
    if (!calendar) return null
    const around = calendarsAround(key)
    const [weeks, days, covered, calendars] = await Promise.all([
      this.db.selectFrom('worktime.calendar').select(['key', 'week']).where('key', 'in', around).execute(),
      this.db
        .selectFrom('worktime.day')
        .select(['calendar', 'day', 'kind', 'name_chinese', 'name_english', 'spans', 'source'])
        .where('calendar', 'in', around)
        .where('day', '>=', `${year}-01-01`)
        .where('day', '<=', `${year}-12-31`)
        .orderBy('day')
        .execute(),
      this.db
        .selectFrom('worktime.year')
        .select('year')
        .where('calendar', 'in', around)
        .where('year', '=', year)
        .limit(1)
        .executeTakeFirst(),
      this.all(),
    ])
    const nearest = new Map<string, string>()
    for (const one of around) for (const { calendar: of, day } of days) if (of === one) nearest.set(day, of)
    const inherited = around
      .map(one => weeks.find(row => row.key === one)?.week ?? null)
      .findLast(week => week !== null)
    return {
      calendar: key,
      name: calendar.name,
      version: calendar.version,
      offsetMinutes: calendar.offset_minutes,
      week: copyWeek(inherited ?? usualWeek),
      isWeekInherited: key === 'default' ? null : calendar.week === null,
      days: days.filter(entry => nearest.get(entry.day) === entry.calendar).map(entry => presentDay(entry, key)),
      isCovered: covered !== undefined,
      calendars,
    }
  }

  replays(limit: number) {
    return this.db
      .selectFrom('worktime.replay')
      .select(['id', 'calendar', 'reason', 'since', 'total', 'done', 'moved'])
      .select(['asked_at as askedAt', 'finished_at as finishedAt'])
      .orderBy('asked_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
  }

  /** What one replay moved, in the order in which the limits began. Part by part: each holds some thousand. */
  async moved(replayId: string, after: number, limit: number): Promise<MovedRow[]> {
    const rows: MovedRow[] = []
    for (let from = after; rows.length < limit; ) {
      const part = await this.db
        .selectFrom('worktime.moved_part')
        .select('up_to')
        .where('replay_id', '=', replayId)
        .where('up_to', '>', from)
        .orderBy('up_to')
        .limit(1)
        .executeTakeFirst()
      if (!part) break
      rows.push(...(await this.#inPart(replayId, part.up_to, from, limit - rows.length)))
      from = part.up_to
    }
    return rows
  }

  #inPart(replayId: string, upTo: number, after: number, limit: number): Promise<MovedRow[]> {
    return this.db
      .selectFrom('worktime.moved')
      .select(['timer_id as timerId', 'subject_kind as subjectKind', 'subject_id as subjectId', 'name', 'number'])
      .select(['due_before as dueBefore', 'due_after as dueAfter'])
      .where('replay_id', '=', replayId)
      .where('up_to', '=', upTo)
      .where('timer_id', '>', after)
      .orderBy('timer_id')
      .limit(limit)
      .execute()
  }
}

interface MovedRow {
  readonly timerId: number
  readonly subjectKind: string
  readonly subjectId: string
  readonly name: string
  readonly number: string | null
  readonly dueBefore: Instant | null
  readonly dueAfter: Instant | null
}

/** What changed, for the replay that follows. */
interface Change {
  readonly calendar: string
  /** A word of the change: `day`, `week`, `year`, `calendar`. */
  readonly reason: string
  /** The first day for which anything is different; null when that may be any day. */
  readonly since: string | null
  readonly by: string
}

/** Changes calendars. Each change has a replay of its own, in the same unit of work. */
export class CalendarWriter extends CalendarReader {
  readonly #now: Instant

  constructor(tx: Transaction<WorktimeTables>, now: Instant) {
    super(tx)
    this.#now = now
  }

  /** Waits until nobody counts with the calendar as it was: to count with it is to have read this table (`TimerStore`). */
  async take(key: string) {
    await sql`lock table worktime.calendar in access exclusive mode`.execute(this.db)
    return this.find(key)
  }

  async setDays(
    calendar: string,
    days: readonly string[],
    entry: { kind: 'rest' | 'work'; name: { 'zh-CN': string; en: string }; spans: readonly Span[] | null } | null,
  ): Promise<void> {
    await this.db
      .deleteFrom('worktime.day')
      .where('calendar', '=', calendar)
      .where('day', 'in', [...days])
      .execute()
    if (!entry) return
    const { kind, name, spans } = entry
    const rest = { name_chinese: name['zh-CN'], name_english: name.en, source: 'edited', changed_at: this.#now }
    const own = spans === null ? null : jsonValue(spans)
    await this.db
      .insertInto('worktime.day')
      .values(days.map(day => ({ calendar, day, kind, spans: own, ...rest })))
      .execute()
  }

  async setWeek(key: string, week: Week | null): Promise<void> {
    const own = week === null ? null : jsonValue(week)
    await this.db.updateTable('worktime.calendar').set({ week: own }).where('key', '=', key).execute()
  }

  async setYear(calendar: string, year: number, isCovered: boolean): Promise<void> {
    await this.db.deleteFrom('worktime.year').where('calendar', '=', calendar).where('year', '=', year).execute()
    if (!isCovered) return
    await this.db
      .insertInto('worktime.year')
      .values({ calendar, year, source: 'edited', changed_at: this.#now })
      .execute()
  }

  async add(key: string, name: string, offsetMinutes: number): Promise<void> {
    await this.db.insertInto('worktime.calendar').values({ key, name, offset_minutes: offsetMinutes }).execute()
  }

  /** Makes the change count: a new version, and a replay that is still to be done. */
  async settle({ calendar, reason, since, by }: Change): Promise<{ version: number; replayId: string }> {
    const { version } = await this.db
      .updateTable('worktime.calendar')
      .set(eb => ({ version: eb('version', '+', 1), changed_at: this.#now }))
      .where('key', '=', calendar)
      .returning('version')
      .executeTakeFirstOrThrow()
    const replayId = newId()
    await this.db
      .insertInto('worktime.replay')
      .values({ ...noProgress, id: replayId, calendar, reason, since, asked_at: this.#now, asked_by: by })
      .execute()
    return { version, replayId }
  }
}

const noProgress = { started_at: null, finished_at: null, total: null }

function presentDay(row: Omit<WorktimeTables['worktime.day'], 'changed_at'>, key: string) {
  const { day, kind, spans, source } = row
  const name = { 'zh-CN': row.name_chinese, en: row.name_english }
  return { day, kind, name, spans: spans === null ? null : [...spans], source, isInherited: row.calendar !== key }
}

/** The contract's tuple is one that may be changed; ours is not. */
function copyWeek(week: Week) {
  const [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = week
  return [
    [...monday],
    [...tuesday],
    [...wednesday],
    [...thursday],
    [...friday],
    [...saturday],
    [...sunday],
  ] satisfies Span[][] as [Span[], Span[], Span[], Span[], Span[], Span[], Span[]]
}
