import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { type Entry, fieldsOf, firstStaleOn, knownFrom, laterDay } from './entries.ts'
import { checkedFields } from './check-fields.ts'
import { kinds, thingKinds } from './kinds.ts'
import { masked } from './mask.ts'
import { decideRecording } from './record.ts'
import { choicesOf, codeLists } from './code-lists.ts'
import { relationKinds, relations } from './relations.ts'

const entry = (serial: number, trueOn: string, changes: Entry['changes'], byId = 'lin'): Entry => ({
  ...{ serial, trueOn, changes, byId, at: `2026-09-15T0${serial}:00:00.000Z`, way: 'form', ref: null, postId: null },
})
const said = (fields: Record<string, string>, trueOn: string, more: object = {}) => ({
  fields,
  from: { trueOn, way: 'visit' as const, ref: null, byId: 'wang', postId: null },
  ...more,
})
const plain = (_key: string, known: { kept: unknown }) => known.kept as string

describe('what becomes of a value', () => {
  const standing = knownFrom('person', [entry(1, '2026-05-01', { occupation: '教师', bornOn: '1960-01-02' })])
  const fateOf = (fields: Record<string, string>, trueOn: string, more: object = {}) =>
    decideRecording('person', standing, plain, said(fields, trueOn, more) as never).fates

  test.each([
    ['a later day of truth stands', { occupation: '退休' }, '2026-06-01', {}, { occupation: 'taken' }],
    ['an earlier one goes to the history', { occupation: '学生' }, '2026-04-01', {}, { occupation: 'past' }],
    ['the same again is a confirmation', { occupation: '教师' }, '2026-06-01', {}, { occupation: 'confirmed' }],
    [
      'the same day, not knowing of it, is for a person',
      { occupation: '退休' },
      '2026-05-01',
      {},
      { occupation: 'conflict' },
    ],
    [
      'the same day, having seen it, stands',
      { occupation: '退休' },
      '2026-05-01',
      { seen: { occupation: 1 } },
      { occupation: 'taken' },
    ],
    [
      'a birthday does not move',
      { bornOn: '1961-01-02' },
      '2026-06-01',
      { seen: { bornOn: 1 } },
      { bornOn: 'conflict' },
    ],
    ['what was not known is taken', { workplace: '一中' }, '2026-01-01', {}, { workplace: 'taken' }],
  ])('%s', (_name, fields, on, more, expected) => expect(fateOf(fields, on, more)).toEqual(expected))

  test('a correction moves even a birthday', () => {
    const from = { trueOn: '2026-01-01', way: 'correction' as const, ref: null, byId: 'wang', postId: null }
    const done = decideRecording('person', standing, plain, { fields: { bornOn: '1961-01-02' }, from })
    expect(done.fates).toEqual({ bornOn: 'taken' })
  })
})

test('what is known does not depend on when things of different days reached us', () => {
  const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']
  fc.assert(
    fc.property(fc.shuffledSubarray(days, { minLength: 4 }), order => {
      const entries = order.map((day, i) => entry(i + 1, day, { occupation: day }))
      expect(fieldsOf(knownFrom('person', entries))).toEqual({ occupation: '2026-04-01' })
      for (const day of days) expect(fieldsOf(knownFrom('person', entries, day))).toEqual({ occupation: day })
    }),
  )
})

test('a thing is stale from the first day on which one of its fields is', () => {
  const known = knownFrom('housing', [entry(1, '2026-01-01', { use: 'own', address: '文化路1号' })])
  expect(firstStaleOn('housing', known)).toBe(laterDay('2026-01-01', 180))
  expect(firstStaleOn('housing', known, () => null)).toBeNull()
})

test('what is wrong with fields is said for each of them', () => {
  const today = '2026-09-15'
  const wrong = { name: '', sex: '3', bornOn: '2026-02-30', idNumber: '11010519491231002Y', oddity: 'x' }
  const { problems } = checkedFields('person', wrong, { isNew: true, today })
  expect(Object.fromEntries(Object.entries(problems).map(([key, { problem }]) => [key, problem]))).toEqual({
    ...{ name: 'missing', sex: 'not-in-list', bornOn: 'no-such-day', idNumber: 'bad-identifier' },
    ...{ oddity: 'unknown-field', population: 'missing' },
  })
  const right = { name: ' 李梅 ', idNumber: '11010519491231002x', population: 'registered' }
  expect(checkedFields('person', right, { isNew: true, today })).toEqual({
    fields: {
      ...{ name: '李梅', idNumber: '11010519491231002X', population: 'registered' },
      ...{ sex: '2', bornOn: '1949-12-31' },
    },
    problems: {},
  })
  const passport = { document: '414', idNumber: 'e1234 5678', name: 'A', population: 'overseas' }
  expect(checkedFields('person', passport, { isNew: true, today }).fields.idNumber).toBe('E12345678')
  // Only the number is said, of a document that is known.
  const later = checkedFields('person', { idNumber: 'e8765 4321' }, { isNew: false, today, standing: passport })
  expect(later).toEqual({ fields: { idNumber: 'E87654321' }, problems: {} })
})

test('an identity number tells sex and birthday, and what is said otherwise beside it is wrong', () => {
  const today = '2026-09-15'
  const said = (more: object) =>
    checkedFields('person', { idNumber: '11010519491231002X', ...more }, { isNew: false, today })
  expect(said({ sex: '9' }).fields).toMatchObject({ sex: '2', bornOn: '1949-12-31' })
  expect(said({ sex: '1', bornOn: '1950-12-31' }).problems).toEqual({
    ...{ sex: { problem: 'number-says-sex' }, bornOn: { problem: 'number-says-birth' } },
  })
  expect(said({ document: '414', sex: '1' }).fields).toEqual({
    ...{ document: '414', idNumber: '11010519491231002X', sex: '1' },
  })
})

test('a masked number tells neither birthday nor serial', () => {
  const spec = kinds.person.fields.idNumber!
  expect(masked(spec, '11010519491231002X')).toBe('11***************X')
  expect(masked(kinds.person.fields.phone!, '13912345678')).toBe('139****5678')
  expect(masked(kinds.person.fields.health!, '高血压')).toBe('***')
})

test('every field names a list that there is, and sealed fields are never found by words', () => {
  for (const kind of thingKinds)
    for (const [key, spec] of Object.entries(kinds[kind].fields)) {
      if (spec.type.type === 'code') expect(codeLists, `${kind}.${key}`).toHaveProperty([spec.type.list])
      if (spec.sensitivity === 'sensitive') {
        expect([kind, key, spec.found]).toEqual([kind, key, false])
        expect([kind, key, spec.see !== null && spec.unmask !== null]).toEqual([kind, key, true])
      } else expect([kind, key, spec.indexed]).toEqual([kind, key, false])
    }
  expect(Object.keys(codeLists.nation!.words)).toHaveLength(58)
  // To choose from: the largest first, as the standard has them, and not 10 before 01.
  expect(choicesOf('nation', 'zh-CN').slice(0, 3)).toEqual([
    { value: '01', label: '汉族' },
    { value: '02', label: '蒙古族' },
    { value: '03', label: '回族' },
  ])
  for (const [name, { words, order }] of Object.entries(codeLists))
    expect([name, new Set(order)]).toEqual([name, new Set(Object.keys(words))])
  for (const kind of relationKinds) expect(relations[kind].from.length * relations[kind].to.length).toBeGreaterThan(0)
})
