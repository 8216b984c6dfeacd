import { type SheetColumn, writeSheet } from '#platform/sheets/common/sheet.ts'
import { frameWords, headings, sheetColumns } from '../common/sheet.ts'

const widths = { foreignNumber: 22, title: 24, description: 48, lon: 14, lat: 14, frame: 12, address: 32 } as const

/** The empty sheet: frozen headings, and a drop-down for the frame of the coordinates. */
export function writeTemplate(): Promise<Uint8Array> {
  const columns = sheetColumns.map((column): SheetColumn => {
    const plain = { heading: headings[column], width: widths[column] }
    return column === 'frame' ? { ...plain, oneOf: Object.keys(frameWords) } : plain
  })
  return writeSheet('上级交办', columns, [])
}
