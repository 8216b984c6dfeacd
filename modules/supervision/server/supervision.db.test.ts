import { expect, test } from 'vitest'
import { casesForFigures, casesNotAsIn, readKnownCases } from '#modules/cases/server/index.ts'
import {
  CasesHouse,
  cleaningUnit,
  closeCase,
  handleCase,
  reportCase,
  showCase,
  verifyCase,
} from '#modules/cases/testing.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { followAfresh } from '#platform/live/server/follow-changes.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import {
  chinaOffsetMinutes,
  compileCalendar,
  readTimer,
  usualLightPercents,
  usualWeek,
} from '#platform/worktime/common/index.ts'
import { freshDatabase } from '#testkit/database.ts'
import { usualSupervision } from '../common/ladder.ts'
import { supervisionModule } from '../module.ts'
import { escalationListeners } from './escalate.ts'
import type { Surroundings } from './surroundings.ts'

const { db } = await freshDatabase()
const house = await CasesHouse.open(db)
const calendar = compileCalendar({
  ...{
    key: 'default',
    name: '',
    offsetMinutes: chinaOffsetMinutes,
    week: usualWeek,
    days: [],
    years: [2026],
    version: 1,
  },
} as never)
const answers = new Map<string, { stars: number; solved: boolean }>()
const notes: { caseId: string; text: string }[] = []
const raised: { caseId: string; reason: string }[] = []
const raise = async (_: unknown, caseId: string, reason: string) => raised.push({ caseId, reason })
const around: Surroundings = {
  settings: () => usualSupervision,
  lights: () => usualLightPercents,
  answers: async () => answers,
  cases: {
    known: async (read, actor, id) => (await readKnownCases(read, actor, [id]))[0],
    ...{
      byIds: casesForFigures,
      notAsIn: casesNotAsIn,
      note: async (_, caseId, { text }) => notes.push({ caseId, text }),
      raise,
    },
  },
  staff: {
    units: async (_, ids) => new Map(ids.filter(id => id === cleaningUnit).map(id => [id, '环卫所'])),
    people: async (_, ids) => new Map(ids.map(id => [id, id])),
    atLevel: async (_, level) => [`${level}-person`],
  },
  clocks: {
    calendarAt: () => calendar,
    keep: async (_tx, _subject, _path, timers, now) => new Map(timers.map(t => [t.name, readTimer(calendar, t, now)])),
  },
  placeName: () => '示范区',
  gridNames: paths => new Map(paths.map(path => [path, path])),
}
const module = supervisionModule(around)
const everywhere = { kind: 'everywhere' } as const
const words = ['supervision.board', 'supervision.issue', 'cases.read']
const boss = house.actor(
  'boss',
  words.map(permission => ({ permission, within: everywhere })),
)
const unit = (unitId: string): Actor =>
  house.actor(`of-${unitId}`, [{ permission: 'supervision.reply', within: { kind: 'own-unit' } }], { unitId })
const handler = unit(cleaningUnit)

async function does(name: string, input: object, actor = boss): Promise<Record<string, unknown>> {
  const command = module.commands.find(({ endpoint }) => endpoint.name === name)!
  return (await runCommand(db, async () => {}, command, {
    ...{ actor, now: house.now, requestId: newId(), input },
  })) as Record<string, unknown>
}
async function asks(name: string, input: object, actor = boss): Promise<Record<string, unknown>> {
  const query = module.queries.find(({ endpoint }) => endpoint.name === name)!
  return (await runQuery(db, query, { actor, everyPost: [actor], now: house.now, input })) as never
}
const holiday = { kind: 'rest', name: { 'zh-CN': '运动会', en: 'Games' }, spans: null } as const
/** The working day after today, in the house's time. */
function nextMonday(): string {
  const day = new Date(millisecondsOf(house.now) + 8 * 3_600_000)
  do day.setUTCDate(day.getUTCDate() + 1)
  while (day.getUTCDay() !== 1)
  return day.toISOString().slice(0, 10)
}
const waitingTasks = async (id: string) =>
  (await db.pool.query('select task from inbox.item where subject_kind = $1 and subject_id = $2', ['order', id])).rows

