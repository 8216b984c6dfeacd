import { expect, test } from 'vitest'
import { readKnownCases } from '#modules/cases/server/index.ts'
import { CasesHouse, cleaningUnit, roadsUnit } from '#modules/cases/testing.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { chinaOffsetMinutes, compileCalendar, usualWeek, usualLightPercents } from '#platform/worktime/common/index.ts'
import { freshDatabase } from '#testkit/database.ts'
import { type CallStep, stateOf, usualCoordination } from '../common/whistle.ts'
import { coordinationModule } from '../module.ts'

const { db } = await freshDatabase()
const house = await CasesHouse.open(db)
const plan = { key: 'default', name: '', offsetMinutes: chinaOffsetMinutes, week: usualWeek, days: [], years: [2026] }
const calendar = compileCalendar({ ...plan, version: 1 } as never)
const notes: string[] = []
const names = new Map([
  [cleaningUnit, '环卫所'],
  [roadsUnit, '市政所'],
])
const module = coordinationModule({
  settings: () => usualCoordination,
  lights: () => usualLightPercents,
  cases: {
    known: async (read, actor, id) => (await readKnownCases(read, actor, [id]))[0],
    note: async (_, __, { text }) => notes.push(text),
  },
  staff: {
    units: async (_, ids) => new Map(ids.flatMap(id => (names.has(id) ? [[id, names.get(id)!] as const] : []))),
    people: async (_, ids) => new Map(ids.map(id => [id, id])),
    answering: async (_, unitId) => [`of-${unitId}`],
  },
  groundOf: () => '1.2',
  clocks: { calendarAt: () => calendar, keep: async () => null },
})
const subtree = (path: string) => ({ kind: 'subtree', path }) as const
const street = (path: string): Actor =>
  house.actor(
    `street-${path}`,
    ['coordination.blow', 'coordination.read', 'cases.read'].map(permission => ({ permission, within: subtree(path) })),
  )
const centre = street('1')
const unit = (unitId: string): Actor =>
  house.actor(`of-${unitId}`, [{ permission: 'coordination.answer', within: { kind: 'own-unit' } }], { unitId })
const [cleaners, roads] = [unit(cleaningUnit), unit(roadsUnit)]

async function does(name: string, input: object, actor: Actor): Promise<Record<string, unknown>> {
  const command = module.commands.find(({ endpoint }) => endpoint.name === name)!
  const asked = { actor, now: house.now, requestId: newId(), input: command.endpoint.input.parse(input) as object }
  return (await runCommand(db, async () => {}, command, asked as never)) as Record<string, unknown>
}
async function asks<T>(name: string, input: object, actor: Actor): Promise<T> {
  const query = module.queries.find(({ endpoint }) => endpoint.name === name)!
  const asked = { actor, everyPost: [actor], now: house.now, input: query.endpoint.input.parse(input) as object }
  return (await runQuery(db, query, asked as never)) as T
}
interface Listed {
  readonly rows: readonly {
    readonly callId: string
    readonly unitId: string
    readonly state: string
    readonly isLate: boolean
    readonly steps: readonly string[]
    readonly entries: readonly { readonly step: string }[]
  }[]
}
const calls = (actor: Actor, more: object = {}) => asks<Listed>('coordination.calls', more, actor)
const step = (actor: Actor, callId: string, name: CallStep, more: object = {}) =>
  does('coordination.take-step', { callId, step: name, ...more }, actor)
const tasks = async (callId: string) =>
  (await db.pool.query('select task from inbox.item where subject_id = $1', [callId])).rows.map(row => row.task)

