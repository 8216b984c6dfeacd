import type { Column, Content, TableCell } from 'pdfmake/interfaces.js'
import type { DocumentDefinition } from './print-pdf.ts'

export type PaperPart = Content

const red = '#c8102e'
const soft = '#555555'
const line = '#999999'

export interface OfficialPaper {
  /** 文头: whose paper it is. */
  readonly issuer: string
  readonly title: string
  readonly number: string
  readonly parts: readonly PaperPart[]
  /** Who printed it and when; at the foot of each page and across it. */
  readonly printed: string
  /** Such as “第 1 页，共 3 页”. */
  readonly pageOf: (page: number, pages: number) => string
}

/**
 * The form of GB/T 9704-2012 for official papers: A4 with 37 mm above, 28 mm at the stitched side and a type area of
 * 156 × 225 mm; red head, number below it, a red line as wide as the type area; page numbers between dashes, outside. The
 * standard asks for FangSong; the paper has the one free face that comes along.
 */
export function officialPaper({ issuer, title, number, parts, printed, pageOf }: OfficialPaper): DocumentDefinition {
  return {
    info: { title: `${title} ${number}`, author: issuer },
    pageMargins: [mm(28), mm(37), mm(26), mm(35)],
    watermark: { text: printed, color: soft, opacity: 0.07, angle: -35, fontSize: 22, font: 'sans' },
    footer: (page, pages) => {
      const dashed: Column = { text: `— ${page} —`, fontSize: sizes.fourth, width: 'auto' }
      const text = `${printed}  ${pageOf(page, pages)}`
      const mark = (alignment: 'left' | 'right'): Column => ({
        ...{ text, fontSize: 8, color: soft, alignment },
        margin: [0, 4, 0, 0],
      })
      const isOdd = page % 2 === 1
      return {
        margin: [mm(28) + (isOdd ? 0 : sizes.fourth), mm(7), mm(26) + (isOdd ? sizes.fourth : 0), 0],
        columns: isOdd ? [mark('left'), dashed] : [dashed, mark('right')],
      }
    },
    content: [...redHead(issuer, title, number), ...parts],
  }
}

const mm = (millimetres: number) => (millimetres * 72) / 25.4

/** The sizes that the standard names, in points: 二号, 三号, 四号. */
const sizes = { second: 22, third: 16, fourth: 14 } as const
/** 22 lines in 225 mm. */
const lineOf = 225 / 22

/** Width of the type area, in points. */
const width = mm(156)

function redHead(issuer: string, title: string, number: string): Content[] {
  // A long name stays on one line: the head is as large as the line allows.
  const size = Math.min(36, Math.floor(width / Math.max(1, [...issuer].length)))
  return [
    { text: issuer, color: red, bold: true, fontSize: size, alignment: 'center', lineHeight: 1.1 },
    { text: number, fontSize: sizes.third, alignment: 'center', margin: [0, mm(6), 0, mm(4)], lineHeight: 1 },
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1.5, lineColor: red }] },
    {
      ...{ text: title, bold: true, fontSize: sizes.second, alignment: 'center' as const },
      margin: [0, mm(lineOf), 0, mm(lineOf / 2)],
      lineHeight: 1.2,
    },
  ]
}

/** To whom it goes, flush left above the text. */
export function addressee(unit: string): PaperPart {
  return { text: unit, fontSize: sizes.third, lineHeight: officialLine }
}

/** The text of an official paper: each paragraph two characters in. */
export function officialText(text: string): PaperPart {
  const paragraphs = text.split('\n').filter(part => part.trim() !== '')
  return paragraphs.map(part => ({
    ...{ text: part, fontSize: sizes.third, lineHeight: officialLine },
    leadingIndent: 2 * sizes.third,
  }))
}

/** From the height of the face to the distance of lines that the standard asks for. */
const officialLine = mm(lineOf) / (sizes.third * 1.448)

