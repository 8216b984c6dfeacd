import { expect, test } from 'vitest'
import { nobody } from '#platform/authz/common/grants.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { readSheet, writeSheet } from '#platform/sheets/common/sheet.ts'
import { freshDatabase } from '#testkit/database.ts'
import { sampleRows } from '../common/sample/index.ts'
import { sheetColumns, type SheetRow } from '../common/sheet-diff.ts'
import { rowsInSheet, templateHeadings } from '../common/sheet-file.ts'
import { catalogueModule } from '../module.ts'
import { ConditionBook } from './condition-book.ts'

const { db } = await freshDatabase()
const book = await ConditionBook.open(db)
const catalogue = catalogueModule(book)
const keeper = {
  ...nobody,
  personId: newId(),
  grants: ['catalogue.read', 'catalogue.edit'].map(permission => ({ permission, within: { kind: 'everywhere' } })),
} as never
const now = '2026-09-15T02:00:00.000Z'
const today = '2026-09-15'

async function does(name: string, input: object): Promise<Record<string, unknown>> {
  const command = catalogue.commands.find(({ endpoint }) => endpoint.name === name)!
  const answer = await runCommand(db, async () => {}, command, { actor: keeper, now, requestId: newId(), input })
  await book.catchUp(db.read())
  return answer as Record<string, unknown>
}
async function asks(name: string, input: object, at = now): Promise<Record<string, never[]>> {
  const query = catalogue.queries.find(({ endpoint }) => endpoint.name === name)!
  return (await runQuery(db, query, { actor: keeper, everyPost: [keeper], now: at, input })) as never
}
const imports = (rows: readonly SheetRow[], more: object = {}) =>
  does('catalogue.import-sheet', { rows, from: today, endGone: false, seenBook: book.size, ...more })

/** The sheet as a city sends it: through a real file. */
async function throughFile(rows: readonly SheetRow[]): Promise<readonly SheetRow[]> {
  const columns = templateHeadings.map(heading => ({ heading, width: 20 }))
  const cells = rows.map(row => sheetColumns.map(column => row[column]))
  const lines = await readSheet(await writeSheet('规范', columns, cells))
  const read = typeof lines === 'string' ? { lacking: [] } : rowsInSheet(lines)
  if (!('rows' in read)) throw new Error('the sheet was not read')
  return read.rows
}

const long = '长'.repeat(501)
const bad = (row: Partial<SheetRow>) => row
/** Faults of twenty kinds, no two of one column alike, with what must be said about each. */
const faults: readonly (readonly [Partial<SheetRow>, readonly [column: string, fault: string]])[] = [
  [bad({ classKind: '' }), ['classKind', 'missing']],
  [bad({ classKind: '物件' }), ['classKind', 'unknown-kind']],
  [bad({ classKind: '#N/A' }), ['classKind', 'broken-cell']],
  [bad({ classCode: '' }), ['classCode', 'missing']],
  [bad({ classCode: '99999' }), ['classCode', 'unknown-class']],
  [bad({ classCode: '#REF!' }), ['classCode', 'broken-cell']],
  [bad({ classCode: '0110' }), ['classCode', 'old-class']],
  [bad({ classCode: '6010.00' }), ['classCode', 'read-as-number']],
  [bad({ classCode: '01001' }), ['classCode', 'other-kind']],
  [bad({ classCode: '06' }), ['classCode', 'only-major']],
  [bad({ condition: '' }), ['condition', 'missing']],
  [bad({ condition: long }), ['condition', 'too-long']],
  [bad({ condition: '同一条件' }), ['condition', 'said-twice']],
  [bad({ limitText: '' }), ['limitText', 'missing']],
  [bad({ limitText: '#VALUE!' }), ['limitText', 'broken-cell']],
  [bad({ closing: '' }), ['closing', 'missing']],
  [bad({ closing: long }), ['closing', 'too-long']],
  [bad({ handlingBody: long }), ['handlingBody', 'too-long']],
  [bad({ supervisingBody: '#NAME?' }), ['supervisingBody', 'broken-cell']],
  [bad({ collect: long }), ['collect', 'too-long']],
]

function citySheet(): readonly SheetRow[] {
  const usual = { ...sampleRows[0]!, classKind: '事件', classCode: '06010', condition: '另一条件' }
  const wrong = faults.map(([fault], at) => ({ ...usual, condition: `另一条件${at}`, ...fault }))
  const more = Array.from({ length: 500 - sampleRows.length - wrong.length - 1 }, (_, at) => ({
    ...{ ...usual, condition: `本市补充条件第${at + 1}条` },
  }))
  const rows = [...sampleRows, { ...usual, condition: '同一条件' }, ...more, ...wrong]
  return rows.map((one, at) => ({ ...one, row: at + 2, classKind: kindWord(one.classKind) }))
}
const kindWord = (kind: string) => ({ component: '部件', event: '事件' })[kind] ?? kind

