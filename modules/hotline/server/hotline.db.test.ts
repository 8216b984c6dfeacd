import { expect, test } from 'vitest'
import { closedWithReachableReporter, readKnownCases } from '#modules/cases/server/index.ts'
import { CasesHouse } from '#modules/cases/testing.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { createBlindIndex, createSecretBox } from '#platform/crypto/server/index.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { readAnswers } from './case-call-back-store.ts'
import { usualCallBacks } from '../common/call.ts'
import { hotlineModule } from '../module.ts'

const { db } = await freshDatabase()
const house = await CasesHouse.open(db)
const report = house.module.commands.find(({ endpoint }) => endpoint.name === 'cases.report')!
const notes: { caseId: string; text: string }[] = []
const desk = hotlineModule({
  cases: {
    open: async (work, input) => (await report.run(work, report.endpoint.input.parse(input), undefined)) as never,
    known: async (read, actor, ids) =>
      (await readKnownCases(read, actor, ids)).map(({ id, number, status, since }) => ({
        ...{ caseId: id, number, closedAt: status === 'closed' ? since : null },
      })),
    reachable: async (read, actor, since, caseId) =>
      (await closedWithReachableReporter(read, actor, since, caseId)).map(one => ({
        ...{ caseId: one.id, number: one.number, source: one.source, closedAt: one.since, title: one.description },
      })),
    note: async (_, caseId, { text }) => notes.push({ caseId, text }),
  },
  secrets: createSecretBox({ current: 'test', keys: { test: Buffer.alloc(32, 7) } }),
  callerIndex: createBlindIndex({ current: 'i', keys: { i: Buffer.alloc(32, 5) } }),
  callBacks: () => usualCallBacks,
})

const deskWords = ['hotline.answer', 'hotline.see-caller', 'hotline.call-back', 'hotline.edit-articles']
const clerkOf = (unitId: string): Actor =>
  house.actor(
    `clerk-${unitId}`,
    [
      ...deskWords.map(permission => ({ permission, within: { kind: 'own-unit' as const } })),
      ...['cases.read', 'cases.report'].map(permission => ({ permission, within: { kind: 'everywhere' as const } })),
    ],
    { unitId },
  )
const clerk = clerkOf('desk-1')

async function does(name: string, input: object, actor = clerk): Promise<Record<string, unknown>> {
  const command = desk.commands.find(({ endpoint }) => endpoint.name === name)!
  const call = { actor, now: house.now, requestId: newId(), input }
  return (await runCommand(db, async () => {}, command, call)) as Record<string, unknown>
}
async function asks(name: string, input: object, actor = clerk): Promise<{ rows: Record<string, unknown>[] }> {
  const query = desk.queries.find(({ endpoint }) => endpoint.name === name)!
  return (await runQuery(db, query, { actor, everyPost: [actor], now: house.now, input })) as never
}
async function call(phone = '13812345678', more: object = {}): Promise<string> {
  const callId = newId()
  expect(await does('hotline.take-call', { callId, phone, kind: 'complaint', ...more })).toMatchObject({ callId })
  return callId
}

test('a second call of a number is told, its history only with a reason and on record', async () => {
  const phone = '13900001111'
  await call(phone, { summary: '楼道灯不亮' })
  const again = newId()
  const taken = await does('hotline.take-call', { callId: again, phone: '+86 139 0000 1111', kind: 'help' })
  expect(taken).toMatchObject({ earlierCalls: 1, maskedNumber: '139****1111' })
  const reasonless = await does('hotline.caller-history', { callId: again, reason: ' ' })
  expect(reasonless).toMatchObject({ refused: true })
  const history = await does('hotline.caller-history', { callId: again, reason: '核对之前的反映' })
  expect(history).toMatchObject({ phone, calls: [{ summary: '楼道灯不亮', maskedNumber: '139****1111' }] })
  const looks = await db.pool.query('select reason from hotline.caller_look where call_id = $1', [again])
  expect(looks.rows).toEqual([{ reason: '核对之前的反映' }])
  const kept = await db.pool.query('select phone_sealed, phone_index from hotline.call where id = $1', [again])
  const bytes = Buffer.concat([kept.rows[0].phone_sealed, kept.rows[0].phone_index])
  expect(bytes.includes('13900001111')).toBe(false)
})

