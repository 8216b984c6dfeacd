import { readXlsx } from 'hucre/xlsx'
import pg from 'pg'
import { expect, test } from 'vitest'
import {
  casesChangedAfter,
  casesForFigures,
  noteOnCase,
  openCase,
  plainClocks,
  usualProcedure,
} from '#modules/cases/server/index.ts'
import { isEnded } from '#modules/cases/common/index.ts'
import { CasesHouse } from '#modules/cases/testing.ts'
import { readPlace } from '#modules/grid/server/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { createSecretBox } from '#platform/crypto/server/index.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { headings, sheetColumns } from '../common/sheet.ts'
import { exchangeModule } from '../module.ts'
import { createMachineDoor } from './machine-door.ts'
import { readSheet, writeSheet } from '#platform/sheets/common/sheet.ts'

const { db, ownerUrl } = await freshDatabase()
const house = await CasesHouse.open(db)
const secrets = createSecretBox({ current: 'test', keys: { test: Buffer.alloc(32, 7) } })
const grids = {
  read: (place: Parameters<typeof readPlace>[1]) => readPlace(house.grids, place),
  root: () => house.grids.root(),
  districtOf: () => '370113',
  nearestPosts: async () => [],
}
const procedure = { procedure: () => usualProcedure, clocks: plainClocks }
const standingOf = ({
  id,
  number,
  status,
  since,
  description,
}: Awaited<ReturnType<typeof casesForFigures>>[number]) => ({
  ...{ caseId: id, number, status, since, description, isEnded: isEnded(status) },
})
const exchange = exchangeModule({
  cases: {
    open: (work, opening) => openCase({ ...procedure, grids, secrets, followKey: Buffer.alloc(32, 9) }, work, opening),
    note: (work, caseId, note) => noteOnCase(procedure, work, caseId, note),
    byIds: async (read, ids) => (await casesForFigures(read, ids)).map(standingOf),
    changed: async (read, source, after, limit) =>
      (await casesChangedAfter(read, source, after, limit)).map(standingOf),
  },
  places: { ...grids, names: path => (house.grids.find(path) ? house.grids.names(path) : []) },
  people: async (_db, ids) => new Map(ids.map(id => [id, `姓名 ${id}`])),
  settings: () => ({ repeatMinutes: 60 }),
})
const door = createMachineDoor(db)
const everywhere = { kind: 'everywhere' } as const
const administrator = house.actor('admin', [{ permission: 'exchange.manage', within: everywhere }])
const clerk = house.actor('clerk', [{ permission: 'exchange.sheets', within: everywhere }])

async function does(name: string, input: object, actor: Actor): Promise<Record<string, unknown>> {
  const command = exchange.commands.find(({ endpoint }) => endpoint.name === name)!
  const call = { actor, now: house.now, requestId: newId(), input }
  return (await runCommand(db, async () => {}, command, call)) as Record<string, unknown>
}
async function asks(name: string, input: object, actor: Actor): Promise<Record<string, unknown>> {
  const query = exchange.queries.find(({ endpoint }) => endpoint.name === name)!
  return (await runQuery(db, query, { actor, everyPost: [actor], now: house.now, input })) as never
}
async function clientOf(more: object = {}): Promise<{ actor: Actor; clientId: string; key: string }> {
  const clientId = newId()
  const made = await does('exchange.create-client', { clientId, name: '水位', kind: 'sensor', ...more }, administrator)
  const key = String(made['key'])
  const actor = await door.who(key)
  if (isRefusal(actor)) throw new Error('a new key opens nothing')
  return { actor: actor as Actor, clientId, key }
}
const event = (eventId: string, more: object = {}) => ({
  ...{ eventId, device: 'S-17', signal: 'water', description: '水位超过警戒线', place: house.placeIn('1.1') },
  ...more,
})

test('a key is shown once, kept as a hash, and opens nothing once it is revoked', async () => {
  const { clientId, key } = await clientOf()
  const kept = await db.pool.query('select * from exchange.client where id = $1', [clientId])
  expect(JSON.stringify(kept.rows)).not.toContain(key)
  const { rows } = await asks('exchange.list-clients', {}, administrator)
  expect(JSON.stringify(rows)).not.toContain(key)
  expect(await does('exchange.revoke-client', { clientId }, administrator)).toEqual({ clientId })
  expect(await door.who(key)).toMatchObject({ code: 'exchange/key-not-valid' })
  expect(await does('exchange.revoke-client', { clientId }, administrator)).toMatchObject({
    code: 'exchange/already-revoked',
  })
})

