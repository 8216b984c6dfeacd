import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import type { CasePage } from '../common/presented.ts'
import * as verbs from '../testing.ts'

const { db } = await freshDatabase()
const house = await verbs.CasesHouse.open(db)
const { cast } = house
const everywhere = (...words: string[]) =>
  words.map(permission => ({ permission, within: { kind: 'everywhere' } as const }))
const supervisor = house.actor('supervisor', everywhere('cases.read', 'cases.supervise', 'cases.move-level'))
const show = (caseId: string): Promise<CasePage> => verbs.showCase(house.as(supervisor), caseId)
const timer = ({ timers }: CasePage, name: string) => timers.find(one => one.name === name)

test('a claimed report waits for that post alone, and others cannot take it in', async () => {
  const { caseId } = await house.caseThatIs('reported')
  await house.sure(cast.acceptor, 'cases.claim', caseId)
  expect(await house.tasks(caseId)).toMatchObject([{ task: 'accept', post_id: 'post-of-acceptor' }])
  const other = house.actor('other', everywhere('cases.read', 'cases.accept'))
  expect(await house.act(other, 'cases.accept', caseId)).toMatchObject({ code: 'cases/claimed-by-another' })
  await house.sure(cast.acceptor, 'cases.release', caseId)
  await house.sure(other, 'cases.accept', caseId)
})

test('what nobody claims in time is given to the nearest post, by the clock', async () => {
  const { caseId } = await house.caseThatIs('reported')
  await house.tick()
  expect((await show(caseId)).procedure.claimedBy).toBeNull()
  house.later(20)
  await house.tick()
  const page = await show(caseId)
  expect(page.procedure.claimedBy).not.toBeNull()
  expect(page.timeline.at(-1)).toMatchObject({ type: 'assigned', by: { kind: 'staff', personName: null } })
})

test('a check before filing goes to the worker near by, who sees nothing of the reporter, and holds up the filing', async () => {
  const { caseId } = await house.caseThatIs('accepted', { reporter: { name: '王小明', phone: '13812345678' } })
  await house.sure(cast.acceptor, 'cases.ask-check', caseId)
  expect(await house.tasks(caseId)).toMatchObject([{ task: 'check', post_id: 'verifier-1.1' }])
  expect(timer(await show(caseId), 'check')).toMatchObject({
    state: 'running',
    limit: { clock: 'urgent-hour', amount: 24 },
  })
  expect(await house.act(cast.chief, 'cases.file', caseId, { classKind: 'event', classCode: '06010' })).toMatchObject({
    code: 'cases/held-up',
  })
  const seen = await verbs.showCase(house.as(cast.verifier), caseId)
  expect(seen.reporter).toBeNull()
  await house.sure(cast.verifier, 'cases.report-check', caseId, { isTrue: true, note: '确有垃圾' })
  expect(timer(await show(caseId), 'check')?.state).toBe('stopped')
  await verbs.fileCase(house.as(cast.chief), caseId)
})

test('a simple case is one step: without two photos it is refused and leaves nothing', async () => {
  const caseId = newId()
  const worker = house.as(cast.worker)
  const input = {
    caseId,
    description: '小广告',
    place: house.placeIn('1.1'),
    classKind: 'event',
    classCode: '07001',
    note: '已清除',
  }
  const refused = await worker.command('cases.handle-on-spot' as never, input as never)
  expect(refused).toMatchObject({ code: 'cases/photos-before-and-after' })
  expect((await db.pool.query('select 1 from cases.case_file where id = $1', [caseId])).rowCount).toBe(0)
})

test('fifty reports at one moment: each has a number of its own, and none is lost', async () => {
  const reporters = Array.from({ length: 50 }, () =>
    verbs.reportCase(house.as(cast.resident), { place: house.placeIn('1.2') }),
  )
  const numbers = (await Promise.all(reporters)).map(one => one.number)
  expect(new Set(numbers).size).toBe(50)
})

test('each minute open cases are weighed: danger, joined reports, repetition and time, and the inbox says what presses', async () => {
  const place = house.placeIn('1.2', 300)
  const { caseId } = await verbs.reportCase(house.as(cast.resident), { description: '有老人闻到煤气味', place })
  const other = await verbs.reportCase(house.as(cast.resident), { description: '煤气味', place })
  const priority = async () => (await show(caseId)).priority
  expect(await priority()).toBeNull()
  await house.weigh()
  const first = await priority()
  expect(first?.reasons).toContainEqual({ criterion: 'danger', degree: 1, points: 40, found: '煤气' })
  expect(first?.reasons.map(one => one.criterion)).toEqual(expect.arrayContaining(['danger', 'weak']))
  await verbs.joinCase(house.as(cast.acceptor), other.caseId, caseId)
  house.later(60 * 24)
  await house.weigh()
  const later = await priority()
  expect(later?.reasons).toContainEqual({ criterion: 'people', degree: 0.25, points: 5, found: '2' })
  expect(later?.reasons).toContainEqual({ criterion: 'time', degree: 1, points: 10, found: expect.any(String) })
  const { rows } = await db.pool.query('select priority from inbox.item where subject_id = $1', [caseId])
  expect(rows).toEqual([{ priority: 3 }])
  // Late by more and more: the same score, said anew.
  const saidOfTime = (one: CasePage['priority']) => one?.reasons.find(({ criterion }) => criterion === 'time')?.found
  house.later(60 * 24)
  await house.weigh()
  const muchLater = await priority()
  expect(muchLater?.score).toBe(later?.score)
  expect(Number(saidOfTime(muchLater))).toBeGreaterThan(Number(saidOfTime(later)))
  expect((await verbs.showCase(house.as(cast.resident), caseId)).priority).toBeNull()
  await verbs.refuseCase(house.as(cast.acceptor), caseId)
  await house.weigh()
  expect(await priority()).toBeNull()
})

test('every row is what its history says, clocks and all', async () => {
  const { cases, wrong } = await house.heldAgainstHistory()
  expect(cases).toBeGreaterThan(50)
  expect(wrong).toEqual([])
})