test('a sheet of 500 rows with twenty kinds of faults: the good rows go in, each fault is told by row and column', async () => {
  const rows = await throughFile(citySheet())
  expect(rows).toHaveLength(500)
  const answer = await imports(rows)
  expect(answer).toMatchObject({ fresh: 480, changed: 0, same: 0, ended: 0, undecided: 4 })
  const firstWrong = 500 - faults.length + 2
  const told = answer.faults as { row: number; column: string; fault: string; firstRow?: number; now?: string }[]
  expect(told.map(({ row, column, fault }) => [row, column, fault])).toEqual(
    faults.map(([, [column, fault]], at) => [firstWrong + at, column, fault]),
  )
  expect(told.find(({ fault }) => fault === 'said-twice')?.firstRow).toBe(sampleRows.length + 2)
  expect(told.filter(({ now: meant }) => meant).map(({ fault, now: meant }) => [fault, meant])).toEqual([
    ['old-class', '06010'],
    ['read-as-number', '06010'],
    ['other-kind', '部件'],
  ])
  expect(new Set(faults.map(([, [column, fault]]) => `${column} ${fault}`)).size).toBe(20)

  expect(await imports(rows)).toMatchObject({ fresh: 0, changed: 0, same: 480, ended: 0 })
})

test('the next sheet makes versions and ends what it lacks only when told to; old cases keep theirs', async () => {
  const [before] = await asks('catalogue.list-conditions', { classKind: 'event', classCode: '06042' }).then(
    a => a.rows!,
  )
  const was = before as unknown as { conditionId: string; limit: object }
  expect(was.limit).toEqual({ clock: 'work-hour', amount: 2 })
  const next = citySheet()
    .slice(0, -faults.length)
    .map(row => (row.classCode === '06042' ? { ...row, limitText: '4工作时' } : row))
    .filter(row => row.classCode !== '10002')
  expect(await imports(next, { from: '2026-09-16' })).toMatchObject({ changed: 1, ended: 0, same: 477 })
  expect(book.find(was.conditionId, now)).toMatchObject({ version: 1, limit: { amount: 2 } })
  expect(book.find(was.conditionId, '2026-09-15T16:00:00.000Z')).toMatchObject({ version: 2, limit: { amount: 4 } })
  expect(book.version(was.conditionId, 1)).toMatchObject({ limit: { clock: 'work-hour', amount: 2 } })
  expect(await imports(next, { from: '2026-09-16', endGone: true })).toMatchObject({ changed: 0, ended: 2 })
  expect(book.forClass('event', '10002', '2026-09-16T02:00:00.000Z')).toEqual([])
  expect(book.forClass('event', '10002', now)).toHaveLength(2)
})

test('a text that no clock can be read from waits for a person, who decides', async () => {
  const open = (await asks('catalogue.list-conditions', { undecided: true })) as unknown as {
    rows: { conditionId: string; version: number; limitText: string; classKind: string; classCode: string }[]
  }
  const one = open.rows.find(({ limitText }) => limitText === '按法定程序')!
  const said = { condition: '已经搭成，尚无处理决定', limitText: one.limitText, closing: '作出决定并送达', from: today }
  const { conditionId, classKind, classCode } = one
  const input = { conditionId, classKind, classCode, ...said, seenVersion: one.version }
  const put = (more: object) => does('catalogue.put-condition', { ...input, ...more })
  expect(await put({})).toMatchObject({ version: 2, needsDecision: true })
  expect(await put({ limit: { clock: 'work-day', amount: 60 } })).toMatchObject({ code: 'catalogue/condition-changed' })
  const decided = { seenVersion: 2, limit: { clock: 'work-day', amount: 60 } }
  expect(await put(decided)).toMatchObject({ version: 3, needsDecision: false })
  expect(book.find(one.conditionId, now)).toMatchObject({ limitText: '按法定程序', limit: { amount: 60 } })
  expect(await asks('catalogue.show-condition', { conditionId: one.conditionId })).toMatchObject({
    versions: [{ version: 3 }, { version: 2 }, { version: 1 }],
  })
})

test('what is missing, unknown, said already or seen too long ago is refused', async () => {
  const base = { conditionId: newId(), seenVersion: 0, classKind: 'event', classCode: '06042', from: today }
  const put = (more: object) => does('catalogue.put-condition', { ...base, condition: 'x', limitText: '1天', ...more })
  expect(await put({ closing: ' ' })).toMatchObject({ code: 'catalogue/text-missing', detail: { column: 'closing' } })
  expect(await put({ closing: 'y', classCode: '12345' })).toMatchObject({ code: 'catalogue/unknown-class' })
  expect(await put({ closing: 'y', condition: '桶满外溢、 周边落地' })).toMatchObject({
    code: 'catalogue/said-already',
  })
  expect(await imports(citySheet(), { seenBook: 1 })).toMatchObject({ code: 'catalogue/book-changed' })
  const gone = { conditionId: newId(), seenVersion: 1, from: today }
  expect(await does('catalogue.end-condition', gone)).toMatchObject({ code: 'catalogue/no-such-condition' })
})

