import { unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { writeSheet } from '../common/sheet.ts'
import { type Bytes, NotASheet, readLargeSheet, readSmallSheet, writeLargeCsv, writeLargeXlsx } from './index.ts'
import { StringArena } from './string-arena.ts'

const bytesOf = (file: Uint8Array, step = 100): Bytes =>
  async function* () {
    for (let at = 0; at < file.length; at += step) yield file.subarray(at, at + step)
  }

async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

const columns = [
  { heading: '姓名', width: 10 },
  { heading: '号码', width: 20 },
]

async function* rowsOf(rows: readonly (readonly string[])[]) {
  yield* rows
}

describe('reading', () => {
  const relations = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
  const book = '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
  const file = (sheet: string, shared = '<sst/>', styles = '<styleSheet/>') => {
    const parts = { 'xl/workbook.xml': book, 'xl/_rels/workbook.xml.rels': relations, 'xl/sharedStrings.xml': shared }
    const all = { ...parts, 'xl/styles.xml': styles, 'xl/worksheets/sheet1.xml': sheet }
    return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, Buffer.from(text)])))
  }
  const row = (cells: string, r = '1') => `<sheetData><row r="${r}">${cells}</row></sheetData>`
  const cell = (at: string) => `<c r="${at}" t="inlineStr"><is><t>x</t></is></c>`
  const read = (bytes: Uint8Array) => allOf(readLargeSheet(bytesOf(bytes, 65_536)))

  it('refuses what is built to fill the memory: a column beyond the last, a row and a text without an end', async () => {
    expect((await read(file(row(cell('XFD1')))))[0]?.cells).toHaveLength(16_384)
    await expect(read(file(row(cell('XFE1'))))).rejects.toThrow(NotASheet)
    await expect(read(file(row(cell('ZZZZZZ1'))))).rejects.toThrow(NotASheet)
    const endless = 'A'.repeat(5 * 1024 * 1024)
    await expect(read(file(`<sheetData><row r="1">${endless}`))).rejects.toThrow(NotASheet)
    await expect(read(file(row(cell('A1')), `<sst><si><t>${endless}`))).rejects.toThrow(NotASheet)
  })

  it('takes what is broken for no sheet: cut off, a row that no spreadsheet has, an archive that is none', async () => {
    const whole = file(row(cell('A1')))
    const broken = [whole.subarray(0, whole.length >> 1), whole.fill(7, 60, 90), file(row(cell('A1'), '1e9'))]
    for (const bytes of [...broken, file(row(cell('A1'), 'x')), Buffer.from('PK\u0003\u0004 and more')]) {
      await expect(read(bytes)).rejects.toThrow(NotASheet)
    }
  })

  it('is through at once with tags, names and rows that never close, however many there are', async () => {
    const many = 500_000
    for (const endless of [
      '<c a="'.repeat(many + 1),
      `<c ${'a'.repeat(many * 4)}>`,
      '<!-- >'.repeat(many),
      '</row>'.repeat(many),
    ])
      expect((await read(file(row(`${endless}</row><row r="9">${cell('A9')}`)))).length).toBeLessThan(2)
  })

  it('keeps halves of characters and controls out, and days that are none as the numbers they are', async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    const cells = '<c t="str"><v>李_xD800_&#0;梅_x0007_</v></c><c s="0"><v>46355</v></c><c s="0"><v>1e300</v></c>'
    const [line] = await read(file(row(cells), '<sst/>', styles))
    expect(line?.cells).toEqual(['李梅', '2026-11-29', '1e300'])
  })

  it('a small sheet that unpacks to gigabytes is none, and is not unpacked further than to know it', async () => {
    const bomb = file(row(cell('A1')), `<sst>${'<si><t>a</t></si>'.repeat(4_200_000)}</sst>`)
    expect(bomb.length).toBeLessThan(300_000)
    expect(await readSmallSheet(bomb, 500)).toBe('not-a-sheet')
    const lines = Array.from({ length: 501 }, (_, i) => `<row r="${i + 1}">${cell(`A${i + 1}`)}</row>`).join('')
    expect(await readSmallSheet(file(`<sheetData>${lines}</sheetData>`), 500)).toBe('too-many-rows')
    expect(await readSmallSheet(file(`<sheetData>${lines}</sheetData>`), 501)).toHaveLength(501)
    expect(await readSmallSheet(file('<sheetData/>'), 500)).toBe('empty')
  }, 60_000)

  it('has a drop-down in every line of a template, in whatever column', async () => {
    const many = Array.from({ length: 28 }, (_, i) => ({ heading: `列${i}`, width: 8, oneOf: ['是', '否'] }))
    const parts = unzipSync(await writeSheet('模板', many, []))
    const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml']!).toString()
    for (const range of ['A2:A1048576', 'Z2:Z1048576', 'AA2:AA1048576', 'AB2:AB1048576']) expect(sheet).toContain(range)
  })

  it('gives the lines of a file with shared strings, numbered as the spreadsheet numbers them', async () => {
    const file = await writeSheet('人口', columns, [
      ['李 建国', '370113195003070013'],
      ['', ''],
      ['欧阳<娜>&', '05318888'],
    ])
    expect(await allOf(readLargeSheet(bytesOf(file)))).toEqual([
      { row: 1, cells: ['姓名', '号码'] },
      { row: 2, cells: ['李 建国', '370113195003070013'] },
      { row: 4, cells: ['欧阳<娜>&', '05318888'] },
    ])
  })

  it('gives days as days, numbers as they are, and shows numbers that the spreadsheet broke', async () => {
    const rows = [[new Date('2026-11-29'), 12.5, 370_113_195_003_070_000, true, null, 'x']]
    const file = await writeXlsx({ sheets: [{ name: 's', rows }] })
    const [line] = await allOf(readLargeSheet(bytesOf(new Uint8Array(file))))
    expect(line?.cells).toEqual(['2026-11-29', '12.5', expect.stringContaining('37011319500307'), '是', '', 'x'])
  })

  it('says so when it is no sheet', async () => {
    await expect(allOf(readLargeSheet(bytesOf(new TextEncoder().encode('not a sheet'))))).rejects.toThrow(NotASheet)
  })
})

