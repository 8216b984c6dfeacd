import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { usualProcedure } from '../common/procedure/settings.ts'
import { reduceCase } from '../common/reduce.ts'
import type { CasePage } from '../common/presented.ts'
import { toCaseFile } from './case-row.ts'
import * as verbs from '../testing.ts'

const { db } = await freshDatabase()
const house = await verbs.CasesHouse.open(db)
const { cast } = house
const everywhere = (...words: string[]) =>
  words.map(permission => ({ permission, within: { kind: 'everywhere' } as const }))
const ownUnit = (...words: string[]) => words.map(permission => ({ permission, within: { kind: 'own-unit' } as const }))
const inCleaning = { unitId: verbs.cleaningUnit }
const lead = house.actor('lead', ownUnit('cases.read', 'cases.handle', 'cases.approve'), inCleaning)
const roads = house.actor('roads', ownUnit('cases.read', 'cases.handle'), { unitId: verbs.roadsUnit })
const supervisor = house.actor('supervisor', everywhere('cases.read', 'cases.supervise', 'cases.move-level'))
const asker = house.actor('asker', ownUnit('cases.read', 'cases.handle', 'cases.approve'), inCleaning)

/** As somebody, with the version that is there now. */
async function act(actor: Actor, name: string, caseId: string, more: object = {}): Promise<unknown> {
  const { rows } = await db.pool.query('select version from cases.case_file where id = $1', [caseId])
  const input = { caseId, version: (rows[0] as { version: number }).version, ...more }
  return house.as(actor).command(name as never, input as never)
}
async function sure(...call: Parameters<typeof act>): Promise<void> {
  const answer = await act(...call)
  if (isRefusal(answer)) throw new Error(`${call[1]}: ${answer.code} ${JSON.stringify(answer.detail)}`)
}
const show = (caseId: string): Promise<CasePage> => verbs.showCase(house.as(supervisor), caseId)
const tasks = async (caseId: string) =>
  (await db.pool.query('select task, unit_id, post_id from inbox.item where subject_id = $1 order by task', [caseId]))
    .rows as { task: string; unit_id: string | null; post_id: string | null }[]
const timer = ({ timers }: CasePage, name: string) => timers.find(one => one.name === name)
const tick = async () => {
  for (const job of house.module.jobs) await job.run({ db, now: house.now, data: null })
}

test('a claimed report waits for that post alone, and others cannot take it in', async () => {
  const { caseId } = await house.caseThatIs('reported')
  await sure(cast.acceptor, 'cases.claim', caseId)
  expect(await tasks(caseId)).toMatchObject([{ task: 'accept', post_id: 'post-of-acceptor' }])
  const other = house.actor('other', everywhere('cases.read', 'cases.accept'))
  expect(await act(other, 'cases.accept', caseId)).toMatchObject({ code: 'cases/claimed-by-another' })
  await sure(cast.acceptor, 'cases.release', caseId)
  await sure(other, 'cases.accept', caseId)
})

test('what nobody claims in time is given to the nearest post, by the clock', async () => {
  const { caseId } = await house.caseThatIs('reported')
  await tick()
  expect((await show(caseId)).procedure.claimedBy).toBeNull()
  house.later(20)
  await tick()
  const page = await show(caseId)
  expect(page.procedure.claimedBy).not.toBeNull()
  expect(page.timeline.at(-1)).toMatchObject({ type: 'assigned', by: { kind: 'staff', personName: null } })
})

