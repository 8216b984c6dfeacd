import { expect, test } from 'vitest'
import { raise } from '#platform/offline/common/stored.ts'
import { casesOffline } from './offline.ts'

test('a page of a case that an older app kept is brought up: its history knows of no materials', () => {
  const { version, steps } = casesOffline.answers.find(({ query }) => query === 'cases.show')!
  const old = { version: 1, value: { caseId: 'one', timeline: [{ version: 1, note: null }] } }
  expect(raise(old, version, steps)).toEqual({
    caseId: 'one',
    timeline: [{ version: 1, note: null, materials: [] }],
  })
})
