import { Readable } from 'node:stream'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import {
  fieldTable,
  heading,
  listTable,
  officialPaper,
  paragraph,
  photoForPrint,
  photoPairs,
  printedDay,
  printedDeadline,
  printedTime,
  printPdf,
  sealSpace,
} from './index.ts'

const paper = (words: string) =>
  officialPaper({
    issuer: '云溪区城市运行管理中心',
    title: '督办单',
    number: '督办〔2026〕12号',
    printed: '张三 2026-09-01 10:20 打印',
    pageOf: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    parts: [
      fieldTable([
        ['承办单位', '环卫所'],
        ['备注', null],
      ]),
      heading('办理要求'),
      paragraph(words),
      listTable([{ name: '时间', points: 90 }, { name: '经过' }], [['2026-09-01 10:20', '下达']]),
      sealSpace('云溪区城市运行管理中心', '2026年9月1日', '（盖章）'),
    ],
  })

const textOf = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')
const pagesIn = (pdf: Uint8Array) => textOf(pdf).match(/\/Type \/Page\b(?!s)/g)?.length

test('a paper is a PDF with its Chinese font inside, and its characters can be found again', async () => {
  const pdf = await printPdf({ ...paper('三日内清理完毕。'), compress: false })
  const text = textOf(pdf)
  expect(text.startsWith('%PDF-')).toBe(true)
  expect(text).toMatch(/\/BaseFont \/[A-Z]+\+NotoSansSC/)
  expect(text).toContain('/FontFile2')
  // The table from glyphs to characters names 督 and 理; a reader searches and copies by it.
  for (const character of ['督', '理', '毕']) {
    expect(text).toContain(`<${character.codePointAt(0)!.toString(16).padStart(4, '0')}>`)
  }
  expect(text).not.toContain(`<${'龘'.codePointAt(0)!.toString(16)}>`)
  expect(pagesIn(pdf)).toBe(1)
})

test('long words go on over the page', async () => {
  const pdf = await printPdf(paper('请责任单位立即组织人员到现场核实处置。'.repeat(300)))
  expect(pagesIn(pdf)).toBeGreaterThan(3)
})

test('photos stand in it; one that is gone leaves its place', async () => {
  const jpeg = await sharp({ create: { width: 1200, height: 800, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer()
  const small = await photoForPrint(Readable.from([jpeg]))
  expect((await sharp(small!).metadata()).width).toBe(900)
  expect(await photoForPrint(Readable.from([Buffer.from('no picture')]))).toBeNull()
  const missing = '照片不在了'
  const photos = photoPairs([
    { caption: '处置前', jpeg: small, missing },
    { caption: '处置后', jpeg: null, missing },
  ])
  const pdf = await printPdf({ content: [photos] })
  expect(textOf(pdf).match(/\/Subtype \/Image/g)).toHaveLength(1)
})

test('words in a paper open neither a file nor an address', async () => {
  await expect(printPdf({ content: [{ image: '/etc/hostname' }] })).rejects.toThrow()
  await expect(printPdf({ content: [{ image: 'http://127.0.0.1:9/x.png' }] })).rejects.toThrow()
})

test('times on paper are China’s', () => {
  expect(printedTime('2026-08-31T16:05:00.000Z')).toBe('2026-09-01 00:05')
  expect(printedDay('2026-08-31T16:05:00.000Z')).toBe('2026年9月1日')
  expect(printedDeadline('2026-12-02T16:00:00.000Z')).toBe('2026年12月2日24时')
  expect(printedDeadline('2026-12-02T09:30:00.000Z')).toBe('2026年12月2日17时30分')
  expect(printedDeadline('2026-12-02T01:00:00.000Z')).toBe('2026年12月2日9时')
})
