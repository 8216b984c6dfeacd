import type { FilingCondition } from './filing-condition.ts'
import { inCommon, muchAlike } from './in-common.ts'
import { parseLimitText } from './limit-text.ts'

/** A row of a city's sheet as it was written, with its number in the sheet. */
export interface SheetRow {
  readonly row: number
  readonly classKind: string
  readonly classCode: string
  readonly condition: string
  readonly limitText: string
  readonly closing: string
  readonly handlingBody: string
  readonly supervisingBody: string
  readonly collect: string
}

/** The columns in the order of the template. */
export const sheetColumns = [
  'classKind',
  'classCode',
  'condition',
  'limitText',
  'closing',
  'handlingBody',
  'supervisingBody',
  'collect',
] as const satisfies readonly (keyof SheetRow)[]
export type SheetColumn = (typeof sheetColumns)[number]

/** One fault, at its row and column. `firstRow` already says the same; `now` is the code, or the kind, that is meant. */
export interface RowFault {
  readonly row: number
  readonly column: SheetColumn
  readonly fault:
    | 'missing'
    | 'broken-cell'
    | 'unknown-kind'
    | 'other-kind'
    | 'unknown-class'
    | 'only-major'
    | 'read-as-number'
    | 'old-class'
    | 'too-long'
    | 'said-twice'
  readonly firstRow?: number
  readonly now?: string
}

export type Wanted = Omit<FilingCondition, 'id' | 'version' | 'from' | 'isEnded'>

export interface Fresh {
  readonly row: number
  readonly wanted: Wanted
  /** A condition of the same class that the sheet no longer has and that reads much like it: perhaps only reworded. */
  readonly perhapsWas: FilingCondition | null
}

export interface SheetDiff {
  readonly fresh: readonly Fresh[]
  readonly changed: readonly { readonly row: number; readonly was: FilingCondition; readonly wanted: Wanted }[]
  readonly same: readonly { readonly row: number; readonly was: FilingCondition }[]
  /** In the book, not in the sheet, and in no faulty row either: a typing mistake ends nothing. */
  readonly gone: readonly FilingCondition[]
  readonly faults: readonly RowFault[]
}

export const longestCell = 500

const kindWords: Readonly<Record<string, FilingCondition['classKind']>> = {
  部件: 'component',
  component: 'component',
  事件: 'event',
  事项: 'event',
  event: 'event',
}

/** Whether a code names a class, or what it became since; false when it names nothing. */
export type KnowsClass = (kind: FilingCondition['classKind'], code: string) => boolean | string

/** Lays a sheet beside the conditions in force. Only the sheet's good rows count as new or changed. */
export function diffSheet(
  rows: readonly SheetRow[],
  inForce: readonly FilingCondition[],
  knowsClass: KnowsClass,
): SheetDiff {
  const book = new Map(inForce.map(condition => [keyOf(condition), condition]))
  const seen = new Map<string, number>()
  const diff = { fresh: [], changed: [], same: [], faults: [] } as {
    fresh: Omit<Fresh, 'perhapsWas'>[]
    changed: SheetDiff['changed'][number][]
    same: SheetDiff['same'][number][]
    faults: RowFault[]
  }
  for (const row of rows) {
    const wanted = wantedOf(row)
    const key = keyOf(wanted)
    const faults = faultsOf(row, knowsClass)
    const firstRow = seen.get(key)
    if (firstRow !== undefined) faults.push({ row: row.row, column: 'condition', fault: 'said-twice', firstRow })
    else seen.set(key, row.row)
    const was = book.get(key)
    if (faults.length > 0) diff.faults.push(...faults)
    else if (!was) diff.fresh.push({ row: row.row, wanted })
    else if (saysTheSame(was, wanted)) diff.same.push({ row: row.row, was })
    else diff.changed.push({ row: row.row, was, wanted })
  }
  const gone = inForce.filter(condition => !seen.has(keyOf(condition)))
  return { ...diff, gone, fresh: diff.fresh.map(one => ({ ...one, perhapsWas: likest(one.wanted, gone) })) }
}

