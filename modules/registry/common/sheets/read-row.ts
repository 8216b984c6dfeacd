import { addressKey, type AddressAlias, noAddress, parseAddress, type StandardAddress } from '../address/index.ts'
import type { CitizenParts } from '../identifiers/citizen-number.ts'
import { checkCitizenNumber, checkPhone } from '../identifiers/index.ts'
import { type CodeWords, codeIn, dayIn, isNothing } from './cell-values.ts'
import { personTargets, type SheetTarget, targets } from './columns.ts'
import type { Mapping } from './guess-columns.ts'

/** What is wrong with a cell. With a fault the row is not taken; a remark is taken along and shown. */
export interface RowFault {
  readonly target: SheetTarget
  /** `identifier.<fault>` or the name of a fault of rows; the text is `sheet.<fault>`. */
  readonly fault: string
  readonly params: Readonly<Record<string, string | number>>
}

/** A row as it would go into the library. */
export interface SheetPerson {
  readonly fields: Readonly<Record<string, string>>
  /** Where they live, null when the sheet does not say. */
  readonly address: StandardAddress | null
  readonly addressText: string
  readonly gridText: string
  readonly household: string | null
  readonly kin: string | null
}

export interface ReadRow {
  readonly person: SheetPerson
  readonly faults: readonly RowFault[]
  readonly remarks: readonly RowFault[]
}

export interface Reading {
  readonly mapping: Mapping
  readonly today: string
  readonly words: CodeWords
  readonly aliases: readonly AddressAlias[]
  /** What is put in where the sheet has no column for it, such as the kind of resident of a whole sheet. */
  readonly defaults: Readonly<Partial<Record<SheetTarget, string>>>
  readonly longest: (target: SheetTarget) => number
}

/** Reads one row by the mapping; everything that is wrong with it is told at once, not one fault after another. */
export function readRow(cells: readonly string[], reading: Reading): ReadRow {
  const faults: RowFault[] = []
  const said = saidIn(cells, reading)
  const fields: Record<string, string> = {}
  const add = (target: SheetTarget, fault: string, params: RowFault['params'] = {}) =>
    faults.push({ target, fault, params })
  for (const target of personTargets) {
    const cell = said.get(target)
    if (cell === undefined) continue
    const value = valueOf(target, cell, reading, add)
    if (value !== null) fields[target] = value
  }
  settleByNumber(fields, reading, add)
  for (const target of ['name', 'population'] as const) if (!fields[target]) addOnce(faults, target)
  const kin = said.get('kin')
  const kinCode = kin === undefined ? null : codeIn('kin', kin, reading.words)
  if (kin !== undefined && kinCode === null) add('kin', 'not-in-list', { found: kin })
  const { address, text, remarks } = addressIn(said, reading)
  const person = {
    ...{ fields, address, addressText: text, gridText: said.get('grid') ?? '' },
    ...{ household: said.get('household') ?? null, kin: kinCode },
  }
  return { person, faults, remarks }
}

function addOnce(faults: RowFault[], target: SheetTarget): void {
  if (!faults.some(fault => fault.target === target)) faults.push({ target, fault: 'missing', params: {} })
}

function saidIn(cells: readonly string[], { mapping, defaults }: Reading): ReadonlyMap<SheetTarget, string> {
  const said = new Map<SheetTarget, string>(Object.entries(defaults) as [SheetTarget, string][])
  for (const [column, target] of mapping.entries()) {
    const cell = (cells[column] ?? '').trim()
    if (target !== null && !isNothing(cell)) said.set(target, cell)
  }
  return said
}

type Add = (target: SheetTarget, fault: string, params?: RowFault['params']) => void

