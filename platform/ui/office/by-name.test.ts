import { expect, test } from 'vitest'
import { closerName, mayBeCalled } from './by-name.ts'

test('the short form that people say finds the name on the paper', () => {
  for (const typed of ['环卫所', '环卫', '卫生', '环境卫生管理所', ' 环 卫 ']) {
    expect(mayBeCalled('环境卫生管理所', typed), typed).toBe(true)
  }
  expect(mayBeCalled('综合行政执法中队', '执法队')).toBe(true)
})

test('characters in another order, or that are not there, find nothing', () => {
  expect(mayBeCalled('环境卫生管理所', '卫环')).toBe(false)
  expect(mayBeCalled('环境卫生管理所', '环卫局')).toBe(false)
  // Each character is used once.
  expect(mayBeCalled('丹凤南社区1号网格', '11')).toBe(false)
})

test('width and case do not matter; nothing typed fits everything', () => {
  expect(mayBeCalled('A座２单元', 'a座2')).toBe(true)
  expect(mayBeCalled('任何', '')).toBe(true)
})

test('what has the words as they stand comes first', () => {
  const names = ['环境卫生管理所', '市环卫集团', '园林绿化所']
  expect(names.toSorted((a, b) => closerName(a, b, '环卫'))[0]).toBe('市环卫集团')
})
