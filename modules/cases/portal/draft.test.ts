import { describe, expect, test } from 'vitest'
import { addressOf, hasPlace, isDraft, isUntouched, newDraft, noContact, reportInput } from './draft.ts'

let count = 0
const empty = newDraft(() => `id-${++count}`)
const join = {
  both: (street: string, landmark: string) => `${street} near ${landmark}`,
  landmark: (l: string) => `near ${l}`,
}

describe('a resident’s draft', () => {
  test('a new one is untouched and survives being kept as JSON', () => {
    expect(isUntouched(empty)).toBe(true)
    const kept: unknown = JSON.parse(JSON.stringify(empty))
    expect(isDraft(kept)).toBe(true)
    expect(isDraft({ description: 'half' })).toBe(false)
    expect(isDraft(null)).toBe(false)
  })

  test('any one of position, street and landmark is a place', () => {
    expect(hasPlace(empty)).toBe(false)
    expect(hasPlace({ ...empty, landmark: ' school ' })).toBe(true)
    expect(hasPlace({ ...empty, street: '  ' })).toBe(false)
    expect(hasPlace({ ...empty, point: { lon: 113.7, lat: 34.7, accuracyMetres: 12 } })).toBe(true)
  })

  test('street and landmark become one line', () => {
    expect(addressOf({ street: ' 1 Road ', landmark: 'school' }, join)).toBe('1 Road near school')
    expect(addressOf({ street: '', landmark: 'school' }, join)).toBe('near school')
    expect(addressOf({ street: '1 Road', landmark: '' }, join)).toBe('1 Road')
  })

  test('what was not given is not sent', () => {
    const madeAt = '2026-11-23T12:00:00.000Z'
    const input = reportInput({ ...empty, description: ' hole ' }, noContact, '', madeAt)
    expect(input).toEqual({ caseId: empty.caseId, source: 'resident', description: 'hole', photos: [], madeAt })
    expect(reportInput(empty, { name: '', phone: ' 1 ' }, '', madeAt).reporter).toEqual({ phone: '1' })
  })
})
