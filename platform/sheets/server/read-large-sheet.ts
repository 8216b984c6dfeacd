import { cleanText } from '../../kernel/common/clean-text.ts'
import type { SheetLine } from '../common/sheet.ts'
import { NotASheet } from './not-a-sheet.ts'
import { scanXml } from './scan-xml.ts'
import { StringArena } from './string-arena.ts'
import { type Bytes, mostUnpacked, partsOf, textParts } from './zip-parts.ts'

/** The last column that a spreadsheet has is XFD. */
const mostColumns = 16_384
const lastRow = 1_048_576
/** A row of 16 384 cells with a word in each has less: what goes on longer without an end is built to fill the memory. */
const mostPending = 4 * 1024 * 1024
/** A million people's own texts have about a tenth. */
const mostSharedBytes = 256 * 1024 * 1024

/** What is waiting for its end, unless it has waited for too much. */
function pending(text: string): string {
  if (text.length > mostPending) throw new NotASheet()
  return text
}

/**
 * The lines of the first sheet of an xlsx file one after another, without those that hold nothing. Memory does not grow
 * with the rows, only with the texts that the file shares between cells, which are kept packed. The file is read three
 * times: `file` gives it anew each time. What unpacks to more than `most` bytes is no sheet.
 */
export async function* readLargeSheet(file: Bytes, most = mostUnpacked): AsyncGenerator<SheetLine> {
  const { sheetPath, isDate } = await bookOf(file, most)
  const strings = await sharedStrings(file, most)
  const decoder = new TextDecoder()
  let text = ''
  let last = 0
  let found = false
  for await (const { piece } of partsOf(file, name => name === sheetPath, most)) {
    found = true
    text += decoder.decode(piece, { stream: true })
    const end = text.lastIndexOf('</row>')
    if (end < 0) {
      pending(text)
      continue
    }
    for (const xml of rowsIn(text.slice(0, end + 6))) {
      const line = readRow(xml, last, strings, isDate)
      last = line.row
      if (line.cells.some(cell => cell !== '')) yield line
    }
    text = pending(text.slice(end + 6))
  }
  if (!found) throw new NotASheet()
}

function* rowsIn(text: string): Generator<string> {
  let start = rowStart(text, 0)
  for (let end = text.indexOf('</row>'); start >= 0 && end >= 0; end = text.indexOf('</row>', end + 6)) {
    if (start > end) continue
    yield text.slice(start, end + 6)
    start = rowStart(text, end + 6)
  }
}

/** The beginning of the next row that holds cells: rows without any close themselves. */
function rowStart(text: string, from: number): number {
  for (let start = text.indexOf('<row', from); start >= 0; start = text.indexOf('<row', start + 4)) {
    const close = text.indexOf('>', start)
    if (text[close - 1] !== '/') return start
  }
  return -1
}

interface Cell {
  column: number
  type: string
  style: number
  value: string
}

function readRow(xml: string, before: number, strings: StringArena, isDate: (style: number) => boolean): SheetLine {
  let row = before + 1
  let isValue = false
  let cell: Cell | null = null
  let next = 0
  const cells: string[] = []
  scanXml(xml, {
    onOpenTag(name, attributes) {
      if (name === 'row') row = rowNumber(attributes['r'] ?? row)
      else if (name === 'c') {
        const column = columnOf(attributes['r'] ?? '') ?? next
        if (column >= mostColumns) throw new NotASheet()
        cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? -1), value: '' }
        next = column + 1
      } else if (name === 'v' || name === 't') isValue = true
      else if (name === 'rPh') isValue = false
    },
    onText(text) {
      if (isValue && cell) cell.value += text
    },
    onCloseTag(name) {
      if (name === 'v' || name === 't') isValue = false
      if (name !== 'c' || !cell) return
      while (cells.length < cell.column) cells.push('')
      cells[cell.column] = clean(textOf(cell, strings, isDate))
      cell = null
    },
  })
  return { row, cells }
}

function rowNumber(written: string | number): number {
  const row = Number(written)
  if (!Number.isInteger(row) || row < 1 || row > lastRow) throw new NotASheet()
  return row
}

function textOf({ type, style, value }: Cell, strings: StringArena, isDate: (style: number) => boolean): string {
  if (type === 's') return strings.at(Number(value)).trim()
  if (type === 'b') return value === '1' ? '是' : '否'
  if (type !== 'n' || value === '') return value.trim()
  const number = Number(value)
  if (Number.isNaN(number)) return value.trim()
  return isDate(style) && number >= 0 && number <= lastSerial ? dayOfSerial(number) : plainNumber(number, value)
}

