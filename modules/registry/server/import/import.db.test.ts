import pg from 'pg'
import { expect, test } from 'vitest'
import { PlaceReader } from '#modules/places/server/index.ts'
import type { dropOldKeys, rotateKey } from '#platform/crypto/common/contract.ts'
import { createBlindIndex, createSecretBox } from '#platform/crypto/server/index.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { writeSheet } from '#platform/sheets/common/sheet.ts'
import { readLargeSheet } from '#platform/sheets/server/index.ts'
import { driftOfSpans } from '../../testing.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'
import type * as contract from '../../common/contract/imports.ts'
import { citizenCheck } from '../../common/identifiers/index.ts'
import { ImportWriter } from './import-store.ts'
import { aboutMark, aboutRow, hashed } from './remembered-keys.ts'

const town = await buildTown()
const committee = await town.as('committee')
const gridPath = '1.1.1'
const today = town.clock.now().slice(0, 10)
const before = '2026-09-01'

const number = (first17: string) => first17 + citizenCheck(first17)
const wrongNumber = number('37011319900101123').replace(/.$/, last => (last === '1' ? '2' : '1'))
const places = new PlaceReader(town.db.read() as never, today)
const block = (await places.buildingsIn(gridPath, { limit: 500 })).rows.findLast(one => one.courtyardId !== null)
const yard = [...(await places.courtyards([block?.courtyardId ?? newId()])).values()][0]
const inYard = block?.name.replace('号楼', '')

/** What another system exports: a title, its own headings, its own ways of writing. */
const foreign = [
  ...[
    '序号',
    '人员姓名',
    '身份证号码',
    '手机号码',
    '家庭住址',
    '人员类别',
    '户编号',
    '户主关系',
    '宗教信仰',
    '性别',
    '生日',
  ],
]
const li = [
  '1',
  '李建国',
  number('37011319500307001'),
  '13800000001',
  `${yard?.name}${inYard}-1-301`,
  '户籍',
  'H1',
  '户主',
  '佛教',
]
const sun = ['6', '孙丽', '', '13800000006', '', '户籍', '', '', '', '女', '1980.5.5']
const rows = [
  li,
  [
    '2',
    '王 秀英',
    number('37011319520812002'),
    '138 0000 0002',
    `${yard?.address} ${inYard}号楼1单元301室`,
    '户籍',
    'H1',
    '妻',
  ],
  ['3', '张伟', wrongNumber, '13800000003', '不详处', '外来人口'],
  ['4', '赵敏', '', '1380000', '', '户籍人口'],
  ['5', '李建国', number('37011319500307001'), '', '', '户籍'],
  sun,
]

const sheetOf = (lines: readonly (readonly string[])[]) => {
  const title = { heading: '2026年9月实有人口登记表', width: 12 }
  const columns = [title, ...foreign.slice(1).map(() => ({ heading: '', width: 12 }))]
  return writeSheet('人口', columns, [foreign, ...lines])
}

async function upload(who: Neighbour, file: Uint8Array, asOf: string): Promise<string> {
  const importId = newId()
  const announced = { importId, name: '人口.xlsx', bytes: file.length, gridPath, asOf }
  done(await who.command<typeof contract.beginImport>('registry.begin-import', announced))
  const step = 3000
  for (let at = 0; at < file.length; at += step) {
    const piece = Buffer.from(file.subarray(at, at + step)).toString('base64')
    const send = () =>
      who.command<typeof contract.sendImportPiece>('registry.send-import-piece', { importId, at, piece })
    expect(done(await send()).arrived).toBe(Math.min(at + step, file.length))
    // Sent once more, as after a lost answer, a piece changes nothing.
    if (at === 0) expect(done(await send()).arrived).toBe(Math.min(step, file.length))
  }
  await town.jobs.drain()
  return importId
}

const show = async (importId: string, who = committee) =>
  done(await who.query<typeof contract.showImport>('registry.import', { importId }))
const rowsOf = async (importId: string, outcome: 'fault' | 'duplicate' | 'conflict' | 'changed') =>
  done(await committee.query<typeof contract.listImportRows>('registry.import-rows', { importId, outcome })).rows

async function settle(importId: string): Promise<void> {
  const { columns } = await show(importId)
  const mapping = columns.map(column => column.target)
  done(await committee.command<typeof contract.mapImport>('registry.map-import', { importId, mapping }))
  await town.jobs.drain()
}

async function take(importId: string): Promise<void> {
  done(await committee.command<typeof contract.takeImport>('registry.take-import', { importId }))
  await town.jobs.drain()
}

async function asOwner(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: town.ownerUrl })
  await owner.connect()
  await owner.query(statement).finally(() => owner.end())
}

/** Everything of the library that an import could change. */
async function library() {
  const { rows: found } = await town.db.pool.query(
    `select (select count(*) from registry.thing)::int as things, (select count(*) from registry.entry)::int as entries,
       (select count(*) from registry.secret)::int as secrets, (select count(*) from registry.relation)::int as relations,
       (select count(*) from registry.conflict)::int as conflicts, (select count(*) from registry.alike)::int as alike,
       (select max(changed_at) from registry.thing) as changed`,
  )
  return found[0] as Record<string, unknown>
}