test('an order is issued, answered, sent back, answered again, accepted and filed away; another unit is kept out', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const orderId = newId()
  const issued = await does('supervision.issue', { orderId, kind: 'order', caseId, demand: '三日内清理完毕' })
  expect(issued).toMatchObject({ number: '督办〔2026〕1号' })
  expect(await waitingTasks(orderId)).toEqual([{ task: 'reply' }])
  expect(await does('supervision.accept', { orderId })).toMatchObject({ code: 'supervision/other-state' })
  const stranger = unit('elsewhere')
  expect(await does('supervision.reply', { orderId, text: '不归我' }, stranger)).toMatchObject({ refused: true })
  expect((await asks('supervision.orders', {}, stranger))['rows']).toEqual([])
  expect(await does('supervision.reply', { orderId, text: '已安排' }, handler)).toMatchObject({ state: 'replied' })
  expect(await waitingTasks(orderId)).toEqual([{ task: 'approve' }])
  expect(await does('supervision.send-back', { orderId, text: '没有照片' })).toMatchObject({ state: 'sent-back' })
  expect(await does('supervision.reply', { orderId, text: '已清理' }, handler)).toMatchObject({ state: 'replied' })
  expect(await does('supervision.accept', { orderId, text: '同意' })).toMatchObject({ state: 'accepted' })
  expect(await does('supervision.end', { orderId, text: '归档' })).toMatchObject({ state: 'ended' })
  expect(await waitingTasks(orderId)).toEqual([])
  const paper = (await asks('supervision.print-order', { orderId }, handler)) as { bytes?: Uint8Array }
  expect(Buffer.from(paper.bytes!).subarray(0, 5).toString()).toBe('%PDF-')
  const kept = await asks('supervision.print-order', { orderId }, stranger)
  expect(kept).toMatchObject({ refused: true, code: 'supervision/no-such-order' })
  const { rows } = await asks('supervision.orders', { caseId })
  const steps = ['issue', 'reply', 'send-back', 'reply', 'accept', 'end']
  expect(notes.filter(note => note.caseId === caseId).map(({ text }) => text)).toEqual([
    ...['督办〔2026〕1号 三日内清理完毕', '督办〔2026〕1号 回复：已安排', '督办〔2026〕1号 退回：没有照片'],
    ...['督办〔2026〕1号 回复：已清理', '督办〔2026〕1号 认可：同意', '督办〔2026〕1号 结束：归档'],
  ])
  expect(rows).toMatchObject([{ entries: steps.map(step => ({ step })) }])
})

test('who oversees a street finds its orders behind those of elsewhere', async () => {
  for (const demand of ['别处一', '别处二']) {
    await does('supervision.issue', { orderId: newId(), kind: 'urge', unitId: cleaningUnit, demand })
  }
  const { caseId } = await house.caseThatIs('dispatched')
  const orderId = newId()
  await does('supervision.issue', { orderId, kind: 'order', caseId, demand: '本街道的事' })
  const within = { kind: 'subtree', path: '1' } as const
  const street = house.actor('street', [{ permission: 'supervision.board', within }])
  const { rows } = await asks('supervision.orders', { state: 'open', limit: 1 }, street)
  expect(rows).toMatchObject([{ orderId, demand: '本街道的事' }])
})

test('an urge is over once it is answered, and orders have numbers of their own kind', async () => {
  const orderId = newId()
  const urged = await does('supervision.issue', { orderId, kind: 'urge', unitId: cleaningUnit, demand: '请抓紧' })
  expect(urged).toMatchObject({ number: '催办〔2026〕3号' })
  expect(await does('supervision.reply', { orderId, text: '今天办完' }, handler)).toMatchObject({ state: 'ended' })
  const nowhere = { orderId: newId(), kind: 'urge', unitId: 'none', demand: '请抓紧' }
  expect(await does('supervision.issue', nowhere)).toMatchObject({ code: 'supervision/no-such-unit' })
})

