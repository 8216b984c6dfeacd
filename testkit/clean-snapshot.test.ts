import { expect, test } from 'vitest'
import { cleanSnapshot } from './clean-snapshot.ts'

const a = '0198f0a2-7c1e-7000-8000-000000000001'
const b = '0198f0a2-7c1e-7000-8000-000000000002'

test('what changes at every run becomes a word, and what was the same stays the same', () => {
  const answer = {
    caseId: a,
    number: '990101-2026-000061',
    steps: [
      { at: '2026-09-15T02:00:00.000Z', by: b },
      { at: '2026-09-15T02:05:00Z', by: b, about: `joined into ${a}` },
    ],
    [b]: true,
    stars: 5,
    comment: null,
    followCode: 'KQ7M-2XPA',
  }
  expect(cleanSnapshot(answer, { 'the follow code': 'KQ7M-2XPA' })).toEqual({
    caseId: 'id-1',
    number: 'number-1',
    steps: [
      { at: 'instant-1', by: 'id-2' },
      { at: 'instant-2', by: 'id-2', about: 'joined into id-1' },
    ],
    'id-2': true,
    stars: 5,
    comment: null,
    followCode: 'the follow code',
  })
})

test('grid paths, class codes and plain figures are left as they are', () => {
  const answer = { gridPath: '1.2.3.4', classCode: '06010', phone: '199****1234', code: '990101001002003' }
  expect(cleanSnapshot(answer)).toEqual(answer)
})