/** A spreadsheet writes 370113195003070013 as 3.70113195003070E+17: that it is broken must stay visible. */
const plainNumber = (number: number, written: string) => (Math.abs(number) < 1e15 ? String(number) : written)

/** Halves of characters and controls can be written as entities (`_xD800_`); no field and no table takes them. */
const clean = (text: string) => (suspicious.test(text) ? cleanText(text) : text)
const suspicious = /[\p{Cc}\p{Cf}\p{Cs}]/u

/** 31 December 9999, the last day that a spreadsheet knows. */
const lastSerial = 2_958_465

// Day 60 of the 1900 system is a 29 February that never was.
const dayOfSerial = (serial: number) =>
  new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)

function columnOf(reference: string): number | null {
  let column = 0
  for (const letter of reference) {
    const code = letter.codePointAt(0) ?? 0
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column === 0 ? null : column - 1
}

async function sharedStrings(file: Bytes, most: number): Promise<StringArena> {
  const strings = new StringArena()
  const decoder = new TextDecoder()
  let text = ''
  const limit = Math.min(most, mostSharedBytes)
  for await (const { piece } of partsOf(file, name => name === 'xl/sharedStrings.xml', limit)) {
    text += decoder.decode(piece, { stream: true })
    let from = 0
    for (let end = text.indexOf('</si>'); end >= 0; end = text.indexOf('</si>', from)) {
      const start = text.indexOf('<si', from)
      strings.add(textOfShared(text.slice(start, end + 5)))
      from = end + 5
    }
    text = pending(text.slice(from))
  }
  return strings
}

const simple = /^<si><t(?: xml:space="preserve")?>([^<&]*)<\/t><\/si>$/

function textOfShared(xml: string): string {
  const plain = simple.exec(xml)?.[1]
  if (plain !== undefined) return plain
  let isText = false
  let isPhonetic = false
  let text = ''
  scanXml(xml, {
    onOpenTag(name) {
      if (name === 'rPh') isPhonetic = true
      isText = name === 't'
    },
    onText(piece) {
      if (isText && !isPhonetic) text += piece
    },
    onCloseTag(name) {
      if (name === 'rPh') isPhonetic = false
      isText = false
    },
  })
  return text
}

/** Where the first sheet lies, and which cell styles show a number as a date. */
async function bookOf(file: Bytes, most: number): Promise<{ sheetPath: string; isDate: (style: number) => boolean }> {
  const small = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml']
  const parts = await textParts(file, name => small.includes(name), most)
  const sheetId = firstAttribute(parts.get('xl/workbook.xml') ?? '', 'sheet', 'r:id')
  const target = targetsIn(parts.get('xl/_rels/workbook.xml.rels') ?? '').get(sheetId ?? '')
  if (target === undefined) throw new NotASheet()
  const dates = dateStyles(parts.get('xl/styles.xml') ?? '')
  const sheetPath = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
  return { sheetPath, isDate: style => dates[style] ?? false }
}

function firstAttribute(xml: string, element: string, attribute: string): string | null {
  let found: string | null = null
  scanXml(xml, {
    onOpenTag(name, attributes) {
      if (found === null && name === element) found = attributes[attribute] ?? null
    },
  })
  return found
}

function targetsIn(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  scanXml(xml, {
    onOpenTag(_name, attributes) {
      if (attributes['Id'] && attributes['Target']) targets.set(attributes['Id'], attributes['Target'])
    },
  })
  return targets
}

/** By cell style: whether its number format is one of days. Built-in formats by number, others by their letters. */
function dateStyles(xml: string): readonly boolean[] {
  const own = new Map<number, boolean>()
  const styles: boolean[] = []
  let isInCells = false
  scanXml(xml, {
    onOpenTag(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), looksLikeDays(attributes['formatCode'] ?? ''))
      if (name === 'cellXfs') isInCells = true
      if (name !== 'xf' || !isInCells) return
      const format = Number(attributes['numFmtId'] ?? 0)
      styles.push(own.get(format) ?? ((format >= 14 && format <= 22) || (format >= 27 && format <= 58)))
    },
    onCloseTag(name) {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return styles
}

const looksLikeDays = (code: string) => /[yd年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]/g, ''))