const lock = { classKind: 'event', classCode: '06996', name: '私设车位地锁', oldCode: '0196', from: today }

test('a local class is added, filed under by its old code, renamed, and its code kept', async () => {
  expect(await does('catalogue.put-class', { ...lock, seenVersion: 0 })).toEqual({ classCode: '06996', version: 1 })
  expect(book.classes(now).knows('event', '0196')).toBe('06996')
  expect(await does('catalogue.put-class', { ...lock, name: '私设地锁占位', seenVersion: 1 })).toMatchObject({
    version: 2,
  })
  expect(book.classes(now).label('event', '06996')?.['zh-CN']).toBe('私设地锁占位')
})

test('a local class outside the range, with a national name, twice or unseen is refused', async () => {
  const refused = async (more: object) => (await does('catalogue.put-class', { ...lock, seenVersion: 0, ...more })).code
  expect(await refused({ classCode: '06050' })).toBe('catalogue/not-a-local-code')
  expect(await refused({ classCode: '11999' })).toBe('catalogue/not-a-local-code')
  expect(await refused({ classCode: '06999', name: '暴露垃圾' })).toBe('catalogue/national-has-it')
  expect(await refused({ classCode: '06999', name: '' })).toBe('catalogue/class-name-missing')
  expect(await refused({ classCode: '06995' })).toBe('catalogue/old-code-taken')
  expect(await refused({ oldCode: '0110' })).toBe('catalogue/not-an-old-local-code')
  expect(await refused({ seenVersion: 1 })).toBe('catalogue/class-changed')
})

test('an adopted class hands its conditions over; what the national class says already ends', async () => {
  const usual = { limitText: '4工作时', closing: '地锁已拆除', from: today, seenVersion: 0, classKind: 'event' }
  const own = { ...usual, conditionId: newId(), classCode: '06996', condition: '占用公共车位' }
  const twin = { ...usual, conditionId: newId(), classCode: '06996', condition: '占用消防通道设锁' }
  const national = { ...usual, conditionId: newId(), classCode: '06040', condition: '占用消防通道设锁' }
  for (const one of [own, twin, national])
    expect(await does('catalogue.put-condition', one)).toMatchObject({ version: 1 })
  const wanted = { classKind: 'event', classCode: '06996', nationalCode: '06040', from: '2026-09-16' }
  expect((await does('catalogue.adopt-class', { ...wanted, seenVersion: 1 })).code).toBe('catalogue/class-changed')
  expect((await does('catalogue.adopt-class', { ...wanted, seenVersion: 2, nationalCode: '06998' })).code).toBe(
    'catalogue/unknown-class',
  )
  expect(await does('catalogue.adopt-class', { ...wanted, seenVersion: 2 })).toMatchObject({ conditions: 2 })
  const later = '2026-09-15T16:00:00.000Z'
  expect(book.classes(now).knows('event', '06996')).toBe(true)
  expect(book.classes(later).knows('event', '06996')).toBe('06040')
  expect(book.find(own.conditionId, later)).toMatchObject({ classCode: '06040', version: 2 })
  expect(book.find(twin.conditionId, later)).toBeNull()
  expect(book.version(own.conditionId, 1)).toMatchObject({ classCode: '06996' })
  const listed = (await asks('catalogue.list-local-classes', {})) as unknown as { classes: { adoptedAs: object }[] }
  expect(listed.classes[0]?.adoptedAs).toMatchObject({ code: '06040' })
})

test('an ended class takes its conditions along', async () => {
  const own = { classKind: 'event', classCode: '10999', from: today, seenVersion: 0 }
  expect(await does('catalogue.put-class', { ...own, name: '楼道堆放杂物' })).toMatchObject({ version: 1 })
  const condition = { ...own, conditionId: newId(), condition: '堵塞楼道', limitText: '1工作日', closing: '已清理' }
  expect(await does('catalogue.put-condition', condition)).toMatchObject({ version: 1 })
  expect(await does('catalogue.end-class', { ...own, seenVersion: 1 })).toMatchObject({ conditions: 1 })
  expect(book.find(condition.conditionId, now)).toBeNull()
  expect((await does('catalogue.put-condition', { ...condition, conditionId: newId() })).code).toBe(
    'catalogue/unknown-class',
  )
  expect((await does('catalogue.end-class', { ...own, seenVersion: 2 })).code).toBe('catalogue/class-changed')
})
