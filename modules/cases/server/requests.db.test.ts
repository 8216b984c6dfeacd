import { expect, test } from 'vitest'
import { freshDatabase } from '#testkit/database.ts'
import { usualProcedure } from '../common/procedure/settings.ts'
import type { CasePage } from '../common/presented.ts'
import * as verbs from '../testing.ts'

const { db } = await freshDatabase()
const house = await verbs.CasesHouse.open(db)
const { cast } = house
const everywhere = (...words: string[]) =>
  words.map(permission => ({ permission, within: { kind: 'everywhere' } as const }))
const ownUnit = (...words: string[]) => words.map(permission => ({ permission, within: { kind: 'own-unit' } as const }))
const inCleaning = { unitId: verbs.cleaningUnit }
const lead = house.actor('lead', ownUnit('cases.read', 'cases.handle', 'cases.approve'), inCleaning)
const supervisor = house.actor('supervisor', everywhere('cases.read', 'cases.supervise', 'cases.move-level'))
const asker = house.actor('asker', ownUnit('cases.read', 'cases.handle', 'cases.approve'), inCleaning)

const show = (caseId: string): Promise<CasePage> => verbs.showCase(house.as(supervisor), caseId)
const timer = ({ timers }: CasePage, name: string) => timers.find(one => one.name === name)

test('an extension: asked, approved by the unit and by the dispatcher, twice at most, never after the limit', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const due = (await show(caseId)).dueAt!
  for (let i = 0; i < 2; i++) {
    await house.sure(asker, 'cases.ask-extension', caseId, { reason: '缺料' })
    expect(await house.act(asker, 'cases.answer-extension', caseId, { isGranted: true })).toMatchObject({
      code: 'cases/not-your-own-request',
    })
    await house.sure(lead, 'cases.answer-extension', caseId, { isGranted: true })
    await house.sure(cast.dispatcher, 'cases.confirm-extension', caseId, { isGranted: true })
  }
  expect((await show(caseId)).dueAt! > due).toBe(true)
  expect(await house.act(asker, 'cases.ask-extension', caseId, { reason: '还缺' })).toMatchObject({
    code: 'cases/extended-enough',
  })
  const late = (await house.caseThatIs('dispatched')).caseId
  const before = house.now
  house.later(60 * 24 * 9)
  expect(await house.act(asker, 'cases.ask-extension', late, { reason: '缺料' })).toMatchObject({
    code: 'cases/too-late-to-extend',
  })
  house.now = before
})

test('a request that was not granted takes nothing from those that there are', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const no = { isGranted: false, note: '料已到' }
  const ask = () => house.sure(asker, 'cases.ask-extension', caseId, { reason: '缺料' })
  await ask()
  await house.sure(lead, 'cases.answer-extension', caseId, no)
  for (let i = 0; i < 2; i++) {
    await ask()
    await house.sure(lead, 'cases.answer-extension', caseId, { isGranted: true })
    await house.sure(cast.dispatcher, 'cases.confirm-extension', caseId, no)
    await ask()
    await house.sure(lead, 'cases.answer-extension', caseId, { isGranted: true })
    await house.sure(cast.dispatcher, 'cases.confirm-extension', caseId, { isGranted: true })
  }
  expect((await show(caseId)).procedure.extensionCount).toBe(2)
  expect(await house.act(asker, 'cases.ask-extension', caseId, { reason: '还缺' })).toMatchObject({
    code: 'cases/extended-enough',
  })
  const until = new Date(Date.parse(house.now) + 30 * 86_400_000).toISOString()
  for (const answer of [no, { isGranted: true }]) {
    await house.sure(cast.handler, 'cases.ask-suspension', caseId, { reason: '季节', until })
    await house.sure(cast.dispatcher, 'cases.answer-suspension', caseId, answer)
  }
  expect((await show(caseId)).suspendedUntil).toBe(until)
})

test('every deadline that counts through a year without holidays says so', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const { timers } = await show(caseId)
  // The calendar of this house has no holidays of any year; what runs round the clock needs none.
  const year = Number(house.now.slice(0, 4))
  expect(timer({ timers } as CasePage, 'handle')?.uncoveredYears).toEqual([year])
  expect(timers.filter(one => one.limit.clock === 'urgent-hour').flatMap(one => one.uncoveredYears)).toEqual([])
})