test('the ladder tells each level once for the same light', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const [listener] = escalationListeners(around)
  const startedAt = house.now
  const subject = { kind: 'case', id: caseId, number: 'A1' }
  const timer = { name: 'handle', limit: { clock: 'work-day', amount: 3 }, startedAt, marks: [], subject } as never
  const news = { now: house.now, isNewLight: true, isResumed: false }
  for (const light of ['orange', 'orange', 'red'] as const) await listener!.run(db, timer, light, news)
  const told = await db.pool.query('select person_id, kind from notices.notice where subject_id = $1', [caseId])
  const ladder = told.rows.filter(row => row.kind.startsWith('light-')).map(row => `${row.kind} ${row.person_id}`)
  expect(ladder.toSorted()).toEqual([
    ...['light-orange handler-person', 'light-orange unit-head-person', 'light-red district-centre-person'],
    ...['light-red street-centre-person', 'light-red unit-head-person'],
  ])
})

test('what is urged again and again has a light by count beside that of time, and each level is told once', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const facts = () => module.jobs[0]!.run({ db, now: house.now, data: {} } as never)
  const lightOf = async () =>
    (await db.pool.query('select light from supervision.case_fact where case_id = $1', [caseId])).rows[0] as unknown
  const told = async () =>
    (await db.pool.query('select kind, person_id from notices.notice where subject_id = $1', [caseId])).rows
      .filter(({ kind }) => kind.startsWith('count-'))
      .map(({ kind, person_id: who }) => `${kind} ${who}`)
      .toSorted((a, b) => (a < b ? -1 : 1))
  const urger = house.actor(
    'urger',
    ['cases.read', 'cases.supervise'].map(permission => ({ permission, within: everywhere })),
  )
  const urge = async () => {
    const as = house.as(urger)
    const { version } = await showCase(as, caseId)
    await as.command('cases.urge' as never, { caseId, version, note: '请抓紧' } as never)
    await facts()
  }
  await urge()
  expect([await lightOf(), await told()]).toEqual([{ light: 0 }, []])
  await urge()
  expect([await lightOf(), await told()]).toEqual([{ light: 1 }, ['count-yellow handler-person']])
  await urge()
  const orange = ['count-orange handler-person', 'count-orange unit-head-person', 'count-yellow handler-person']
  expect([await lightOf(), await told()]).toEqual([{ light: 2 }, orange])
  await urge()
  await facts()
  expect(await told()).toEqual(orange)
})

test('every figure of the board is the number of cases in the list behind it', async () => {
  await house.caseThatIs('closed')
  await house.caseThatIs('reported')
  house.later(20 * 24 * 60)
  await module.jobs[0]!.run({ db, now: house.now, data: {} } as never)
  const period = {
    from: instantOf(millisecondsOf(house.now) - 40 * 86_400_000),
    until: house.now,
    dayEnds: instantOf(millisecondsOf(house.now) + 3_600_000),
  }
  const board = (await asks('supervision.board', period)) as never as {
    rates: { key: string; met: number; all: number }[]
    now: Record<string, number>
    repeated: { cases: object[] }[]
  }
  expect(board.rates.find(({ key }) => key === 'closed-on-time')!.met).toBeGreaterThan(0)
  expect(board.now['overdue']).toBeGreaterThan(0)
  for (const { key, met, all } of board.rates) {
    const count = async (part: string) =>
      (await asks('supervision.board-cases', { ...period, figure: key, part }))['total']
    expect([key, await count('all'), await count('met'), await count('unmet')]).toEqual([key, all, met, all - met])
  }
  for (const [figure, count] of Object.entries(board.now)) {
    expect([figure, (await asks('supervision.board-cases', { ...period, figure }))['total']]).toEqual([figure, count])
  }
  expect(board.repeated[0]!.cases.length).toBeGreaterThanOrEqual(3)
  const farAway = house.actor('far-away', [{ permission: 'supervision.board', within: { kind: 'subtree', path: '9' } }])
  expect((await asks('supervision.board', period, farAway))['now']).toMatchObject({ overdue: 0 })
})

test('a changed calendar moves what the board shows of cases to which nothing happened', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const facts = () => module.jobs[0]!.run({ db, now: house.now, data: {} } as never)
  const due = async () =>
    (await db.pool.query('select whole_due::text as due from supervision.case_fact where case_id = $1', [caseId]))
      .rows[0]
  await facts()
  const before = await due()
  const usual = around.clocks.calendarAt
  const idle = compileCalendar({ ...calendar.plan, days: [{ ...holiday, day: nextMonday() }] })
  Object.assign(around.clocks, { calendarAt: () => idle })
  await facts()
  expect(await due()).toEqual(before)
  await db.pool.query(
    `insert into worktime.replay (id, calendar, reason, asked_at, finished_at, moved) values ($1, 'default', 'day', $2, $2, 1)`,
    [newId(), house.now],
  )
  house.later(1)
  await facts()
  const after = await due()
  expect(after.due > before.due).toBe(true)
  Object.assign(around.clocks, { calendarAt: usual })
})

