import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { frameWords, headings, sheetColumns, type SheetLine } from '../common/sheet.ts'
import { mostSheetRows } from '../common/limits.ts'

/** The first sheet of an xlsx file, line by line, without lines that hold nothing; null when it is no such file. */
export async function readSheet(file: Uint8Array): Promise<readonly SheetLine[] | null> {
  const book = await readXlsx(file, { sheets: [0], maxRows: mostSheetRows + 2 }).catch(() => null)
  if (!book) return null
  return (book.sheets[0]?.rows ?? [])
    .map((cells, at) => ({ row: at + 1, cells: cells.map(textOf) }))
    .filter(({ cells }) => cells.some(cell => cell !== ''))
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim()
}

const widths = { foreignNumber: 22, title: 24, description: 48, lon: 14, lat: 14, frame: 12, address: 32 } as const

/** The empty sheet: frozen headings, and a drop-down for the frame of the coordinates. */
export async function writeTemplate(): Promise<Uint8Array> {
  const letter = String.fromCodePoint(65 + sheetColumns.indexOf('frame'))
  const range = `${letter}2:${letter}${mostSheetRows + 1}`
  return writeXlsx({
    sheets: [
      {
        name: '上级交办',
        columns: sheetColumns.map(column => ({ width: widths[column] })),
        rows: [sheetColumns.map(column => headings[column])],
        freezePane: { rows: 1 },
        dataValidations: [{ type: 'list' as const, values: Object.keys(frameWords), range }],
      },
    ],
  })
}

/** Lines under their headings. */
export async function writeTable(
  name: string,
  columns: readonly { readonly heading: string; readonly width: number }[],
  lines: readonly (readonly string[])[],
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map(({ width }) => ({ width })),
        rows: [columns.map(({ heading }) => heading), ...lines.map(cells => cells.map(safe))],
        freezePane: { rows: 1 },
      },
    ],
  })
}

/** What a spreadsheet would take for a formula is kept a text. */
const safe = (text: string) => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text)