test('a foreign sheet is mapped, looked at and taken; its faults come back by row; again it changes nothing', async () => {
  const importId = await upload(committee, await sheetOf(rows), before)
  const mapped = await show(importId)
  expect(mapped).toMatchObject({ state: 'mapping', lines: 6 })
  expect(mapped.columns.map(({ target, why }) => `${target} ${why}`)).toEqual([
    'null unknown',
    ...[
      'name heading',
      'idNumber heading',
      'phone heading',
      'address heading',
      'population heading',
      'household heading',
    ],
    ...['kin heading', 'null never-taken', 'sex heading', 'bornOn heading'],
  ])
  const untouched = await library()
  await settle(importId)
  const looked = await show(importId)
  expect(looked).toMatchObject({ state: 'checked', counts: { new: 3, fault: 3, same: 0, duplicate: 0 } })
  expect(await library()).toEqual(untouched)

  // The title is row 1, the headings row 2: numbers are those that the spreadsheet shows.
  expect(
    (await rowsOf(importId, 'fault')).map(({ row, faults }) => [row, faults[0]?.target, faults[0]?.fault]),
  ).toEqual([
    [5, 'idNumber', 'identifier.check-character'],
    [6, 'phone', 'identifier.length'],
    [7, 'name', 'said-twice'],
  ])
  await take(importId)
  expect(await show(importId)).toMatchObject({ state: 'done', counts: { new: 3, fault: 3 } })
  const taken = await library()
  // Three people, the home of the couple and their household.
  expect(Number(taken['things']) - Number(untouched['things'])).toBe(5)
  expect(Number(taken['relations']) - Number(untouched['relations'])).toBe(4)

  town.clock.advance({ minutes: 1 })
  const again = await upload(committee, await sheetOf(rows), before)
  expect((await show(again)).columns[4]).toMatchObject({ target: 'address' })
  await settle(again)
  expect((await show(again)).counts).toMatchObject({ new: 0, changed: 0, same: 3, fault: 3, conflict: 0, duplicate: 0 })
  await take(again)
  expect(await library()).toEqual(taken)
})

test('the returned sheet has the faulty rows as written, with their numbers and what to do', async () => {
  const importId = await upload(committee, await sheetOf(rows), before)
  await settle(importId)
  const reply = await town.app.inject({
    url: `/api/registry.import-faults?importId=${importId}`,
    headers: { cookie: committee.cookie, 'x-wangge': '1' },
  })
  expect(reply.statusCode).toBe(200)
  const lines = []
  for await (const line of readLargeSheet(async function* () {
    yield reply.rawPayload
  }))
    lines.push(line.cells)
  expect(lines[0]?.[0]).toMatch(/^导出人：\S+　时间：.*事由：人口.xlsx/u)
  expect(lines[1]?.slice(-2)).toEqual(['原表行号', '需要改正'])
  expect(lines.slice(2).map(cells => [cells[1], cells.at(-2)])).toEqual([
    ['张伟', '5'],
    ['赵敏', '6'],
    ['李建国', '7'],
  ])
  expect(lines[2]?.at(-1)).toContain('证件号码：校验不符')
  expect(lines[4]?.at(-1)).toContain('与第 3 行是同一人')
})

test('a later sheet changes field by field, contradictions wait for a person, who looks alike is proposed', async () => {
  const later = [
    [...li.slice(0, 3), '13900000009', ...li.slice(4)],
    [...sun.slice(0, 9), '男', '1980.5.5'],
    ['7', '孙丽', '', '13700000007', '', '流动', '', '', '', '', '1980-05-05'],
  ]
  const importId = await upload(committee, await sheetOf(later), today)
  await settle(importId)
  expect((await show(importId)).counts).toMatchObject({ changed: 1, conflict: 1, duplicate: 1, new: 0, fault: 0 })
  expect((await rowsOf(importId, 'changed'))[0]?.changes).toEqual(['phone'])
  expect((await rowsOf(importId, 'duplicate'))[0]?.alike).toMatchObject([
    { title: '孙丽', reasons: ['name-same', 'born-same'] },
  ])
  const untouched = await library()
  await take(importId)
  const taken = await library()
  expect(Number(taken['conflicts']) - Number(untouched['conflicts'])).toBe(1)
  expect(Number(taken['alike']) - Number(untouched['alike'])).toBe(1)
  expect(Number(taken['things']) - Number(untouched['things'])).toBe(1)
})

test('an import is seen by nobody else, and not taken where one may not write', async () => {
  const importId = await upload(committee, await sheetOf([li]), before)
  const lead = await town.as('grid-lead')
  expect(await lead.query<typeof contract.showImport>('registry.import', { importId })).toMatchObject({
    code: 'registry/no-such-import',
  })
  const far = { importId: newId(), name: 'x', bytes: 10, gridPath: '1.2', asOf: before }
  expect(await committee.command<typeof contract.beginImport>('registry.begin-import', far)).toMatchObject({
    code: 'registry/not-here',
  })
})

