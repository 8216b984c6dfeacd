import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Actor, Within } from '#platform/authz/common/grants.ts'
import type { Work } from '#platform/commands/server/command.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { usualRouting } from '../common/settings.ts'
import { routingModule } from '../module.ts'
import * as verbs from '../testing.ts'
import { onDuty, onShift, Routing } from './index.ts'
import type { ClosedCase, RosterPost } from './surroundings.ts'

const { db } = await freshDatabase()
const grids = new Map([
  ['1', '示范街道'],
  ['1.1', '第一社区'],
  ['1.1.1', '第一网格'],
  ['1.2', '第二社区'],
])
const classes = [
  { kind: 'event', start: '06', isMajor: true, name: { 'zh-CN': '街面秩序', en: 'Street order' } },
  { kind: 'event', start: '06010', isMajor: false, name: { 'zh-CN': '暴露垃圾', en: 'Exposed rubbish' } },
] as const
const units = new Map([
  ['cleaning', '环卫所'],
  ['roads', '市政所'],
  ['centre', '网格中心'],
])
const roster: RosterPost[] = ['a', 'b', 'c', 'vacant'].map(postId => ({
  ...{ postId, title: `派遣员${postId}`, unitId: 'centre', holderName: postId === 'vacant' ? null : `人${postId}` },
}))
const closed: ClosedCase[] = []
const around = {
  settings: () => usualRouting,
  gridName: (path: string) => grids.get(path) ?? null,
  classes: () => classes,
  staff: {
    handlingUnits: async () => ['cleaning', 'roads'].map(unitId => ({ unitId, name: units.get(unitId)! })),
    units: async () => units,
    people: async (_: unknown, ids: readonly string[]) => new Map(ids.map(id => [id, `人员${id}`])),
    postsIn: async (_: unknown, unitId: string) => roster.filter(post => post.unitId === unitId),
    posts: async () => new Map<string, RosterPost>(),
  },
  closedCases: async () => closed,
}
const module = routingModule(around)
let now = '2026-09-15T02:00:00.000Z'

const actor = (personId: string, within: Within, unitId: string | null = null): Actor => ({
  ...{ personId, postId: `post-${personId}`, unitId },
  grants: [
    ...['routing.edit', 'routing.plan-shifts'].map(permission => ({ permission, within })),
    ...['routing.read', 'routing.see-shifts'].map(permission => ({
      permission,
      within: { kind: 'everywhere' } as const,
    })),
  ],
})
const hub = actor('hub', { kind: 'everywhere' })
const street = actor('street', { kind: 'subtree', path: '1.1' })
const chief = actor('chief', { kind: 'own-unit' }, 'centre')

function as(who: Actor) {
  return {
    command: (async (name: string, input: object) => {
      const command = module.commands.find(({ endpoint }) => endpoint.name === name)!
      return runCommand(db, async () => {}, command, { actor: who, now, requestId: newId(), input })
    }) as never,
    query: (async (name: string, input: object) => {
      const query = module.queries.find(({ endpoint }) => endpoint.name === name)!
      return runQuery(db, query, { actor: who, everyPost: [who], now, input })
    }) as never,
  } as Parameters<typeof verbs.putRule>[0]
}
const ask = async (name: string, input: object, who = hub) =>
  (await as(who).query(name as never, input as never)) as never
const tell = async (name: string, input: object, who = hub) =>
  (await as(who).command(name as never, input as never)) as { code?: string; detail?: object }
const terms = {
  ...{ gridPath: null, classKind: null, classStart: '', weekdays: [], hours: null },
  ...{ validFrom: '2026-01-01', validUntil: null, unitId: 'cleaning', reason: '职责分工' },
}
const asked = { gridPath: '1.1.1', classKind: 'event', classCode: '06010' } as const

