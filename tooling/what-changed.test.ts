import { expect, test } from 'vitest'
import { toLint, whatChanged } from './what-changed.ts'

test('after a change only its own files are linted, and all when what the linter judges by is among them', () => {
  expect(toLint(['README.md', 'modules/cases/common/decide.ts', 'platform/ui/office/Page.tsx'])).toEqual([
    'modules/cases/common/decide.ts',
    'platform/ui/office/Page.tsx',
  ])
  expect(toLint(['README.md'])).toEqual([])
  for (const rule of ['.oxlintrc.json', 'tsconfig.server.json', 'tooling/lint/plugin.ts', 'package-lock.json'])
    expect(toLint([rule, 'apps/server/main.ts'])).toBeNull()
  expect(toLint(null)).toBeNull()
})

test('what changed is told to the test runner in its own words', () => {
  const { since, files } = whatChanged()
  expect(since.length === 0).toBe(files === null)
})
