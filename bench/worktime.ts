import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrationFolders } from '#apps/server/migration-folders.ts'
import { migrate, readMigrations } from '#platform/db/server/migrator.ts'
import { openDatabase } from '#platform/db/server/open-database.ts'
import { connect } from '#platform/db/server/unit-of-work.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { replay, WorkCalendars } from '#platform/worktime/server/index.ts'
import { describeMachine } from './machine.ts'
import { processorTime } from './processor-time.ts'

// `npm run bench:worktime`: a million open limits, each with its line in the inbox, counted again after the calendar has
// changed: first all from nothing, then one holiday more a fortnight ahead, then other hours for the whole week.
const count = Number(process.env.TIMERS ?? 1_000_000)
const now = '2026-09-15T02:00:00.000Z'

/** Clocks as cities use them: about half in working hours, a third in working days, the rest never stops. */
const fill = `
  insert into worktime.timer (subject_kind, subject_id, name, calendar, clock, amount, started_at, paused, exempt, light,
    told, told_at)
  select 'case', n::text, 'handle', 'default',
    (array['work-hour', 'work-hour', 'work-day', 'work-day', 'work-hour', 'urgent-hour'])[1 + n % 6],
    (array[4, 16, 5, 15, 8, 24])[1 + n % 6], timestamptz '${now}' - (n % 10000) * interval '1 minute', false, false, 0, 0,
    '${now}'
  from generate_series(1, $1::int) n`
const fillInbox = `
  insert into inbox.item (subject_kind, subject_id, task, permission, grid_path, title, since)
  select 'case', n::text, 'handle', 'cases.handle', '1.2.3', 'bench', '${now}' from generate_series(1, $1::int) n`

const folder = await mkdtemp(join(tmpdir(), 'wangge-bench-'))
const database = await openDatabase({ dataDirectory: folder })
const owner = new pg.Client({ connectionString: database.migratorUrl })
const db = connect(database.appUrl, { connections: 4 })

async function measure(what: string, change: string, since: string | null = null): Promise<void> {
  await owner.query(change)
  await owner.query('vacuum analyze worktime.timer')
  await owner.query('vacuum inbox.item')
  await owner.query('checkpoint').catch(() => {})
  const replayId = newId()
  const asked = [replayId, now, since]
  await owner.query(
    `insert into worktime.replay (id, calendar, reason, asked_at, since) values ($1, 'default', 'bench', $2, $3)`,
    asked,
  )
  const before = await processorTime(process.pid, folder)
  const started = performance.now()
  await replay({ db, calendars, listeners: [], replayId, now })
  const seconds = (performance.now() - started) / 1000
  const after = await processorTime(process.pid, folder)
  const used = (who: 'program' | 'database') => ((after[who] - before[who]) / 1000).toFixed(1)
  const { rows } = await owner.query(`select total, done, moved from worktime.replay where id = $1`, [replayId])
  console.log(
    `${what.padEnd(44)} ${seconds.toFixed(1).padStart(6)} s   counted ${rows[0].done}, moved ${rows[0].moved}, processor: program ${used('program')} s, database ${used('database')} s, load ${loadavg()[0]?.toFixed(1)}`,
  )
}

let calendars: WorkCalendars
try {
  await owner.connect()
  await migrate(database.migratorUrl, await readMigrations(migrationFolders))
  calendars = await WorkCalendars.open(db)
  console.log(`${describeMachine()}\n${count} open limits, one inbox line each`)
  await owner.query(fill, [count])
  await owner.query(fillInbox, [count])
  await owner.query('vacuum analyze inbox.item')
  await measure('(filling in: no limit had a due time before)', 'select 1')
  await measure('nothing has changed', 'select 1')
  await measure(
    'one holiday more, eight days ahead',
    `insert into worktime.day (calendar, day, kind, name_chinese, name_english, source, changed_at)
     values ('default', '2026-09-23', 'rest', '运动会', 'Games', 'edited', '${now}')`,
    '2026-09-23',
  )
  await measure(
    'other hours in the whole week',
    `update worktime.calendar set week = (select jsonb_agg(case when d < 6 then '[{"from": 480, "until": 960}]'::jsonb else '[]' end order by d)
       from generate_series(1, 7) d)`,
  )
  await measure(
    'fewer hours, nearly all is put off',
    `update worktime.calendar set week = (select jsonb_agg(case when d < 5 then '[{"from": 540, "until": 720}]'::jsonb else '[]' end order by d)
       from generate_series(1, 7) d)`,
  )
} finally {
  await owner.end()
  await db.close()
  await database.stop()
  await rm(folder, { recursive: true, force: true })
}
