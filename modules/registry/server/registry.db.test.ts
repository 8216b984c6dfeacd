import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { citizenCheck } from '../common/identifiers/index.ts'
import { fieldIn, type Loose, RegistryHouse, workerWords } from '../testing.ts'

const { db } = await freshDatabase()
const house = new RegistryHouse(db)
const lin = house.actor('lin', '1.1', workerWords)
const wang = house.actor('wang', '1.1', workerWords)
const next = house.actor('next', '1.2', workerWords)
const window = house.actor('window', '1', [...workerWords, 'see-identity'])
const does = (name: string, input: object, actor = lin) => house.does(name, input, actor)
const asks = (name: string, input: object, actor = lin) => house.asks(name, input, actor)

const person = {
  name: '李梅',
  population: 'registered',
  idNumber: '11010519491231002X',
  phone: '13912345678',
  sex: '2',
}
const add = (fields: object = person, kind = 'person', more: object = {}) => house.add(lin, kind, fields, more)

test('a person is added once, opened with provenance, and their numbers are masked and nowhere readable', async () => {
  const thingId = await add()
  const shown = await does('open', { thingId })
  expect(shown).toMatchObject({ title: '李梅', kind: 'person', gridNames: ['格1.1.1'], mayWrite: true })
  expect(fieldIn(shown, 'phone')).toMatchObject({
    ...{ sight: 'masked', value: '139****5678', way: 'form', trueOn: '2026-06-01', byName: '人员lin', mayUnmask: true },
    staleOn: '2027-06-01',
  })
  // The grid worker has no word for identity numbers: to them there is no such field.
  expect(fieldIn(shown, 'idNumber')).toBeUndefined()
  expect(fieldIn(await does('open', { thingId }, window), 'idNumber')).toMatchObject({ value: '11***************X' })
  const everything = await db.pool.query(`select t::text as text from registry.thing t union all
    select e::text from registry.entry e union all select s::text from registry.secret s union all
    select r::text from commands.request r union all select a::text from audit.entry a`)
  const text = everything.rows.map(row => row.text as string).join('\n')
  expect(text).toContain('李梅')
  for (const secret of ['13912345678', '11010519491231002X', '11***']) expect(text).not.toContain(secret)
  const again = { thingId: newId(), kind: 'person', gridPath: '1.1.1', fields: person }
  expect(await does('add', again)).toMatchObject({ code: 'registry/number-known', detail: { title: '李梅' } })
  expect(await does('add', { ...again, isAnother: true })).toEqual({ thingId: again.thingId })
})

test('unmasking wants a reason, is on record before it is shown, and gives nothing to others', async () => {
  const thingId = await add({
    ...person,
    sex: '1',
    idNumber: `44052419800101001${citizenCheck('44052419800101001')}`,
    phone: '13900000001',
  })
  expect(await does('unmask', { thingId, field: 'phone', reason: '约上门时间' })).toEqual({ value: '13900000001' })
  const refused = await does('unmask', { thingId, field: 'idNumber', reason: '核对' })
  expect(refused).toMatchObject({ code: 'registry/may-not-see' })
  expect(await does('unmask', { thingId, field: 'name', reason: '核对' })).toMatchObject({
    code: 'registry/not-sealed',
  })
  expect(await does('unmask', { thingId, field: 'phone', reason: '核对' }, next)).toMatchObject({
    code: 'registry/no-such-thing',
  })
  expect(await does('unmask', { thingId, field: 'phone' })).toMatchObject({ code: 'commands/invalid-input' })
  const looks = await db.pool.query('select by_id, field, reason from registry.look where thing_id = $1', [thingId])
  expect(looks.rows).toEqual([{ by_id: 'lin', field: 'phone', reason: '约上门时间' }])
  const audit = await db.pool.query(
    `select outcome from audit.entry where command = 'registry.unmask' and subject_id = $1 order by id`,
    [thingId],
  )
  expect(new Set(audit.rows.map(row => row.outcome))).toEqual(
    new Set(['done', 'registry/may-not-see', 'registry/no-such-thing', 'registry/not-sealed']),
  )
})