test('another desk neither sees nor touches a call', async () => {
  const callId = await call()
  const other = clerkOf('desk-2')
  expect((await asks('hotline.list-calls', {}, other)).rows).toEqual([])
  const answered = await does('hotline.answer-call', { callId, answer: '已告知' }, other)
  expect(answered).toMatchObject({ code: 'hotline/no-such-call' })
})

test('what is no number, and control characters, do no harm', async () => {
  const bad = await does('hotline.take-call', { callId: newId(), phone: "'; drop", kind: 'help' })
  expect(bad).toMatchObject({ code: 'hotline/no-number' })
  const callId = await call('12345', { summary: 'a\u0000b\u202E' })
  expect((await asks('hotline.list-calls', {})).rows.find(row => row.callId === callId)).toMatchObject({
    summary: 'ab',
  })
})

test('a list that stops says how many there are: articles beside a call, earlier calls of a number', async () => {
  for (let n = 0; n < 32; n++) {
    const article = {
      articleId: newId(),
      seenVersion: 0,
      title: `蓄水池清洗须知 ${n}`,
      body: '停水',
      from: '2026-01-01',
    }
    await does('hotline.put-article', article)
  }
  const found = await asks('hotline.search-articles', { text: '蓄水池' })
  expect(found).toMatchObject({ total: 32 })
  expect(found.rows).toHaveLength(30)
  expect(await asks('hotline.search-articles', { text: '没有这样的词' })).toEqual({ rows: [], total: 0 })
  const calls: string[] = []
  for (let n = 0; n < 53; n++) calls.push(await call('13911112222'))
  expect(await asks('hotline.show-call', { callId: calls[0] })).toMatchObject({ earlierCalls: 52 })
  const history = await does('hotline.caller-history', { callId: calls[0], reason: '核对重复来电' })
  expect(history['calls']).toHaveLength(52)
})

test('articles: the version in force on the day is found and recorded with the answer', async () => {
  const articleId = newId()
  const put = (seenVersion: number, body: string, from: string) =>
    does('hotline.put-article', { articleId, seenVersion, title: '居住证怎么办理', body, from })
  expect(await put(0, '带身份证', '2026-01-01')).toMatchObject({ version: 1 })
  expect(await put(1, '网上办理', '2026-12-01')).toMatchObject({ version: 2 })
  expect(await put(1, '抢先改', '2026-12-01')).toMatchObject({ code: 'hotline/article-changed' })
  expect((await asks('hotline.search-articles', { text: '居住证' })).rows).toMatchObject([{ version: 1 }])
  expect((await asks('hotline.search-articles', { text: '居住', day: '2026-12-02' })).rows).toMatchObject([
    { version: 2 },
  ])
  expect((await asks('hotline.search-articles', { text: '井盖' })).rows).toEqual([])
  const callId = await call()
  expect(await does('hotline.answer-call', { callId, answer: '带身份证即可', articleId })).toEqual({ callId })
  const kept = await db.pool.query('select article_version, outcome from hotline.call where id = $1', [callId])
  expect(kept.rows).toEqual([{ article_version: 1, outcome: 'answered' }])
  expect(await does('hotline.answer-call', { callId, answer: '再答' })).toMatchObject({ code: 'hotline/call-settled' })
})

test('a call becomes a case with its caller as reporter, or hangs on one that is there', async () => {
  const callId = await call()
  const caseId = newId()
  const opened = await does('hotline.open-case', {
    callId,
    caseId,
    description: '路灯不亮',
    place: house.placeIn('1.2'),
  })
  expect(opened).toMatchObject({ caseId })
  const kept = await db.pool.query('select source from cases.case_file where id = $1', [caseId])
  expect(kept.rows).toEqual([{ source: 'hotline' }])
  const reporters = await db.pool.query(
    'select 1 from cases.reporter where case_id = $1 and phone_sealed is not null',
    [caseId],
  )
  expect(reporters.rowCount).toBe(1)
  const second = await call()
  expect(await does('hotline.link-call', { callId: second, caseId })).toMatchObject({ number: opened['number'] })
  const third = await call()
  expect(await does('hotline.link-call', { callId: third, caseId: newId() })).toMatchObject({
    code: 'hotline/no-such-case',
  })
})

