import type { FilingCondition } from './filing-condition.ts'
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

export type SheetColumn = Exclude<keyof SheetRow, 'row'>

/** One fault, at its row and column. `firstRow` is the row that already says the same. */
export interface RowFault {
  readonly row: number
  readonly column: SheetColumn
  readonly fault: 'missing' | 'unknown-kind' | 'unknown-class' | 'too-long' | 'said-twice'
  readonly firstRow?: number
}

export type Wanted = Omit<FilingCondition, 'id' | 'version' | 'from' | 'until'>

export interface SheetDiff {
  readonly fresh: readonly { readonly row: number; readonly wanted: Wanted }[]
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

type KnowsClass = (kind: FilingCondition['classKind'], code: string) => boolean

/** Lays a sheet beside the conditions in force. Only the sheet's good rows count as new or changed. */
export function diffSheet(
  rows: readonly SheetRow[],
  inForce: readonly FilingCondition[],
  knowsClass: KnowsClass,
): SheetDiff {
  const book = new Map(inForce.map(condition => [keyOf(condition), condition]))
  const seen = new Map<string, number>()
  const diff = { fresh: [], changed: [], same: [], faults: [] } as {
    fresh: SheetDiff['fresh'][number][]
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
  return { ...diff, gone: inForce.filter(condition => !seen.has(keyOf(condition))) }
}

function faultsOf(row: SheetRow, knowsClass: KnowsClass): RowFault[] {
  const columns = Object.keys(row).filter((name): name is SheetColumn => name !== 'row')
  const faults: RowFault[] = columns
    .filter(column => row[column].length > longestCell)
    .map(column => ({ row: row.row, column, fault: 'too-long' }))
  const needed = ['classKind', 'classCode', 'condition', 'limitText', 'closing'] as const
  for (const column of needed) {
    if (row[column].trim() === '') faults.push({ row: row.row, column, fault: 'missing' })
  }
  const word = row.classKind.trim()
  const kind = kindWords[word]
  const code = row.classCode.trim()
  if (word !== '' && !kind) faults.push({ row: row.row, column: 'classKind', fault: 'unknown-kind' })
  if (kind && code !== '' && !knowsClass(kind, code)) {
    faults.push({ row: row.row, column: 'classCode', fault: 'unknown-class' })
  }
  return faults
}

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
      .split(/[、;;\n]/u)
      .map(thing => thing.trim())
      .filter(thing => thing !== ''),
  }
}

function keyOf({ classKind, classCode, condition }: Pick<Wanted, 'classKind' | 'classCode' | 'condition'>): string {
  return JSON.stringify([classKind, classCode, condition.normalize('NFKC').replace(/\s+/gu, '')])
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
