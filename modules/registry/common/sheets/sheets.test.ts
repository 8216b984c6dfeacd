import { describe, expect, it } from 'vitest'
import { type CodeWords, dayIn, guessColumns, headingSignature, readRow, type Reading, rowKey } from './index.ts'

const today = '2026-11-29'
const words: CodeWords = list =>
  ({
    sex: { '1': '男', '2': '女' },
    nation: { '01': '汉族', '11': '满族' },
    population: { registered: '户籍人口', floating: '流动人口' },
    kin: { '01': '本人或户主', '10': '配偶' },
    document: { '111': '居民身份证', '414': '普通护照' },
    education: { '20': '大学本科' },
  })[list] ?? {}

const reading = (mapping: Reading['mapping'], more: Partial<Reading> = {}): Reading => ({
  ...{ mapping, today, words, aliases: [], defaults: { population: '户籍人口' }, longest: () => 50 },
  ...more,
})

describe('columns', () => {
  it('are guessed by the words of a foreign sheet', () => {
    const headings = [
      '序号',
      '人员姓名*',
      '身份证号码',
      '联系方式（手机）',
      '户主身份证号',
      '家庭住址',
      '宗教信仰',
      '备注',
    ]
    expect(guessColumns(headings, [], today).map(({ target, why }) => [target, why])).toEqual([
      [null, 'unknown'],
      ['name', 'heading'],
      ['idNumber', 'heading'],
      ['phone', 'heading'],
      [null, 'unknown'],
      ['address', 'heading'],
      [null, 'never-taken'],
      [null, 'unknown'],
    ])
  })

  it('are guessed by what stands in them where headings say nothing', () => {
    const samples = [
      ['李建国', '11010519491231002X', '13800000001', '男', '文化路12号3号楼501'],
      ['王秀英', '370113195003070013', '13800000002', '女', '幸福小区2单元'],
    ]
    expect(guessColumns(['A', 'B', 'C', 'D', 'E'], samples, today).map(({ target }) => target)).toEqual([
      null,
      'idNumber',
      'phone',
      'sex',
      'address',
    ])
  })

  it('have one signature for the sheet of every month', () => {
    expect(headingSignature(['姓名 *', '身份证号（必填）', ''])).toBe(headingSignature(['姓名', '身份证号', '']))
    expect(headingSignature(['姓名', '电话'])).not.toBe(headingSignature(['电话', '姓名']))
  })
})

describe('a row', () => {
  const mapping = ['name', 'idNumber', 'phone', 'nation', 'address', 'sex', 'bornOn', 'household', 'kin'] as const

  it('becomes a person with what the number tells', () => {
    const cells = ['李 建国', '11010519491231002x', '138 0000 0001', '汉', '文化路12号3-2-501', '', '', '0012', '户主']
    const { person, faults, remarks } = readRow(cells, reading(mapping))
    expect([faults, remarks]).toEqual([[], []])
    expect(person).toMatchObject({
      fields: {
        ...{ name: '李建国', idNumber: '11010519491231002X', document: '111', phone: '13800000001', nation: '01' },
        ...{ population: 'registered', bornOn: '1949-12-31', sex: '2' },
      },
      address: { road: '文化路', number: '12', building: '3', entrance: '2', room: '501' },
      ...{ household: '0012', kin: '01' },
    })
  })

  it('tells everything that is wrong at once', () => {
    const cells = ['', '110105194912310021', '1380000', '火星族', '', '男', '1949-12-32']
    const { faults } = readRow(cells, reading(mapping))
    expect(faults.map(({ target, fault }) => `${target} ${fault}`).toSorted()).toEqual([
      'bornOn no-such-day',
      'idNumber identifier.check-character',
      'name missing',
      'nation not-in-list',
      'phone identifier.length',
    ])
  })

  it('is held against its own number', () => {
    const cells = ['李', '11010519491231002X', '', '', '', '男', '1949-12-30']
    expect(readRow(cells, reading(mapping)).faults).toMatchObject([
      { target: 'bornOn', fault: 'number-says-birth', params: { expected: '1949-12-31' } },
      { target: 'sex', fault: 'number-says-sex' },
    ])
  })

  it('says what of the address could not be read, and is taken all the same', () => {
    const { faults, remarks } = readRow(['李', '', '', '', '文化路12号老供销社旁'], reading(mapping))
    expect(faults).toEqual([])
    expect(remarks).toMatchObject([{ target: 'address', fault: 'unread', params: { found: '老供销社旁' } }])
  })

  it('takes other documents unchecked, and empty words as nothing', () => {
    const { person, faults } = readRow(['李', 'e12345678', '无'], {
      ...reading(mapping),
      defaults: { population: '流动人口', document: '普通护照' },
    })
    expect(faults).toEqual([])
    expect(person.fields).toMatchObject({ idNumber: 'E12345678', document: '414', population: 'floating' })
    expect(person.fields['phone']).toBeUndefined()
  })

  it('has a key by number, or by name, birthday and phone or home', () => {
    const keyOf = (cells: string[]) => rowKey(readRow(cells, reading(mapping)).person)
    expect(keyOf(['李', '11010519491231002X'])).toBe('number 11010519491231002X')
    expect(keyOf(['李', '', '', '', '文化路12号3-2-501', '', '1949-12-31'])).toBe(
      keyOf(['李', '', '', '', '文化路12号3号楼2单元501室', '', '19491231']),
    )
  })
})

it.each([
  ['1950-3-7', '1950-03-07'],
  ['1950/03/07', '1950-03-07'],
  ['19500307', '1950-03-07'],
  ['1950年3月7日', '1950-03-07'],
  ['1950-02-30', null],
  ['3月7日', null],
])('reads the day %s as %s', (cell, day) => {
  expect(dayIn(cell)).toBe(day)
})