test('two on one person, offline: field by field, and what no rule decides waits for a person', async () => {
  const thingId = await add({ name: '赵强', population: 'floating', occupation: '司机' })
  const seen = { occupation: 1, education: 1 }
  const first = { thingId, fields: { occupation: '厨师', education: '60' }, seen, trueOn: '2026-09-10' }
  expect((await does('record', first)).fates).toEqual({ occupation: 'taken', education: 'taken' })
  const second = { thingId, fields: { occupation: '保安', workplace: '学校' }, seen, trueOn: '2026-09-10' }
  const late = await does('record', second, wang)
  expect(late.fates).toEqual({ occupation: 'conflict', workplace: 'taken' })
  expect(late.conflictIds).toHaveLength(1)
  const shown = await does('open', { thingId })
  expect(shown.openConflicts).toBe(1)
  expect(fieldIn(shown, 'occupation')?.value).toBe('厨师')
  // The outbox sends the same again: it waits once.
  await does('record', second, wang)
  expect((await does('open', { thingId })).openConflicts).toBe(1)
})

test('history at any date, and the row is what the entries come to', async () => {
  const thingId = await add({ name: '孙丽', population: 'registered', occupation: '学生', phone: '13900000002' })
  await does('record', { thingId, fields: { occupation: '会计', phone: '13900000003' }, trueOn: '2026-08-01' })
  await does('record', { thingId, fields: { occupation: '实习' }, trueOn: '2026-07-01' })
  const on = async (day: string) => fieldIn(await does('open', { thingId, on: day }), 'occupation')?.value
  expect(await on('2026-05-01')).toBeUndefined()
  expect([await on('2026-06-15'), await on('2026-07-15'), await on('2026-09-01')]).toEqual(['学生', '实习', '会计'])
  const { entries } = await does('history', { thingId })
  const looked = await db.pool.query(`select reason from registry.look where thing_id = $1 order by at`, [thingId])
  expect(looked.rows.map(row => row.reason)).toContain('查看历史记录')
  expect(entries.map((one: { serial: number }) => one.serial)).toEqual([3, 2, 1])
  expect(JSON.stringify(entries)).toContain('139****0003')
  const { rows } = await db.pool.query('select fields, serial, title from registry.thing where id = $1', [thingId])
  expect(rows[0]).toMatchObject({ serial: 3, title: '孙丽', fields: { occupation: '会计' } })
})

test('an entry is never changed by the application, only erased from', async () => {
  const thingId = await add({ name: '周平', population: 'registered', occupation: '司机' })
  const change = (set: string) => db.pool.query(`update registry.entry set ${set} where thing_id = $1`, [thingId])
  await expect(change(`changes = '{"name": "周安"}'`)).rejects.toThrow(/never changed/)
  await expect(change(`by_id = 'somebody'`)).rejects.toThrow(/permission denied/)
  await expect(change(`changes = changes - 'occupation'`)).rejects.toThrow(/never changed/)
  await expect(db.pool.query('delete from registry.entry')).rejects.toThrow(/permission denied/)
  await change(`changes = changes - 'occupation', erased = '{occupation}'`)
})

test('lists are by grid and words, page by page, and nothing is seen from the grid next door', async () => {
  for (const name of ['钱一鸣', '钱二龙', '钱三'])
    await add({ name, population: 'registered' }, 'person', { gridPath: '1.1.2' })
  const first = await asks('list', { kind: 'person', gridPath: '1.1.2', text: '钱', limit: 2 })
  const second = await asks('list', { kind: 'person', gridPath: '1.1.2', text: '钱', limit: 2, cursor: first.next })
  expect([...first.rows, ...second.rows].map((row: { title: string }) => row.title).toSorted()).toEqual(
    ['钱三', '钱一鸣', '钱二龙'].toSorted(),
  )
  expect(second.next).toBeNull()
  // By the first letters of the name.
  expect((await asks('list', { kind: 'person', text: 'qym' })).rows).toHaveLength(1)
  expect(await asks('list', { kind: 'person' }, next)).toEqual({ rows: [], next: null })
  const stranger = house.actor('stranger', '1', [])
  for (const kind of ['person', 'housing', 'organisation'])
    expect(await asks('list', { kind }, stranger)).toEqual({ rows: [], next: null })
  expect(await does('find-by-number', { number: '13912345678', scheme: 'phone' }, next)).toEqual({ rows: [] })
  const known = (await does('find-by-number', { number: '139 1234 5678', scheme: 'phone' })).rows as Loose[]
  expect(known.length).toBeGreaterThan(0)
  const looked = await db.pool.query(`select thing_id from registry.look where reason = '按号码查找' and by_id = 'lin'`)
  expect(new Set(looked.rows.map(row => row.thing_id))).toEqual(new Set(known.map(row => row.thingId)))
})

