import { expect, test } from 'vitest'
import type * as contract from '../common/contract.ts'
import type * as queries from '../common/contract-queries.ts'
import { nobody } from '#platform/authz/common/grants.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import * as verbs from '../testing.ts'

const { db } = await freshDatabase()
const house = await verbs.CasesHouse.open(db)
const { cast } = house
const stranger = house.as(nobody)
const acceptor = house.as(cast.acceptor)
const chief = house.as(cast.chief)
const dispatcher = house.as(cast.dispatcher)
const handler = house.as(cast.handler)
const verifier = house.as(cast.verifier)
const resident = house.as(cast.resident)

const inbox = async (caseId: string) =>
  (
    await db.pool.query('select task, permission, unit_id, post_id, title from inbox.item where subject_id = $1', [
      caseId,
    ])
  ).rows as { task: string; permission: string; unit_id: string | null; post_id: string | null; title: string }[]
const notices = async (caseId: string) =>
  (
    await db.pool.query('select person_id, kind from notices.notice where subject_id = $1 order by id', [caseId])
  ).rows.map((row: { person_id: string; kind: string }) => `${row.person_id}: ${row.kind}`)

test('from the report to the rating: each step moves it on, tells the next, and leaves its entry', async () => {
  const { caseId, number, followCode, gridPath } = await verbs.reportCase(resident, {
    place: house.placeIn('1.1'),
    reporter: { name: '王小明', phone: '13812345678' },
  })
  expect(number).toMatch(/^370113-2026-\d{6}$/)
  expect(followCode).toMatch(/^[3479ACDEFGHJKLMNPQRTVWXY]{10}$/)
  expect(gridPath).toBe('1.1')
  expect(await inbox(caseId)).toMatchObject([{ task: 'accept', title: '居民反映 · 第1管理区' }])

  expect(await verbs.acceptCase(acceptor, caseId)).toEqual({ caseId, number, status: 'accepted', version: 2 })
  expect(await inbox(caseId)).toMatchObject([{ task: 'file' }])
  await verbs.fileCase(chief, caseId)
  expect(await inbox(caseId)).toMatchObject([{ task: 'dispatch', title: '暴露垃圾 · 第1管理区' }])
  await verbs.dispatchCase(dispatcher, caseId, { unitId: verbs.cleaningUnit, note: '请尽快' })
  expect(await inbox(caseId)).toMatchObject([{ task: 'handle', unit_id: verbs.cleaningUnit }])
  await verbs.handleCase(handler, caseId)
  expect(await inbox(caseId)).toMatchObject([{ task: 'verify', post_id: 'verifier-1.1' }])
  await verbs.verifyCase(verifier, caseId)
  await verbs.closeCase(chief, caseId)
  expect(await inbox(caseId)).toEqual([])
  await verbs.rateCase(resident, { caseId })

  const page = await verbs.showCase(acceptor, caseId)
  expect(page.timeline.map(entry => entry.type)).toEqual([
    'reported',
    'accepted',
    'filed',
    'dispatched',
    'handled',
    'verified',
    'closed',
    'rated',
  ])
  expect(page).toMatchObject({ status: 'closed', version: 8, rating: { stars: 5, solved: true }, allowed: ['link'] })
  expect(page.timeline[3]).toMatchObject({ to: '环卫所', note: '请尽快', by: { personName: '人员dispatcher' } })
  expect(await notices(caseId)).toEqual([
    ...['accepted', 'filed', 'dispatched', 'handled', 'verified', 'closed'].map(kind => `resident: cases.${kind}`),
    'handler: cases.rated',
  ])
})

