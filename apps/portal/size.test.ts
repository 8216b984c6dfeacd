import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

const assets = new URL('../../dist/portal/assets/', import.meta.url)
const scripts = existsSync(assets)
  ? readdirSync(assets)
      .filter(name => name.endsWith('.js'))
      .map(name => ({ name, text: readFileSync(new URL(name, assets), 'utf8') }))
  : []

/** Calls that the engines named in `vite.config.ts` do not have; the bundler rewrites syntax, not these. */
const tooNew =
  /\.(?:at|replaceAll|hasOwn|matchAll|allSettled|toSorted|findLast)\(|structuredClone|globalThis|fromEntries/

describe.skipIf(scripts.length === 0)('the residents’ app as built', () => {
  test('all of its script together stays under 75 kB (gzip)', () => {
    const bytes = scripts.reduce((sum, { text }) => sum + gzipSync(text).length, 0)
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes).toBeLessThanOrEqual(75_000)
  })

  test('old phones know everything it calls', () => {
    const found = scripts.flatMap(({ name, text }) => tooNew.exec(text)?.[0] ?? [`${name} is fine`])
    expect(found).toEqual(scripts.map(({ name }) => `${name} is fine`))
  })
})