test('what is no sheet is told, and an import that was left behind goes on', async () => {
  const bad = await upload(committee, new TextEncoder().encode('no sheet at all, just text '.repeat(20)), before)
  expect(await show(bad)).toMatchObject({ state: 'stopped', problem: 'not-a-sheet' })
  const importId = await upload(committee, await sheetOf(rows), before)
  // Its process was stopped after it had begun: the clock finds it and goes on.
  await town.db.pool.query(
    `update registry.sheet_import set state = 'checking', mapping = $2, beat_at = '2020-01-01' where id = $1`,
    [importId, JSON.stringify([null, 'name', 'idNumber', 'phone', 'address', 'population'])],
  )
  await town.jobs.send('registry.continue-imports')
  await town.jobs.drain()
  expect(await show(importId)).toMatchObject({ state: 'checked', counts: { fault: 3 } })
})

test('a taking that was killed in its midst goes on with the rows that were not committed', async () => {
  const many = Array.from({ length: 450 }, (_, at) => [
    ...[String(at), `续${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${'子丑寅卯辰巳午未申酉'[Math.floor(at / 10) % 10]}`, ''],
    ...[`1391111${String(at).padStart(4, '0')}`, '', '户籍', '', '', '', '男', `19${50 + (at % 50)}-03-04`],
  ])
  const importId = await upload(committee, await sheetOf(many), before)
  await settle(importId)
  const start = await library()
  // The second chunk of rows never gets through, as when the power goes.
  await asOwner(`create function registry.fail() returns trigger language plpgsql as
      $$ begin raise exception 'the power is gone'; end $$;
    create trigger fail before update on registry.import_chunk for each row
      when (new.serial = 1) execute function registry.fail()`)
  done(await committee.command<typeof contract.takeImport>('registry.take-import', { importId }))
  await town.jobs.drain().catch(() => {})
  await asOwner('drop trigger fail on registry.import_chunk; drop function registry.fail()')
  expect(await show(importId)).toMatchObject({ state: 'taking' })
  expect(Number((await library())['things']) - Number(start['things'])).toBe(200)
  await town.db.pool.query(`update registry.sheet_import set beat_at = '2020-01-01' where id = $1`, [importId])
  await town.jobs.send('registry.continue-imports')
  await town.jobs.drain()
  expect(await show(importId)).toMatchObject({ state: 'done' })
  expect(Number((await library())['things']) - Number(start['things'])).toBe(450)
})

test('after the index key is changed and the old one gone, the same sheet still finds the same people', async () => {
  const nobodyByNumber = [['1', '钱无号', '', '', '', '户籍', '', '', '', '女', '1971-01-02']]
  const importId = await upload(committee, await sheetOf(nobodyByNumber), before)
  await settle(importId)
  await take(importId)
  const taken = await library()
  const security = await town.as('security-admin')
  done(await security.command<typeof rotateKey>('keys.rotate', { ring: 'index', reason: '例行更换' }))
  await town.jobs.drain()
  expect(done(await security.command<typeof dropOldKeys>('keys.drop-old', { ring: 'index' })).dropped).toHaveLength(1)
  const again = await upload(committee, await sheetOf(nobodyByNumber), before)
  expect((await show(again)).columns[1]).toMatchObject({ target: 'name', why: 'heading' })
  await settle(again)
  expect((await show(again)).counts).toMatchObject({ new: 0, duplicate: 0, same: 1 })
  await take(again)
  expect(await library()).toEqual(taken)
})

test('a mark is made once while the index has two keys, and one from before gets what a change of key needs', async () => {
  const box = createSecretBox({ current: 'k', keys: { k: Buffer.alloc(32, 7) } })
  const ring = { i: Buffer.alloc(32, 5), j: Buffer.alloc(32, 6) }
  const [older, both] = [
    createBlindIndex({ current: 'i', keys: { i: ring.i } }),
    createBlindIndex({ current: 'j', keys: ring }),
  ]
  const { rows: things } = await town.db.pool.query<{ id: string }>('select id from registry.thing limit 1')
  const thingId = things[0]!.id
  const mark = (index: typeof older) =>
    town.db.unitOfWork(tx =>
      new ImportWriter(tx as never, box).mark([{ hashed: hashed(index, aboutRow, 'name 某 1970-01-01 '), thingId }]),
    )
  const marks = async () =>
    (
      await town.db.pool.query<{ id: string; sealed: Buffer | null }>(
        'select id, sealed from registry.import_mark where key = any($1::bytea[])',
        [both.all(aboutRow, 'name 某 1970-01-01 ')],
      )
    ).rows
  await mark(older)
  await mark(both)
  expect(await marks()).toHaveLength(1)
  await town.db.pool.query('update registry.import_mark set sealed = null where thing_id = $1', [thingId])
  await mark(older)
  const [kept] = await marks()
  expect(box.open(kept!.sealed!, aboutMark(kept!.id))).toBe('name 某 1970-01-01 ')
})

test('the figures know all of it', async () => {
  expect(await driftOfSpans(town.db)).toEqual([])
})
