import { expect, test } from 'vitest'
import type { listCases } from '#modules/cases/common/index.ts'
import type * as hotline from '#modules/hotline/common/index.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done } from '#testkit/town.ts'

const town = await buildTown()

test('the acceptor answers from an article, or opens a case that the colleagues see', async () => {
  const acceptor = await town.as('acceptor')
  const found = done(await acceptor.query<typeof hotline.searchArticles>('hotline.search-articles', { text: '路灯' }))
  expect(found.rows).toMatchObject([{ title: '路灯不亮找谁', version: 1 }])
  const callId = newId()
  const call = { callId, phone: '13700002222', kind: 'report' as const, summary: '路灯坏了' }
  expect(done(await acceptor.command<typeof hotline.takeCall>('hotline.take-call', call))).toMatchObject({
    ...{ maskedNumber: '137****2222', earlierCalls: 0 },
  })
  const description = '小区门口路灯不亮'
  const opened = done(
    await acceptor.command<typeof hotline.openCaseFromCall>('hotline.open-case', {
      callId,
      caseId: newId(),
      description,
    }),
  )
  const chief = await town.as('duty-chief')
  const seen = done(await chief.query<typeof listCases>('cases.list', { text: opened.number }))
  expect(seen.rows).toMatchObject([{ number: opened.number }])
  const calls = done(await acceptor.query<typeof hotline.listCalls>('hotline.list-calls', {}))
  expect(calls.rows[0]).toMatchObject({ callId, outcome: 'case', caseNumber: opened.number })
  expect(JSON.stringify(calls)).not.toContain(call.phone)
})

test('bad input is refused by name, a second settling says what to do', async () => {
  const acceptor = await town.as('acceptor')
  const bad = { callId: 'x', phone: '1'.repeat(500), kind: 'report' as const }
  expect(await acceptor.command<typeof hotline.takeCall>('hotline.take-call', bad)).toMatchObject({
    code: 'commands/invalid-input',
  })
  const callId = newId()
  done(await acceptor.command<typeof hotline.takeCall>('hotline.take-call', { callId, phone: '12345', kind: 'advice' }))
  const answer = () =>
    acceptor.command<typeof hotline.answerCall>(
      'hotline.answer-call',
      { callId, answer: '已答复' },
      { requestId: newId() },
    )
  done(await answer())
  expect(await answer()).toMatchObject({ code: 'hotline/call-settled', kind: 'conflict' })
})

test('the town has callers to call back, and figures of those who were', async () => {
  const acceptor = await town.as('acceptor')
  const due = done(await acceptor.query<typeof hotline.listCallBacks>('hotline.list-call-backs', {}))
  expect(due.rows).toHaveLength(8)
  const supervisor = await town.as('supervisor')
  const span = { from: '2025-09-15T00:00:00.000Z', until: '2026-09-16T00:00:00.000Z' }
  const figures = done(await supervisor.query<typeof hotline.callBackFigures>('hotline.call-back-figures', span))
  expect(figures.reached).toBeGreaterThan(10)
  const reached = Object.values(figures.bySatisfaction).reduce((sum, count) => sum + count, 0)
  expect(reached).toBe(figures.reached)
  const one = due.rows[0]!.call
  const history = await acceptor.command<typeof hotline.callerHistory>('hotline.caller-history', {
    ...{ callId: one.callId, reason: '结案后回访' },
  })
  expect(done(history).phone).toMatch(/^1990001\d{4}$/)
})
