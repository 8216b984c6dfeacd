import { describe, expect, test } from 'vitest'
import { translator } from '../../i18n/common/translate.ts'
import { uiMessages } from '../messages.ts'
import { deadlineText, momentText } from './moment.ts'

const now = '2026-11-23T12:00:00.000Z'
const chinese = (instant: string) => momentText(instant, now, 'zh-CN', translator([uiMessages], 'zh-CN'))
const english = (instant: string) => momentText(instant, now, 'en', translator([uiMessages], 'en'))

describe('a moment in words', () => {
  test('days are counted in China, not in Greenwich', () => {
    expect(chinese('2026-11-23T15:59:00.000Z')).toBe('今天 23:59')
    expect(chinese('2026-11-23T16:00:00.000Z')).toBe('明天 00:00')
    expect(chinese('2026-11-22T15:59:00.000Z')).toBe('昨天 23:59')
  })

  test('further away it has a date, and a year when it is another one', () => {
    expect(chinese('2026-11-01T01:05:00.000Z')).toBe('11月1日 09:05')
    expect(chinese('2025-11-01T01:05:00.000Z')).toBe('2025年11月1日 09:05')
    expect(english('2026-11-01T01:05:00.000Z')).toBe('1 Nov 09:05')
    expect(english('2026-11-23T01:05:00.000Z')).toBe('today 09:05')
  })

  test('what ends at midnight ends on the day before', () => {
    const due = (instant: string) => deadlineText(instant, now, 'zh-CN', translator([uiMessages], 'zh-CN'))
    expect(due('2026-12-02T16:00:00.000Z')).toBe('12月2日 24:00')
    expect(due('2026-11-23T16:00:00.000Z')).toBe('今天 24:00')
    expect(due('2026-12-31T16:00:00.000Z')).toBe('12月31日 24:00')
    expect(due('2026-12-02T16:00:01.000Z')).toBe('12月3日 00:00')
    expect(due('2026-12-02T09:30:00.000Z')).toBe('12月2日 17:30')
  })
})