test('a street whistles two departments to a case: one comes late and is rated, the other says why it cannot', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const whistleId = newId()
  const blown = { whistleId, what: '雨后路面塌陷', caseId, unitIds: [cleaningUnit, roadsUnit] }
  expect(await does('coordination.blow', blown, centre)).toEqual({ whistleId, number: '哨〔2026〕1号' })
  expect(await does('coordination.blow', blown, centre)).toMatchObject({ code: 'coordination/whistle-id-taken' })
  const { rows } = await calls(centre, { caseId })
  expect(rows).toHaveLength(2)
  const [cleaning, road] = [cleaningUnit, roadsUnit].map(id => rows.find(row => row.unitId === id)!.callId)
  expect((await calls(cleaners)).rows.map(row => [row.callId, row.steps])).toEqual([
    [cleaning, ['come', 'arrive', 'excuse']],
  ])
  expect(await tasks(cleaning!)).toEqual(['arrive'])
  expect(await step(roads, cleaning!, 'come')).toMatchObject({ code: 'coordination/no-such-call' })
  expect(await step(cleaners, cleaning!, 'confirm')).toMatchObject({ code: 'coordination/no-such-call' })
  expect(await step(roads, road!, 'excuse')).toMatchObject({ code: 'coordination/words-missing' })
  expect(await step(roads, road!, 'excuse', { text: '设备在另一处抢险' })).toMatchObject({ state: 'excused' })
  expect(await tasks(road!)).toEqual([])

  await step(cleaners, cleaning!, 'come')
  await step(cleaners, cleaning!, 'arrive')
  expect(await tasks(cleaning!)).toEqual(['confirm-arrival'])
  expect(await step(centre, cleaning!, 'deny')).toMatchObject({ code: 'coordination/words-missing' })
  expect(await step(centre, cleaning!, 'deny', { text: '现场无人' })).toMatchObject({ state: 'called' })
  house.later(180)
  expect(await step(cleaners, cleaning!, 'arrive')).toMatchObject({ state: 'arrived' })
  await step(centre, cleaning!, 'confirm')
  expect(await tasks(cleaning!)).toEqual(['rate-call'])
  expect(await step(centre, cleaning!, 'rate', { text: '慢' })).toMatchObject({ code: 'coordination/words-missing' })
  expect(await step(centre, cleaning!, 'rate', { text: '到得晚，办得好', speed: 2, result: 5 })).toMatchObject({
    state: 'rated',
  })
  expect(await step(centre, cleaning!, 'cancel', { text: '不用了' })).toMatchObject({
    code: 'coordination/other-state',
  })
  const [settled] = (await calls(centre, { caseId, unitId: cleaningUnit })).rows
  expect([settled?.isLate, settled?.steps]).toEqual([true, []])
  expect(notes.filter(text => text.includes('环卫所'))).toHaveLength(7)

  const figures = await asks<{ rows: object[] }>(
    'coordination.figures',
    { from: '2026-09-01', until: '2026-09-30' },
    centre,
  )
  expect(figures.rows).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        unitId: cleaningUnit,
        called: 1,
        arrived: 1,
        inTime: 0,
        minutes: 180,
        speed: 2,
        result: 5,
      }),
      expect.objectContaining({ unitId: roadsUnit, called: 1, arrived: 0, excused: 1, minutes: null }),
    ]),
  )
})

test('the row of each call is what its history says, and the program can change no entry', async () => {
  const { rows } = await calls(centre)
  expect(rows.length).toBeGreaterThan(0)
  for (const { state, entries } of rows) {
    expect(stateOf(entries.slice(1).map(entry => entry.step as CallStep))).toBe(state)
  }
  await expect(db.pool.query('update coordination.entry set text = $1', ['x'])).rejects.toThrow('permission denied')
})

test('a street sees and calls only within its place, to departments that exist, with words', async () => {
  const elsewhere = street('9')
  expect((await calls(elsewhere)).rows).toEqual([])
  const { caseId } = await house.caseThatIs('dispatched')
  const blown = { whistleId: newId(), what: '占道', unitIds: [cleaningUnit] }
  expect(await does('coordination.blow', { ...blown, caseId }, elsewhere)).toMatchObject({
    code: 'coordination/no-such-case',
  })
  expect(await does('coordination.blow', { ...blown, unitIds: ['nobody'] }, centre)).toMatchObject({
    code: 'coordination/no-such-unit',
  })
  expect(await does('coordination.blow', { ...blown, what: ' ' }, centre)).toMatchObject({
    code: 'coordination/words-missing',
  })
  const inTime = { ...blown, whistleId: newId() }
  await does('coordination.blow', inTime, centre)
  const [call] = (await calls(cleaners, { state: 'open' })).rows
  await step(centre, call!.callId, 'cancel', { text: '已自行处理' })
  expect(await tasks(call!.callId)).toEqual([])
  const told = await db.pool.query('select kind from notices.notice where subject_id = $1 order by kind', [
    call!.callId,
  ])
  expect(told.rows).toEqual([{ kind: 'call-cancelled' }, { kind: 'whistle' }])
})