function likest(wanted: Wanted, gone: readonly FilingCondition[]): FilingCondition | null {
  const near = gone
    .filter(({ classKind, classCode }) => classKind === wanted.classKind && classCode === wanted.classCode)
    .map(condition => ({
      condition,
      share: inCommon(plainText(condition.condition), plainText(wanted.condition)) ?? 1,
    }))
    .filter(({ share }) => share >= muchAlike)
    .toSorted((a, b) => b.share - a.share)
  return near[0]?.condition ?? null
}

function faultsOf(row: SheetRow, knowsClass: KnowsClass): RowFault[] {
  const at = (column: SheetColumn, fault: RowFault['fault'], now?: string): RowFault =>
    now === undefined ? { row: row.row, column, fault } : { row: row.row, column, fault, now }
  const faults = sheetColumns.flatMap(column => {
    const cell = row[column].trim()
    if (cell === '') return isNeeded(column) ? [at(column, 'missing')] : []
    if (brokenCell.test(cell)) return [at(column, 'broken-cell')]
    return cell.length > longestCell ? [at(column, 'too-long')] : []
  })
  // A cell that is empty or broken has been named; what class it means cannot be told.
  if (faults.some(({ column }) => column === 'classKind' || column === 'classCode')) return faults
  const kind = kindWords[row.classKind.trim()]
  if (!kind) return [...faults, at('classKind', 'unknown-kind')]
  return [...faults, ...codeFault(row.classCode.trim(), kind, knowsClass).map(one => at('classCode', ...one))]
}

const isNeeded = (column: SheetColumn) =>
  ['classKind', 'classCode', 'condition', 'limitText', 'closing'].some(needed => needed === column)

/** What a table program leaves where a formula found nothing. */
const brokenCell = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/u

/** Why a code names no class of today, with the code or kind that seems to be meant. */
function codeFault(
  code: string,
  kind: FilingCondition['classKind'],
  knowsClass: KnowsClass,
): readonly (readonly [fault: RowFault['fault'], now?: string])[] {
  const known = knowsClass(kind, code)
  if (known === true) return []
  if (known !== false) return [['old-class', known]]
  // A cell of numbers loses its leading zero, or gets decimals: 06010 becomes 6010 or 6010.00.
  const digits = /^(\d+)(?:\.0+)?$/u.exec(code)?.[1] ?? ''
  const meant = [`0${digits}`, digits].find(one => one !== code && knowsClass(kind, one) !== false)
  if (meant !== undefined) return [['read-as-number', nowOf(meant, knowsClass(kind, meant))]]
  const other = kind === 'event' ? 'component' : 'event'
  if (knowsClass(other, code) !== false) return [['other-kind', other === 'event' ? '事件' : '部件']]
  return [[/^\d{2}$/u.test(code) ? 'only-major' : 'unknown-class']]
}

const nowOf = (code: string, known: boolean | string) => (typeof known === 'string' ? known : code)

function wantedOf(row: SheetRow): Wanted {
  const read = parseLimitText(row.limitText)
  return {
    classKind: kindWords[row.classKind.trim()] ?? 'event',
    classCode: row.classCode.trim(),
    condition: row.condition.trim(),
    limit: read.needsDecision ? null : read.limit,
    limitText: row.limitText.trim(),
    needsDecision: read.needsDecision,
    closing: row.closing.trim(),
    handlingBody: row.handlingBody.trim(),
    supervisingBody: row.supervisingBody.trim(),
    collect: row.collect
      .split(/[、;；\n]/u)
      .map(thing => thing.trim())
      .filter(thing => thing !== ''),
  }
}

export function keyOf({
  classKind,
  classCode,
  condition,
}: Pick<Wanted, 'classKind' | 'classCode' | 'condition'>): string {
  return JSON.stringify([classKind, classCode, plainText(condition)])
}

function saysTheSame(was: FilingCondition, wanted: Wanted): boolean {
  return (
    was.limitText === wanted.limitText &&
    was.closing === wanted.closing &&
    was.handlingBody === wanted.handlingBody &&
    was.supervisingBody === wanted.supervisingBody &&
    was.collect.join('\n') === wanted.collect.join('\n')
  )
}

const plainText = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '')
