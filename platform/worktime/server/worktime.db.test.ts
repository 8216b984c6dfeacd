import { sql, type Transaction } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { nobody } from '#platform/authz/common/grants.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { runCommand } from '#platform/commands/server/run-command.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import type { Timer, TimerMark } from '../common/index.ts'
import { worktimeCommands } from './commands.ts'
import type { TimerListener } from './listeners.ts'
import { replay } from './replay.ts'
import { tick } from './tick.ts'
import { type TimedSubject, TimerStore } from './timer-store.ts'
import { watchYears, yearsLacking } from './watch-years.ts'
import { InboxReader } from '../../inbox/server/inbox-store.ts'
import { WorkCalendars } from './work-calendars.ts'

const { db, ownerUrl } = await freshDatabase()
const calendars = await WorkCalendars.open(db)
const timers = new TimerStore(calendars)

/** Times of the place. */
const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+08:00`).toISOString()
const keeper = {
  ...nobody,
  personId: newId(),
  grants: [{ permission: 'worktime.edit', within: { kind: 'everywhere' } }],
}
const matter = (): TimedSubject => ({ kind: 'matter', id: newId(), number: 'A-1' })
const keep = (subject: TimedSubject, timer: Partial<Timer>, now: string, calendar = 'default') =>
  db.unitOfWork((tx: Transaction<unknown>) =>
    timers.keepTimers(
      tx,
      subject,
      calendar,
      [{ name: 'handle', limit: { clock: 'work-hour', amount: 4 }, startedAt: now, marks: [], ...timer }],
      now,
    ),
  )
const rowOf = async ({ id }: TimedSubject) => {
  const { rows } = await sql<Record<string, unknown>>`select * from worktime.timer where subject_id = ${id}`.execute(
    db.read(),
  )
  return rows[0]
}

/** Sends a command of the calendar as its keeper does, without the replay; answers what it said. */
async function change(name: string, input: object) {
  const command = worktimeCommands.find(one => one.endpoint.name === name)!
  const asked = { actor: keeper as never, now: '2026-09-15T02:00:00.000Z', requestId: newId(), input }
  return (await runCommand(db, async () => {}, command, asked)) as { replayId: string; version: number; code?: string }
}

async function version(key = 'default'): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from worktime.calendar where key = ${key}`.execute(
    db.read(),
  )
  return rows[0]!.version
}

const run = (replayId: string, now = '2026-09-15T02:00:00.000Z', listeners: TimerListener[] = []) =>
  replay({ db, calendars, listeners, replayId, now })

