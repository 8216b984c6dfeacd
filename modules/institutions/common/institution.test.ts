import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf, changesBetween, searchedParts, snippetOf } from './body.ts'
import { hasRead, mustRead, standingOn, versionOn, versionToRead } from './institution.ts'

const version = (n: number, from: string, more: { until?: string; asksAgain?: boolean } = {}) => ({
  ...{ version: n, inForceFrom: from, inForceUntil: more.until ?? null, asksAgain: more.asksAgain ?? true },
})

describe('the wording that counts', () => {
  const versions = [version(1, '2026-01-01'), version(2, '2026-06-01'), version(3, '2026-12-01')]

  test('is the last one whose day has come', () => {
    expect(versionOn(versions, '2026-05-31')?.version).toBe(1)
    expect(versionOn(versions, '2026-06-01')?.version).toBe(2)
    expect(versionOn(versions, '2025-01-01')?.version).toBe(1)
    expect(versionOn([], '2025-01-01')).toBeUndefined()
  })

  test('is coming, in force, over or repealed', () => {
    expect(standingOn(versions, null, '2025-12-31')).toBe('coming')
    expect(standingOn(versions, null, '2026-01-01')).toBe('in-force')
    expect(standingOn(versions, '2026-07-01', '2026-06-30')).toBe('in-force')
    expect(standingOn(versions, '2026-07-01', '2026-07-01')).toBe('repealed')
    const notice = [version(1, '2026-05-01', { until: '2026-05-31' })]
    expect(standingOn(notice, null, '2026-05-31')).toBe('in-force')
    expect(standingOn(notice, null, '2026-06-01')).toBe('ended')
  })

  test('needs reading again unless it is a correction; what is to come need not be read yet to count', () => {
    const corrected = [version(1, '2026-01-01'), version(2, '2026-06-01', { asksAgain: false })]
    expect(versionToRead(corrected, '2026-07-01')?.version).toBe(1)
    expect(hasRead(corrected, '2026-07-01', [1])).toBe(true)
    expect(hasRead(versions, '2026-07-01', [1])).toBe(false)
    expect(hasRead(versions, '2026-07-01', [1, 2])).toBe(true)
    expect(hasRead(versions, '2026-07-01', [3])).toBe(true)
    expect(hasRead([], '2026-07-01', [])).toBe(true)
  })
})

test('who must read is decided by role and grid; no role, nobody', () => {
  const worker = { roleCode: 'grid-worker', gridPath: '1.1.2' }
  expect(mustRead({ roles: ['grid-worker'], gridPath: null }, worker)).toBe(true)
  expect(mustRead({ roles: ['grid-worker'], gridPath: '1.1' }, worker)).toBe(true)
  expect(mustRead({ roles: ['grid-worker'], gridPath: '1.1.20' }, worker)).toBe(false)
  expect(mustRead({ roles: ['grid-worker'], gridPath: '1' }, { ...worker, gridPath: null })).toBe(false)
  expect(mustRead({ roles: [], gridPath: null }, worker)).toBe(false)
})

describe('the body', () => {
  test('has headings, paragraphs and lists; anything else is words', () => {
    const body = '# 总则\n第一条 清扫。\n作业要穿反光衣。\n\n- 带水\n- 带哨\n1. 先看\n2、再扫\n<b>不是标签</b>'
    expect(blocksOf(body)).toEqual([
      { kind: 'heading', text: '总则' },
      { kind: 'paragraph', text: '第一条 清扫。作业要穿反光衣。' },
      { kind: 'list', isNumbered: false, items: ['带水', '带哨'] },
      { kind: 'list', isNumbered: true, items: ['先看', '再扫'] },
      { kind: 'paragraph', text: '<b>不是标签</b>' },
    ])
    expect(blocksOf('')).toEqual([])
  })

  test('is quoted around what was looked for', () => {
    const body = `# 安全\n${'前面的话。'.repeat(20)}横过马路走斑马线。${'后面的话。'.repeat(20)}`
    expect(snippetOf(body, searchedParts('斑马线'))).toMatch(/^….*斑马线.*…$/)
    expect(snippetOf(body, searchedParts(' 红绿灯 斑马线'))).toContain('斑马线')
    expect(snippetOf('- 短', searchedParts('没有'))).toBe('短')
    expect(searchedParts(' GB 斑马线 ')).toEqual(['gb 斑马线', '斑马线', 'gb'])
    expect(searchedParts('  ')).toEqual([])
  })

  test('changes say of every line what became of it', () => {
    expect(changesBetween('甲\n乙\n丙', '甲\n丁\n丙')).toEqual([
      { how: 'same', line: '甲' },
      { how: 'removed', line: '乙' },
      { how: 'added', line: '丁' },
      { how: 'same', line: '丙' },
    ])
    const lines = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 12 })
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const changes = changesBetween(a.join('\n'), b.join('\n'))
        expect(changes.filter(({ how }) => how !== 'added').map(({ line }) => line)).toEqual(a)
        expect(changes.filter(({ how }) => how !== 'removed').map(({ line }) => line)).toEqual(b)
      }),
    )
  })
})