test('the dry run names the winner and why each other lost, in words', async () => {
  const wide = await verbs.putRule(as(hub), 'roads', { gridPath: '1' })
  const one = await verbs.putRule(as(hub), 'cleaning', {
    ...{ gridPath: '1.1', classKind: 'event', classStart: '06010', weekdays: [2], hours: { from: 480, until: 1080 } },
  })
  const ran = (await ask('routing.dry-run', asked)) as { winner: object; others: object[] }
  expect(ran.winner).toMatchObject({ ruleId: one.ruleId, unitName: '环卫所', gridName: '第一社区' })
  expect(ran.winner).toMatchObject({ words: { 'zh-CN': '第一社区 · 暴露垃圾 · 周二 08:00至18:00' } })
  expect(ran.others).toMatchObject([{ rule: { ruleId: wide.ruleId }, lost: 'wider-place' }])
  const night = (await ask('routing.dry-run', { ...asked, at: '2026-09-15T15:00:00.000Z' })) as typeof ran
  expect(night).toMatchObject({ winner: { ruleId: wide.ruleId }, others: [{ lost: 'other-hour' }] })
})

test('a change is a version, an end is final, and whoever has not seen the last version is told', async () => {
  const { ruleId } = await verbs.putRule(as(hub), 'cleaning')
  expect(await tell('routing.put-rule', { ...terms, ruleId, seenVersion: 0 })).toMatchObject({
    code: 'routing/rule-changed',
  })
  await verbs.putRule(as(hub), 'roads', { ruleId, seenVersion: 1, reason: '职责调整' })
  const stale = { ...terms, ruleId, seenVersion: 1 }
  expect(await tell('routing.put-rule', stale)).toMatchObject({ code: 'routing/rule-changed' })
  expect(await tell('routing.end-rule', { ruleId, seenVersion: 2, reason: '不再需要' })).toMatchObject({ version: 3 })
  expect(await tell('routing.put-rule', { ...stale, seenVersion: 3 })).toMatchObject({ code: 'routing/rule-ended' })
  const { versions } = (await ask('routing.show-rule', { ruleId })) as { versions: object[] }
  expect(versions).toMatchObject([
    { version: 3, isEnded: true, reason: '不再需要', writtenBy: '人员hub' },
    { version: 2, unitName: '市政所', reason: '职责调整' },
    { version: 1, unitName: '环卫所' },
  ])
  const { rows } = (await ask('routing.list-rules', {})) as { rows: { ruleId: string }[] }
  expect(rows.map(row => row.ruleId)).not.toContain(ruleId)
  await expect(sql`update routing.rule set unit_id = 'x'`.execute(db.read())).rejects.toThrow(/permission denied/)
})

test('bad input is refused by name and leaves nothing', async () => {
  const bad: [object, string][] = [
    [{ gridPath: '1.9' }, 'routing/unknown-grid'],
    [{ gridPath: '01.x' }, 'commands/invalid-input'],
    [{ classKind: 'event', classStart: '77' }, 'routing/unknown-class'],
    [{ classKind: null, classStart: '06' }, 'routing/unknown-class'],
    [{ classKind: 'event', classStart: "06' or 1=1" }, 'commands/invalid-input'],
    [{ unitId: 'centre' }, 'routing/unknown-unit'],
    [{ validFrom: '2026-02-01', validUntil: '2026-01-31' }, 'routing/days-turned'],
    [{ validFrom: '2026-02-30' }, 'commands/invalid-input'],
    [{ weekdays: [0] }, 'commands/invalid-input'],
    [{ hours: { from: -1, until: 60 } }, 'commands/invalid-input'],
    [{ hours: { from: 0, until: 1440 } }, 'commands/invalid-input'],
    [{ reason: ' \u0000 ' }, 'commands/invalid-input'],
    [{ reason: '字'.repeat(501) }, 'commands/invalid-input'],
    [{ seenVersion: 7 }, 'routing/no-such-rule'],
  ]
  for (const [wrong, code] of bad) {
    const ruleId = newId()
    expect([code, await tell('routing.put-rule', { ...terms, ruleId, seenVersion: 0, ...wrong })]).toMatchObject([
      code,
      { code },
    ])
    expect(await ask('routing.show-rule', { ruleId })).toMatchObject({ code: 'routing/no-such-rule' })
  }
})

