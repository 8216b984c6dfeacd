import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginningsOf,
  type Comparable,
  likenessMessages,
  likenessOf,
  mayBeAlike,
  nearDays,
  perhaps,
  surely,
  usualWeights,
} from './index.ts'

const li: Comparable = {
  ...{ name: '李建国', sounds: 'li jian guo', otherNames: [], number: '370113195003070013', bornOn: '1950-03-07' },
  ...{ sex: 'male', phones: ['13800000001'], addressKey: '文化路12|3|2|501' },
}
const of = (changed: Partial<Comparable>) => likenessOf(li, { ...li, ...changed })

describe('one person written twice', () => {
  it.each<[string, Partial<Comparable>]>([
    ['all the same', {}],
    ['no number on one side', { number: null }],
    ['no number, no phone', { number: null, phones: [] }],
    ['the name by its sound', { name: '李建囯', number: null }],
    ['a former name', { name: '李二', sounds: 'li er', otherNames: ['李建国'] }],
    ['a digit of the number mistyped', { number: '370113195003070018' }],
    ['two digits swapped', { number: '370113195003700013' }],
    ['moved, new phone', { phones: ['13900000000'], addressKey: '建设路7||1|101' }],
  ])('is found: %s', (_why, changed) => {
    expect(of(changed).score).toBeGreaterThanOrEqual(perhaps)
  })

  it('is sure with the same number and name', () => {
    expect(of({ phones: [], addressKey: null }).score).toBeGreaterThanOrEqual(surely)
  })
})

describe('two people', () => {
  it.each<[string, Partial<Comparable>]>([
    ['namesakes', { number: '370113198803070019', bornOn: '1988-03-07', phones: [], addressKey: null }],
    [
      'a couple at one phone and address',
      { name: '王秀英', sounds: 'wang xiu ying', number: '370113195203070021', bornOn: '1952-03-07', sex: 'female' },
    ],
    ['twins', { name: '李建军', sounds: 'li jian jun', number: '370113195003070030' }],
    ['the same name alone', { number: null, bornOn: null, phones: [], addressKey: null }],
  ])('stay two: %s', (_why, changed) => {
    expect(of(changed).score).toBeLessThan(perhaps)
  })
})

it('says why', () => {
  expect(of({ number: null, phones: [], bornOn: '1950-07-03' }).reasons).toEqual([
    'name-same',
    'born-near',
    'address-same',
  ])
})

const anybody = fc.record({
  name: fc.constantFrom('李建国', '李建军', '李*国', '王秀英'),
  sounds: fc.constantFrom('li jian guo', 'li jian jun', 'wang xiu ying'),
  otherNames: fc.constantFrom<string[]>([], ['李建国']),
  number: fc.constantFrom(null, '370113195003070013', '370113195003070018'),
  bornOn: fc.constantFrom(null, '1950-03-07', '1950-07-03', '1980-01-01'),
  sex: fc.constantFrom(null, 'male', 'female'),
  phones: fc.constantFrom<string[]>([], ['13800000001'], ['13800000002']),
  addressKey: fc.constantFrom(null, 'a', 'b'),
})

it('does not care which is first', () => {
  fc.assert(
    fc.property(anybody, anybody, (a, b) => {
      expect(likenessOf(a, b)).toEqual(likenessOf(b, a))
    }),
  )
})

it('meets on every day that is one slip away, and on no day that is none', () => {
  const days = nearDays('1950-03-07')
  expect(days).toEqual(expect.arrayContaining(['1950-03-07', '1950-07-03', '1950-03-17', '1950-03-01', '1940-03-07']))
  expect(
    days.every(day => likenessOf(li, { ...li, bornOn: day }).reasons.some(reason => reason.startsWith('born-'))),
  ).toBe(true)
  expect(days.filter(day => likenessOf(li, { ...li, bornOn: day }).reasons.includes('born-other'))).toEqual([])
  expect(nearDays('1999-12-31').filter(day => /-(02-3|[01][3-9]-)/.test(day))).toEqual([])
})

it('meets under every way of writing the first character', () => {
  expect(beginningsOf('萧红')).toEqual(expect.arrayContaining(['萧', '肖', '蕭']))
  expect(beginningsOf('王红')).toEqual(['王'])
})

it('may be alike before numbers are opened whenever it is alike afterwards', () => {
  fc.assert(
    fc.property(anybody, anybody, (a, b) => {
      const shared = {
        number: a.number !== null && a.number === b.number,
        phone: a.phones.some(phone => b.phones.includes(phone)),
      }
      if (likenessOf(a, b).score >= perhaps) expect(mayBeAlike(a, b, shared)).toBe(true)
    }),
  )
  // A family that shares a telephone is not opened.
  const wife = { ...li, name: '王秀英', sounds: 'wang xiu ying', bornOn: '1962-05-17', sex: 'female' }
  expect(mayBeAlike(li, wife, { number: false, phone: true })).toBe(false)
})

it('has words for every reason', () => {
  expect(Object.keys(likenessMessages.en).toSorted()).toEqual(
    Object.keys(usualWeights)
      .map(reason => `likeness.${reason}`)
      .toSorted(),
  )
})