test('a request takes as many people as it has steps, whatever posts one of them holds', async () => {
  const words = ['cases.read', 'cases.handle', 'cases.approve', 'cases.dispatch', 'cases.close', 'cases.supervise']
  const [one, two, three] = ['one', 'two', 'three'].map(name => house.actor(name, everywhere(...words), inCleaning))
  const granted = { isGranted: true }
  const own = { code: 'cases/not-your-own-request' }
  const { caseId } = await house.caseThatIs('dispatched')
  await house.sure(one!, 'cases.ask-extension', caseId, { reason: '缺料' })
  await house.sure(two!, 'cases.answer-extension', caseId, granted)
  for (const who of [one!, two!])
    expect(await house.act(who, 'cases.confirm-extension', caseId, granted)).toMatchObject(own)
  await house.sure(three!, 'cases.confirm-extension', caseId, granted)
  const until = new Date(Date.parse(house.now) + 86_400_000).toISOString()
  await house.sure(one!, 'cases.ask-suspension', caseId, { reason: '停电', until })
  expect(await house.act(one!, 'cases.answer-suspension', caseId, granted)).toMatchObject(own)
  const closed = (await house.caseThatIs('closed')).caseId
  await house.sure(one!, 'cases.appeal', closed, { reason: '暴雨' })
  expect(await house.act(one!, 'cases.review-appeal', closed, granted)).toMatchObject(own)
  await house.sure(two!, 'cases.review-appeal', closed, granted)
  for (const who of [one!, two!])
    expect(await house.act(who, 'cases.confirm-appeal', closed, granted)).toMatchObject(own)
  await house.sure(three!, 'cases.confirm-appeal', closed, granted)
})

test('a suspension stops the clocks until its day, waits for nobody, ends by itself, and is had once', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const due = (await show(caseId)).dueAt!
  const until = new Date(Date.parse(house.now) + 30 * 86_400_000).toISOString()
  const tooLong = new Date(Date.parse(house.now) + 400 * 86_400_000).toISOString()
  expect(
    await house.act(cast.handler, 'cases.ask-suspension', caseId, { reason: '季节', until: tooLong }),
  ).toMatchObject({
    code: 'cases/suspension-date',
  })
  await house.sure(cast.handler, 'cases.ask-suspension', caseId, { reason: '种植季节', until })
  await house.sure(cast.dispatcher, 'cases.answer-suspension', caseId, { isGranted: true })
  expect(await house.tasks(caseId)).toEqual([])
  expect(await house.act(cast.handler, 'cases.handle', caseId, { note: '好' })).toMatchObject({ code: 'cases/held-up' })
  expect((await show(caseId)).dueAt! > due).toBe(true)
  const before = house.now
  house.later(60 * 24 * 30 + 1)
  await house.tick()
  expect(await house.tasks(caseId)).toMatchObject([{ task: 'handle' }])
  expect(await show(caseId)).toMatchObject({ suspendedUntil: null })
  const again = new Date(Date.parse(house.now) + 86_400_000).toISOString()
  expect(await house.act(cast.handler, 'cases.ask-suspension', caseId, { reason: '再等', until: again })).toMatchObject(
    {
      code: 'cases/suspended-enough',
    },
  )
  house.now = before
})

test('a limit that begins keeps the shares at which its light changes; others come later', async () => {
  const before = house.now
  const early = await house.caseThatIs('dispatched')
  house.procedureAt = () => ({ ...usualProcedure, lights: { yellowPercent: 20, orangePercent: 50 } })
  const late = await house.caseThatIs('dispatched')
  const lightOf = async ({ caseId }: { readonly caseId: string }) => timer(await show(caseId), 'handle')?.light
  const due = Date.parse(timer(await show(late.caseId), 'handle')!.dueAt!)
  const lights: unknown[] = []
  while (Date.parse(house.now) < due) {
    lights.push([await lightOf(early), await lightOf(late)])
    house.later(60 * 4)
  }
  const seen = [...new Set(lights.map(pair => JSON.stringify(pair)))].map(pair => JSON.parse(pair) as unknown)
  expect(seen).toEqual(
    expect.arrayContaining([
      ['green', 'green'],
      ['green', 'yellow'],
      ['green', 'orange'],
      ['yellow', 'orange'],
    ]),
  )
  expect(seen).not.toContainEqual(['yellow', 'green'])
  house.procedureAt = () => usualProcedure
  house.now = before
})

test('every row is what its history says, clocks and all', async () => {
  const { cases, wrong } = await house.heldAgainstHistory()
  expect(cases).toBeGreaterThan(2)
  expect(wrong).toEqual([])
})
