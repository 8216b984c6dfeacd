import { expect, test } from 'vitest'
import { maskedPhone, readPhone } from './phone.ts'

test('phones are mobile, fixed or short numbers; anything else is none', () => {
  expect(readPhone('199 0000 1234')).toBe('19900001234')
  expect(readPhone('0531-12345678')).toBe('0531-12345678')
  expect(readPhone('12345')).toBe('12345')
  for (const wrong of ['', '1990000123', '119900001234', '张三', '12']) expect(readPhone(wrong)).toBeNull()
})

test('a masked phone shows its beginning and end, a short one nothing', () => {
  expect(maskedPhone('19900001234')).toBe('199****1234')
  expect(maskedPhone('12345')).toBe('****')
})