test('rules of a place are kept by whoever answers for it, before and after a change', async () => {
  const no = { code: 'routing/not-your-place' }
  expect(await tell('routing.put-rule', { ...terms, ruleId: newId(), seenVersion: 0 }, street)).toMatchObject(no)
  const outside = { ...terms, ruleId: newId(), seenVersion: 0, gridPath: '1.2' }
  expect(await tell('routing.put-rule', outside, street)).toMatchObject(no)
  const { ruleId } = await verbs.putRule(as(street), 'cleaning', { gridPath: '1.1.1' })
  const away = { ...terms, ruleId, seenVersion: 1, gridPath: '1.2' }
  expect(await tell('routing.put-rule', away, street)).toMatchObject(no)
  const other = await verbs.putRule(as(hub), 'cleaning', { gridPath: '1.2' })
  expect(await tell('routing.end-rule', { ruleId: other.ruleId, seenVersion: 1, reason: '无' }, street)).toMatchObject(
    no,
  )
  const { rows } = (await ask('routing.list-rules', { gridPath: '1.1' }, street)) as { rows: { gridPath: string }[] }
  expect(rows.map(row => row.gridPath)).toContain('1.1.1')
  expect(rows.map(row => row.gridPath)).not.toContain('1.2')
})

test('a ruling becomes a rule with its case, and decides the next such case', async () => {
  await verbs.putRule(as(hub), 'roads', { gridPath: '1.1.1', classKind: 'event', classStart: '06010' })
  const routing = new Routing(around)
  const before = await routing.ruleFor(db.read(), { ...asked, at: now })
  expect(before).toMatchObject({ unitId: 'roads' })
  const ruling = { ...asked, caseId: newId(), number: '370113-2026-000001', unitId: 'cleaning', reason: '由环卫所办' }
  now = '2026-09-15T02:01:00.000Z'
  await db.unitOfWork(async tx => {
    const work = { tx, actor: street, now, tell: () => {} } as unknown as Work<unknown>
    await routing.takeUpRuling(work, { ...ruling, holdsIn: '1' })
  })
  const after = await routing.ruleFor(db.read(), { ...asked, at: now })
  expect(after).toMatchObject({ unitId: 'cleaning', reason: '案卷 370113-2026-000001 裁定：由环卫所办' })
  const { versions } = (await ask('routing.show-rule', { ruleId: after!.ruleId })) as { versions: object[] }
  expect(versions).toMatchObject([{ fromCase: { caseId: ruling.caseId, number: ruling.number } }])
})

test('closed cases are held against the rules of today', async () => {
  const one = { gridPath: '1.2', gridName: '第二社区', classKind: 'event', classCode: '06010' } as const
  closed.push({ ...one, caseId: 'c1', number: 'n1', reportedAt: '2020-01-01T02:00:00.000Z', unitId: 'roads' })
  await verbs.putRule(as(hub), 'cleaning', {
    gridPath: '1.2',
    classKind: 'event',
    classStart: '06',
    validFrom: '2026-09-15',
  })
  expect(await ask('routing.compare', {})).toMatchObject({
    ...{ rows: [{ number: 'n1', wentTo: '市政所', rule: { unitName: '环卫所' }, isSame: false }], same: 0, other: 1 },
  })
})

const day = (date: string, postId: string, ...spans: [string, string][]) => ({
  ...{ postId, day: date, spans: spans.map(([from, until]) => ({ from, until })) },
})