describe('writing', () => {
  const rows = Array.from({ length: 3000 }, (_, at) => [`张${at}`, at === 7 ? '=1+1' : `37${at}`])

  it('is read again as it was written, with the note on top', async () => {
    const pieces = await allOf(writeLargeXlsx({ name: '人口', columns, note: '导出人 李雷', rows: rowsOf(rows) }))
    const lines = await allOf(readLargeSheet(bytesOf(Buffer.concat(pieces), 5000)))
    expect(lines.map(line => line.cells)).toEqual([['导出人 李雷'], ['姓名', '号码'], ...rows])
  })

  it('goes on in another sheet with note and heading where one is full', async () => {
    const five = rowsOf([
      ['甲', '1'],
      ['乙', '2'],
      ['丙', '3'],
      ['丁', '4'],
      ['戊', '5'],
    ])
    const pieces = await allOf(writeLargeXlsx({ name: '人口', columns, note: '导出人 李雷', rows: five }, 4))
    const { sheets } = await readXlsx(Buffer.concat(pieces))
    const top = [
      ['导出人 李雷', null],
      ['姓名', '号码'],
    ]
    expect(sheets.map(sheet => sheet.rows.map(cells => [cells[0] ?? null, cells[1] ?? null]))).toEqual([
      [...top, ['甲', '1'], ['乙', '2']],
      [...top, ['丙', '3'], ['丁', '4']],
      [...top, ['戊', '5']],
    ])
    const none = await allOf(writeLargeXlsx({ name: '人口', columns, rows: rowsOf([]) }))
    expect((await readXlsx(Buffer.concat(none))).sheets[0]?.rows).toEqual([['姓名', '号码']])
  })

  it('writes csv that no spreadsheet calculates', async () => {
    const pieces = await allOf(
      writeLargeCsv({
        name: '',
        columns,
        rows: rowsOf([
          ['李,"雷"', '=1+1'],
          ['a', '-5'],
          ["-2+3+cmd|' /C calc'!A0", '＝1+1'],
          ['-0.5', '+8613'],
        ]),
      }),
    )
    expect(Buffer.concat(pieces).toString()).toBe(
      `\ufeff姓名,号码\r\n"李,""雷""",'=1+1\r\na,-5\r\n'-2+3+cmd|' /C calc'!A0,'＝1+1\r\n-0.5,'+8613\r\n`,
    )
  })
})

it('an arena gives back what was put in, large and small', () => {
  const arena = new StringArena()
  const texts = Array.from({ length: 3000 }, (_, at) => (at % 700 === 0 ? '长'.repeat(400_000) : `值${at}`))
  for (const text of texts) arena.add(text)
  expect(arena.length).toBe(texts.length)
  expect(texts.every((text, at) => arena.at(at) === text)).toBe(true)
  expect(arena.at(-1) + arena.at(texts.length)).toBe('')
})