test('the published holidays are entered once; afterwards they belong to the people who edit them', async () => {
  const count = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from worktime.day where day >= '2004-01-01'`.execute(db.read()))
      .rows[0]!.n
  const before = await count()
  expect(before).toBeGreaterThan(700)
  expect(calendars.of('default').plan.coveredYears.toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 23 }, (_, i) => 2004 + i),
  )
  await change('worktime.set-day', {
    calendar: 'default',
    version: await version(),
    day: '2026-01-01',
    kind: 'usual',
  })
  await WorkCalendars.open(db)
  expect(await count()).toBe(before - 1)
  await change('worktime.set-day', { calendar: 'default', version: await version(), day: '2026-01-01', kind: 'rest' })
})

test('limits are replaced as a whole, and answer how they stand', async () => {
  const subject = matter()
  const now = at('2026-09-15 09:00')
  const readings = await db.unitOfWork((tx: Transaction<unknown>) =>
    timers.keepTimers(
      tx,
      subject,
      '410102',
      [
        { name: 'handle', limit: { clock: 'work-hour', amount: 4 }, startedAt: now, marks: [] },
        { name: 'whole', limit: { clock: 'work-day', amount: 30 }, startedAt: now, marks: [] },
      ],
      now,
    ),
  )
  expect(readings.get('handle')?.dueAt).toBe(at('2026-09-15 14:30'))
  await keep(subject, { marks: [{ at: at('2026-09-15 10:00'), kind: 'pause' }] }, now)
  const kept = (await timers.timersOf(db.read(), 'matter', [subject.id], at('2026-09-15 11:00'))).get(subject.id)
  expect(kept?.map(({ timer, reading }) => [timer.name, reading.state, reading.dueAt])).toEqual([
    ['handle', 'paused', null],
  ])
})

/** What the inbox of somebody who may all of it says, by subject. */
async function inboxSays(ids: readonly string[]) {
  const grants = [{ permission: 'x', within: { kind: 'everywhere' } }] as const
  const actor = { personId: 'p', postId: 'q', unitId: null, grants }
  const reader = new InboxReader(db.read(), [{ actor, notYet: null }])
  const { rows } = await reader.list({ limit: 200, shift: 'all' })
  return Object.fromEntries(rows.filter(row => ids.includes(row.subjectId)).map(row => [row.subjectId, row.dueAt]))
}

test('a changed day moves deadlines and the inbox, and says which', async () => {
  const moved = matter()
  const urgent = matter()
  const now = at('2026-09-15 15:00')
  // On the third no limit runs: it is due when its owner said, whatever the calendar.
  const untimed = { kind: 'matter', id: newId() }
  for (const { id } of [moved, urgent, untimed]) {
    await db.unitOfWork(tx =>
      sql`insert into inbox.item (subject_kind, subject_id, task, permission, title, due_at, since)
        values ('matter', ${id}, 'handle', 'x', 't', ${at('2026-09-16 10:30')}, ${now})`.execute(tx),
    )
  }
  await keep(moved, { startedAt: now }, now)
  await keep(urgent, { startedAt: now, limit: { clock: 'urgent-hour', amount: 24 } }, now)
  const day = {
    calendar: 'default',
    version: await version(),
    day: '2026-09-16',
    kind: 'rest',
    name: { 'zh-CN': '运动会', en: 'Games' },
  }
  const { replayId } = await change('worktime.set-day', day)
  const heard: number[] = []
  await run(replayId, now, [
    { subjectKind: 'matter', run: async () => {}, moved: async (_tx, part) => void heard.push(part.upTo - part.after) },
  ])
  expect(await inboxSays([moved.id, urgent.id, untimed.id])).toEqual({
    [moved.id]: at('2026-09-17 10:30'),
    [urgent.id]: at('2026-09-16 15:00'),
    [untimed.id]: at('2026-09-16 10:30'),
  })
  const list =
    await sql`select subject_id, number, due_before, due_after from worktime.moved where replay_id = ${replayId}
    and subject_id in (${moved.id}, ${urgent.id})`.execute(db.read())
  expect(list.rows).toEqual([
    { subject_id: moved.id, number: 'A-1', due_before: at('2026-09-16 10:30'), due_after: at('2026-09-17 10:30') },
  ])
  const progress = await sql<{ total: number; done: number; finished_at: string }>`
    select total, done, finished_at from worktime.replay where id = ${replayId}`.execute(db.read())
  expect(progress.rows[0]).toMatchObject({ done: progress.rows[0]!.total, finished_at: now })
  expect(heard).toHaveLength(1)
  await run(replayId, now)
  expect((await rowOf(moved))?.due_at).toBe(at('2026-09-17 10:30'))
})

test('a district with a calendar of its own is moved by it, and nobody else is', async () => {
  const here = matter()
  const there = matter()
  const now = at('2026-11-10 09:00')
  await keep(here, { startedAt: now }, now, '410103')
  await keep(there, { startedAt: now }, now, '410104')
  const added = await change('worktime.add-calendar', { key: '410103', name: '二七区' })
  const afternoons = [{ from: 780, until: 1200 }]
  const week = [afternoons, afternoons, afternoons, afternoons, afternoons, [], []]
  const { replayId } = await change('worktime.set-week', { calendar: '410103', version: added.version, week })
  await run(replayId, now)
  expect([(await rowOf(here))?.due_at, (await rowOf(there))?.due_at]).toEqual([
    at('2026-11-10 17:00'),
    at('2026-11-10 14:30'),
  ])
  expect((await change('worktime.add-calendar', { key: '410103', name: '二七区' })).code).toBe(
    'worktime/calendar-exists',
  )
})

test('a week without work, wrong spans, too many days and an old version are refused', async () => {
  const now = await version()
  const none = [[], [], [], [], [], [], []]
  const answers = [
    await change('worktime.set-week', { calendar: 'default', version: now, week: none }),
    await change('worktime.set-day', {
      calendar: 'default',
      version: now,
      day: '2026-12-01',
      kind: 'work',
      spans: [{ from: 9, until: 8 }],
    }),
    await change('worktime.set-day', {
      calendar: 'default',
      version: now,
      day: '2026-12-01',
      until: '2027-02-01',
      kind: 'rest',
    }),
    await change('worktime.set-day', { calendar: 'default', version: now - 1, day: '2026-12-01', kind: 'rest' }),
    await change('worktime.set-day', { calendar: '999999', version: 1, day: '2026-12-01', kind: 'rest' }),
  ]
  expect(answers.map(answer => isRefusal(answer) && answer.code)).toEqual([
    'worktime/empty-week',
    'worktime/spans-wrong',
    'worktime/days-wrong',
    'worktime/changed-meanwhile',
    'worktime/not-found',
  ])
})

test('a street and a community inside a district have their own hours; a calendar made later takes over what runs there', async () => {
  const now = at('2026-10-20 15:00')
  const subjects = ['410104', '410104001', '410104001002', '410104001003', '4101040'].map(area => ({
    area,
    subject: { kind: 'matter', id: newId() },
  }))
  for (const { area, subject } of subjects) await keep(subject, { startedAt: now }, now, area)
  const due = async () => {
    const found: string[] = []
    for (const { subject } of subjects) found.push((await rowOf(subject))?.due_at as string)
    return found
  }
  const usual = at('2026-10-21 10:30')
  expect(await due()).toEqual([usual, usual, usual, usual, usual])
  const hours = (from: number) => Array.from({ length: 7 }, () => [{ from, until: 1200 }])
  for (const [key, from] of [
    ['410104001', 900],
    ['410104001002', 600],
  ] as const) {
    const added = await change('worktime.add-calendar', { key, name: key })
    const { replayId } = await change('worktime.set-week', { calendar: key, version: added.version, week: hours(from) })
    await run(replayId, now)
  }
  const evening = at('2026-10-20 19:00')
  expect(await due()).toEqual([usual, evening, evening, evening, usual])
  const rest = { calendar: '410104001', version: await version('410104001'), day: '2026-10-20', kind: 'rest' }
  const { replayId } = await change('worktime.set-day', rest)
  await run(replayId, now)
  const [later, inside] = [at('2026-10-21 19:00'), at('2026-10-21 14:00')]
  expect(await due()).toEqual([usual, later, inside, later, usual])
})

test('a process whose calendar is old reads the new one before it counts', async () => {
  const late = new TimerStore(await WorkCalendars.open(db))
  await change('worktime.set-day', { calendar: 'default', version: await version(), day: '2026-11-17', kind: 'rest' })
  const now = at('2026-11-17 09:00')
  const limit = { clock: 'work-hour', amount: 1 } as const
  const readings = await db.unitOfWork((tx: Transaction<unknown>) =>
    late.keepTimers(tx, matter(), 'default', [{ name: 'handle', limit, startedAt: now, marks: [] }], now),
  )
  expect(readings.get('handle')?.dueAt).toBe(at('2026-11-18 10:00'))
})

/** Listens to the matters of one test only. */
function listenTo(kind: string) {
  const heard: string[] = []
  const listener: TimerListener = {
    subjectKind: kind,
    async run(_db, { name }, light, { isNewLight, isResumed }) {
      heard.push(`${name} ${light}${isNewLight ? '' : ' old'}${isResumed ? ' resumed' : ''}`)
    },
  }
  return { heard, listener }
}
const tickAt = (now: string, listeners: TimerListener[], trouble: (error: unknown) => void = () => {}) =>
  tick({ db, now, timers, listeners, trouble })

test('a tick tells each light once, and after a long silence the last one', async () => {
  const { heard, listener } = listenTo('lamp')
  await keep({ kind: 'lamp', id: newId() }, { startedAt: at('2026-11-03 09:00') }, at('2026-11-03 09:00'))
  for (const minute of ['09:01', '11:48', '11:49', '14:06', '14:07'])
    await tickAt(at(`2026-11-03 ${minute}`), [listener])
  expect(heard).toEqual(['handle yellow', 'handle orange'])
  await tickAt(at('2026-11-09 08:00'), [listener])
  await tickAt(at('2026-11-09 08:01'), [listener])
  expect(heard).toEqual(['handle yellow', 'handle orange', 'handle red'])
})

test('a listener that fails is asked again; one that changes its own limits is not asked twice', async () => {
  const subject = { kind: 'stubborn', id: newId() }
  await keep(subject, { startedAt: at('2026-11-03 09:00') }, at('2026-11-03 09:00'))
  let fails = true
  const heard: string[] = []
  const listener: TimerListener = {
    subjectKind: 'stubborn',
    async run(_db, _timer, light, { now }) {
      heard.push(light)
      if (fails) throw new Error('not now')
      await keep(subject, { startedAt: at('2026-11-03 09:00') }, now)
    },
  }
  const troubles: unknown[] = []
  await tickAt(at('2026-11-03 14:31'), [listener], error => troubles.push(error))
  fails = false
  await tickAt(at('2026-11-03 14:32'), [listener])
  await tickAt(at('2026-11-03 14:40'), [listener])
  await tickAt(at('2026-11-03 14:50'), [listener])
  expect([heard, troubles]).toEqual([['red', 'red'], [new Error('not now')]])
})

test('a suspension ends by itself, and the light that an extension put out is told again', async () => {
  const { heard, listener } = listenTo('suspended')
  const subject = { kind: 'suspended', id: newId() }
  const startedAt = at('2026-11-03 09:00')
  const marks: TimerMark[] = [
    { at: at('2026-11-03 10:00'), kind: 'pause' },
    { at: at('2026-11-05 09:00'), kind: 'resume' },
  ]
  await keep(subject, { startedAt, marks }, at('2026-11-03 10:00'))
  await tickAt(at('2026-11-04 09:00'), [listener])
  await tickAt(at('2026-11-05 09:00'), [listener])
  expect(heard).toEqual(['handle green old resumed'])
  await tickAt(at('2026-11-05 12:00'), [listener])
  const extended: TimerMark = { at: at('2026-11-05 12:00'), kind: 'extend', by: { clock: 'work-hour', amount: 4 } }
  await keep(subject, { startedAt, marks: [...marks, extended] }, at('2026-11-05 12:00'))
  await tickAt(at('2026-11-05 15:00'), [listener])
  await tickAt(at('2026-11-05 15:10'), [listener])
  expect(heard).toEqual(['handle green old resumed', 'handle red', 'handle yellow'])
})

test('a light that a changed calendar put off is told when it comes, and not when it would have come', async () => {
  const { heard, listener } = listenTo('put-off')
  const subject = { kind: 'put-off', id: newId() }
  await keep(subject, { startedAt: at('2026-11-25 09:00') }, at('2026-11-25 09:00'))
  const day = { calendar: 'default', version: await version(), day: '2026-11-25', kind: 'rest' }
  const { replayId } = await change('worktime.set-day', day)
  await run(replayId, at('2026-11-25 09:05'))
  expect((await rowOf(subject))?.due_at).toBe(at('2026-11-26 14:30'))
  await tickAt(at('2026-11-25 11:49'), [listener])
  expect([heard, (await rowOf(subject))?.next_at]).toEqual([[], at('2026-11-26 11:48')])
  await tickAt(at('2026-11-26 11:49'), [listener])
  expect(heard).toEqual(['handle yellow'])
})

test('a light that a changed calendar brings forward is told when it comes', async () => {
  const { heard, listener } = listenTo('brought-forward')
  const subject = { kind: 'brought-forward', id: newId() }
  await keep(subject, { startedAt: at('2026-11-28 09:00') }, at('2026-11-28 09:00'))
  const day = { calendar: 'default', version: await version(), day: '2026-11-28', kind: 'work' }
  const { replayId } = await change('worktime.set-day', day)
  await run(replayId, at('2026-11-28 09:05'))
  await tickAt(at('2026-11-28 11:49'), [listener])
  expect(heard).toEqual(['handle yellow'])
})

test('what ended is not told', async () => {
  const { heard, listener } = listenTo('ended')
  const startedAt = at('2026-11-03 09:00')
  await keep(
    { kind: 'ended', id: newId() },
    { startedAt, marks: [{ at: at('2026-11-03 10:00'), kind: 'stop' }] },
    at('2026-11-03 10:00'),
  )
  await tickAt(at('2026-11-20 09:00'), [listener])
  expect(heard).toEqual([])
})

test('a newer package that knows another year has the running limits counted again', async () => {
  const subject = matter()
  const now = at('2026-10-30 09:00')
  await keep(subject, { startedAt: now }, now)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query("delete from worktime.day where day >= '2026-01-01'; delete from worktime.year where year = 2026")
  await owner.end()
  await WorkCalendars.open(db)
  const { rows } = await sql`
    select reason, since, started_at from worktime.replay where asked_by is null order by asked_at desc limit 1`.execute(
    db.read(),
  )
  expect(rows).toEqual([{ reason: 'year', since: '2026-01-01', started_at: null }])
})

test('a year without holidays warns: on the deadline, in the inbox of the keeper, and once as a notice', async () => {
  const subject = matter()
  const now = at('2026-10-30 09:00')
  await keep(subject, { limit: { clock: 'work-day', amount: 60 }, startedAt: now }, now)
  expect((await rowOf(subject))?.uncovered).toEqual([2027])
  expect(await yearsLacking(db.read(), now)).toEqual([{ calendar: 'default', year: 2027, timers: 1 }])
  const watch = () => watchYears(db, now, async () => [keeper.personId])
  await watch()
  await watch()
  const notices = () =>
    sql`select kind, params from notices.notice where person_id = ${keeper.personId}`.execute(db.read())
  const inbox = () => sql`select title from inbox.item where subject_kind = 'work-calendar'`.execute(db.read())
  expect((await notices()).rows).toEqual([{ kind: 'year-lacking', params: { year: 2027 } }])
  expect((await inbox()).rows).toEqual([{ title: '录入 2027 年的节假日和调休' }])
  const entered = { calendar: 'default', version: await version(), year: 2027, isCovered: true }
  const { replayId } = await change('worktime.set-year', entered)
  await run(replayId, now)
  await watch()
  expect((await rowOf(subject))?.uncovered).toEqual([])
  expect((await inbox()).rows).toEqual([])
})
