import { expect, test } from 'vitest'
import { firstPages } from './pages.tsx'

const all = ['甲', '乙', '丙', '丁', '戊']
const two = async ({ cursor = '0' }: { cursor?: string }) => {
  const from = Number(cursor)
  return { rows: all.slice(from, from + 2), next: from + 2 < all.length ? String(from + 2) : null, total: all.length }
}

test('so many pages are one list, with the way to what comes after them', async () => {
  expect(await firstPages(1, two)).toEqual({ rows: ['甲', '乙'], next: '2', total: 5 })
  expect(await firstPages(2, two)).toEqual({ rows: ['甲', '乙', '丙', '丁'], next: '4', total: 5 })
  expect(await firstPages(9, two)).toEqual({ rows: all, next: null, total: 5 })
})

test('a page that is refused is the answer', async () => {
  const no = { refused: true, code: 'x/no', kind: 'not-found', detail: {} } as const
  expect(await firstPages(2, async page => (page.cursor ? no : two(page)))).toEqual(no)
})