test('a check before filing goes to the worker near by, who sees nothing of the reporter, and holds up the filing', async () => {
  const { caseId } = await house.caseThatIs('accepted', { reporter: { name: '王小明', phone: '13812345678' } })
  await sure(cast.acceptor, 'cases.ask-check', caseId)
  expect(await tasks(caseId)).toMatchObject([{ task: 'check', post_id: 'verifier-1.1' }])
  expect(timer(await show(caseId), 'check')).toMatchObject({
    state: 'running',
    limit: { clock: 'urgent-hour', amount: 24 },
  })
  expect(await act(cast.chief, 'cases.file', caseId, { classKind: 'event', classCode: '06010' })).toMatchObject({
    code: 'cases/held-up',
  })
  const seen = await verbs.showCase(house.as(cast.verifier), caseId)
  expect(seen.reporter).toBeNull()
  await sure(cast.verifier, 'cases.report-check', caseId, { isTrue: true, note: '确有垃圾' })
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

test('host and assistants, each with a clock; the host hands in when they have', async () => {
  const { caseId } = await house.caseThatIs('filed')
  await sure(cast.dispatcher, 'cases.dispatch', caseId, {
    unitId: verbs.cleaningUnit,
    assistUnitIds: [verbs.roadsUnit],
  })
  expect(await tasks(caseId)).toMatchObject([{ task: `assist:${verbs.roadsUnit}`, unit_id: verbs.roadsUnit }])
  expect(timer(await show(caseId), `assist:${verbs.roadsUnit}`)?.state).toBe('running')
  expect(await act(cast.handler, 'cases.handle', caseId, { note: '好' })).toMatchObject({ code: 'cases/held-up' })
  expect((await verbs.showCase(house.as(roads), caseId)).allowed).toContain('assist-done')
  await sure(roads, 'cases.assist-done', caseId, { note: '围挡已撤' })
  await sure(cast.handler, 'cases.handle', caseId, { note: '好' })
})

test('an extension: asked, approved by the unit and by the dispatcher, twice at most, never after the limit', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const due = (await show(caseId)).dueAt!
  for (let i = 0; i < 2; i++) {
    await sure(asker, 'cases.ask-extension', caseId, { reason: '缺料' })
    expect(await act(asker, 'cases.answer-extension', caseId, { isGranted: true })).toMatchObject({
      code: 'cases/not-your-own-request',
    })
    await sure(lead, 'cases.answer-extension', caseId, { isGranted: true })
    await sure(cast.dispatcher, 'cases.confirm-extension', caseId, { isGranted: true })
  }
  expect((await show(caseId)).dueAt! > due).toBe(true)
  expect(await act(asker, 'cases.ask-extension', caseId, { reason: '还缺' })).toMatchObject({
    code: 'cases/extended-enough',
  })
  const late = (await house.caseThatIs('dispatched')).caseId
  const before = house.now
  house.later(60 * 24 * 9)
  expect(await act(asker, 'cases.ask-extension', late, { reason: '缺料' })).toMatchObject({
    code: 'cases/too-late-to-extend',
  })
  house.now = before
})

test('a request that was not granted takes nothing from those that there are', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const no = { isGranted: false, note: '料已到' }
  const ask = () => sure(asker, 'cases.ask-extension', caseId, { reason: '缺料' })
  await ask()
  await sure(lead, 'cases.answer-extension', caseId, no)
  for (let i = 0; i < 2; i++) {
    await ask()
    await sure(lead, 'cases.answer-extension', caseId, { isGranted: true })
    await sure(cast.dispatcher, 'cases.confirm-extension', caseId, no)
    await ask()
    await sure(lead, 'cases.answer-extension', caseId, { isGranted: true })
    await sure(cast.dispatcher, 'cases.confirm-extension', caseId, { isGranted: true })
  }
  expect((await show(caseId)).procedure.extensionCount).toBe(2)
  expect(await act(asker, 'cases.ask-extension', caseId, { reason: '还缺' })).toMatchObject({
    code: 'cases/extended-enough',
  })
  const until = new Date(Date.parse(house.now) + 30 * 86_400_000).toISOString()
  for (const answer of [no, { isGranted: true }]) {
    await sure(cast.handler, 'cases.ask-suspension', caseId, { reason: '季节', until })
    await sure(cast.dispatcher, 'cases.answer-suspension', caseId, answer)
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
  await sure(one!, 'cases.ask-extension', caseId, { reason: '缺料' })
  await sure(two!, 'cases.answer-extension', caseId, granted)
  for (const who of [one!, two!]) expect(await act(who, 'cases.confirm-extension', caseId, granted)).toMatchObject(own)
  await sure(three!, 'cases.confirm-extension', caseId, granted)
  const until = new Date(Date.parse(house.now) + 86_400_000).toISOString()
  await sure(one!, 'cases.ask-suspension', caseId, { reason: '停电', until })
  expect(await act(one!, 'cases.answer-suspension', caseId, granted)).toMatchObject(own)
  const closed = (await house.caseThatIs('closed')).caseId
  await sure(one!, 'cases.appeal', closed, { reason: '暴雨' })
  expect(await act(one!, 'cases.review-appeal', closed, granted)).toMatchObject(own)
  await sure(two!, 'cases.review-appeal', closed, granted)
  for (const who of [one!, two!]) expect(await act(who, 'cases.confirm-appeal', closed, granted)).toMatchObject(own)
  await sure(three!, 'cases.confirm-appeal', closed, granted)
})

test('a suspension stops the clocks until its day, waits for nobody, ends by itself, and is had once', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const due = (await show(caseId)).dueAt!
  const until = new Date(Date.parse(house.now) + 30 * 86_400_000).toISOString()
  const tooLong = new Date(Date.parse(house.now) + 400 * 86_400_000).toISOString()
  expect(await act(cast.handler, 'cases.ask-suspension', caseId, { reason: '季节', until: tooLong })).toMatchObject({
    code: 'cases/suspension-date',
  })
  await sure(cast.handler, 'cases.ask-suspension', caseId, { reason: '种植季节', until })
  await sure(cast.dispatcher, 'cases.answer-suspension', caseId, { isGranted: true })
  expect(await tasks(caseId)).toEqual([])
  expect(await act(cast.handler, 'cases.handle', caseId, { note: '好' })).toMatchObject({ code: 'cases/held-up' })
  expect((await show(caseId)).dueAt! > due).toBe(true)
  const before = house.now
  house.later(60 * 24 * 30 + 1)
  await tick()
  expect(await tasks(caseId)).toMatchObject([{ task: 'handle' }])
  expect(await show(caseId)).toMatchObject({ suspendedUntil: null })
  const again = new Date(Date.parse(house.now) + 86_400_000).toISOString()
  expect(await act(cast.handler, 'cases.ask-suspension', caseId, { reason: '再等', until: again })).toMatchObject({
    code: 'cases/suspended-enough',
  })
  house.now = before
})

