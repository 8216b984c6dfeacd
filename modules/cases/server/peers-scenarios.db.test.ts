import { expect, test } from 'vitest'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { freshDatabase } from '#testkit/database.ts'
import type { reopenCase } from '../common/contract-procedure.ts'
import * as verbs from '../testing.ts'

// The scenarios of DIGIT's complaint module, restated: its life (create, assign, resolve, search), its window for
// reopening, and the shape of its spike test. Nothing here measures time; that is for bench/.

const { db } = await freshDatabase()
const house = await verbs.CasesHouse.open(db)
const { resident, supervisor, dispatcher } = house.cast
const day = 24 * 60

const reopen = (caseId: string) =>
  house.as(resident).command<typeof reopenCase>('cases.reopen', { who: { caseId }, reason: '又堆满了' })

test('created, assigned, resolved, found by its number, and opened again within the window', async () => {
  const { caseId, number } = await house.caseThatIs('closed', { description: '河边垃圾成堆' })
  const found = await verbs.listCases(house.as(supervisor), { text: number })
  expect(found.map(row => [row.caseId, row.status])).toEqual([[caseId, 'closed']])
  house.later(6 * day)
  expect(await reopen(caseId)).toMatchObject({ status: 'filed' })
  await verbs.dispatchCase(house.as(dispatcher), caseId, { unitId: verbs.cleaningUnit })
  const page = await verbs.showCase(house.as(supervisor), caseId)
  expect(page).toMatchObject({ status: 'dispatched', procedure: { reopenCount: 1 } })
  expect(page.timeline.map(entry => entry.type)).toContain('reopened')
})

test('after the window the answer says how long it was', async () => {
  const { caseId } = await house.caseThatIs('closed')
  house.later(7 * day + 1)
  expect(await reopen(caseId)).toMatchObject({ code: 'cases/reopen-window-over', detail: { days: 7 } })
  expect((await verbs.showCase(house.as(supervisor), caseId)).status).toBe('closed')
})

test('peaks and valleys: no report of a burst is lost, doubled or left without a number', async () => {
  const serials: number[] = []
  for (const burst of [2, 40, 4, 40, 1]) {
    const answers = await Promise.all(
      Array.from({ length: burst }, (_, i) =>
        verbs.reportCase(house.as(resident), { place: house.placeIn('1.2', i), description: '路灯不亮' }),
      ),
    )
    expect(answers.filter(isRefusal)).toEqual([])
    serials.push(...answers.map(({ number }) => Number(number.split('-')[2])))
  }
  serials.sort((a, b) => a - b)
  expect(serials).toEqual(serials.map((_, i) => serials[0]! + i))
  const { rows } = await db.pool.query<{ count: string }>(
    `select count(*) from inbox.item where task = 'accept' and subject_kind = 'case'`,
  )
  expect(Number(rows[0]!.count)).toBe(serials.length)
})