test('facts follow what changed; what came without news comes with the comparison of the night', async () => {
  const facts = () => module.jobs[0]!.run({ db, now: house.now, data: {} } as never)
  const kept = async (id: string) =>
    (await db.pool.query('select status, version from supervision.case_fact where case_id = $1', [id])).rows[0]
  const silently = "update cases.case_file set status = 'closed', version = version + 1 where id = $1"
  await facts()
  const { caseId } = await house.caseThatIs('dispatched')
  const quiet = (await house.caseThatIs('reported')).caseId
  await facts()
  expect(await kept(caseId)).toMatchObject({ status: 'dispatched' })
  // As if no other transaction ran: what was told now is not told again.
  await db.pool.query('update live.follower set xid = pg_snapshot_xmax(pg_current_snapshot())')
  await db.pool.query(silently, [quiet])
  await facts()
  expect(await kept(quiet)).toMatchObject({ status: 'reported' })
  await db.unitOfWork(followAfresh)
  await facts()
  expect(await kept(quiet)).toMatchObject({ status: 'closed' })
})

test('the three rates: who counts, by when they were answered, and what fairly satisfied is worth, as the place has set it', async () => {
  const { caseId: unanswered } = await house.caseThatIs('reported')
  const closed: string[] = []
  for (const stars of [5, 3, 1]) {
    const { caseId } = await house.caseThatIs('closed')
    closed.push(caseId)
    answers.set(caseId, { stars, solved: stars > 1 })
  }
  house.later(2 * 24 * 60)
  await module.jobs[0]!.run({ db, now: house.now, data: {} } as never)
  const period = {
    from: instantOf(millisecondsOf(house.now) - 4 * 86_400_000),
    until: house.now,
    dayEnds: house.now,
  }
  type Rates = { rates: { key: string; met: number; partly: number; all: number }[] }
  const rates = async () => {
    const { rates: found } = (await asks('supervision.board', period)) as never as Rates
    return Object.fromEntries(found.map(({ key, met, partly, all }) => [key, { met, partly, all }]))
  }
  const before = await rates()
  expect(before['resolution']).toEqual({ met: 2, partly: 0, all: 3 })
  expect(before['satisfaction']).toEqual({ met: 1, partly: 1, all: 3 })
  const response = async (part: string) => {
    const { rows } = await asks('supervision.board-cases', { ...period, figure: 'response', part })
    return (rows as { caseId: string }[]).map(({ caseId }) => caseId)
  }
  expect(await response('met')).toEqual(expect.arrayContaining(closed))
  expect(await response('unmet')).toContain(unanswered)
  const usual = around.settings
  const narrow = { ...usualSupervision.rates, respondTo: [], leaveOut: [...usualSupervision.rates.leaveOut, 'forced'] }
  Object.assign(around, { settings: () => ({ ...usualSupervision, satisfiedFrom: 3, rates: narrow }) })
  await db.pool.query("update supervision.case_fact set left_out_for = 'forced' where case_id = $1", [closed[0]])
  const after = await rates()
  expect(after['response']).toEqual({ met: 0, partly: 0, all: 0 })
  expect(after['satisfaction']).toEqual({ met: 1, partly: 0, all: 2 })
  Object.assign(around, { settings: usual })
})

