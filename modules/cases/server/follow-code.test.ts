import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { followCodeFor, followCodeHash, isFollowCode } from './follow-code.ts'
import { maskedName, maskedPhone } from './mask.ts'
import { WrongCodes } from './wrong-codes.ts'

const key = Buffer.alloc(32, 1)
const now = '2026-09-15T02:00:00.000Z'

test('codes are ten characters without look-alikes, the same for the same case, different for others', () => {
  const ids = Array.from({ length: 2000 }, newId)
  const codes = ids.map(id => followCodeFor(key, id))
  for (const code of codes) expect(code).toMatch(/^[3479ACDEFGHJKLMNPQRTVWXY]{10}$/)
  expect(new Set(codes).size).toBe(ids.length)
  expect(followCodeFor(key, ids[0]!)).toBe(codes[0])
  expect(followCodeFor(Buffer.alloc(32, 2), ids[0]!)).not.toBe(codes[0])
})

test('a code fits its own case only, however it is typed', () => {
  const [mine, other] = [newId(), newId()]
  const code = followCodeFor(key, mine)
  const hash = followCodeHash(key, mine, code)
  for (const typed of [code, code.toLowerCase(), ` ${code.slice(0, 5)}-${code.slice(5)} `]) {
    expect(isFollowCode(key, mine, typed, hash)).toBe(true)
  }
  expect(isFollowCode(key, mine, followCodeFor(key, other), hash)).toBe(false)
  expect(isFollowCode(key, other, code, hash)).toBe(false)
  expect(isFollowCode(key, mine, '', hash)).toBe(false)
})

test('ten wrong codes close a number for a quarter of an hour; other numbers stay open', () => {
  const wrong = new WrongCodes()
  for (let i = 0; i < 10; i++) {
    expect(wrong.waitSeconds('1', now)).toBe(0)
    wrong.note('1', now)
  }
  expect(wrong.waitSeconds('1', now)).toBe(900)
  expect(wrong.waitSeconds('1', '2026-09-15T02:10:00.000Z')).toBe(300)
  expect(wrong.waitSeconds('2', now)).toBe(0)
  expect(wrong.waitSeconds('1', '2026-09-15T02:15:00.000Z')).toBe(0)
})

test('names and phones keep no more than tells two apart', () => {
  expect([maskedName('张三'), maskedName('欧阳娜娜'), maskedName('王'), maskedName(null)]).toEqual([
    '张*',
    '欧**',
    '王*',
    null,
  ])
  expect([maskedPhone('13812345678'), maskedPhone('5551234'), maskedPhone('1')]).toEqual([
    '138****5678',
    '****34',
    '****',
  ])
})
