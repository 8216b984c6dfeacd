import { writeXlsxStream, XLSX_MAX_ROWS_PER_SHEET } from 'hucre/xlsx'
import type { SheetColumn } from '../common/sheet.ts'

export interface LargeSheet {
  readonly name: string
  readonly columns: readonly Pick<SheetColumn, 'heading' | 'width'>[]
  /** Stands above the heading: who took it, when and why. */
  readonly note?: string
  readonly rows: AsyncIterable<readonly string[]>
}

/** A sheet of more cells may unpack to more than the four gigabytes that every reader of zip files takes. */
const mostCells = 25_000_000

const rowsOfSheet = (columns: number) => Math.min(XLSX_MAX_ROWS_PER_SHEET, Math.floor(mostCells / columns))

/**
 * An xlsx file piece by piece while its rows come in; memory does not grow with them. Past the limit of a sheet (a million
 * rows, fewer where there are many columns) it goes on in another sheet of the same file, with note and heading again.
 */
export function writeLargeXlsx(
  { name, columns, note, rows }: LargeSheet,
  maxRowsPerSheet = rowsOfSheet(columns.length),
): AsyncIterable<Uint8Array> {
  const top = [...(note === undefined ? [] : [[note]]), columns.map(column => column.heading)]
  async function* lines() {
    let written = 0
    for await (const row of rows) {
      if (written % maxRowsPerSheet === 0) {
        yield* top
        written += top.length
      }
      // What a spreadsheet would take for a formula stays text: inline strings are never calculated.
      yield [...row]
      written++
    }
    if (written === 0) yield* top
  }
  return writeXlsxStream(lines(), {
    ...{ name, freezePane: { rows: top.length }, repeatHeaders: false, maxRowsPerSheet },
    columns: columns.map(({ width }) => ({ width })),
  }) as unknown as AsyncIterable<Uint8Array>
}

/** The same as csv for other programs: UTF-8 with a mark that spreadsheets need, CRLF, quoted where needed. */
export async function* writeLargeCsv({ columns, note, rows }: LargeSheet): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode('\ufeff')
  if (note !== undefined) yield encoder.encode(csvLine([note]))
  let text = csvLine(columns.map(column => column.heading))
  for await (const row of rows) {
    text += csvLine(row)
    if (text.length < 65_536) continue
    yield encoder.encode(text)
    text = ''
  }
  yield encoder.encode(text)
}

/** Cells that a spreadsheet would calculate get an apostrophe in front (CSV injection); a plain number stays one. */
function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell => quoted(calculated.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell)).join(',')}\r\n`
}

/** Full-width signs too: spreadsheets of East Asia take them for the narrow ones. */
const calculated = /^[=+\-@\t\r＝＋－＠]/u
const plainNumber = /^-\d+(\.\d+)?$/

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
