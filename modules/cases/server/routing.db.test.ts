import { expect, test } from 'vitest'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { freshDatabase } from '#testkit/database.ts'
import type { suggestForCase } from '../common/contract-suggest.ts'
import * as verbs from '../testing.ts'
import type { listTakers } from '../common/contract-queries.ts'
import { shiftReminders } from './shift-reminders.ts'
import type { CaseRouting, RulingAsRule } from './surroundings.ts'

const { db } = await freshDatabase()
const rulings: RulingAsRule[] = []
const shifts = new Map<string, boolean>()
let named: string | null = verbs.roadsUnit
const words = { 'zh-CN': '示范街道 · 暴露垃圾 · 任何时间', en: 'x · y · z' }
const routing: CaseRouting = {
  ruleFor: async () => (named === null ? null : { unitId: named, words, reason: '职责分工' }),
  takeUpRuling: async (_, ruling) => void rulings.push(ruling),
  onShift: async (_, ids) => new Map(ids.filter(id => shifts.has(id)).map(id => [id, shifts.get(id)!])),
  shiftNow: async () => ({ postIds: new Set(), grants: [] }),
  handedOver: async () => [],
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
  shifts.set('verifier-1.1', false)
  const { caseId } = await house.caseThatIs('handled')
  const asked = await db.pool.query('select post_id from cases.case_file where id = $1', [caseId])
  expect(asked.rows).toEqual([{ post_id: 'verifier-1.1-next' }])
  shifts.set('verifier-1.1-next', false)
  const { caseId: night } = await house.caseThatIs('handled')
  const nobodyOn = await db.pool.query('select post_id from cases.case_file where id = $1', [night])
  expect(nobodyOn.rows).toEqual([{ post_id: 'verifier-1.1' }])
  shifts.delete('verifier-1.1-next')
  const { caseId: pooled } = await house.caseThatIs('reported')
  house.later(20)
  for (const job of house.module.jobs) await job.run({ db, now: house.now, data: null })
  const page = await verbs.showCase(house.as(cast.supervisor), pooled)
  expect(page.procedure.claimedBy).toContain('verifier-1.1-next')
})

test('the shift is reminded once while a claim runs out, then whoever may assign, and a claim ends it', async () => {
  shifts.clear()
  shifts.set('verifier-1.1', false)
  shifts.set('verifier-1.1-next', true)
  const listener = shiftReminders({ grids: house.locator, routing })
  const told = async (caseId: string) => {
    const { rows } = await db.pool.query(
      'select kind, person_id from notices.notice where subject_id = $1 and kind like $2 order by at, kind',
      [caseId, 'cases.remind-%'],
    )
    return (rows as { kind: string; person_id: string }[]).map(row => `${row.kind} ${row.person_id}`)
  }
  const light = async (caseId: string, shown: 'yellow' | 'orange') => {
    const { number, timers } = await verbs.showCase(house.as(cast.supervisor), caseId)
    const { name, limit, startedAt } = timers.find(timer => timer.name === 'claim')!
    const timer = { name, limit, startedAt, marks: [], subject: { kind: 'case', id: caseId, number } }
    await listener.run(db, timer as never, shown, { now: house.now, isNewLight: true, isResumed: false })
  }
  const { caseId } = await house.caseThatIs('reported')
  await light(caseId, 'yellow')
  await light(caseId, 'yellow')
  const claim = 'cases.remind-claim holder-of-verifier-1.1-next'
  expect(await told(caseId)).toEqual([claim])
  house.later(1)
  await light(caseId, 'orange')
  expect(await told(caseId)).toEqual([claim, 'cases.remind-assign holder-of-verifier-1.1-next'])

  const { caseId: claimed } = await house.caseThatIs('reported')
  await act('acceptor', 'cases.claim', claimed, {})
  await light(claimed, 'yellow')
  expect(await told(claimed)).toEqual([])
})

test('a report of the pool is given to one of those who can take it, the shift first', async () => {
  const { caseId } = await house.caseThatIs('reported')
  const chief = house.as(cast.chief)
  const takers = await chief.query<typeof listTakers>('cases.takers', { caseId })
  if (isRefusal(takers)) throw new Error(takers.code)
  expect(takers.posts).toMatchObject([
    { postId: 'verifier-1.1-next', isOnShift: true },
    { postId: 'verifier-1.1', isOnShift: false },
  ])
  expect(await act('chief', 'cases.assign', caseId, { toPostId: 'post-of-worker' })).toMatchObject({
    code: 'cases/unknown-post',
  })
  expect(isRefusal(await act('chief', 'cases.assign', caseId, { toPostId: 'verifier-1.1-next' }))).toBe(false)
  expect(isRefusal(await house.as(cast.resident).query<typeof listTakers>('cases.takers', { caseId }))).toBe(true)
})
