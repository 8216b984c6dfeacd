import { expect, test } from 'vitest'
import { floorOfRoom, homeAddress } from './home-address.ts'

test('a home is called after building, entrance and room', () => {
  expect(homeAddress('杏花东街22号', '1单元', '102')).toBe('杏花东街22号1单元102室')
  expect(homeAddress('兰亭街42号', null, '3A')).toBe('兰亭街42号3A室')
  expect(homeAddress('兰亭街42号', null, '地下室')).toBe('兰亭街42号地下室')
  expect(homeAddress('兰亭街42号', null, null)).toBe('兰亭街42号')
})

test('a room tells its floor when it is numbered as rooms are', () => {
  expect(['102', '1203', '12', 'A1', '12034'].map(floorOfRoom)).toEqual([1, 12, null, null, null])
})
