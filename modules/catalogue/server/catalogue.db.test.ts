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
/** Twenty ways in which a row goes wrong, with what must be said about it. */
const faults: readonly (readonly [Partial<SheetRow>, readonly [column: string, fault: string]])[] = [
  [bad({ classKind: '' }), ['classKind', 'missing']],
  [bad({ classKind: 'event!' }), ['classKind', 'unknown-kind']],
  [bad({ classKind: '物件' }), ['classKind', 'unknown-kind']],
  [bad({ classKind: '全部' }), ['classKind', 'unknown-kind']],
  [bad({ classCode: '' }), ['classCode', 'missing']],
  [bad({ classCode: '99999' }), ['classCode', 'unknown-class']],
  [bad({ classCode: '1' }), ['classCode', 'unknown-class']],
  [bad({ classCode: '事件' }), ['classCode', 'unknown-class']],
  [bad({ classCode: '06010.0' }), ['classCode', 'unknown-class']],
  [bad({ classCode: '0110' }), ['classCode', 'old-class']],
  [bad({ classKind: '部件' }), ['classCode', 'unknown-class']],
  [bad({ condition: '' }), ['condition', 'missing']],
  [bad({ condition: long }), ['condition', 'too-long']],
  [bad({ condition: '同一条件' }), ['condition', 'said-twice']],
  [bad({ limitText: '' }), ['limitText', 'missing']],
  [bad({ limitText: long }), ['limitText', 'too-long']],
  [bad({ closing: '' }), ['closing', 'missing']],
  [bad({ closing: long }), ['closing', 'too-long']],
  [bad({ handlingBody: long }), ['handlingBody', 'too-long']],
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
  expect(told.find(({ fault }) => fault === 'old-class')?.now).toBe('06010')

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
