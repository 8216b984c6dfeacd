import { expect, test } from 'vitest'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { nobody } from '#platform/authz/common/grants.ts'
import type { FilingCondition } from '#modules/catalogue/common/index.ts'
import { freshDatabase } from '#testkit/database.ts'
import type { suggestForCase } from '../common/contract-suggest.ts'
import * as verbs from '../testing.ts'
import { noConditions } from './surroundings.ts'

const { db } = await freshDatabase()
const house = await verbs.CasesHouse.open(db)
const { cast } = house
const acceptor = house.as(cast.acceptor)
const chief = house.as(cast.chief)
const resident = house.as(cast.resident)

async function closedCase(description: string): Promise<void> {
  const { caseId } = await verbs.reportCase(resident, { description, place: house.placeIn('1.1') })
  await verbs.acceptCase(acceptor, caseId)
  await verbs.fileCase(chief, caseId)
  await verbs.dispatchCase(house.as(cast.dispatcher), caseId, { unitId: verbs.cleaningUnit })
  await verbs.handleCase(house.as(cast.handler), caseId)
  await verbs.verifyCase(house.as(cast.verifier), caseId)
  await verbs.closeCase(chief, caseId)
}

test('closed cases suggest class and unit with their counts, open ones teach nothing, strangers see nothing', async () => {
  for (const words of ['楼下垃圾成堆', '垃圾没人收', '路边垃圾']) await closedCase(words)
  await verbs.reportCase(resident, { description: '垃圾又来了', place: house.placeIn('1.1') })
  const { caseId } = await verbs.reportCase(resident, { description: '门口有垃圾', place: house.placeIn('1.1') })

  const early = await chief.query<typeof suggestForCase>('cases.suggest', { caseId })
  if (isRefusal(early)) throw new Error(early.code)
  expect(early.learnedFrom).toBe(3)
  expect(early.classes).toHaveLength(1)
  expect(early.classes[0]?.because[0]).toEqual({ word: '垃圾', of: 3, all: 3 })
  expect(early.units).toEqual([])
  // Filed without conditions: there is nothing to say about them.
  expect(early.conditions).toEqual([])

  await verbs.acceptCase(acceptor, caseId)
  await verbs.fileCase(chief, caseId)
  const filed = await chief.query<typeof suggestForCase>('cases.suggest', { caseId })
  if (isRefusal(filed)) throw new Error(filed.code)
  expect(filed.units).toMatchObject([{ unitId: verbs.cleaningUnit, times: 3, of: 3 }])

  const stranger = await house.as(nobody).query<typeof suggestForCase>('cases.suggest', { caseId })
  expect(isRefusal(stranger)).toBe(true)
})

test('of the conditions of a class the words of closed cases speak for one; an ended one is not suggested', async () => {
  const fresh = await verbs.CasesHouse.open((await freshDatabase()).db)
  const usual = { version: 1, classKind: 'event', classCode: '06010', limitText: '', needsDecision: false } as const
  const condition = (id: string): FilingCondition => ({
    ...{ ...usual, id, condition: id, limit: { clock: 'work-hour', amount: 2 }, closing: '', handlingBody: '' },
    ...{ supervisingBody: '', collect: [], from: '2026-01-01', isEnded: false },
  })
  const open = new Set(['heap', 'little'])
  const find = (id: string) => (open.has(id) ? condition(id) : null)
  fresh.conditions = { ...noConditions, find, version: find }
  const desk = { chief: fresh.as(fresh.cast.chief), acceptor: fresh.as(fresh.cast.acceptor) }
  const accepted = async (description: string) => {
    const place = fresh.placeIn('1.1')
    const { caseId } = await verbs.reportCase(fresh.as(fresh.cast.resident), { description, place })
    await verbs.acceptCase(desk.acceptor, caseId)
    return caseId
  }
  const said = [
    ['垃圾成堆', 'heap'],
    ['路边垃圾成堆', 'heap'],
    ['少量垃圾', 'little'],
  ] as const
  for (const [description, conditionId] of said) {
    const caseId = await accepted(description)
    await verbs.fileCase(desk.chief, caseId, { classKind: 'event', classCode: '06010', conditionId })
    await verbs.dispatchCase(fresh.as(fresh.cast.dispatcher), caseId, { unitId: verbs.cleaningUnit })
    await verbs.handleCase(fresh.as(fresh.cast.handler), caseId)
    await verbs.verifyCase(fresh.as(fresh.cast.verifier), caseId)
    await verbs.closeCase(desk.chief, caseId)
  }
  const caseId = await accepted('门口有少量垃圾')
  const ask = async () => {
    const asked = { caseId, classKind: 'event', classCode: '06010' } as const
    const answer = await desk.chief.query<typeof suggestForCase>('cases.suggest', asked)
    if (isRefusal(answer)) throw new Error(answer.code)
    return answer.conditions
  }
  const [first] = await ask()
  expect(first).toMatchObject({ conditionId: 'little', times: 1, of: 3 })
  expect(first?.because).toContainEqual({ word: '少量', of: 1, all: 1 })
  open.delete('little')
  expect((await ask()).map(one => one.conditionId)).not.toContain('little')
})
