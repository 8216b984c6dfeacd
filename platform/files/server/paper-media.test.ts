import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { isRefusal } from '../../kernel/common/refusal.ts'
import { mediaOf } from './paper-media.ts'

const archive = (parts: Record<string, string>) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)]))))
const taken = (bytes: Buffer) => {
  const media = mediaOf(bytes)
  return isRefusal(media) ? media.code : media
}

test('a paper is taken by what it is, not by what it is called; what else there is, is not', () => {
  expect(taken(Buffer.from('%PDF-1.7\n…'))).toBe('application/pdf')
  expect(taken(archive({ 'OFD.xml': '<ofd:OFD/>' }))).toBe('application/ofd')
  expect(taken(archive({ 'word/document.xml': '<w:p/>' }))).toContain('wordprocessingml')
  expect(taken(archive({ 'xl/workbook.xml': '<workbook/>' }))).toContain('spreadsheetml')
  expect(taken(Buffer.from('<html><script>'))).toBe('files/not-a-paper')
  expect(taken(Buffer.from('MZ'))).toBe('files/not-a-paper')
  expect(taken(archive({ 'readme.txt': 'x' }))).toBe('files/not-a-paper')
  expect(taken(archive({ 'word/document.xml': '<w:p/>', 'word/vbaProject.bin': 'x' }))).toBe('files/not-a-paper')
  expect(taken(Buffer.from('PK\u0003\u0004 broken'))).toBe('files/not-a-paper')
})
