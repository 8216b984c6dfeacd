import { expect, test } from 'vitest'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { freshDatabase } from '#testkit/database.ts'
import type { suggestForCase } from '../common/contract-suggest.ts'
import * as verbs from '../testing.ts'
import type { CaseRouting, RulingAsRule } from './surroundings.ts'

const { db } = await freshDatabase()
const rulings: RulingAsRule[] = []
const offDuty = new Set<string>()
let named: string | null = verbs.roadsUnit
const words = { 'zh-CN': '示范街道 · 暴露垃圾 · 任何时间', en: 'x · y · z' }
const routing: CaseRouting = {
  ruleFor: async () => (named === null ? null : { unitId: named, words, reason: '职责分工' }),
  takeUpRuling: async (_, ruling) => void rulings.push(ruling),
  offDuty: async (_, ids) => new Set(ids.filter(id => offDuty.has(id))),
}
const house = await verbs.CasesHouse.open(db, routing)
const { cast } = house

const suggested = async (caseId: string) => {
  const answer = await house.as(cast.dispatcher).query<typeof suggestForCase>('cases.suggest', { caseId })
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer.rule
}

async function act(who: keyof typeof cast, name: string, caseId: string, more: object): Promise<unknown> {
  const { version } = await verbs.showCase(house.as(cast.supervisor), caseId)
  return house.as(cast[who]).command(name as never, { caseId, version, ...more } as never)
}

test('the rule’s unit is suggested with its reason, once there is a class, and never dispatched by itself', async () => {
  const { caseId } = await house.caseThatIs('accepted')
  expect(await suggested(caseId)).toBeNull()
  await verbs.fileCase(house.as(cast.chief), caseId)
  expect(await suggested(caseId)).toEqual({ unitId: verbs.roadsUnit, unitName: '市政所', words, reason: '职责分工' })
  expect((await verbs.showCase(house.as(cast.supervisor), caseId)).status).toBe('filed')
  named = 'a-unit-that-is-gone'
  expect(await suggested(caseId)).toBeNull()
})

test('a ruling is taken up as a rule when it is wished, with the matter and where it holds', async () => {
  const ruled = async (asRule: boolean) => {
    const { caseId } = await house.caseThatIs('dispatched')
    await act('handler', 'cases.dispute', caseId, { reason: '不归我们管' })
    expect(
      isRefusal(await act('dispatcher', 'cases.rule', caseId, { unitId: verbs.roadsUnit, reason: '归市政', asRule })),
    ).toBe(false)
    return caseId
  }
  await ruled(false)
  expect(rulings).toEqual([])
  const caseId = await ruled(true)
  const matter = { gridPath: '1.1', classKind: 'event', classCode: '06010' }
  expect(rulings).toMatchObject([{ caseId, ...matter, unitId: verbs.roadsUnit, reason: '归市政', holdsIn: null }])
})

test('who is off duty is asked last: for verifying, and for what nobody claimed', async () => {
  offDuty.add('verifier-1.1')
  const { caseId } = await house.caseThatIs('handled')
  const asked = await db.pool.query('select post_id from cases.case_file where id = $1', [caseId])
  expect(asked.rows).toEqual([{ post_id: 'verifier-1.1-next' }])
  offDuty.add('verifier-1.1-next')
  const { caseId: night } = await house.caseThatIs('handled')
  const nobodyOn = await db.pool.query('select post_id from cases.case_file where id = $1', [night])
  expect(nobodyOn.rows).toEqual([{ post_id: 'verifier-1.1' }])
  offDuty.delete('verifier-1.1-next')
  const { caseId: pooled } = await house.caseThatIs('reported')
  house.later(20)
  for (const job of house.module.jobs) await job.run({ db, now: house.now, data: null })
  const page = await verbs.showCase(house.as(cast.supervisor), pooled)
  expect(page.procedure.claimedBy).toContain('verifier-1.1-next')
})