test('refused with a reason, which the reporter reads; returned and sent elsewhere; sent back for rework', async () => {
  const { caseId } = await house.caseThatIs('reported')
  await verbs.refuseCase(acceptor, caseId, { reason: '属于相邻街道' })
  expect(await inbox(caseId)).toEqual([])
  const told = await resident.query<typeof queries.followOwnCase>('cases.follow-own', { caseId })
  expect(told).toMatchObject({ status: 'refused', next: null, steps: [{}, { step: 'refused', text: '属于相邻街道' }] })

  const again = (await house.caseThatIs('dispatched')).caseId
  await verbs.returnCase(handler, again, { reason: '不归环卫所管' })
  expect(await inbox(again)).toMatchObject([{ task: 'dispatch', unit_id: null }])
  expect(await notices(again)).toContain('dispatcher: cases.returned-to-you')
  await expect(verbs.showCase(handler, again)).rejects.toThrow('cases/not-found')
  const { rows } = await db.pool.query(
    'select distinct unit_id from live.change where subject_id = $1 order by unit_id nulls last',
    [again],
  )
  expect(rows.map((row: { unit_id: string | null }) => row.unit_id)).toEqual([verbs.cleaningUnit, null])

  await expect(verbs.dispatchCase(dispatcher, again, { unitId: verbs.cleaningUnit })).rejects.toThrow(
    'cases/returned-by-that-unit',
  )
  await verbs.dispatchCase(dispatcher, again, { unitId: verbs.cleaningUnit, note: '职责清单第三条' })
  await verbs.handleCase(handler, again)
  await verbs.verifyCase(verifier, again, { passed: false, note: '还剩一半' })
  expect(await verbs.showCase(handler, again)).toMatchObject({ status: 'dispatched', reworkCount: 1 })
  expect(await notices(again)).toContain('handler: cases.again-for-you')
  await verbs.handleCase(handler, again)
  await verbs.verifyCase(verifier, again)
  await verbs.reworkCase(chief, again, { reason: '照片看不清' })
  expect(await verbs.showCase(handler, again)).toMatchObject({ status: 'dispatched', reworkCount: 2 })
})

test('a report joined into another follows that one, with news, and its reporter rates that one', async () => {
  const first = await house.caseThatIs('accepted', {}, cast.worker)
  const second = await house.caseThatIs('reported')
  await verbs.joinCase(acceptor, second.caseId, first.caseId)
  await verbs.fileCase(chief, first.caseId)
  const view = await verbs.followCase(stranger, second)
  expect(view).toMatchObject({
    status: 'filed',
    joinedInto: first.number,
    mayRate: false,
    next: { step: 'dispatched' },
  })
  expect(view.steps.map(({ step }) => step)).toEqual(['received', 'joined', 'accepted', 'filed'])
  expect(await notices(first.caseId)).toEqual(expect.arrayContaining(['worker: cases.filed', 'resident: cases.filed']))
  expect((await verbs.showCase(acceptor, first.caseId)).joinedHere).toMatchObject([{ number: second.number }])

  await verbs.dispatchCase(dispatcher, first.caseId, { unitId: verbs.cleaningUnit })
  await verbs.handleCase(handler, first.caseId)
  await verbs.verifyCase(verifier, first.caseId)
  await verbs.closeCase(chief, first.caseId)
  const given = { stars: 3, solved: true }
  const onlooker = await acceptor.command<typeof contract.rateCase>('cases.rate', {
    who: { caseId: second.caseId },
    ...given,
  })
  expect(onlooker).toMatchObject({ code: 'cases/not-allowed' })
  await verbs.rateCase(resident, { caseId: second.caseId }, given)
  expect((await verbs.showCase(acceptor, first.caseId)).rating).toMatchObject(given)
})

test('two cases joined into each other at the same moment do not make a circle', async () => {
  const [a, b] = [await house.caseThatIs('reported'), await house.caseThatIs('reported')]
  const join = (caseId: string, into: string) =>
    acceptor.command<typeof contract.joinCase>('cases.join', { caseId, version: 1, into })
  const answers = await Promise.all([join(a.caseId, b.caseId), join(b.caseId, a.caseId)])
  const codes = answers.map(answer => ('code' in answer ? answer.code : answer.status))
  expect(codes.toSorted()).toEqual(['cases/target-ended', 'joined'])
})

test('a case without a place is verified by somebody all the same', async () => {
  const { caseId } = await verbs.reportCase(resident, { address: '文化路菜场旁' })
  await verbs.acceptCase(acceptor, caseId)
  await verbs.fileCase(chief, caseId)
  await verbs.dispatchCase(dispatcher, caseId, { unitId: verbs.cleaningUnit })
  await verbs.handleCase(handler, caseId)
  const [task] = await inbox(caseId)
  expect(task).toMatchObject({ task: 'verify', post_id: expect.stringMatching(/^verifier-1/) as unknown })
})

test('what the handler and the verifier do not hold they cannot see', async () => {
  const { caseId } = await house.caseThatIs('filed')
  await expect(verbs.showCase(handler, caseId)).rejects.toThrow('cases/not-found')
  await expect(verbs.showCase(verifier, caseId)).rejects.toThrow('cases/not-found')
  const refused = await handler.command<typeof contract.handleCase>('cases.handle', { caseId, version: 3, note: '好' })
  expect(refused).toMatchObject({ code: 'cases/not-found' })
})