test('the same event twice is one case, also at the same moment', async () => {
  const { actor } = await clientOf()
  const answers = await Promise.all(Array.from({ length: 5 }, () => does('exchange.report', event('e-1'), actor)))
  expect(new Set(answers.map(answer => answer['number'])).size).toBe(1)
  expect(answers.filter(answer => answer['isNew'] === true)).toHaveLength(1)
  const [first] = answers
  const kept = await db.pool.query('select source, description, grid_path from cases.case_file where id = $1', [
    first!['caseId'],
  ])
  expect(kept.rows).toEqual([{ source: 'sensor', description: '水位超过警戒线', grid_path: '1.1' }])
})

test('a repeated signal is counted onto the open case; another device, a closed case and a later hour are new', async () => {
  const { actor, clientId } = await clientOf()
  const first = await does('exchange.report', event('r-1'), actor)
  const counted = await does('exchange.report', event('r-2'), actor)
  expect(counted).toMatchObject({ caseId: first['caseId'], isNew: false, count: 2 })
  expect(await does('exchange.report', event('r-1'), actor)).toMatchObject({ isNew: false, count: 2 })
  const other = await does('exchange.report', event('r-3', { device: 'S-18' }), actor)
  expect(other).toMatchObject({ isNew: true })
  const history = await db.pool.query('select body from cases.case_event where case_id = $1 order by version', [
    first['caseId'],
  ])
  expect(history.rows.map(row => (row as { body: { type: string } }).body.type)).toEqual([
    'case.reported',
    'case.noted',
  ])
  house.later(59)
  expect(await does('exchange.report', event('r-4'), actor)).toMatchObject({ isNew: false, count: 3 })
  house.later(61)
  const later = await does('exchange.report', event('r-5'), actor)
  expect(later).toMatchObject({ isNew: true, count: 1 })
  await db.pool.query(`update cases.case_file set status = 'closed' where id = $1`, [later['caseId']])
  expect(await does('exchange.report', event('r-6'), actor)).toMatchObject({ isNew: true })
  await does('exchange.set-window', { clientId, repeatMinutes: 0 }, administrator)
  expect(await does('exchange.report', event('r-7'), actor)).toMatchObject({ isNew: true })
})

test('two events of a device at the same moment are one case and one repeat', async () => {
  const { actor } = await clientOf()
  const answers = await Promise.all(['p-1', 'p-2', 'p-3'].map(id => does('exchange.report', event(id), actor)))
  expect(answers.filter(answer => answer['isNew'] === true)).toHaveLength(1)
  expect(new Set(answers.map(answer => answer['caseId'])).size).toBe(1)
})

test('a client reports in its own grids only, and somewhere', async () => {
  const { actor } = await clientOf({ gridPath: '1.2' })
  expect(await does('exchange.report', event('s-1'), actor)).toMatchObject({ code: 'exchange/outside-scope' })
  const nowhere = { eventId: 's-2', description: '没有地点' }
  expect(await does('exchange.report', nowhere, actor)).toMatchObject({ code: 'exchange/no-place' })
  const byWords = await does('exchange.report', { ...nowhere, address: '泵站' }, actor)
  const kept = await db.pool.query('select grid_path, no_grid from cases.case_file where id = $1', [byWords['caseId']])
  expect(kept.rows).toEqual([{ grid_path: '1.2', no_grid: false }])
  expect(
    await does(
      'exchange.create-client',
      { clientId: newId(), name: 'x', kind: 'video', gridPath: '9.9' },
      administrator,
    ),
  ).toMatchObject({ code: 'exchange/no-such-grid' })
})

