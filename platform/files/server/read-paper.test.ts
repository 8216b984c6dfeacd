import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { isRefusal } from '../../kernel/common/refusal.ts'
import { readPaper } from './read-paper.ts'

const archive = (parts: Record<string, string>) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)]))))
const codeOf = (bytes: Buffer) => {
  const read = readPaper(bytes)
  return isRefusal(read) ? read.code : read.media
}

test('what is written in a document, a sheet or an OFD is read', () => {
  const words =
    '<w:document><w:p><w:r><w:t>电动自行车</w:t></w:r><w:r><w:t>充电&amp;停放</w:t></w:r></w:p></w:document>'
  expect(readPaper(archive({ 'word/document.xml': words }))).toEqual({
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    text: '电动自行车充电&停放',
  })
  const cells = '<sst><si><t>责任人</t></si><si><t>联系电话</t></si></sst>'
  const sheet = readPaper(archive({ 'xl/workbook.xml': '<workbook/>', 'xl/sharedStrings.xml': cells }))
  expect(sheet).toMatchObject({ text: '责任人\n联系电话' })
  const page = '<ofd:Page><ofd:TextCode X="1">关于规范犬只管理的通告</ofd:TextCode></ofd:Page>'
  const ofd = readPaper(archive({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Pages/Page_0/Content.xml': page }))
  expect(ofd).toEqual({ media: 'application/ofd', text: '关于规范犬只管理的通告' })
})

test('a PDF is taken by what it is, not by what it is called; what else there is, is not', () => {
  expect(codeOf(Buffer.from('%PDF-1.7\n…'))).toBe('application/pdf')
  expect(codeOf(Buffer.from('<html><script>'))).toBe('files/not-a-paper')
  expect(codeOf(Buffer.from('MZ'))).toBe('files/not-a-paper')
  expect(codeOf(archive({ 'readme.txt': 'x' }))).toBe('files/not-a-paper')
  expect(codeOf(archive({ 'word/document.xml': '<w:p/>', 'word/vbaProject.bin': 'x' }))).toBe('files/not-a-paper')
  expect(codeOf(Buffer.from('PK\u0003\u0004 broken'))).toBe('files/not-a-paper')
})
