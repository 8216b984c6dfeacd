import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

const dist = new URL('../../dist/field/', import.meta.url)
const page = new URL('index.html', dist)
const assets = new URL('assets/', dist)

/** What the first page names, and what that imports before anything is shown. */
function scriptsAtStart(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const named = [...readFileSync(page, 'utf8').matchAll(/assets\/([\w-]+\.js)/g)].map(match => match[1]!)
  for (const names = named; names.length > 0; ) {
    const name = names.pop()!
    if (texts.has(name)) continue
    const text = readFileSync(new URL(name, assets), 'utf8')
    texts.set(name, text)
    // Static imports stand at the beginning; `import(` is for later.
    names.push(...[...text.matchAll(/(?:from|import)["'`]\.\/([\w-]+\.js)["'`]/g)].map(match => match[1]!))
  }
  return texts
}

describe.skipIf(!existsSync(page))('the field app as built', () => {
  test('its script at the start stays under 190 kB (gzip), and the map is not among it', () => {
    const texts = scriptsAtStart()
    const bytes = [...texts.values()].reduce((sum, text) => sum + gzipSync(text).length, 0)
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThanOrEqual(190_000)
    expect([...texts.values()].some(text => text.includes('maplibregl-map'))).toBe(false)
  })

  test('the worker keeps the first page and every file of the app, and nothing else', () => {
    const worker = readFileSync(new URL('sw.js', dist), 'utf8')
    expect(worker).toContain('index.html')
    const missing = readdirSync(assets).filter(name => !worker.includes(name))
    expect(missing).toEqual([])
    expect(worker).not.toContain('/api/')
  })
})
