import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldKeys, isUntyped } from '#platform/commands/common/field-names.ts'
import { fieldWords } from '#platform/commands/common/field-words.ts'
import { commandMessages } from '#platform/commands/common/messages.ts'
import { type Catalogue, locales } from '#platform/i18n/common/translate.ts'
import { describeModules } from './modules.ts'
import { roleTemplates } from './roles.ts'

const modules = describeModules()
const catalogues: readonly Catalogue[] = [
  fieldWords,
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

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
}

/** Every field below a shape by its whole name; a row of a list counts for all of them. */
function fieldsIn({ properties = {}, items, anyOf = [], oneOf = [] }: Shape, path: readonly string[] = []): string[] {
  const own = Object.entries(properties).flatMap(([name, shape]) => {
    const below = [...path, name]
    return [below.join('.'), ...fieldsIn(shape, below)]
  })
  const rows = items ? fieldsIn(items, [...path, '0']) : []
  return [...own, ...rows, ...[...anyOf, ...oneOf].flatMap(shape => fieldsIn(shape, path))]
}

// Fields that nobody types and what is chosen by its id are told by one general word: `isUntyped` says which those are.
test('every field that a command asks people for has words in both languages, said once, and no words are left over', () => {
  const inputs = (of: 'commands' | 'queries') =>
    modules.flatMap(module =>
      module[of].flatMap(({ endpoint }) =>
        fieldsIn(z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }) as Shape),
      ),
    )
  const asked = [...new Set(inputs('commands'))]
  expect(asked.length).toBeGreaterThan(300)
  for (const locale of locales) {
    const hasWords = (field: string) => fieldKeys(field).some(key => catalogues.some(texts => texts[locale][key]))
    const wordless = asked.filter(field => !hasWords(field) && !isUntyped(field.split('.').at(-1)!))
    expect([locale, wordless]).toEqual([locale, []])
  }
  const keys = catalogues.flatMap(texts => Object.keys(texts.en).filter(key => key.startsWith('field.')))
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  const used = new Set([...asked, ...inputs('queries')].flatMap(fieldKeys))
  const left = Object.keys(fieldWords.en).filter(key => !key.startsWith('field.-') && !used.has(key))
  expect(left).toEqual([])
})

test('every permission in a role or at a door is declared with a sentence by some module', () => {
  const declared = new Set(modules.flatMap(module => Object.keys(module.permissions)))
  const inRoles = roleTemplates.flatMap(role => role.permissions.map(given => given.permission))
  const atDoors = modules
    .flatMap(module => [...module.commands, ...module.queries])
    .flatMap(({ endpoint: { access } }) => (typeof access === 'object' ? [access.permission] : []))
  expect([...inRoles, ...atDoors].filter(word => !declared.has(word))).toEqual([])
})