function valueOf(target: SheetTarget, cell: string, reading: Reading, add: Add): string | null {
  const { list, isDay } = targets[target]
  if (target === 'idNumber') return cell
  if (target === 'phone') {
    // Two numbers in one cell: the first is kept, as on paper.
    const checked = checkPhone(cell.split(/[,;、，；/]/u)[0] ?? cell)
    if (!checked.ok) add('phone', `identifier.${checked.fault}`, checked.params)
    return checked.ok ? checked.value : null
  }
  if (list !== undefined) {
    const code = codeIn(list, cell, reading.words)
    if (code === null) add(target, 'not-in-list', { found: cell.slice(0, 20) })
    return code
  }
  if (isDay) {
    const day = dayIn(cell)
    if (day === null) add(target, 'no-such-day', { found: cell.slice(0, 20) })
    return day
  }
  const text = cell.normalize('NFC').replace(/\s+/gu, target === 'name' ? '' : ' ')
  if ([...text].length > reading.longest(target)) add(target, 'too-long', { most: reading.longest(target) })
  return text
}

const idCard = '111'

/** The number of an identity card is checked, and tells birthday and sex; other documents are only kept. */
function settleByNumber(fields: Record<string, string>, { today }: Reading, add: Add): void {
  const number = fields['idNumber']
  if (number === undefined) return
  const document = fields['document'] ?? idCard
  if (document !== idCard) {
    if (!/^[A-Z0-9]{5,20}$/i.test(number)) add('idNumber', 'document-number', { found: number.slice(0, 20) })
    fields['idNumber'] = number.toUpperCase()
    return
  }
  const checked = checkCitizenNumber(number, today)
  if (!checked.ok) {
    add('idNumber', `identifier.${checked.fault}`, checked.params)
    return
  }
  fields['idNumber'] = checked.value
  fields['document'] = idCard
  agree(fields, checked, add)
}

function agree(fields: Record<string, string>, { bornOn, sex }: CitizenParts, add: Add): void {
  const code = sex === 'male' ? '1' : '2'
  if (fields['bornOn'] !== undefined && fields['bornOn'] !== bornOn) {
    add('bornOn', 'number-says-birth', { found: fields['bornOn'], expected: bornOn })
  }
  if (['1', '2'].includes(fields['sex'] ?? '') && fields['sex'] !== code) add('sex', 'number-says-sex')
  fields['bornOn'] ??= bornOn
  fields['sex'] ??= code
}

/** The home from one column or from several; a piece that could not be read is a remark, not a fault. */
function addressIn(said: ReadonlyMap<SheetTarget, string>, { aliases }: Reading) {
  const written = said.get('address') ?? ''
  const parts = (['building', 'entrance', 'room'] as const).map(target => said.get(target))
  if (written === '' && parts.every(part => part === undefined)) return { address: null, text: '', remarks: [] }
  const read = parseAddress(written, aliases)
  const [building, entrance, room] = parts.map(part => part?.replace(/(?:号楼|栋|幢|座|楼|单元|室|号)$/u, ''))
  const address: StandardAddress = {
    ...(written === '' ? noAddress : read.address),
    ...(building === undefined ? {} : { building }),
    ...(entrance === undefined ? {} : { entrance }),
    ...(room === undefined ? {} : { room }),
  }
  const unread = read.unread.join(' ')
  const remarks: RowFault[] = [
    ...(unread === '' ? [] : [{ target: 'address', fault: 'unread', params: { found: unread } } as const]),
    ...read.doubts.map(doubt => ({ target: 'address', fault: `doubt-${doubt}`, params: {} }) as const),
  ]
  return { address, text: [written, ...parts.filter(part => part !== undefined)].join(' ').trim(), remarks }
}

/**
 * Which row of a sheet is about the same person as another: by number, else by name, birthday and phone or home. Two rows
 * of one sheet with the same key are one said twice; the same sheet again is known by it.
 */
export function rowKey({ fields, address }: SheetPerson): string {
  const { idNumber, name = '', bornOn = '', phone } = fields
  if (idNumber !== undefined) return `number ${idNumber}`
  return `name ${name} ${bornOn} ${phone ?? (address === null ? '' : addressKey(address))}`
}
