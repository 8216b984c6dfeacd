import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Subject } from '#platform/commands/server/command.ts'
import { locales } from '#platform/i18n/common/translate.ts'
import { describeModules } from './modules.ts'

const root = new URL('../../', import.meta.url).pathname
const sources = globSync('{modules,platform,apps}/**/*.ts', { cwd: root })
  .filter(file => !/\.test\.ts$|testing/.test(file))
  .map(file => readFileSync(root + file, 'utf8'))

const modules = describeModules()
const words = (locale: (typeof locales)[number]) =>
  Object.assign({}, ...modules.map(module => module.auditWords[locale])) as Record<string, string>

/** Commands that can be called, queries that leave an entry, and commands that jobs give: they are in no list. */
const audited = [
  ...modules.flatMap(({ commands }) => commands.map(({ endpoint, subject }) => ({ name: endpoint.name, subject }))),
  ...modules.flatMap(({ queries }) =>
    queries.flatMap(({ endpoint, onRecord }) => (onRecord ? { name: endpoint.name, subject: onRecord } : [])),
  ),
]
const names = new Set([
  ...audited.map(({ name }) => name),
  ...written(/name: '([a-z-]+\.[a-z-]+)',\s*kind: 'command'/g),
  ...written(/command: '([a-z-]+\.[a-z-]+)', requestId/g),
  // The town builder's one entry; it is no module, so the audit itself has the words.
  'town.load',
])

/** Whatever a subject reads of its input, it gets something. */
const anything: unknown = new Proxy(() => {}, {
  get: (_target, key) => (key === Symbol.toPrimitive ? () => 'x' : anything),
  apply: () => anything,
})
const lifeEvent = { event: { kind: 'death', personId: 'x' } }

function written(pattern: RegExp): string[] {
  return sources.flatMap(text => [...text.matchAll(pattern)].map(([, found]) => found!))
}

function kindOf({ name, subject }: { readonly name: string; readonly subject: (input: unknown) => Subject }): string {
  return subject(['registry.preview-event', 'registry.happen'].includes(name) ? lifeEvent : anything).kind
}

test('every command has a name in both languages, and no two the same', () => {
  expect(names.size).toBeGreaterThan(220)
  for (const locale of locales) {
    const own = words(locale)
    expect([locale, [...names].filter(name => !own[`command.${name}`])]).toEqual([locale, []])
    const called = [...names].map(name => own[`command.${name}`]!)
    expect([locale, called.filter((name, at) => called.indexOf(name) !== at)]).toEqual([locale, []])
  }
})

test('everything that a command is about has words for its kind', () => {
  const kinds = new Set([
    ...audited.map(kindOf),
    ...written(/\babout\(\{ kind: '([a-z-]+)'/g),
    ...written(/subject: \([^)]*\) => \(\{ kind: '([a-z-]+)'/g),
    'endpoint',
  ])
  expect(kinds.size).toBeGreaterThan(60)
  for (const locale of locales) {
    const own = words(locale)
    expect([locale, [...kinds].filter(kind => typeof kind !== 'string' || !own[`thing.${kind}`])]).toEqual([locale, []])
  }
})

test('a name says a command or a kind of thing that there is, and each is said by its own module', () => {
  const spoken = modules.flatMap(({ name, auditWords }) => Object.keys(auditWords.en).map(key => ({ name, key })))
  expect(spoken.filter(({ key }) => key.startsWith('command.') && !names.has(key.slice('command.'.length)))).toEqual([])
  expect(
    spoken.filter(
      ({ name, key }) => key.startsWith('command.') && key.split('.')[1] !== name && key !== 'command.town.load',
    ),
  ).toEqual([])
  expect(new Set(spoken.map(({ key }) => key)).size).toBe(spoken.length)
})