test('what became of it: by either number, of its own only', async () => {
  const { actor } = await clientOf({ kind: 'superior', name: '市平台' })
  const sent = await does('exchange.report', { ...event('CITY-7'), device: undefined }, actor)
  const number = String(sent['number'])
  const expected = { eventId: 'CITY-7', number, status: 'reported', isEnded: false, count: 1 }
  expect(await asks('exchange.state', { eventId: 'CITY-7' }, actor)).toMatchObject(expected)
  expect(await asks('exchange.state', { number }, actor)).toMatchObject(expected)
  expect(await asks('exchange.state', {}, actor)).toMatchObject({ code: 'exchange/no-such-event' })
  const { actor: other } = await clientOf({ kind: 'superior' })
  expect(await asks('exchange.state', { number }, other)).toMatchObject({ code: 'exchange/no-such-event' })
  const foreign = await db.pool.query(
    `select body ->> 'foreignNumber' as foreign from cases.case_event where case_id = $1 and version = 1`,
    [sent['caseId']],
  )
  expect(foreign.rows).toEqual([{ foreign: 'CITY-7' }])
})

test('changes since a cursor: none is skipped, those of the last minute come again, others’ never', async () => {
  const { actor } = await clientOf({ kind: 'media', name: '媒体' })
  const { actor: other } = await clientOf({ kind: 'media', name: '别的媒体' })
  for (const n of [1, 2, 3]) await does('exchange.report', { ...event(`m-${n}`), device: undefined }, actor)
  await does('exchange.report', { ...event('m-9'), device: undefined }, other)
  const eventsIn = (page: Record<string, unknown>) => (page['rows'] as { eventId: string }[]).map(row => row.eventId)
  const fresh = await asks('exchange.changes', {}, actor)
  expect(eventsIn(fresh)).toEqual(['m-1', 'm-2', 'm-3'])
  expect(eventsIn(await asks('exchange.changes', { cursor: fresh['next'] }, actor))).toEqual(['m-1', 'm-2', 'm-3'])
  house.later(2)
  const paged = await asks('exchange.changes', { limit: 2 }, actor)
  expect(eventsIn(paged)).toEqual(['m-1', 'm-2'])
  const rest = await asks('exchange.changes', { limit: 2, cursor: paged['next'] }, actor)
  expect(eventsIn(rest)).toEqual(['m-3'])
  const none = await asks('exchange.changes', { cursor: rest['next'] }, actor)
  expect(eventsIn(none)).toEqual([])
  const state = await asks('exchange.state', { eventId: 'm-2' }, actor)
  const { rows } = await db.pool.query('select id from cases.case_file where number = $1', [state['number']])
  const { acceptor } = house.cast
  await house.as(acceptor).command('cases.accept' as never, { caseId: rows[0].id, version: 1 } as never)
  const changed = await asks('exchange.changes', { cursor: none['next'] }, actor)
  expect(changed['rows']).toMatchObject([{ eventId: 'm-2', status: 'accepted' }])
  expect(eventsIn(await asks('exchange.changes', { cursor: 'nonsense' }, actor))).toHaveLength(3)
})

test('a person with the word of clients is no client', async () => {
  const person = house.actor(newId(), [{ permission: 'exchange.client', within: everywhere }])
  expect(await does('exchange.report', event('x'), person)).toMatchObject({ code: 'exchange/not-a-client' })
  expect(await asks('exchange.changes', {}, person)).toMatchObject({ code: 'exchange/not-a-client' })
})

const sheetOf = async (lines: readonly (readonly string[])[]) => {
  const columns = sheetColumns.map(column => ({ heading: headings[column], width: 10 }))
  return Buffer.from(await writeSheet('上级交办', columns, lines)).toString('base64')
}