test('call-backs wait for the closing, count tries, and offer reopening to the dissatisfied', async () => {
  const { caseId } = await house.caseThatIs('verified')
  const callId = await call()
  await does('hotline.link-call', { callId, caseId })
  const back = (more: object) => does('hotline.record-call-back', { callId, reached: false, ...more })
  expect(await back({})).toMatchObject({ code: 'hotline/case-not-closed' })
  const closed = await house.as(house.cast.chief).query('cases.show' as never, { caseId } as never)
  const { version } = closed as unknown as { version: number }
  await house.as(house.cast.chief).command('cases.close' as never, { caseId, version } as never)
  const due = await asks('hotline.list-call-backs', {})
  expect(due.rows).toMatchObject([{ call: { callId }, isOverdue: false, tries: 0 }])
  house.later(49 * 60)
  expect((await asks('hotline.list-call-backs', {})).rows).toMatchObject([{ isOverdue: true }])
  expect(await back({ solved: true })).toMatchObject({ code: 'hotline/answers-unheard' })
  expect(await back({ reached: true })).toMatchObject({ code: 'hotline/answers-missing' })
  expect(await back({})).toMatchObject({ tries: 1, isDone: false, offersReopening: false })
  const unhappy = { reached: true, solved: false, satisfaction: 'dissatisfied' }
  expect(await back(unhappy)).toMatchObject({ tries: 2, isDone: true, offersReopening: true })
  expect(await back(unhappy)).toMatchObject({ code: 'hotline/called-back-already' })
  expect((await asks('hotline.list-call-backs', {})).rows).toEqual([])
  const span = { from: '2026-09-01T00:00:00.000Z', until: '2026-10-01T00:00:00.000Z' }
  const figures = house.actor('supervisor', [{ permission: 'hotline.figures', within: { kind: 'everywhere' } }])
  expect(await asks('hotline.call-back-figures', span, figures)).toMatchObject({
    ...{ tries: 2, reached: 1, solved: 0 },
    bySatisfaction: { dissatisfied: 1, satisfied: 0 },
  })
})

test('who is due is not lost behind hundreds of calls whose cases are still open', async () => {
  const { caseId } = await house.caseThatIs('closed')
  const busy = clerkOf('desk-busy')
  const first = newId()
  await does('hotline.take-call', { callId: first, phone: '12345678', kind: 'help' }, busy)
  await does('hotline.link-call', { callId: first, caseId }, busy)
  // Older ones by their ids, hanging on cases that are not closed: here, on none that can be seen.
  await db.pool.query(
    `insert into hotline.call select
      ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, taken_at, taken_by, unit_id, phone_sealed,
      phone_index, masked_number, name_sealed, kind, summary, place, outcome, answer, article_id, article_version,
      gen_random_uuid(), case_number, called_back_at
    from hotline.call, generate_series(1, 1001) n where id = $1`,
    [first],
  )
  const due = await asks('hotline.list-call-backs', {}, busy)
  expect(due).toMatchObject({ rows: [{ call: { callId: first } }], total: 1, overdue: 0 })
})

test('the knowledge base shows what is in force, what comes and what is retired, with every version', async () => {
  const put = (articleId: string, seenVersion: number, more: object) =>
    does('hotline.put-article', { articleId, seenVersion, title: '燃气检查预约', body: '拨打燃气公司电话', ...more })
  const [current, retired, coming] = [newId(), newId(), newId()]
  await put(current, 0, { from: '2026-01-01' })
  await put(current, 1, { from: '2027-01-01', body: '网上预约' })
  await put(retired, 0, { from: '2026-01-02' })
  await put(retired, 1, { from: '2026-02-01', isRetired: true })
  await put(coming, 0, { from: '2027-02-01' })
  const { rows } = await asks('hotline.list-articles', { text: '燃气检查' })
  expect(rows).toEqual([
    expect.objectContaining({ articleId: coming, state: 'upcoming', from: '2027-02-01', nextFrom: null }),
    expect.objectContaining({ articleId: retired, state: 'retired' }),
    expect.objectContaining({ articleId: current, state: 'in-force', from: '2026-01-01', nextFrom: '2027-01-01' }),
  ])
  expect(await asks('hotline.show-article', { articleId: current })).toMatchObject({
    ...{ inForce: 1, versions: [{ version: 2, body: '网上预约' }, { version: 1 }] },
  })
  expect(await asks('hotline.show-article', { articleId: newId() })).toMatchObject({ code: 'hotline/no-such-article' })
})

