import { type SheetColumn as Column, writeSheet } from '#platform/sheets/common/sheet.ts'
import type { SheetRow } from '../common/sheet-diff.ts'
import { cellsOf, kindChoices, sheetName, templateHeadings } from '../common/sheet-file.ts'

const widths = [10, 12, 44, 16, 40, 20, 20, 24]

/** Rows in the shape in which they can be imported again; with `said`, a last column tells what is wrong with each. */
export function sheetOf(rows: readonly SheetRow[], said?: { heading: string; of: (row: number) => string }) {
  const columns: Column[] = templateHeadings.map((heading, at) => ({
    heading,
    width: widths[at] ?? 20,
    ...(at === 0 ? { oneOf: kindChoices } : {}),
  }))
  if (!said) return writeSheet(sheetName, columns, rows.map(cellsOf))
  const told = [...columns, { heading: said.heading, width: 60 }]
  const lines = rows.map(row => [...cellsOf(row), said.of(row.row)])
  return writeSheet(sheetName, told, lines)
}
