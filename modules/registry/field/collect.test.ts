import { describe, expect, test } from 'vitest'
import { kinds } from '../common/kinds.ts'
import { askedOf, collected } from './collect.ts'
import { scanned } from './scanned.ts'
import { textOf, valueOf } from './typed.ts'

const today = '2026-11-29'
const number = '11010519491231002X'

test('at the door everything is asked without which a record cannot be kept', () => {
  for (const kind of collected) {
    const needed = Object.entries(kinds[kind].fields).flatMap(([key, spec]) => (spec.isRequired ? [key] : []))
    expect(askedOf[kind], kind).toEqual(expect.arrayContaining(needed))
    for (const key of askedOf[kind]) expect(kinds[kind].fields[key], `${kind} ${key}`).toBeDefined()
  }
})

describe('what a camera read', () => {
  test('a number among other words, with the blanks that come between', () => {
    const card = ['姓名 李梅', '公民身份号码 110105 19491231 002x']
    expect(scanned('id-number', card, today)).toBe(number)
    // One figure misread does not pass the check: nothing is better than a wrong number.
    expect(scanned('id-number', ['110105194912310020'], today)).toBeNull()
  })

  test('a credit code in the link of a licence, a plain code as it stands', () => {
    expect(scanned('uscc', ['http://www.gsxt.gov.cn/?uniscid=91350100M000100Y43&t=1'], today)).toBe(
      '91350100M000100Y43',
    )
    expect(scanned('uscc', ['91350100M000100Y44'], today)).toBeNull()
    expect(scanned('component', [' 37010200101000001 '], today)).toBe('37010200101000001')
    expect(scanned('component', ['', ' '], today)).toBeNull()
  })
})

test('controls hold text; the library takes values', () => {
  const { floor, area } = kinds.housing.fields
  expect(valueOf(floor!, ' 12 ')).toBe(12)
  expect(valueOf(area!, '８８.５')).toBe(88.5)
  expect(valueOf(floor!, '三楼')).toBe('三楼')
  expect(valueOf(floor!, '  ')).toBeNull()
  expect(valueOf(kinds.organisation.fields.isShop!, 'false')).toBe(false)
  expect(textOf('139****5678', 'masked')).toBe('')
  expect(textOf(12, 'open')).toBe('12')
})
