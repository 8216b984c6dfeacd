import { expect, test } from 'vitest'
import { casesMessages } from './messages.ts'
import type { EventPart, Happened } from './procedure/event-part.ts'
import { eventParts } from './procedure/all.ts'

/** What the reporter does and so need not be told. */
const own = ['case.reported', 'case.reopened', 'case.rated']

/** Enough of any event for its telling. */
const happened = {
  ...{ at: '2026-09-15T02:00:00.000Z', by: 'x', postId: 'p', passed: true, photos: [], note: null, reason: 'r' },
  ...{ intoNumber: 'n', into: 'i', unitId: 'u', parts: [], children: [], isTrue: true },
}

test('every step on the page of the reporter is in their words, and comes as a notice unless it is their own', () => {
  const told = Object.entries(eventParts as unknown as Record<string, EventPart<Happened>>).filter(
    ([, part]) => part.reporter !== undefined,
  )
  expect(told.length).toBeGreaterThan(15)
  for (const [type, part] of told) {
    const event = { ...happened, type } as never
    const step = part.reporter!(event)!.step
    const news = part.news?.(event) ?? null
    expect([type, news !== null]).toEqual([type, !own.includes(type)])
    for (const locale of ['zh-CN', 'en'] as const) {
      const texts: Readonly<Record<string, string>> = casesMessages[locale]
      expect([type, locale, texts[`cases.follow.${step}`]]).toEqual([type, locale, expect.any(String)])
      if (news !== null) expect([type, texts[`notice.cases.${news}`]]).toEqual([type, expect.any(String)])
    }
  }
})