test('the version one saw must be the present one; the answer says how it stands', async () => {
  const { caseId } = await house.caseThatIs('accepted')
  const stale = await acceptor.command<typeof contract.refuseCase>('cases.refuse', {
    caseId,
    version: 1,
    reason: '重复',
  })
  expect(stale).toMatchObject({
    code: 'cases/changed-meanwhile',
    detail: { status: 'accepted', version: 2, allowed: ['claim', 'refuse', 'join', 'ask-check', 'link'] },
  })
})

test('of several acceptors at the same moment one accepts, the others are told it changed', async () => {
  const { caseId } = await house.caseThatIs('reported')
  const answers = await Promise.all(
    ['a', 'b', 'c', 'd'].map(personId =>
      house
        .as({ ...cast.acceptor, personId })
        .command<typeof contract.acceptCase>('cases.accept', { caseId, version: 1 }),
    ),
  )
  const codes = answers.map(answer => ('code' in answer ? answer.code : answer.status)).sort()
  expect(codes).toEqual(['accepted', ...Array.from({ length: 3 }, () => 'cases/changed-meanwhile')].sort())
  const { rows } = await db.pool.query(`select count(*)::int as n from cases.case_event where case_id = $1`, [caseId])
  expect(rows).toEqual([{ n: 2 }])
})

test('one request sent several times, even at once, happens once and answers the same', async () => {
  const { caseId } = await house.caseThatIs('reported')
  const requestId = newId()
  const sendAll = await Promise.all(
    [1, 2, 3].map(() => house.as(cast.acceptor).again('cases.accept', { caseId, version: 1 }, requestId)),
  )
  const later = await house.as(cast.acceptor).again('cases.accept', { caseId, version: 1 }, requestId)
  for (const answer of [...sendAll, later]) expect(answer).toMatchObject({ status: 'accepted', version: 2 })
  const reused = await house.as(cast.acceptor).again('cases.accept', { caseId, version: 2 }, requestId)
  expect(reused).toMatchObject({ code: 'commands/request-reused' })
})

test('a unit that handles nothing, a class that is none', async () => {
  const { caseId } = await house.caseThatIs('filed')
  const input = { caseId, version: 3, unitId: newId() }
  expect(await dispatcher.command<typeof contract.dispatchCase>('cases.dispatch', input)).toMatchObject({
    code: 'cases/unknown-unit',
  })
})

test('the reporter is masked on the page; looking is a command with a reason, on record', async () => {
  const { caseId } = await house.caseThatIs('accepted', { reporter: { name: '王小明', phone: '13812345678' } })
  const page = await verbs.showCase(acceptor, caseId)
  expect(page.reporter).toEqual({ name: '王**', phone: '138****5678', signedIn: true, maySee: true })
  expect(JSON.stringify(page)).not.toContain('小明')
  expect((await verbs.showCase(house.as(cast.supervisor), caseId)).reporter).toBeNull()
  const look = (as: verbs.Somebody, reason: string) =>
    as.command<typeof contract.seeReporter>('cases.see-reporter', { caseId, reason })
  expect(await look(acceptor, ' ')).toMatchObject({ code: 'cases/text-missing' })
  expect(await look(house.as(cast.supervisor), '想看')).toMatchObject({ code: 'commands/not-allowed' })
  expect(await look(acceptor, '电话核实地点')).toEqual({ name: '王小明', phone: '13812345678' })
  const looks = await db.pool.query('select by_id, reason from cases.reporter_look where case_id = $1', [caseId])
  expect(looks.rows).toEqual([{ by_id: 'acceptor', reason: '电话核实地点' }])
  const kept = await db.pool.query('select name_sealed, phone_sealed from cases.reporter where case_id = $1', [caseId])
  expect(Buffer.concat(Object.values(kept.rows[0] as Record<string, Buffer>)).toString('latin1')).not.toContain(
    '138123',
  )
})

test('who reported sees the case without names of staff; staff see them', async () => {
  const { caseId } = await house.caseThatIs('handled')
  const asResident = await verbs.showCase(resident, caseId)
  expect(JSON.stringify(asResident)).not.toContain('人员')
  expect(asResident.holder).toEqual({ kind: 'post', name: '岗位verifier-1.1', personName: null })
  const asStaff = await verbs.showCase(acceptor, caseId)
  expect(asStaff.holder.personName).toBe('在岗verifier-1.1')
  expect(asStaff.timeline[0]!.by).toEqual({ kind: 'resident', personName: null, postTitle: null, unitName: null })
})