test('who is on duty follows the plan, over midnight too, and a stand-in takes over', async () => {
  const days = [day('2026-09-15', 'a', ['08:00', '20:00']), day('2026-09-15', 'b', ['20:00', '08:00'])]
  expect(await verbs.planShifts(as(chief), { unitId: 'centre', days })).toEqual({ planned: 2, removed: 0 })
  const on = (at: string) => onDuty(db.read(), 'centre', at)
  expect(await on('2026-09-15T02:00:00.000Z')).toEqual(['a'])
  expect(await on('2026-09-15T12:00:00.000Z')).toEqual(['b'])
  expect(await on('2026-09-15T23:59:00.000Z')).toEqual(['b'])
  expect(await on('2026-09-16T00:00:00.000Z')).toEqual([])
  const planned = async (at: string) => Object.fromEntries(await onShift(db.read(), ['a', 'b', 'unplanned'], at, 10))
  expect(await planned('2026-09-15T02:00:00.000Z')).toEqual({ a: true, b: false })
  expect(await planned('2026-10-15T02:00:00.000Z')).toEqual({})

  const { shifts } = await verbs.showRoster(as(chief), { from: '2026-09-15' })
  const night = shifts.find(({ postId }) => postId === 'b')!
  const standIn = { shiftId: night.shiftId, postId: 'c', reason: '请假' }
  expect(await tell('routing.substitute', { ...standIn, postId: 'b' }, chief)).toMatchObject({
    code: 'routing/stands-in-for-itself',
  })
  expect(isRefusal(await tell('routing.substitute', standIn, chief))).toBe(false)
  expect(await on('2026-09-15T12:00:00.000Z')).toEqual(['c'])
  const after = await verbs.showRoster(as(chief), { from: '2026-09-15' })
  expect(after.shifts).toMatchObject([
    { postId: 'a', isNow: true },
    { postId: 'c', standsInFor: '派遣员b', reason: '请假' },
  ])
  expect(await tell('routing.substitute', standIn, chief)).toMatchObject({ code: 'routing/no-such-shift' })
})

test('a day is planned anew, nobody is in two places, the past stays, and other units are left alone', async () => {
  const plan = (...days: ReturnType<typeof day>[]) => tell('routing.plan-shifts', { unitId: 'centre', days }, chief)
  await plan(day('2026-09-21', 'a', ['08:00', '20:00']))
  expect(await plan(day('2026-09-21', 'a', ['09:00', '12:00'], ['13:00', '17:00']))).toMatchObject({
    planned: 2,
    removed: 1,
  })
  expect(await plan(day('2026-09-20', 'a', ['20:00', '10:00']))).toMatchObject({
    ...{ code: 'routing/two-shifts-at-once', detail: { post: '派遣员a', day: '2026-09-21' } },
  })
  expect(await plan(day('2026-09-21', 'a'))).toMatchObject({ planned: 0, removed: 2 })
  const bad: [object, string][] = [
    [{ days: [day('2026-09-14', 'a')] }, 'routing/day-over'],
    [{ days: [day('2027-09-14', 'a')] }, 'routing/day-too-far'],
    [{ days: [day('2026-09-22', 'a'), day('2026-09-22', 'a')] }, 'routing/same-day-twice'],
    [{ days: [day('2026-09-22', 'vacant', ['08:00', '09:00'])] }, 'routing/unknown-post'],
    [{ days: [day('2026-09-22', 'elsewhere', ['08:00', '09:00'])] }, 'routing/unknown-post'],
    [{ days: [day('2026-09-22', 'a', ['24:00', '09:00'])] }, 'commands/invalid-input'],
    [{ days: [] }, 'commands/invalid-input'],
    [{ unitId: 'cleaning', days: [day('2026-09-22', 'a')] }, 'routing/other-unit'],
  ]
  for (const [wrong, code] of bad) {
    expect(await tell('routing.plan-shifts', { unitId: 'centre', ...wrong }, chief)).toMatchObject({ code })
  }
  const removed = await db.pool.query('select 1 from routing.shift where removed_at is not null')
  expect(removed.rowCount).toBe(4)
})

test('several who plan the same day at once do not put one post on two shifts', async () => {
  const plan = (from: string) =>
    verbs.planShifts(as(chief), { unitId: 'centre', days: [day('2026-09-25', 'a', [from, '18:00'])] })
  await Promise.all(['06:00', '07:00', '08:00', '09:00', '10:00', '11:00', '12:00', '13:00'].map(plan))
  const { shifts } = await verbs.showRoster(as(chief), { from: '2026-09-25', days: 1 })
  expect(shifts).toHaveLength(1)
})