test('whoever reported otherwise than by phone and left a number is called back too; what they say is told in the case', async () => {
  const askable = house.actor(
    'clerk-portal',
    [
      ...deskWords.map(permission => ({ permission, within: { kind: 'own-unit' as const } })),
      ...['cases.read', 'cases.see-reporter'].map(permission => ({
        permission,
        within: { kind: 'everywhere' as const },
      })),
    ],
    { unitId: 'desk-1' },
  )
  const reporter = { name: '周一', phone: '13700001234' }
  const { caseId } = await house.caseThatIs('closed', { description: '网上反映的坑', source: 'resident', reporter })
  const silent = await house.caseThatIs('closed', { description: '没留电话', source: 'resident' })
  const due = async (actor = askable) =>
    (await asks('hotline.list-case-call-backs', {}, actor)).rows.map(row => row['caseId'])
  expect(await due()).toContain(caseId)
  expect(await due()).not.toContain(silent.caseId)
  // Who may not ask for the number there has nobody to call.
  expect(await due(clerk)).toEqual([])
  const record = (input: object, actor = askable) => does('hotline.record-case-call-back', { caseId, ...input }, actor)
  expect(await record({ reached: true })).toMatchObject({ code: 'hotline/answers-missing' })
  expect(await record({ reached: false }, clerk)).toMatchObject({ code: 'hotline/no-such-case' })
  expect(await record({ reached: false })).toMatchObject({ tries: 1, isDone: false })
  const said = { reached: true, solved: false, satisfaction: 'fairly-satisfied' }
  expect(await record(said)).toMatchObject({ tries: 2, isDone: true, offersReopening: true })
  expect(await record(said)).toMatchObject({ code: 'hotline/called-back-already' })
  expect(await due()).not.toContain(caseId)
  expect(notes.filter(note => note.caseId === caseId)).toEqual([{ caseId, text: '回访：没有解决，基本满意。' }])
  expect(await readAnswers(db.read(), [caseId])).toEqual(new Map([[caseId, { stars: 3, solved: false }]]))
})

test('the calls of a desk are all there, page by page, and found by their words', async () => {
  const pager = clerkOf('desk-pages')
  const words = Array.from({ length: 7 }, (_, i) => `第${i}通 100%_漏水`)
  for (const summary of words) {
    await does('hotline.take-call', { callId: newId(), phone: '13800001111', kind: 'help', summary }, pager)
    house.later(1)
  }
  const seen: unknown[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = (await asks('hotline.list-calls', { limit: 3, ...(cursor ? { cursor } : {}) }, pager)) as never as {
      rows: { summary: string }[]
      next: string | null
    }
    seen.push(...page.rows.map(({ summary }) => summary))
    cursor = page.next
  }
  expect(seen).toEqual(words.toReversed())
  const found = async (text: string) =>
    (await asks('hotline.list-calls', { text }, pager)).rows.map(row => row['summary'])
  expect(await found('第3通')).toEqual([words[3]])
  expect(await found('100%_')).toHaveLength(7)
  // Signs are no words: what is left of them is looked for.
  expect(await found('1%通')).toEqual([words[1]])
  expect(await found('%_')).toEqual([])
  expect(await found('13800001111')).toEqual([])
  // Calls from before calls had words are found too, and a job makes theirs.
  await db.pool.query('update hotline.call set words = null where unit_id = $1', ['desk-pages'])
  expect(await found('第3通')).toEqual([words[3]])
  await desk.jobs[0]!.run({ db, now: house.now, data: {} } as never)
  const { rows: without } = await db.pool.query('select id from hotline.call where words is null')
  expect(without).toEqual([])
  expect(await found('第3通')).toEqual([words[3]])
})
