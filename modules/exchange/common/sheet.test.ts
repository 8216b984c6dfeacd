import { expect, test } from 'vitest'
import { isTold } from './client.ts'
import { headings, readRows, sheetColumns } from './sheet.ts'

const head = { row: 1, cells: sheetColumns.map(column => headings[column]) }
const line = (row: number, cells: Partial<Record<(typeof sheetColumns)[number], string>>) => ({
  row,
  cells: sheetColumns.map(column => cells[column] ?? ''),
})

test('good rows are read, each fault is named by row and column', () => {
  const { rows, faults } = readRows([
    head,
    line(2, { foreignNumber: 'A-1', description: '井盖缺失', lon: '116.8', lat: '36.5', frame: 'gcj-02' }),
    line(3, { foreignNumber: 'A-1', description: '又一次', address: '中心路' }),
    line(4, { description: '没有编号', address: '中心路' }),
    line(5, { foreignNumber: 'A-3', address: '中心路' }),
    line(6, { foreignNumber: 'A-4', description: '没有地点' }),
    line(7, { foreignNumber: 'A-5', description: '半个点', lon: '116.8' }),
    line(8, { foreignNumber: 'A-6', description: '不是数', lon: '东经', lat: '36.5' }),
    line(9, { foreignNumber: 'A-7', description: '坐标系', lon: '116.8', lat: '36.5', frame: '北京54' }),
    line(10, { foreignNumber: 'A-8', description: '长'.repeat(2001), address: '中心路' }),
    line(12, { foreignNumber: 'A-9', description: '只有地址', address: '文化路' }),
  ])
  expect(rows.map(({ row, place }) => [row, place])).toEqual([
    [2, { lon: 116.8, lat: 36.5, frame: 'gcj02' }],
    [12, null],
  ])
  expect(faults.map(({ row, column, fault }) => `${row} ${column} ${fault}`)).toEqual([
    '3 foreignNumber twice',
    '4 foreignNumber missing',
    '5 description missing',
    '6 address no-place',
    '7 lat half-a-point',
    '8 lon not-a-number',
    '9 frame unknown-frame',
    '10 description too-long',
  ])
})

test('columns may stand in any order; one that is needed and not there is told', () => {
  const turned = readRows([
    { row: 1, cells: ['地址', '问题描述', '上级编号'] },
    { row: 2, cells: ['中心路', '路灯不亮', 'B-1'] },
  ])
  expect(turned.rows).toMatchObject([{ foreignNumber: 'B-1', address: '中心路' }])
  expect(readRows([{ row: 1, cells: ['地址'] }]).faults).toEqual([
    { row: 1, column: 'foreignNumber', fault: 'column-missing' },
    { row: 1, column: 'description', fault: 'column-missing' },
  ])
})

test('repeats are told in the history when their count doubles', () => {
  expect([1, 2, 3, 4, 5, 8, 100, 128].filter(isTold)).toEqual([2, 4, 8, 128])
})