test('what is left out by hand counts for none of the three rates, is listed with who and why, and stays late and repeated', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  house.later(20 * 24 * 60)
  const steps = house.as(house.cast.handler)
  await handleCase(steps, caseId)
  await verifyCase(house.as(house.cast.verifier), caseId)
  await closeCase(house.as(house.cast.chief), caseId)
  answers.set(caseId, { stars: 1, solved: false })
  const facts = () => module.jobs[0]!.run({ db, now: house.now, data: {} } as never)
  const period = {
    from: instantOf(millisecondsOf(house.now) - 20 * 86_400_000),
    until: instantOf(millisecondsOf(house.now) + 86_400_000),
    dayEnds: house.now,
  }
  type Board = { rates: { key: string; met: number; all: number }[]; repeated: { cases: { caseId: string }[] }[] }
  const board = async () => (await asks('supervision.board', period)) as never as Board
  const all = ({ rates }: Board) => Object.fromEntries(rates.map(({ key, all: count }) => [key, count]))
  const repeated = (shown: Board) => shown.repeated.flatMap(({ cases }) => cases.map(one => one.caseId))
  const leftOut = async (actor = boss) => (await asks('supervision.left-out', period, actor)) as { rows: object[] }
  await facts()
  const before = await board()
  expect(await leftOut()).toMatchObject({ total: 0, rows: [] })
  const [asker, second] = ['asker', 'second'].map(name =>
    house.as(
      house.actor(
        name,
        ['cases.read', 'cases.leave-out'].map(permission => ({ permission, within: everywhere })),
      ),
    ),
  )
  const seen = async () => ({ caseId, version: (await showCase(asker!, caseId)).version })
  const wish = { reason: '重复反映', note: '第三次' }
  await asker!.command('cases.ask-leave-out' as never, { ...(await seen()), ...wish } as never)
  await facts()
  expect(all(await board())).toEqual(all(before))
  await second!.command('cases.answer-leave-out' as never, { ...(await seen()), isGranted: true } as never)
  await facts()
  const after = await board()
  const less = { response: 1, resolution: 1, satisfaction: 1 } as Record<string, number>
  expect(all(after)).toEqual(
    Object.fromEntries(Object.entries(all(before)).map(([key, count]) => [key, count - (less[key] ?? 0)])),
  )
  // It is as late as before, and as much of a complaint.
  const lateBefore = before.rates.find(({ key }) => key === 'closed-on-time')!
  expect(after.rates.find(({ key }) => key === 'closed-on-time')).toEqual(lateBefore)
  expect(repeated(before)).toContain(caseId)
  expect(repeated(after)).toEqual(repeated(before))
  expect(await leftOut()).toMatchObject({
    total: 1,
    rows: [
      {
        ...{ caseId, ...wish, askedByName: 'asker', agreedByName: 'second', wasLate: true },
        rates: ['response', 'resolution', 'satisfaction'],
      },
    ],
  })
  const elsewhere = house.actor('elsewhere', [
    { permission: 'supervision.board', within: { kind: 'subtree', path: '9' } },
  ])
  expect(await leftOut(elsewhere)).toMatchObject({ total: 0, rows: [] })
  await second!.command('cases.count-again' as never, { ...(await seen()), reason: '查实是两件事' } as never)
  await facts()
  expect(all(await board())).toEqual(all(before))
  expect(await leftOut()).toMatchObject({ total: 0 })
})

test('complaints that come again at one point raise the latest open case, to the street and then to the district, each once', async () => {
  const run = async () => {
    for (const job of module.jobs) await job.run({ db, now: house.now, data: {} } as never)
  }
  const place = house.placeIn('1.2', 700)
  const report = async () =>
    (await reportCase(house.as(house.cast.resident), { description: '又堆满了', place })).caseId
  const [, second] = [await report(), await report()]
  await run()
  expect(raised.filter(({ caseId }) => caseId === second)).toEqual([])
  const third = await report()
  await run()
  await run()
  const ofThird = raised.filter(({ caseId }) => caseId === third)
  expect(ofThird).toEqual([{ caseId: third, reason: '同一点位 30 天内 3 起投诉，自动提级' }])
  await report()
  const fifth = await report()
  await run()
  // From the community to the district is two levels.
  expect(raised.filter(({ caseId }) => caseId === fifth).map(({ reason }) => reason)).toEqual([
    ...['同一点位 30 天内 5 起投诉，自动提级', '同一点位 30 天内 5 起投诉，自动提级'],
  ])
  const told = await db.pool.query(
    "select person_id from notices.notice where kind = 'repeated-point' and subject_id = $1",
    [fifth],
  )
  expect(told.rows).toEqual([{ person_id: 'district-centre-person' }])
})
