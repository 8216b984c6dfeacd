import type { SheetLine } from '#platform/sheets/common/sheet.ts'
import { sheetColumns, type SheetColumn, type SheetRow } from './sheet-diff.ts'

/** What cities call the columns; the first name of each is the template's. */
const headings: Readonly<Record<SheetColumn, readonly string[]>> = {
  classKind: ['部件/事件', '类型', '部件事件', '大类', '类别类型'],
  classCode: ['类别代码', '小类代码', '代码', '编码'],
  condition: ['立案条件', '立案标准', '立案规范'],
  limitText: ['处置时限', '时限', '处理时限', '处置期限'],
  closing: ['结案条件', '结案标准', '结案规范'],
  handlingBody: ['处置单位', '处置部门', '责任单位', '责任部门'],
  supervisingBody: ['监管单位', '监管部门', '主管部门'],
  collect: ['采集要求', '采集内容', '上报要求'],
}

export const templateHeadings = sheetColumns.map(column => headings[column][0] ?? column)

/** What the sheet is called, and the words of its first column. */
export const sheetName = '立结案规范'
const kindWords: Readonly<Record<string, string>> = { component: '部件', event: '事件' }
export const kindChoices = Object.values(kindWords)

/** The cells of a row in the order of the template. */
export function cellsOf(row: SheetRow): string[] {
  return sheetColumns.map(column =>
    column === 'classKind' ? (kindWords[row.classKind] ?? row.classKind) : row[column],
  )
}

/** Without these nothing can be said about a row. */
const needed = ['classKind', 'classCode', 'condition', 'limitText', 'closing'] as const

export type ReadRows = { readonly rows: readonly SheetRow[] } | { readonly lacking: readonly SheetColumn[] }

/** Finds the heading among the first lines, in whatever order its columns stand, and reads the rows below it. */
export function rowsInSheet(lines: readonly SheetLine[]): ReadRows {
  const heads = lines.slice(0, 5).map(line => ({ line, at: columnsIn(line) }))
  const head = heads.toSorted((a, b) => b.at.size - a.at.size)[0]
  const lacking = needed.filter(column => !head?.at.has(column))
  if (!head || lacking.length > 0) return { lacking }
  return {
    rows: lines
      .filter(({ row }) => row > head.line.row)
      .map(({ row, cells }) => {
        const cell = (column: SheetColumn) => cells[head.at.get(column) ?? -1] ?? ''
        return { row, ...(Object.fromEntries(sheetColumns.map(column => [column, cell(column)])) as Cells) }
      }),
  }
}

type Cells = Readonly<Record<SheetColumn, string>>

function columnsIn({ cells }: SheetLine): ReadonlyMap<SheetColumn, number> {
  const found = new Map<SheetColumn, number>()
  for (const column of sheetColumns) {
    const at = cells.findIndex(cell => headings[column].includes(cell.normalize('NFKC').replace(/\s+/gu, '')))
    if (at >= 0) found.set(column, at)
  }
  return found
}