test('a dispute is ruled on, within a limit, and the ruling binds', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  await sure(cast.handler, 'cases.dispute', caseId, { reason: '属市政' })
  expect(await tasks(caseId)).toMatchObject([{ task: 'rule' }])
  await sure(cast.dispatcher, 'cases.rule', caseId, { unitId: verbs.roadsUnit, reason: '按职责清单' })
  expect(await tasks(caseId)).toMatchObject([{ task: 'handle', unit_id: verbs.roadsUnit }])
  expect(await act(roads, 'cases.dispute', caseId, { reason: '不服' })).toMatchObject({ code: 'cases/ruled-already' })
  const page = await show(caseId)
  expect(timer(page, `handle:${verbs.cleaningUnit}`)?.state).toBe('stopped')
  expect(timer(page, 'handle')?.state).toBe('running')
})

test('parts are cases of their own, and the whole closes after them', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const parts = [newId(), newId()].map((id, i) => ({ caseId: id, description: `第${i + 1}处` }))
  await sure(cast.dispatcher, 'cases.split', caseId, { parts })
  const page = await show(caseId)
  expect(page.procedure.children.map(child => child.caseId)).toEqual(parts.map(part => part.caseId))
  expect(await show(parts[0]!.caseId)).toMatchObject({ status: 'filed', procedure: { parent: { caseId } } })
  await verbs.handleCase(house.as(cast.handler), caseId)
  await verbs.verifyCase(house.as(cast.verifier), caseId)
  expect(await act(cast.chief, 'cases.close', caseId)).toMatchObject({ code: 'cases/children-open' })
  for (const part of parts) await sure(supervisor, 'cases.void', part.caseId, { reason: '并回主案卷' })
  await verbs.closeCase(house.as(cast.chief), caseId)
})

test('an appeal after closing, once, two reviewers: exempt in statistics, and the fact that it was late stays', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const before = house.now
  house.later(60 * 24 * 20)
  await verbs.handleCase(house.as(cast.handler), caseId)
  await verbs.verifyCase(house.as(cast.verifier), caseId)
  await verbs.closeCase(house.as(cast.chief), caseId)
  await sure(cast.handler, 'cases.appeal', caseId, { reason: '连续暴雨' })
  await sure(cast.chief, 'cases.review-appeal', caseId, { isGranted: true })
  await sure(supervisor, 'cases.confirm-appeal', caseId, { isGranted: true })
  const page = await show(caseId)
  expect(page.procedure.isExempt).toBe(true)
  expect(timer(page, 'handle')).toMatchObject({ isOverdue: true, isExempt: true })
  expect(await act(cast.handler, 'cases.appeal', caseId, { reason: '再来' })).toMatchObject({
    code: 'cases/appealed-already',
  })
  house.now = before
})

