import { expect, it } from 'vitest'
import { inFindingOrder, soughtIn } from './find-text.ts'

it.each([
  ['11010519491231002X', { by: 'number', scheme: 'id-number', number: '11010519491231002X' }],
  ['110105 19491231 0021', { by: 'number', scheme: 'id-number' }],
  ['138 0000 0001', { by: 'number', scheme: 'phone', number: '13800000001' }],
  ['0531-88880000', { by: 'number', scheme: 'phone', number: '0531-88880000' }],
  ['鲁A·12345', { by: 'plate', text: '鲁A12345' }],
  ['91350100M000100Y43', { by: 'uscc' }],
  ['ljg', { by: 'sounds', text: 'ljg' }],
  ['ZhangWei', { by: 'sounds', text: 'zhangwei' }],
  ["lü  wei'an", { by: 'sounds', text: 'lvweian', asTyped: "lü  wei'an" }],
  ['KFC 3', { by: 'words', text: 'KFC 3' }],
  ['李建国', { by: 'words', text: '李建国' }],
  ['文化路12号', { by: 'words', text: '文化路12号' }],
  ['1380000', { by: 'words' }],
  ['  ', { by: 'nothing' }],
  [' Z ', { by: 'nothing' }],
  ['zw', { by: 'sounds' }],
  ['王', { by: 'words' }],
])('takes %s as it is meant', (text, sought) => {
  expect(soughtIn(text, '2026-11-29')).toMatchObject(sought)
})

it('puts the whole name first, then the own grid, then who is still there', () => {
  const one = (title: string, gridPath: string, state = 'current', kind = 'person') => ({
    title,
    gridPath,
    state,
    kind,
  })
  const found = [
    one('李建国饭店', '1.1.1', 'current', 'organisation'),
    one('李建国', '1.2.1'),
    one('李建', '1.1.1'),
    one('李建国', '1.1.1', 'moved-away'),
    one('李建国', '1.1.1'),
  ]
  expect(
    inFindingOrder(found, '李建国', ['1.1']).map(({ title, gridPath, state }) => [title, gridPath, state]),
  ).toEqual([
    ['李建国', '1.1.1', 'current'],
    ['李建国', '1.1.1', 'moved-away'],
    ['李建国', '1.2.1', 'current'],
    ['李建国饭店', '1.1.1', 'current'],
    ['李建', '1.1.1', 'current'],
  ])
})
