import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import type * as contract from '../common/contract-print.ts'
import { CasesHouse, reportCase, roadsUnit, showCase } from '../testing.ts'
import { casePaper } from './case-paper.ts'

const { db } = await freshDatabase()
const house = await CasesHouse.open(db)
const { supervisor, resident } = house.cast

const printed = async (caseId: string, actor = supervisor) =>
  (await house.as(actor).query<typeof contract.printCase>('cases.print', { caseId })) as {
    code?: string
    bytes?: Uint8Array
    fileName?: string
  }

test('the case file comes as a PDF under its number', async () => {
  const { caseId, number } = await house.caseThatIs('closed')
  const { bytes, fileName } = await printed(caseId)
  expect(Buffer.from(bytes!).subarray(0, 5).toString()).toBe('%PDF-')
  expect(fileName).toBe(`${number}.pdf`)
})

test('whoever may not see the case gets the usual refusal, and so does who asks for none', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const stranger = house.actor('stranger', [{ permission: 'cases.read', within: { kind: 'own-unit' } }], {
    unitId: roadsUnit,
  })
  expect(await printed(caseId, stranger)).toMatchObject({ refused: true, code: 'cases/not-found' })
  expect(await printed(newId())).toMatchObject({ code: 'cases/not-found' })
  expect(await printed(caseId, house.actor('nothing', []))).toMatchObject({ code: 'commands/not-allowed' })
})

test('the paper holds what the page shows: masked reporter, every step; colleagues’ names only for staff', async () => {
  const reporter = { name: '欧阳小明', phone: '13812345678' }
  const place = house.placeIn('1.1', 40)
  const { caseId } = await reportCase(house.as(resident), { reporter, place, description: '井盖破损，有人绊倒' })
  const page = await showCase(house.as(house.cast.acceptor), caseId)
  const printing = {
    locale: 'zh-CN',
    wording: {},
    now: house.now,
    printedBy: '王督查',
    placeName: '示范',
    photos: new Map(),
  } as const
  const text = JSON.stringify(casePaper(page, printing))
  for (const said of [page.number, '井盖破损', page.reporter!.name!, page.reporter!.phone!, '上报', '王督查']) {
    expect(text).toContain(said)
  }
  expect(text).not.toContain(reporter.name)
  expect(text).not.toContain(reporter.phone)
})
