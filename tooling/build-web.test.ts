import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { firstVisitScript } from './build-web.ts'

const size = (code: string) => gzipSync(code).length
const chunk = (fileName: string, code: string, imports: string[] = [], isEntry = false) => ({
  fileName,
  code,
  imports,
  isEntry,
})

it('counts the entry and all it imports at once, each file once, and nothing that is loaded later', () => {
  const chunks = [
    chunk('main.js', 'start()', ['parts.js', 'words.js'], true),
    chunk('parts.js', 'export const part = 1', ['words.js']),
    chunk('words.js', 'export const word = "a"'),
    chunk('map.js', 'export const map = "large"'),
  ]
  const expected = size('start()') + size('export const part = 1') + size('export const word = "a"')
  expect(firstVisitScript(chunks)).toBe(expected)
})
