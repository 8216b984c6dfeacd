import { expect, test } from 'vitest'
import { lateWords } from './late-by.ts'
import { readMilestones } from './milestone-lines.ts'

test('milestones are read line by line; the first line that is none is named', () => {
  expect(readMilestones('2026-10-01 开工\n\n  2028-02-29 完工 验收 ')).toEqual([
    { plannedOn: '2026-10-01', title: '开工' },
    { plannedOn: '2028-02-29', title: '完工 验收' },
  ])
  for (const wrong of ['10月1日 开工', '2026-10-01', '2026-13-01 x', '2026-06-31 x', '2027-02-29 x', '2026-10-00 x']) {
    expect([wrong, readMilestones(`2026-10-01 开工\n${wrong}`)]).toEqual([wrong, 2])
  }
  expect(readMilestones(' \n')).toBe(1)
})

test('late is said on the clock of the limit', () => {
  expect(lateWords(45, 'work-hour')).toEqual({ key: 'minutes', n: 45 })
  expect(lateWords(200.4, 'urgent-hour')).toEqual({ key: 'hours', h: 3, n: 20 })
  expect(lateWords(10.64, 'work-day')).toEqual({ key: 'days', n: 10.6 })
})
