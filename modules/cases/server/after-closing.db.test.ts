import { expect, test } from 'vitest'
import { freshDatabase } from '#testkit/database.ts'
import { usualProcedure } from '../common/procedure/settings.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
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

test('an appeal after closing, once, two reviewers: exempt in statistics, and the fact that it was late stays', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const before = house.now
  house.later(60 * 24 * 20)
  await verbs.handleCase(house.as(cast.handler), caseId)
  await verbs.verifyCase(house.as(cast.verifier), caseId)
  await verbs.closeCase(house.as(cast.chief), caseId)
  await house.sure(cast.handler, 'cases.appeal', caseId, { reason: '连续暴雨' })
  await house.sure(cast.chief, 'cases.review-appeal', caseId, { isGranted: true })
  await house.sure(supervisor, 'cases.confirm-appeal', caseId, { isGranted: true })
  const page = await show(caseId)
  expect(page.procedure.isExempt).toBe(true)
  expect(timer(page, 'handle')).toMatchObject({ isOverdue: true, isExempt: true })
  expect(await house.act(cast.handler, 'cases.appeal', caseId, { reason: '再来' })).toMatchObject({
    code: 'cases/appealed-already',
  })
  house.now = before
})

test('a case is left out of the rates by hand of two people, for a reason of the place, and counted again by one', async () => {
  const { caseId } = await house.caseThatIs('closed')
  const [asks, agrees] = ['asks', 'agrees'].map(name => house.actor(name, everywhere('cases.read', 'cases.leave-out')))
  const wish = { reason: '重复反映', note: '同一人三天内第三次反映同一件事' }
  const leaveOut = (actor: Actor, more: object) => house.act(actor, 'cases.ask-leave-out', caseId, { ...wish, ...more })
  expect(await leaveOut(supervisor, {})).toMatchObject({ code: 'commands/not-allowed' })
  expect(await leaveOut(asks!, { reason: '看着不顺眼' })).toMatchObject({
    code: 'cases/unknown-leave-out-reason',
    detail: { reasons: usualProcedure.leaveOutReasons },
  })
  expect(await leaveOut(asks!, { note: '  ' })).toMatchObject({ code: 'cases/text-missing' })
  await house.sure(asks!, 'cases.ask-leave-out', caseId, wish)
  expect(await house.tasks(caseId)).toMatchObject([{ task: 'answer-leave-out' }])
  expect((await show(caseId)).procedure).toMatchObject({ leaveOut: wish, leftOut: null })
  const granted = { isGranted: true }
  expect(await house.act(asks!, 'cases.answer-leave-out', caseId, granted)).toMatchObject({
    code: 'cases/not-your-own-request',
  })
  await house.sure(agrees!, 'cases.answer-leave-out', caseId, granted)
  expect(await house.tasks(caseId)).toEqual([])
  const { procedure, timeline } = await show(caseId)
  expect(procedure).toMatchObject({ leaveOut: null, leftOut: wish })
  expect(timeline.slice(-2)).toMatchObject([{ type: 'leave-out-asked', ...wish }, { type: 'left-out' }])
  expect(await house.act(agrees!, 'cases.count-again', caseId, { reason: ' ' })).toMatchObject({
    code: 'cases/text-missing',
  })
  await house.sure(agrees!, 'cases.count-again', caseId, { reason: '查实是两件事' })
  expect((await show(caseId)).procedure.leftOut).toBeNull()
  const told = await db.pool.query(
    'select kind from notices.notice where person_id = $1 and subject_id = $2 order by kind',
    ['asks', caseId],
  )
  expect(told.rows.map(({ kind }) => kind)).toEqual(['cases.counted-again', 'cases.relief-given'])
})

test('who does not agree says why, and nothing changes', async () => {
  const { caseId } = await house.caseThatIs('reported')
  const [asks, second] = ['asks', 'second'].map(name => house.actor(name, everywhere('cases.read', 'cases.leave-out')))
  await house.sure(asks!, 'cases.ask-leave-out', caseId, { reason: '超出职责范围', note: '属省管公路' })
  const no = { isGranted: false }
  expect(await house.act(second!, 'cases.answer-leave-out', caseId, no)).toMatchObject({ code: 'cases/text-missing' })
  await house.sure(second!, 'cases.answer-leave-out', caseId, { ...no, note: '辅路归我们' })
  expect((await show(caseId)).procedure).toMatchObject({ leaveOut: null, leftOut: null })
  // It may be asked again.
  await house.sure(asks!, 'cases.ask-leave-out', caseId, { reason: '不可抗力', note: '台风' })
})

// DIGIT's complaints: create, assign, resolve, search, and a window for reopening (peers.md).

test('the reporter reopens within the window, by the code; after it the door is shut', async () => {
  const { caseId, number, followCode } = await house.caseThatIs('closed')
  const stranger = house.as(house.actor('stranger', [], { postId: null }))
  const reopen = (code: string) =>
    stranger.command('cases.reopen' as never, { who: { number, followCode: code }, reason: '又堆满了' } as never)
  const wrong: unknown = await reopen('AAAAAAAAAA')
  expect(wrong).toMatchObject({ code: 'cases/wrong-code' })
  const done: unknown = await reopen(followCode)
  expect(done).toMatchObject({ status: 'filed' })
  expect(await house.tasks(caseId)).toMatchObject([{ task: 'dispatch' }])
  const late = await house.caseThatIs('closed')
  const before = house.now
  house.later(60 * 24 * 8)
  const own: unknown = await house
    .as(cast.resident)
    .command('cases.reopen' as never, { who: { caseId: late.caseId }, reason: '又坏了' } as never)
  expect(own).toMatchObject({ code: 'cases/reopen-window-over' })
  house.now = before
})

test('a shorter window takes nothing from a case that was closed before it began', async () => {
  const before = house.now
  const early = await house.caseThatIs('closed')
  house.later(60 * 24)
  const tightened = house.now
  house.procedureAt = now => ({ ...usualProcedure, reopenDays: now < tightened ? 7 : 1 })
  const late = await house.caseThatIs('closed')
  house.later(60 * 24 * 3)
  const reopen = async ({ caseId }: { readonly caseId: string }): Promise<unknown> =>
    house.as(cast.resident).command('cases.reopen' as never, { who: { caseId }, reason: '又坏了' } as never)
  expect(await reopen(early)).toMatchObject({ status: 'filed' })
  expect(await reopen(late)).toMatchObject({ code: 'cases/reopen-window-over' })
  house.procedureAt = () => usualProcedure
  house.now = before
})

test('every row is what its history says, clocks and all', async () => {
  const { cases, wrong } = await house.heldAgainstHistory()
  expect(cases).toBeGreaterThan(2)
  expect(wrong).toEqual([])
})
