import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limitClocks } from '#platform/worktime/common/index.ts'
import { diffSheet, type FilingCondition, parseLimitText, type SheetRow, writeLimitText } from './index.ts'

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
    until: null,
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
})
