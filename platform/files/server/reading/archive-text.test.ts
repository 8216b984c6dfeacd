import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { archiveText } from './archive-text.ts'

const archive = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])))

test('what is written in a document, a sheet or an OFD is read', () => {
  const words =
    '<w:document><w:p><w:r><w:t>电动自行车</w:t></w:r><w:r><w:t>充电&amp;停放</w:t></w:r></w:p></w:document>'
  expect(archiveText(archive({ 'word/document.xml': words }))).toBe('电动自行车充电&停放')
  const shared = '<sst><si><t>责任人</t></si><si><t>联系电话</t></si></sst>'
  const cells = '<c t="s"><v>0</v></c><c t="inlineStr"><is><t>包片干部</t></is></c><c><v>42</v></c>'
  const sheet = { 'xl/sharedStrings.xml': shared, 'xl/worksheets/sheet1.xml': cells }
  expect(archiveText(archive(sheet))).toBe('责任人\n联系电话\n包片干部')
  const page = '<ofd:Page><ofd:TextCode X="1">关于规范犬只管理的通告</ofd:TextCode></ofd:Page>'
  expect(archiveText(archive({ 'Doc_0/Pages/Page_0/Content.xml': page }))).toBe('关于规范犬只管理的通告')
})

test('an archive that unpacks to more than a paper holds is not unpacked', () => {
  const large = zipSync({ 'word/document.xml': Buffer.alloc(101 * 1024 * 1024, ' ') })
  expect(large.length).toBeLessThan(1_000_000)
  expect(archiveText(large)).toBeNull()
})
