import { expect, test } from 'vitest'
import type { acceptCase, listCases, showCase, tryStep } from '#modules/cases/common/index.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { buildTown, done } from '#testkit/town.ts'

const town = await buildTown()

test('what a step would be refused for is what the page does not offer, for every step of a batch and every case', async () => {
  const centre = await town.as('street-centre')
  const { rows } = done(await centre.query<typeof listCases>('cases.list', { limit: 50 }))
  const pages = await Promise.all(
    rows.map(async ({ caseId }) => done(await centre.query<typeof showCase>('cases.show', { caseId }))),
  )
  for (const action of ['accept', 'dispatch', 'close', 'urge', 'void'] as const) {
    const asked = { action, caseIds: rows.map(({ caseId }) => caseId) }
    const tried = done(await centre.query<typeof tryStep>('cases.try-step', asked)).rows
    expect(tried.map(({ caseId }) => caseId)).toEqual(asked.caseIds)
    const may = tried.filter(({ whyNot }) => whyNot === null).map(({ caseId }) => caseId)
    expect([action, may]).toEqual([
      action,
      pages.filter(({ allowed }) => allowed.includes(action)).map(({ caseId }) => caseId),
    ])
  }
})

test('the reason given before is the refusal given afterwards, and who may not see a case is told nothing of it', async () => {
  const centre = await town.as('street-centre')
  const { rows } = done(await centre.query<typeof listCases>('cases.list', { status: ['filed', 'closed'], limit: 20 }))
  const asked = { action: 'accept', caseIds: rows.map(({ caseId }) => caseId) } as const
  const tried = done(await centre.query<typeof tryStep>('cases.try-step', asked)).rows
  for (const { caseId, version, whyNot } of tried) {
    const answer = await centre.command<typeof acceptCase>('cases.accept', { caseId, version })
    expect(isRefusal(answer) && answer.code).toBe(whyNot?.code)
  }
  const cleaner = await town.as('cleaner')
  expect(done(await cleaner.query<typeof tryStep>('cases.try-step', asked)).rows).toEqual([])
})
