import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { CasePage } from '../common/presented.ts'
import * as verbs from '../testing.ts'

const { db } = await freshDatabase()
const house = await verbs.CasesHouse.open(db)
const { cast } = house
const everywhere = (...words: string[]) =>
  words.map(permission => ({ permission, within: { kind: 'everywhere' } as const }))
const ownUnit = (...words: string[]) => words.map(permission => ({ permission, within: { kind: 'own-unit' } as const }))
const roads = house.actor('roads', ownUnit('cases.read', 'cases.handle'), { unitId: verbs.roadsUnit })
const supervisor = house.actor('supervisor', everywhere('cases.read', 'cases.supervise', 'cases.move-level'))
const show = (caseId: string): Promise<CasePage> => verbs.showCase(house.as(supervisor), caseId)
const timer = ({ timers }: CasePage, name: string) => timers.find(one => one.name === name)

test('host and assistants, each with a clock; the host hands in when they have', async () => {
  const { caseId } = await house.caseThatIs('filed')
  await house.sure(cast.dispatcher, 'cases.dispatch', caseId, {
    unitId: verbs.cleaningUnit,
    assistUnitIds: [verbs.roadsUnit],
  })
  expect(await house.tasks(caseId)).toMatchObject([{ task: `assist:${verbs.roadsUnit}`, unit_id: verbs.roadsUnit }])
  expect(timer(await show(caseId), `assist:${verbs.roadsUnit}`)?.state).toBe('running')
  expect(await house.act(cast.handler, 'cases.handle', caseId, { note: '好' })).toMatchObject({ code: 'cases/held-up' })
  expect((await verbs.showCase(house.as(roads), caseId)).allowed).toContain('assist-done')
  await house.sure(roads, 'cases.assist-done', caseId, { note: '围挡已撤' })
  await house.sure(cast.handler, 'cases.handle', caseId, { note: '好' })
})

test('a dispute is ruled on, within a limit, and the ruling binds', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  await house.sure(cast.handler, 'cases.dispute', caseId, { reason: '属市政' })
  expect(await house.tasks(caseId)).toMatchObject([{ task: 'rule' }])
  await house.sure(cast.dispatcher, 'cases.rule', caseId, { unitId: verbs.roadsUnit, reason: '按职责清单' })
  expect(await house.tasks(caseId)).toMatchObject([{ task: 'handle', unit_id: verbs.roadsUnit }])
  expect(await house.act(roads, 'cases.dispute', caseId, { reason: '不服' })).toMatchObject({
    code: 'cases/ruled-already',
  })
  const page = await show(caseId)
  expect(timer(page, `handle:${verbs.cleaningUnit}`)?.state).toBe('stopped')
  expect(timer(page, 'handle')?.state).toBe('running')
})

test('parts are cases of their own, and the whole closes after them', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const parts = [newId(), newId()].map((id, i) => ({ caseId: id, description: `第${i + 1}处` }))
  await house.sure(cast.dispatcher, 'cases.split', caseId, { parts })
  const page = await show(caseId)
  expect(page.procedure.children.map(child => child.caseId)).toEqual(parts.map(part => part.caseId))
  expect(await show(parts[0]!.caseId)).toMatchObject({ status: 'filed', procedure: { parent: { caseId } } })
  await verbs.handleCase(house.as(cast.handler), caseId)
  await verbs.verifyCase(house.as(cast.verifier), caseId)
  expect(await house.act(cast.chief, 'cases.close', caseId)).toMatchObject({ code: 'cases/children-open' })
  for (const part of parts) await house.sure(supervisor, 'cases.void', part.caseId, { reason: '并回主案卷' })
  await verbs.closeCase(house.as(cast.chief), caseId)
})

test('raised, the lower level sees it and cannot go on with it; the higher one can', async () => {
  const { caseId } = await house.caseThatIs('reported')
  const inside = (path: string) => ({ permission: 'cases.accept', within: { kind: 'subtree', path } as const })
  const community = house.actor('community', [inside('1.1'), ...everywhere('cases.read')])
  const street = house.actor('street', [inside('1'), ...everywhere('cases.read')])
  await house.sure(supervisor, 'cases.raise', caseId, { reason: '社区办不了' })
  expect(await house.act(community, 'cases.accept', caseId)).toMatchObject({ code: 'cases/not-allowed' })
  const waits = async (actor: Actor) =>
    (await verbs.listCases(house.as(actor), { waitsForMe: true })).map(row => row.caseId).includes(caseId)
  expect(await waits(community)).toBe(false)
  expect(await waits(street)).toBe(true)
  expect(await show(caseId)).toMatchObject({ level: 'street' })
  await house.sure(street, 'cases.accept', caseId)
  await house.sure(supervisor, 'cases.assign-down', caseId, { reason: '社区能办' })
  expect(await show(caseId)).toMatchObject({ level: 'community' })
})

test('every row is what its history says, clocks and all', async () => {
  const { cases, wrong } = await house.heldAgainstHistory()
  expect(cases).toBeGreaterThan(2)
  expect(wrong).toEqual([])
})
