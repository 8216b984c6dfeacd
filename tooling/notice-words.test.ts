import { expect, test } from 'vitest'
import { describeModules } from '#apps/server/modules.ts'
import { locales } from '#platform/i18n/common/translate.ts'
import { noticeWords } from '#apps/field/notice-words.ts'

test('every notice that a module sends has its words on the phone', () => {
  const kinds = describeModules().flatMap(({ messages }) =>
    Object.keys(messages['zh-CN']).filter(key => key.startsWith('notice.')),
  )
  expect(kinds.length).toBeGreaterThan(30)
  for (const locale of locales) {
    const silent = kinds.filter(kind => !noticeWords.some(words => words[locale][kind]))
    expect([locale, silent]).toEqual([locale, []])
  }
})
