import { constants, deflateRawSync, deflateSync } from 'node:zlib'

/** PDFs that no writer of ours makes: with fonts that say nothing of their characters, or built to burst. */
function pdfOf(objects: readonly (string | Buffer)[]): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const places: number[] = []
  let length = pieces[0]!.length
  const add = (piece: Buffer) => {
    pieces.push(piece)
    length += piece.length
  }
  for (const [i, object] of objects.entries()) {
    places.push(length)
    add(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object as string), Buffer.from('\nendobj\n')]))
  }
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF`
  return Buffer.concat([...pieces, Buffer.from(end)])
}

const page = (fonts: string) => [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<<${fonts}>>>>>>`,
]

/**
 * One line in 宋体 as older Chinese writers leave it: the font is not in the file, and its characters are known only by a
 * table of Adobe's (`UniGB-UCS2-H`), without which the text is nothing but numbers.
 */
export function pdfInSong(text: string): Buffer {
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex')
  const words = `BT /F1 12 Tf 50 700 Td <${codes}> Tj ET`
  return pdfOf([
    ...page('/F1 5 0 R'),
    `<</Length ${words.length}>>stream\n${words}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>',
  ])
}

/** A few kilobytes whose one page unpacks to so many times 16 megabytes of blanks. */
export function pdfBomb(times: number): Buffer {
  const blanks = deflateRawSync(Buffer.alloc(16 * 1024 * 1024, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  const all = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: times }, () => blanks)])
  const packed = deflateSync(Buffer.concat([all, Buffer.from([1, 0, 0, 0xff, 0xff, 0, 0, 0, 0])]))
  const head = `<</Length ${packed.length}/Filter[/FlateDecode/FlateDecode]>>stream\n`
  return pdfOf([...page(''), Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])])
}