test('a case is left out of the rates by hand of two people, for a reason of the place, and counted again by one', async () => {
  const { caseId } = await house.caseThatIs('closed')
  const [asks, agrees] = ['asks', 'agrees'].map(name => house.actor(name, everywhere('cases.read', 'cases.leave-out')))
  const wish = { reason: '重复反映', note: '同一人三天内第三次反映同一件事' }
  const leaveOut = (actor: Actor, more: object) => act(actor, 'cases.ask-leave-out', caseId, { ...wish, ...more })
  expect(await leaveOut(supervisor, {})).toMatchObject({ code: 'commands/not-allowed' })
  expect(await leaveOut(asks!, { reason: '看着不顺眼' })).toMatchObject({
    code: 'cases/unknown-leave-out-reason',
    detail: { reasons: usualProcedure.leaveOutReasons },
  })
  expect(await leaveOut(asks!, { note: '  ' })).toMatchObject({ code: 'cases/text-missing' })
  await sure(asks!, 'cases.ask-leave-out', caseId, wish)
  expect(await tasks(caseId)).toMatchObject([{ task: 'answer-leave-out' }])
  expect((await show(caseId)).procedure).toMatchObject({ leaveOut: wish, leftOut: null })
  const granted = { isGranted: true }
  expect(await act(asks!, 'cases.answer-leave-out', caseId, granted)).toMatchObject({
    code: 'cases/not-your-own-request',
  })
  await sure(agrees!, 'cases.answer-leave-out', caseId, granted)
  expect(await tasks(caseId)).toEqual([])
  const { procedure, timeline } = await show(caseId)
  expect(procedure).toMatchObject({ leaveOut: null, leftOut: wish })
  expect(timeline.slice(-2)).toMatchObject([{ type: 'leave-out-asked', ...wish }, { type: 'left-out' }])
  expect(await act(agrees!, 'cases.count-again', caseId, { reason: ' ' })).toMatchObject({ code: 'cases/text-missing' })
  await sure(agrees!, 'cases.count-again', caseId, { reason: '查实是两件事' })
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
  await sure(asks!, 'cases.ask-leave-out', caseId, { reason: '超出职责范围', note: '属省管公路' })
  const no = { isGranted: false }
  expect(await act(second!, 'cases.answer-leave-out', caseId, no)).toMatchObject({ code: 'cases/text-missing' })
  await sure(second!, 'cases.answer-leave-out', caseId, { ...no, note: '辅路归我们' })
  expect((await show(caseId)).procedure).toMatchObject({ leaveOut: null, leftOut: null })
  // It may be asked again.
  await sure(asks!, 'cases.ask-leave-out', caseId, { reason: '不可抗力', note: '台风' })
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
  expect(await tasks(caseId)).toMatchObject([{ task: 'dispatch' }])
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

test('raised, the lower level sees it and cannot go on with it; the higher one can', async () => {
  const { caseId } = await house.caseThatIs('reported')
  const inside = (path: string) => ({ permission: 'cases.accept', within: { kind: 'subtree', path } as const })
  const community = house.actor('community', [inside('1.1'), ...everywhere('cases.read')])
  const street = house.actor('street', [inside('1'), ...everywhere('cases.read')])
  await sure(supervisor, 'cases.raise', caseId, { reason: '社区办不了' })
  expect(await act(community, 'cases.accept', caseId)).toMatchObject({ code: 'cases/not-allowed' })
  const waits = async (actor: Actor) =>
    (await verbs.listCases(house.as(actor), { waitsForMe: true })).map(row => row.caseId).includes(caseId)
  expect(await waits(community)).toBe(false)
  expect(await waits(street)).toBe(true)
  expect(await show(caseId)).toMatchObject({ level: 'street' })
  await sure(street, 'cases.accept', caseId)
  await sure(supervisor, 'cases.assign-down', caseId, { reason: '社区能办' })
  expect(await show(caseId)).toMatchObject({ level: 'community' })
})

test('fifty reports at one moment: each has a number of its own, and none is lost', async () => {
  const reporters = Array.from({ length: 50 }, () =>
    verbs.reportCase(house.as(cast.resident), { place: house.placeIn('1.2') }),
  )
  const numbers = (await Promise.all(reporters)).map(one => one.number)
  expect(new Set(numbers).size).toBe(50)
})

test('every row is what its history says, clocks and all', async () => {
  const { rows } = await db.pool.query('select * from cases.case_file')
  expect(rows.length).toBeGreaterThan(50)
  for (const row of rows as Parameters<typeof toCaseFile>[0][]) {
    const events = await db.pool.query('select body from cases.case_event where case_id = $1 order by version', [
      row.id,
    ])
    const story = reduceCase(events.rows.map((one: { body: never }) => one.body))
    expect(JSON.parse(JSON.stringify(toCaseFile(row).procedure))).toEqual(JSON.parse(JSON.stringify(story.procedure)))
  }
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
