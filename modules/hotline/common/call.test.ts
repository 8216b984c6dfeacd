import { expect, test } from 'vitest'
import { isSampled, maskedNumber, offersReopening, plainNumber } from './call.ts'

test('one number, however it is written', () => {
  for (const written of ['13812345678', '+86 138-1234-5678', '0086 138 1234 5678', '１３８１２３４５６７８']) {
    expect(plainNumber(written)).toBe('13812345678')
  }
  expect(plainNumber('0531-8612345')).toBe('05318612345')
  expect(plainNumber('没有号码')).toBe('')
})

test('masked numbers show too little to dial', () => {
  expect(maskedNumber('13812345678')).toBe('138****5678')
  expect(maskedNumber('8612345')).toBe('****45')
  expect(maskedNumber('110')).toBe('****')
})

test('the sample takes all, none, or a part, and always the same ones', () => {
  const ids = Array.from({ length: 1000 }, (_, i) => `x-${(i * 7919).toString(16).padStart(6, '0')}`)
  const taken = (share: number) => ids.filter(id => isSampled(id, share)).length
  expect(taken(100)).toBe(1000)
  expect(taken(0)).toBe(0)
  expect(taken(30)).toBeGreaterThan(200)
  expect(taken(30)).toBeLessThan(400)
})

test('reopening is offered to whoever was reached and is not content', () => {
  expect(offersReopening({ reached: true, solved: true, satisfaction: 'satisfied' })).toBe(false)
  expect(offersReopening({ reached: true, solved: false, satisfaction: 'satisfied' })).toBe(true)
  expect(offersReopening({ reached: true, solved: true, satisfaction: 'dissatisfied' })).toBe(true)
  expect(offersReopening({ reached: false })).toBe(false)
})
