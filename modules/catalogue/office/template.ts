import { type SheetColumn as Column, writeSheet } from '#platform/sheets/common/sheet.ts'
import { sheetColumns, type SheetRow } from '../common/sheet-diff.ts'
import { templateHeadings } from '../common/sheet-file.ts'

const widths = [10, 12, 44, 16, 40, 20, 20, 24]

const kindWords: Readonly<Record<string, string>> = { component: '部件', event: '事件' }

/** Rows in the shape in which they can be imported again; with `said`, a last column tells what is wrong with each. */
export function sheetOf(rows: readonly SheetRow[], said?: { heading: string; of: (row: number) => string }) {
  const columns: Column[] = templateHeadings.map((heading, at) => ({
    heading,
    width: widths[at] ?? 20,
    ...(at === 0 ? { oneOf: ['部件', '事件'] } : {}),
  }))
  const cells = (row: SheetRow) =>
    sheetColumns.map(column => (column === 'classKind' ? (kindWords[row.classKind] ?? row.classKind) : row[column]))
  if (!said) return writeSheet('立结案规范', columns, rows.map(cells))
  const told = [...columns, { heading: said.heading, width: 60 }]
  const lines = rows.map(row => [...cells(row), said.of(row.row)])
  return writeSheet('立结案规范', told, lines)
}