/** 版记: at the end, between ruled lines, where it goes besides and who had it printed when. */
export function imprint(copies: string | null, issuer: string, day: string): PaperPart {
  const lineAt = (lineWidth: number): Content => ({
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth }],
    margin: [0, 3, 0, 3],
  })
  const [thick, thin] = [mm(0.35), mm(0.25)]
  return {
    unbreakable: true,
    margin: [0, mm(8), 0, 0],
    stack: [
      lineAt(thick),
      ...(copies === null
        ? []
        : [
            { text: copies, fontSize: sizes.fourth, margin: [sizes.fourth, 0, sizes.fourth, 0] } as Content,
            lineAt(thin),
          ]),
      {
        columns: [
          { text: issuer, fontSize: sizes.fourth, margin: [sizes.fourth, 0, 0, 0] },
          { text: day, fontSize: sizes.fourth, alignment: 'right', width: 'auto', margin: [0, 0, sizes.fourth, 0] },
        ],
      },
      lineAt(thick),
    ],
  }
}

export function heading(text: string): PaperPart {
  return { text, bold: true, fontSize: 12, margin: [0, 12, 0, 4], headlineLevel: 1 }
}

export function paragraph(text: string): PaperPart {
  return { text, margin: [0, 0, 0, 6] }
}

const ruled = { hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: () => line, vLineColor: () => line }

/** Names and values in pairs; a value that is null or empty is left out. */
export function fieldTable(fields: readonly (readonly [name: string, value: string | null | undefined])[]): PaperPart {
  const body: TableCell[][] = fields.flatMap(([name, value]) =>
    value ? [[{ text: name, bold: true, fillColor: '#f2f2f2' }, { text: value }]] : [],
  )
  return body.length === 0 ? '' : { table: { widths: [96, '*'], body }, layout: ruled, margin: [0, 0, 0, 6] }
}

/** A table whose head is repeated on each page. The widths are shares of the line; the last column takes the rest. */
export function listTable(
  heads: readonly { readonly name: string; readonly points?: number }[],
  rows: readonly (readonly string[])[],
): PaperPart {
  const head = heads.map(({ name }): TableCell => ({ text: name, bold: true, fillColor: '#f2f2f2' }))
  const body = [head, ...rows.map(row => row.map((text): TableCell => ({ text, fontSize: 9 })))]
  const widths = heads.map(({ points }) => points ?? '*')
  return { table: { headerRows: 1, widths, body }, layout: ruled, margin: [0, 0, 0, 6] }
}

export interface PrintedPhoto {
  readonly caption: string
  /** Null when the picture is no longer there: its place says so. */
  readonly jpeg: Uint8Array | null
  readonly missing: string
}

/** Two side by side, so that before and after stand next to each other. */
export function photoPairs(photos: readonly PrintedPhoto[]): PaperPart {
  const cells = photos.map(
    (photo): Content => ({
      stack: [
        photo.jpeg
          ? { image: `data:image/jpeg;base64,${Buffer.from(photo.jpeg).toString('base64')}`, fit: [225, 200] }
          : { text: photo.missing, color: soft, margin: [0, 40, 0, 40], alignment: 'center' },
        { text: photo.caption, fontSize: 8.5, color: soft, margin: [0, 2, 0, 8] },
      ],
      unbreakable: true,
    }),
  )
  const pairs = cells.flatMap((cell, i) => (i % 2 === 0 ? [[cell, cells[i + 1] ?? '']] : []))
  return pairs.map((columns): Content => ({ columns, columnGap: 16, unbreakable: true }))
}

/** Room for a stamp: whose it is above the day, the day four characters from the right, on one page with each other. */
export function sealSpace(unit: string, day: string, sealHere: string): PaperPart {
  const right = 4 * sizes.third
  const dayWidth = [...day].length * sizes.third * 0.8
  return {
    unbreakable: true,
    margin: [0, mm(2 * lineOf), 0, mm(lineOf)],
    stack: [
      {
        ...{ text: `${unit}${sealHere}`, fontSize: sizes.third, alignment: 'right' as const },
        // Over the middle of the day, as far as the name is no longer than the line.
        margin: [0, 0, Math.max(0, right + (dayWidth - [...`${unit}${sealHere}`].length * sizes.third) / 2), 0],
      },
      { text: day, fontSize: sizes.third, alignment: 'right', margin: [0, 6, right, 0] },
    ],
  }
}
