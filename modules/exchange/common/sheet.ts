import type { SheetLine } from '#platform/sheets/common/sheet.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { exchangeTextLimits as most } from './limits.ts'

// What a sheet of a higher platform holds. Headings are data of the sheet, so they are Chinese whatever the reader speaks.

export const sheetColumns = ['foreignNumber', 'title', 'description', 'lon', 'lat', 'frame', 'address'] as const
export type SheetColumn = (typeof sheetColumns)[number]

export const headings: Readonly<Record<SheetColumn, string>> = {
  foreignNumber: '上级编号',
  title: '标题',
  description: '问题描述',
  lon: '经度',
  lat: '纬度',
  frame: '坐标系',
  address: '地址',
}

const needed: readonly SheetColumn[] = ['foreignNumber', 'description']

export const frameWords = { WGS84: 'wgs84', CGCS2000: 'cgcs2000', GCJ02: 'gcj02', BD09: 'bd09' } as const
type Frame = (typeof frameWords)[keyof typeof frameWords]

export const sheetFaults = [
  'missing',
  'too-long',
  'not-a-number',
  'half-a-point',
  'unknown-frame',
  'no-place',
  'twice',
  'column-missing',
  'swapped',
  'out-of-range',
  'outside-scope',
] as const

export interface Fault {
  readonly row: number
  readonly column: SheetColumn
  readonly fault: (typeof sheetFaults)[number]
}

export interface SheetRow {
  readonly row: number
  readonly foreignNumber: string
  readonly title: string | null
  readonly description: string
  readonly place: { readonly lon: number; readonly lat: number; readonly frame: Frame } | null
  readonly address: string | null
}

/** The rows of a sheet that can be taken, and every fault by row and column; columns may stand in any order. */
export function readRows(lines: readonly SheetLine[]): { rows: SheetRow[]; faults: Fault[] } {
  const [head, ...body] = lines
  const at = new Map((head?.cells ?? []).map((heading, i) => [heading.trim(), i]))
  const missing = needed.filter(column => !at.has(headings[column]))
  if (missing.length > 0) {
    const row = head?.row ?? 1
    return { rows: [], faults: missing.map(column => ({ row, column, fault: 'column-missing' })) }
  }
  const seen = new Set<string>()
  const read = body.map(line => {
    const cell = (column: SheetColumn) => cleanText(line.cells[at.get(headings[column]) ?? -1] ?? '')
    return readRow(line.row, cell, seen)
  })
  return { rows: read.flatMap(one => ('row' in one ? [one.row] : [])), faults: read.flatMap(one => one.faults) }
}

type Cell = (column: SheetColumn) => string

function readRow(row: number, cell: Cell, seen: Set<string>): { row: SheetRow; faults: [] } | { faults: Fault[] } {
  const faults: Fault[] = []
  const says = (column: SheetColumn, fault: Fault['fault']) => void faults.push({ row, column, fault })
  const text = (column: 'title' | 'description' | 'address', limit: number) => {
    if (cell(column).length > limit) says(column, 'too-long')
    return cell(column)
  }
  const foreignNumber = cell('foreignNumber')
  if (foreignNumber === '') says('foreignNumber', 'missing')
  else if (foreignNumber.length > most.eventId) says('foreignNumber', 'too-long')
  else if (seen.has(foreignNumber)) says('foreignNumber', 'twice')
  seen.add(foreignNumber)
  const title = text('title', most.title)
  const description = text('description', most.description)
  if (description === '') says('description', 'missing')
  const address = text('address', most.address)
  const place = readPoint(cell, says)
  if (place === null && cell('lon') === '' && cell('lat') === '' && address === '') says('address', 'no-place')
  if (faults.length > 0) return { faults }
  return {
    row: { row, foreignNumber, title: title || null, description, place, address: address || null },
    faults: [],
  }
}

function readPoint(cell: Cell, says: (column: SheetColumn, fault: Fault['fault']) => void): SheetRow['place'] {
  const [lon, lat] = [cell('lon'), cell('lat')]
  if (lon === '' && lat === '') return null
  if (lon === '' || lat === '') {
    says(lon === '' ? 'lon' : 'lat', 'half-a-point')
    return null
  }
  const isNumber = (written: string) => /^-?\d{1,3}(\.\d+)?$/.test(written)
  if (!isNumber(lon)) says('lon', 'not-a-number')
  if (!isNumber(lat)) says('lat', 'not-a-number')
  const word = (cell('frame') || 'WGS84').toUpperCase().replace(/[^A-Z0-9]/g, '')
  const frame = word in frameWords ? frameWords[word as keyof typeof frameWords] : null
  if (frame === null) says('frame', 'unknown-frame')
  return isNumber(lon) && isNumber(lat) && frame !== null ? { lon: Number(lon), lat: Number(lat), frame } : null
}
