import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limitClocks } from '#platform/worktime/common/index.ts'
import {
  diffSheet,
  type FilingCondition,
  nationalClasses,
  parseLimitText,
  type SheetRow,
  writeLimitText,
} from './index.ts'
import { sampleRows } from './sample/index.ts'

describe('limit text', () => {
  it.each([
    ['2紧急工作时', 'urgent-hour', 2],
    ['24小时', 'work-hour', 24],
    [' 1 个工作日内 ', 'work-day', 1],
    ['３天', 'work-day', 3],
    ['7自然日', 'natural-day', 7],
    ['0.5工作时', 'work-hour', 0.5],
  ] as const)('reads %s', (text, clock, amount) => {
    expect(parseLimitText(text)).toEqual({ limit: { clock, amount }, needsDecision: false })
  })

  it.each(['按法定程序', '2紧急工作日', '0工作时', '1.5工作日', ''])('keeps %s for a person', text => {
    expect(parseLimitText(text)).toEqual({ kept: text, suggested: null, needsDecision: true })
  })

  it('suggests the limit inside a season', () => {
    const suggested = { clock: 'work-day', amount: 15 }
    expect(parseLimitText('种植季节15工作日')).toEqual({ kept: '种植季节15工作日', suggested, needsDecision: true })
  })

  it('reads what it writes and drops no text', () => {
    const limits = fc.record({ clock: fc.constantFrom(...limitClocks), amount: fc.integer({ min: 1, max: 999 }) })
    fc.assert(
      fc.property(limits, limit => {
        expect(parseLimitText(writeLimitText(limit))).toEqual({ limit, needsDecision: false })
      }),
    )
    fc.assert(
      fc.property(fc.string(), text => {
        const read = parseLimitText(text)
        expect(read.needsDecision ? read.kept : text.trim()).toBe(text.trim())
      }),
    )
  })
})

const row: SheetRow = {
  ...{ row: 2, classKind: '部件', classCode: '01001', condition: '井盖缺失', limitText: '2紧急工作时' },
  ...{ closing: '恢复', handlingBody: '供水公司', supervisingBody: '住建局', collect: '照片、位置' },
}
const inBook: FilingCondition = {
  ...{ id: 'a', version: 1, classKind: 'component', classCode: '01001', condition: '井盖缺失' },
  ...{ limit: { clock: 'urgent-hour', amount: 2 }, limitText: '2紧急工作时', needsDecision: false, closing: '恢复' },
  ...{
    handlingBody: '供水公司',
    supervisingBody: '住建局',
    collect: ['照片', '位置'],
    from: '2026-01-01',
    isEnded: false,
  },
}
const knows = (_kind: string, code: string) => code === '01001'

describe('a sheet beside the book', () => {
  it('tells same, changed, new and gone apart', () => {
    const other: FilingCondition = { ...inBook, id: 'b', condition: '井盖松动' }
    const diff = diffSheet([row, { ...row, row: 3, condition: '井盖下沉' }], [inBook, other], knows)
    expect(diff.same.map(one => one.row)).toEqual([2])
    expect(diff.fresh.map(one => one.row)).toEqual([3])
    expect(diff.gone).toEqual([other])
    const changed = diffSheet([{ ...row, limitText: '4工作时' }], [inBook], knows).changed
    expect(changed).toMatchObject([{ row: 2, was: { id: 'a' }, wanted: { limit: { clock: 'work-hour', amount: 4 } } }])
  })

  it('names each fault by row and column, and a fault ends nothing', () => {
    const rows = [
      { ...row, closing: '' },
      { ...row, row: 3 },
      { ...row, row: 4, classCode: '99999' },
      { ...row, row: 5, classKind: '物件', condition: '其他' },
    ]
    const diff = diffSheet(rows, [inBook], knows)
    expect(diff.faults).toEqual([
      { row: 2, column: 'closing', fault: 'missing' },
      { row: 3, column: 'condition', fault: 'said-twice', firstRow: 2 },
      { row: 4, column: 'classCode', fault: 'unknown-class' },
      { row: 5, column: 'classKind', fault: 'unknown-kind' },
    ])
    expect([diff.gone, diff.fresh]).toEqual([[], []])
  })

  it('takes a reworded condition for what it is: new, and perhaps the one that is gone', () => {
    const diff = diffSheet([{ ...row, condition: '井盖缺失的' }], [inBook], knows)
    expect(diff.fresh).toMatchObject([{ row: 2, perhapsWas: { id: 'a' } }])
    expect(diff.gone).toEqual([inBook])
    expect(diffSheet([{ ...row, condition: '路面下沉' }], [inBook], knows).fresh[0]?.perhapsWas).toBeNull()
  })
})

describe('the sample that ships', () => {
  const diff = diffSheet(sampleRows, [], nationalClasses.knows)

  it('is a sheet without a fault, for more than 120 classes', () => {
    expect(diff.faults).toEqual([])
    expect(diff.fresh).toHaveLength(sampleRows.length)
    expect(new Set(sampleRows.map(one => `${one.classKind} ${one.classCode}`)).size).toBeGreaterThan(120)
  })

  it('leaves free texts to a person and reads all others', () => {
    const open = diff.fresh.filter(({ wanted }) => wanted.needsDecision).map(({ wanted }) => wanted.limitText)
    expect(new Set(open)).toEqual(new Set(['按法定程序', '2紧急工作日', '种植季节15工作日']))
  })

  // Of 519 conditions of one city (field notes, 4.2), in percent.
  it.each([
    ['1工作日', 27.6],
    ['3工作日', 16.2],
    ['5工作日', 16.6],
    ['2工作日', 15.8],
    ['4工作时', 7.5],
    ['2紧急工作时', 6.2],
    ['2工作时', 4.2],
    ['1紧急工作时', 1.2],
  ])('spreads over the clocks as a city does: %s', (limitText, percent) => {
    const share = sampleRows.filter(one => one.limitText === limitText).length / sampleRows.length
    expect(Math.abs(share * 100 - percent)).toBeLessThan(5)
  })
})
