import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pdfBomb, pdfInSong } from '#testkit/pdf.ts'
import { printPdf } from '../../../documents/server/print-pdf.ts'
import { readApart } from './read-apart.ts'

const read = (bytes: Uint8Array) => readApart(Buffer.from(bytes), 'application/pdf')
const rule = '养犬人应当按规定为犬只接种狂犬病疫苗，电动自行车应当在室外集中充电棚充电，严禁在楼道内停放。'
const locked = { content: [rule], userPassword: '123456' }

test('a Chinese PDF is read, across the ends of its lines', async () => {
  const large = { text: rule, fontSize: 36 }
  const pdf = await printPdf({ content: ['关于规范犬只管理的通告。', large, { text: '附则', pageBreak: 'before' }] })
  const { text, words } = await read(pdf)
  expect(text).toBe('whole')
  expect(words).toBe(`关于规范犬只管理的通告。\n${rule}\n附则`)
}, 90_000)

test('a font that says nothing of its characters is read by the tables of the library', async () => {
  expect(await read(pdfInSong('制度库检索'))).toEqual({ text: 'whole', words: '制度库检索' })
}, 90_000)

test('a scan has no words, a locked one does not tell them, a broken one is broken', async () => {
  const picture = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#eee' } })
    .jpeg()
    .toBuffer()
  const image = `data:image/jpeg;base64,${picture.toString('base64')}`
  expect(await read(await printPdf({ content: [{ image, width: 300 }] }))).toEqual({ text: 'none', words: '' })
  expect(await read(await printPdf(locked as never))).toEqual({ text: 'locked', words: '' })
  expect(await read(Buffer.from('%PDF-1.7 signed'))).toEqual({ text: 'broken', words: '' })
  expect(await readApart(Buffer.from('PK\u0003\u0004'), 'application/ofd')).toEqual({ text: 'broken', words: '' })
}, 90_000)

test('a PDF built to burst is ended and harms nobody; so is one that takes too long', async () => {
  const bomb = pdfBomb(64)
  expect(bomb.length).toBeLessThan(100_000)
  expect(await read(bomb)).toEqual({ text: 'too-much', words: '' })
  const small = await printPdf({ content: [rule] })
  const hurried = { memoryBytes: 1024 ** 3, milliseconds: 1, answerBytes: 1000 }
  expect(await readApart(Buffer.from(small), 'application/pdf', hurried)).toEqual({ text: 'too-much', words: '' })
}, 90_000)
