import { expect, test } from 'vitest'
import { faultOfFollowUp, faultOfRecord, type Matter, matterAfter, type MatterEvent } from './matter.ts'

const at = '2026-11-20T02:00:00.000Z'
const whole = {
  parties: [{ name: '甲' }, { name: '乙' }],
  text: '楼上漏水',
  outcome: 'agreed-written' as const,
  agreement: '七日内修好',
  followUpOn: '2026-11-28',
}

test('a dispute has two parties, words, and when they agreed, an agreement and a day to ask whether it was kept', () => {
  expect(faultOfRecord(whole)).toBeNull()
  expect(faultOfRecord({ ...whole, parties: [{ name: '甲' }, { name: '' }] })).toBe('parties-missing')
  expect(faultOfRecord({ ...whole, text: '' })).toBe('words-missing')
  expect(faultOfRecord({ ...whole, agreement: '' })).toBe('agreement-missing')
  expect(faultOfRecord({ ...whole, followUpOn: null })).toBe('follow-up-missing')
  expect(faultOfRecord({ ...whole, outcome: 'not-agreed', agreement: '', followUpOn: null })).toBeNull()
})

test('a broken agreement needs another day or goes on to others', () => {
  const broken = { keeping: 'broken' as const, text: '没有修', nextOn: null, isHandedOn: false }
  expect(faultOfFollowUp(broken)).toBe('broken-yet-closed')
  expect(faultOfFollowUp({ ...broken, nextOn: '2026-12-05' })).toBeNull()
  expect(faultOfFollowUp({ ...broken, isHandedOn: true })).toBeNull()
  expect(faultOfFollowUp({ ...broken, keeping: 'kept' })).toBeNull()
  expect(faultOfFollowUp({ ...broken, keeping: 'kept', text: '' })).toBe('words-missing')
})

test('days follow upon days; the last one closes, and what is handed on waits here no more', () => {
  const after = (...events: MatterEvent[]) => events.reduce<Matter | null>(matterAfter, null)!
  const recorded = { kind: 'recorded', at, outcome: 'agreed-spoken', followUpOn: '2026-11-28' } as const
  const asked = { kind: 'followed-up', at, keeping: 'partly', nextOn: '2026-12-05', isHandedOn: false } as const
  expect(after(recorded, asked)).toEqual({ outcome: 'agreed-spoken', followUpOn: '2026-12-05', keeping: 'partly' })
  expect(after(recorded, asked, { ...asked, keeping: 'kept', nextOn: null }).followUpOn).toBeNull()
  expect(after(recorded, { ...asked, isHandedOn: true })).toMatchObject({ outcome: 'handed-on', followUpOn: null })
})
