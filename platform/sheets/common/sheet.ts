import { readXlsx, writeXlsx } from 'hucre/xlsx'

/** A row as somebody wrote it: its number as the spreadsheet shows it, its cells as text. */
export interface SheetLine {
  readonly row: number
  readonly cells: readonly string[]
}

export type Unreadable = 'not-a-sheet' | 'empty' | 'too-many-rows'

/** Enough for a city's whole standard; a file that unpacks to more is refused before it is read on. */
export const mostLines = 20_000

/** The first sheet of an xlsx file, line by line, without lines that hold nothing. */
export async function readSheet(file: Uint8Array, most = mostLines): Promise<readonly SheetLine[] | Unreadable> {
  const book = await readXlsx(file, { sheets: [0], maxRows: most + 1 }).catch(() => null)
  if (!book) return 'not-a-sheet'
  const rows = book.sheets[0]?.rows ?? []
  if (rows.length > most) return 'too-many-rows'
  const lines = rows
    .map((cells, at) => ({ row: at + 1, cells: cells.map(textOf) }))
    .filter(({ cells }) => cells.some(cell => cell !== ''))
  return lines.length === 0 ? 'empty' : lines
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value).trim()
}

export interface SheetColumn {
  readonly heading: string
  readonly width: number
  /** What may be chosen; shown as a drop-down. */
  readonly oneOf?: readonly string[]
}

/** Where the line of `takerMark` stands. */
export interface SheetMark {
  readonly text: string
  /** Above the heading; in a sheet of its own where another program reads the first line as the heading. */
  readonly where: 'top' | 'own-sheet'
}

/** The last row that a spreadsheet has: who fills in a template does not stop at its thousandth line. */
const lastRow = 1_048_576

/** Lines under their headings as an xlsx file: frozen heading, widths, drop-downs, everything as text. */
export async function writeSheet(
  name: string,
  columns: readonly SheetColumn[],
  lines: readonly (readonly string[])[],
  mark?: SheetMark,
): Promise<Uint8Array<ArrayBuffer>> {
  const top = mark?.where === 'top' ? [[safe(mark.text)]] : []
  const first = top.length + 2
  const written = await writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map(({ width }) => ({ width })),
        rows: [...top, columns.map(({ heading }) => heading), ...lines.map(cells => cells.map(safe))],
        freezePane: { rows: top.length + 1 },
        dataValidations: columns.flatMap(({ oneOf }, at) =>
          oneOf === undefined
            ? []
            : [{ type: 'list' as const, values: [...oneOf], range: `${letter(at)}${first}:${letter(at)}${lastRow}` }],
        ),
      },
      ...(mark?.where === 'own-sheet' ? [{ name: '导出记录', rows: [[safe(mark.text)]] }] : []),
    ],
  })
  return new Uint8Array(written)
}

/** A text that a spreadsheet would take for a formula is kept a text. */
const safe = (text: string) => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text)

/** A, B … Z, AA, AB …: the name of a column, counted from 0. */
const letter = (at: number): string =>
  (at < 26 ? '' : letter(Math.floor(at / 26) - 1)) + String.fromCodePoint(65 + (at % 26))
