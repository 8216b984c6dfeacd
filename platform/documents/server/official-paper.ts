import type { Content, TableCell } from 'pdfmake/interfaces.js'
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

/** A paper with red head, number, page numbers and the mark of who printed it. */
export function officialPaper({ issuer, title, number, parts, printed, pageOf }: OfficialPaper): DocumentDefinition {
  return {
    info: { title: `${title} ${number}`, author: issuer },
    watermark: { text: printed, color: soft, opacity: 0.07, angle: -35, fontSize: 22, font: 'sans' },
    footer: (page, pages) => ({
      margin: [56, 16, 56, 0],
      columns: [
        { text: printed, fontSize: 8, color: soft },
        { text: pageOf(page, pages), fontSize: 8, color: soft, alignment: 'right', width: 'auto' },
      ],
    }),
    content: [...redHead(issuer, title, number), ...parts],
  }
}

/** Width of an A4 page between its margins, in points. */
const width = 483

function redHead(issuer: string, title: string, number: string): Content[] {
  return [
    { text: issuer, color: red, bold: true, fontSize: 22, alignment: 'center' },
    { text: number, alignment: 'center', margin: [0, 4, 0, 4] },
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1.5, lineColor: red }] },
    { text: title, bold: true, fontSize: 17, alignment: 'center', margin: [0, 14, 0, 10] },
  ]
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

/** Room for a stamp: the unit's name and the day over which it is set, on one page with each other. */
export function sealSpace(unit: string, day: string, sealHere: string): PaperPart {
  return {
    unbreakable: true,
    margin: [0, 36, 0, 24],
    stack: [
      { text: `${unit}${sealHere}`, alignment: 'right' },
      { text: day, alignment: 'right', margin: [0, 8, 0, 0] },
    ],
  }
}
