import { expect, test } from 'vitest'
import { reportCase, showCase } from '#modules/cases/testing.ts'
import { freshDatabase } from '#testkit/database.ts'
import { openSupervision } from '../testing.ts'
import { escalationListeners } from './escalate.ts'

const { db } = await freshDatabase()
const { house, raised, around, module, facts } = await openSupervision(db)
const everywhere = { kind: 'everywhere' } as const

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
