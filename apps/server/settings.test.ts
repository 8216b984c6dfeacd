import { expect, test } from 'vitest'
import { suits, valueAt } from '#platform/settings/common/index.ts'
import { settingGroups } from './settings.ts'

test('every setting of the product has a default inside its own bounds, a source and a label in both languages', () => {
  expect(new Set(settingGroups.map(group => group.name)).size).toBe(settingGroups.length)
  for (const { name, usual, parts } of settingGroups) {
    expect(new Set(parts.map(part => part.key)).size).toBe(parts.length)
    for (const part of parts) {
      const labels = (part.options ?? []).map(option => option.label)
      expect([name, part.key, suits(part, valueAt(usual, part.key))]).toEqual([name, part.key, true])
      for (const text of [part.label, part.source, ...labels]) {
        expect(text['zh-CN']).toMatch(/\p{Script=Han}/u)
        expect(text.en).not.toMatch(/\p{Script=Han}/u)
      }
    }
  }
})