test('relations hold from a day, both ways; who moves in has moved out', async () => {
  const home = async (room: string) => add({ address: `文化路1号${room}`, use: 'own' }, 'housing')
  const [old, fresh] = [await home('101'), await home('102')]
  const who = await add({ name: '吴双', population: 'registered' })
  const live = (toId: string, from: string) =>
    does('relate', { relationId: newId(), kind: 'lives-in', fromId: who, toId, from })
  await live(old, '2020-01-01')
  expect(await live(old, '2021-01-01')).toMatchObject({ code: 'registry/joined-already' })
  const { relationId } = await live(fresh, '2026-08-01')
  const shown = await does('open', { thingId: who })
  expect(shown.relations.map((one: Loose) => [one.other.title, one.from, one.until])).toEqual([
    ['文化路1号102', '2026-08-01', null],
    ['文化路1号101', '2020-01-01', '2026-08-01'],
  ])
  expect((await does('open', { thingId: fresh })).relations).toMatchObject([
    { direction: 'to', other: { title: '吴双' } },
  ])
  expect((await does('open', { thingId: who, on: '2025-01-01' })).relations).toMatchObject([
    { other: { title: '文化路1号101' } },
  ])
  expect(await does('end-relation', { relationId, until: '2026-07-01' })).toMatchObject({ code: 'registry/day-wrong' })
  expect(await does('end-relation', { relationId, until: '2026-09-01' })).toEqual({ relationId })
  const pet = await add({ name: '豆豆', species: 'dog' }, 'pet')
  expect(
    await does('relate', { relationId: newId(), kind: 'lives-in', fromId: pet, toId: old, from: '2026-01-01' }),
  ).toMatchObject({ code: 'registry/cannot-join' })
})

test('wrong fields are named, and foreign grids are not written to', async () => {
  const wrong = { thingId: newId(), kind: 'person', gridPath: '1.1', fields: { name: '甲', sex: '5' } }
  expect(await does('add', wrong)).toMatchObject({
    code: 'registry/fields-wrong',
    detail: { fields: ['sex:not-in-list', 'population:missing'] },
  })
  const there = { ...wrong, fields: { name: '甲', population: 'registered' } }
  expect(await does('add', { ...there, gridPath: '1.2' })).toMatchObject({ code: 'registry/not-here' })
  expect(await does('add', { ...there, gridPath: '9' })).toMatchObject({ code: 'registry/no-such-grid' })
  expect(await does('add', { ...there, trueOn: '2026-09-16' })).toMatchObject({ code: 'registry/day-wrong' })
})

test('who keeps a facility is joined to it by credit code, and another keeper follows', async () => {
  const uscc = ['91350100M000100Y43', '92379999GB9U26E82F']
  const [first, second] = [
    await add({ name: '市政养护公司', uscc: uscc[0], kind: 'enterprise' }, 'organisation'),
    await add({ name: '城南养护站', uscc: uscc[1], kind: 'individual' }, 'organisation'),
  ]
  const fields = { code: '37011301001000001', name: '供水井盖', state: 'intact', keeperCode: uscc[0] }
  const facility = await add(fields, 'facility')
  const kept = async () =>
    ((await does('open', { thingId: facility })).relations as Loose[]).map(one => [
      one.kind,
      one.other.title,
      one.until,
    ])
  expect(await kept()).toEqual([['keeps', '市政养护公司', null]])
  await does('record', { thingId: facility, fields: { keeperCode: uscc[1] }, trueOn: '2026-08-01' })
  expect(await kept()).toEqual([
    ['keeps', '城南养护站', null],
    ['keeps', '市政养护公司', '2026-08-01'],
  ])
  expect((await does('open', { thingId: second })).relations).toMatchObject([{ other: { title: '供水井盖' } }])
  expect((await does('open', { thingId: first, on: '2026-07-01' })).relations).toMatchObject([
    { other: { title: '供水井盖' } },
  ])
})

test('a home is registered once; another one of the same address only by whoever says so', async () => {
  const fields = { address: '槐荫路8号2单元301室', use: 'own' }
  await add(fields, 'housing')
  const again = { thingId: newId(), kind: 'housing', gridPath: '1.1.1', fields }
  expect(await does('add', again)).toMatchObject({ code: 'registry/home-known', detail: { title: fields.address } })
  expect(await does('add', { ...again, isAnother: true })).toEqual({ thingId: again.thingId })
  const next = { ...again, thingId: newId(), fields: { ...fields, address: '槐荫路8号2单元30' } }
  expect(await does('add', next)).toEqual({ thingId: next.thingId })
})