test('a sheet: seen before it is taken, good rows become cases, faults stay out, again takes nothing twice', async () => {
  const { clientId, actor } = await clientOf({ kind: 'superior', name: '区平台', gridPath: '1.1' })
  const inside = house.placeIn('1.1')
  const outside = house.placeIn('1.3')
  const point = ({ lon, lat }: { lon: number; lat: number }) => [String(lon), String(lat)]
  const file = await sheetOf([
    ['Q-1', '', '井盖缺失', ...point(inside), '', ''],
    ['Q-2', '', '别的街道', ...point(outside), '', ''],
    ['Q-3', '标题', '路灯不亮', '', '', '', '文化路'],
    ['Q-4', '', '经纬度写反', String(inside.lat), String(inside.lon), '', ''],
    ['', '', '没有编号', '', '', '', '文化路'],
  ])
  const seen = await does('exchange.preview-sheet', { clientId, file }, clerk)
  expect(seen).toMatchObject({
    rows: [
      { row: 2, foreignNumber: 'Q-1', knownAs: null },
      { row: 4, foreignNumber: 'Q-3' },
    ],
    faults: [
      { row: 3, column: 'lon', fault: 'outside-scope' },
      { row: 5, column: 'lon', fault: 'swapped' },
      { row: 6, column: 'foreignNumber', fault: 'missing' },
    ],
  })
  const none = await db.pool.query('select 1 from exchange.event where client_id = $1', [clientId])
  expect(none.rowCount).toBe(0)
  const taken = await does('exchange.take-sheet', { clientId, file }, clerk)
  expect(taken).toMatchObject({ opened: [{ row: 2 }, { row: 4 }], known: 0 })
  expect(await does('exchange.take-sheet', { clientId, file }, clerk)).toMatchObject({ opened: [], known: 2 })
  const [first] = taken['opened'] as { number: string }[]
  expect(await asks('exchange.state', { eventId: 'Q-1' }, actor)).toMatchObject({ number: first!.number })
  const back = await asks('exchange.standing-sheet', { clientId }, clerk)
  const lines = await readSheet(back['bytes'] as Uint8Array)
  const cells = typeof lines === 'string' ? [] : lines.map(line => line.cells[0])
  expect(cells.toSorted((a, b) => a!.localeCompare(b!))).toEqual(['Q-1', 'Q-3', '上级编号'])
  const { sheets } = await readXlsx(back['bytes'] as Uint8Array)
  expect(sheets[1]?.rows[0]?.[0]).toContain(`导出人：姓名 ${clerk.personId}`)
})

test('more matters than one sheet holds go out as several, each with its number, and none is left out', async () => {
  const { clientId, actor } = await clientOf({ kind: 'superior', name: '部平台' })
  const file = await sheetOf([['Q-0', '', '路面破损', '', '', '', '文化路']])
  await does('exchange.take-sheet', { clientId, file }, clerk)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(
    `insert into exchange.event (event_id, client_id, case_id, case_number, at, is_repeat)
     select 'Z-' || n, client_id, case_id, case_number, '2026-01-01', false
     from exchange.event, generate_series(1, 20000) n where client_id = $1`,
    [actor.personId],
  )
  await owner.end()
  const { rows } = await asks('exchange.platforms', {}, clerk)
  expect(rows).toContainEqual(expect.objectContaining({ clientId, standingSheets: 2 }))
  const numbers: (string | undefined)[] = []
  for (const part of [1, 2]) {
    const sheet = await asks('exchange.standing-sheet', { clientId, part }, clerk)
    expect(sheet['fileName']).toBe(`部平台办理情况-${part}.xlsx`)
    const lines = await readSheet(sheet['bytes'] as Uint8Array, 30_000)
    if (typeof lines === 'string') throw new Error(lines)
    numbers.push(...lines.slice(1).map(line => line.cells[0]))
    const { sheets } = await readXlsx(sheet['bytes'] as Uint8Array)
    expect(sheets[1]?.rows[0]?.[0]).toContain(`第 ${part} 份，共 2 份`)
  }
  expect(numbers).toHaveLength(20_001)
  expect(new Set(numbers).size).toBe(20_001)
}, 120_000)

test('what is no sheet, is empty or too long is told; the template is read back', async () => {
  const { clientId } = await clientOf({ kind: 'superior', name: '省平台' })
  const tries = async (file: string) => (await does('exchange.preview-sheet', { clientId, file }, clerk))['code']
  expect(await tries(Buffer.from('not a sheet').toString('base64'))).toBe('exchange/not-a-sheet')
  const long = Array.from({ length: 501 }, (_, i) => [`N-${i}`, '', '描述', '', '', '', '文化路'])
  expect(await tries(await sheetOf(long))).toBe('exchange/too-many-rows')
  const { bytes } = await asks('exchange.sheet-template', {}, clerk)
  expect(await readSheet(bytes as Uint8Array)).toEqual([
    { row: 1, cells: sheetColumns.map(column => headings[column]) },
  ])
  const sensor = await clientOf()
  const file = await sheetOf([['Q', '', '描述', '', '', '', '路']])
  expect(await does('exchange.preview-sheet', { clientId: sensor.clientId, file }, clerk)).toMatchObject({
    code: 'exchange/no-such-client',
  })
})
