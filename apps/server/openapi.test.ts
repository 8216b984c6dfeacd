import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openApi } from '#platform/contract/server/openapi.ts'
import { describeModules } from './modules.ts'

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')) as Record<string, unknown>

test('openapi.json is what the contract says (npm run openapi writes it)', () => {
  expect(openApi(describeModules(), String(read('package.json').version))).toEqual(read('openapi.json'))
})

test('every endpoint has a sentence, and its own name once', () => {
  const endpoints = describeModules().flatMap(module =>
    [...module.commands, ...module.queries].map(({ endpoint }) => endpoint),
  )
  expect(endpoints.length).toBeGreaterThan(50)
  for (const { name, summary } of endpoints) expect([name, summary.endsWith('.')]).toEqual([name, true])
  expect(new Set(endpoints.map(({ name }) => name)).size).toBe(endpoints.length)
})
