import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { mostLines, readSheet, writeSheet } from './sheet.ts'
import { takerMark } from './taker-mark.ts'

const columns = [
  { heading: '类别', width: 10, oneOf: ['部件', '事件'] },
  { heading: '条件', width: 30 },
]

test('what is written is read again, with the rows as the spreadsheet numbers them', async () => {
  const file = await writeSheet('规范', columns, [
    ['部件', '井盖缺失'],
    ['', ''],
    ['事件', '暴露垃圾'],
  ])
  expect(await readSheet(file)).toEqual([
    { row: 1, cells: ['类别', '条件'] },
    { row: 2, cells: ['部件', '井盖缺失'] },
    { row: 4, cells: ['事件', '暴露垃圾'] },
  ])
})

test('a text that looks like a formula stays a text', async () => {
  const read = await readSheet(await writeSheet('规范', columns, [['部件', '=1+1']]))
  expect(read).toContainEqual({ row: 2, cells: ['部件', "'=1+1"] })
})

test('what is no sheet, holds nothing or has no end is told, not thrown', async () => {
  expect(await readSheet(new TextEncoder().encode('not a sheet'))).toBe('not-a-sheet')
  expect(await readSheet(await writeSheet('空', [], []))).toBe('empty')
  const long = Array.from({ length: mostLines + 5 }, () => ['部件', 'x'])
  expect(await readSheet(await writeSheet('长', columns, long))).toBe('too-many-rows')
})

const taking = { name: '刘敏', at: '2026-09-15T17:30:00.000Z' } as const

test('who took a list stands above it, or in a sheet of its own where another program reads the first line', async () => {
  const text = takerMark({ ...taking, reason: '慰问', number: '7' })
  expect(text).toBe('导出人：刘敏　时间：2026-09-16 01:30　事由：慰问　编号：7　含个人信息，仅限本事由使用，用后删除')
  expect(takerMark(taking, 'en')).toMatch(/^Taken by: 刘敏　at: 2026-09-16 01:30　Personal data/)
  expect(await readSheet(await writeSheet('规范', columns, [['部件', '井盖']], { text, where: 'top' }))).toEqual([
    { row: 1, cells: [text, ''] },
    { row: 2, cells: ['类别', '条件'] },
    { row: 3, cells: ['部件', '井盖'] },
  ])
  const apart = await writeSheet('规范', columns, [['部件', '井盖']], { text, where: 'own-sheet' })
  expect((await readSheet(apart))[0]).toEqual({ row: 1, cells: ['类别', '条件'] })
  expect((await readXlsx(apart)).sheets[1]?.rows[0]?.[0]).toBe(text)
})
