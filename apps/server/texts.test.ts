import { expect, test } from 'vitest'
import { commandMessages } from '#platform/commands/common/messages.ts'
import { type Catalogue, locales } from '#platform/i18n/common/translate.ts'
import { describeModules } from './modules.ts'
import { roleTemplates } from './roles.ts'

const modules = describeModules()
const catalogues: readonly Catalogue[] = [
  commandMessages,
  ...modules.flatMap(module => [module.messages, module.auditWords]),
]

test('every refusal that an endpoint may give has its sentence in both languages', () => {
  const codes = modules.flatMap(module =>
    [...module.commands, ...module.queries].flatMap(({ endpoint }) => endpoint.refusals),
  )
  expect(codes.length).toBeGreaterThan(50)
  for (const locale of locales) {
    const missing = [...new Set(codes)].filter(code => !catalogues.some(texts => texts[locale][`refusal.${code}`]))
    expect([locale, missing]).toEqual([locale, []])
  }
})

test('no text is empty, Chinese texts are Chinese, and both languages fill in the same names', () => {
  for (const texts of catalogues) {
    expect(Object.keys(texts.en)).toEqual(Object.keys(texts['zh-CN']))
    for (const [key, chinese] of Object.entries(texts['zh-CN'])) {
      const english = texts.en[key]!
      expect([key, chinese.trim() !== '' && english.trim() !== '']).toEqual([key, true])
      expect([key, /[\u4e00-\u9fff]/.test(english)]).toEqual([key, false])
      expect([key, namesIn(english)]).toEqual([key, namesIn(chinese)])
    }
  }
})

const namesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted()

test('every permission in a role or at a door is declared with a sentence by some module', () => {
  const declared = new Set(modules.flatMap(module => Object.keys(module.permissions)))
  const inRoles = roleTemplates.flatMap(role => role.permissions.map(given => given.permission))
  const atDoors = modules
    .flatMap(module => [...module.commands, ...module.queries])
    .flatMap(({ endpoint: { access } }) => (typeof access === 'object' ? [access.permission] : []))
  expect([...inRoles, ...atDoors].filter(word => !declared.has(word))).toEqual([])
})
