import { writeXlsxStream } from 'hucre/xlsx'
import type { SheetColumn } from '../common/sheet.ts'

export interface LargeSheet {
  readonly name: string
  readonly columns: readonly Pick<SheetColumn, 'heading' | 'width'>[]
  /** Stands above the heading: who took it, when and why. */
  readonly note?: string
  readonly rows: AsyncIterable<readonly string[]>
}

/**
 * An xlsx file piece by piece while its rows come in; memory does not grow with them. Past a sheet's limit of a million
 * rows it goes on in another sheet of the same file, with the heading again.
 */
export function writeLargeXlsx({ name, columns, note, rows }: LargeSheet): AsyncIterable<Uint8Array> {
  const heading = columns.map(column => column.heading)
  async function* lines() {
    if (note !== undefined) yield [note]
    yield heading
    // What a spreadsheet would take for a formula stays text: inline strings are never calculated.
    for await (const row of rows) yield [...row]
  }
  const freezePane = { rows: note === undefined ? 1 : 2 }
  return writeXlsxStream(lines(), {
    ...{ name, freezePane, repeatHeaders: true },
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

/** Cells that a spreadsheet would calculate get an apostrophe in front (CSV injection). */
function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell => quoted(/^[=+\-@\t\r]/u.test(cell) && !/^-?\d/.test(cell) ? `'${cell}` : cell)).join(',')}\r\n`
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
