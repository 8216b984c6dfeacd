import { sql } from 'kysely'
import type { Db } from '../../db/server/unit-of-work.ts'
import { type Instant, instantOf, millisecondsOf } from '../../kernel/common/instant.ts'
import type { TimerListener } from './listeners.ts'
import type { WorktimeTables } from './tables.ts'
import { lightRank, timerColumns, type TimerRow, type TimerStore } from './timer-store.ts'

/** How long whoever took a timer up has for it; then it counts as untold again. */
const leaseMs = 5 * 60_000
const batch = 200

interface Tick {
  readonly db: Db
  readonly now: Instant
  readonly timers: TimerStore
  readonly listeners: readonly TimerListener[]
  readonly trouble: (error: unknown) => void
}

/**
 * Tells listeners what happened by itself since the last tick. What is due to be told stands in the rows, not in this
 * process: a restart misses nothing, and several workers share the work. Returns how many timers had news.
 */
export async function tick(work: Tick): Promise<number> {
  let told = 0
  for (;;) {
    const rows = await takeUp(work)
    told += rows.length
    const done: number[] = []
    for (const row of rows) if (await tell(work, row)) done.push(row.id)
    await settle(work, done)
    if (rows.length < batch) return told
  }
}

/**
 * For whole histories brought in from elsewhere: what already showed a light then was told there, and is told here only when
 * it gets worse.
 */
export async function takeAsTold(db: Db, timers: TimerStore, now: Instant): Promise<void> {
  const work = { db, now, timers, listeners: [], trouble: () => {} }
  for (;;) {
    const rows = await takeUp(work)
    await settle(
      work,
      rows.map(row => row.id),
    )
    if (rows.length < batch) return
  }
}

/** Writes first that there is something untold, then tells it: a crash between the two tells it once more, never not. */
async function takeUp({ db, now, timers }: Tick): Promise<TimerRow[]> {
  return db.unitOfWork<WorktimeTables, TimerRow[]>(async tx => {
    const rows = await tx
      .selectFrom('worktime.timer')
      .select(timerColumns)
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute()
    if (rows.length === 0) return []
    const lights = rows.map(row => lightRank(timers.kept(row, now).reading.light))
    await sql`
      update worktime.timer set untold = true, next_at = ${instantOf(millisecondsOf(now) + leaseMs)}::timestamptz,
        told = taken.light, light = taken.light
      from unnest(${rows.map(row => row.id)}::bigint[], ${lights}::smallint[]) as taken(id, light)
      where timer.id = taken.id`.execute(tx)
    return rows
  })
}

/** False when a listener failed: the lease runs out and it is told again. */
async function tell({ db, now, timers, listeners, trouble }: Tick, row: TimerRow): Promise<boolean> {
  const { timer, reading, calendar } = timers.kept(row, now)
  const isResumed = timer.marks.some(mark => mark.kind === 'resume' && mark.at > row.told_at && mark.at <= now)
  const isNewLight = row.untold ? reading.light !== 'green' : lightRank(reading.light) > row.told
  if (!isResumed && !isNewLight) return true
  const subject = { kind: row.subject_kind, id: row.subject_id, number: row.number }
  try {
    for (const listener of listeners) {
      if (listener.subjectKind !== subject.kind) continue
      await listener.run(db, { ...timer, subject, calendar, reading }, reading.light, { now, isNewLight, isResumed })
    }
    return true
  } catch (error) {
    trouble(error)
    return false
  }
}

/** Reads again what a listener may have changed, and says when to look next. */
async function settle({ db, now, timers }: Tick, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await db.unitOfWork<WorktimeTables, void>(async tx => {
    const rows = await tx
      .selectFrom('worktime.timer')
      .select(timerColumns)
      .where('id', '=', sql<number>`any(${ids}::bigint[])`)
      .forUpdate()
      .execute()
    const readings = rows.map(row => timers.kept(row, now).reading)
    await sql`
      update worktime.timer set untold = false, told_at = ${now}::timestamptz, light = looked.light, paused = looked.paused,
        next_at = case when ended_at is not null then null
          when looked.light > told then ${now}::timestamptz else looked.next_at end
      from unnest(${rows.map(row => row.id)}::bigint[], ${readings.map(reading => lightRank(reading.light))}::smallint[],
        ${readings.map(reading => reading.state === 'paused')}::boolean[],
        ${readings.map(reading => reading.nextAt)}::timestamptz[]) as looked(id, light, paused, next_at)
      where timer.id = looked.id`.execute(tx)
  })
}
