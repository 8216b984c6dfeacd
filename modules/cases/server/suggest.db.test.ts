import { expect, test } from 'vitest'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { nobody } from '#platform/authz/common/grants.ts'
import { freshDatabase } from '#testkit/database.ts'
import type { suggestForCase } from '../common/contract-suggest.ts'
import * as verbs from '../testing.ts'

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
