import { expect, test } from 'vitest'
import { calendarKey, calendarsAround } from './areas.ts'

test('an area has the calendars of what it lies in, from the widest to its own', () => {
  expect(calendarsAround('default')).toEqual(['default'])
  expect(calendarsAround('370113')).toEqual(['default', '370113'])
  expect(calendarsAround('370113001')).toEqual(['default', '370113', '370113001'])
  expect(calendarsAround('370113001002')).toEqual(['default', '370113', '370113001', '370113001002'])
  expect(calendarsAround('370113001002007')).toEqual(calendarsAround('370113001002'))
})

test('calendars are kept for districts, streets and communities', () => {
  const keys = ['370113', '370113001', '370113001002', '37011', '3701130', '370113001002007', 'default']
  expect(keys.filter(key => calendarKey.test(key))).toEqual(['370113', '370113001', '370113001002'])
})
