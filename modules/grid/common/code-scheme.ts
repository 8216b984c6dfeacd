import type { Point } from '#platform/kernel/common/geometry.ts'
import type { GridKind } from './grid.ts'

/** One group of digits in a grid's code. */
export interface CodePart {
  readonly of: 'object' | 'division' | 'street' | 'community' | 'grid'
  readonly digits: number
  /** Which numbers a kind of grid may have, first and last; a kind that is not named may have any from 1. */
  readonly ranges?: Readonly<Partial<Record<GridKind, readonly [first: number, last: number]>>>
}

/**
 * How grids are numbered. Districts differ (14, 15 and 16 digits are all in use), so the scheme is a value:
 * everything below takes one.
 */
export interface CodeScheme {
  readonly name: string
  readonly parts: readonly CodePart[]
}

// The numbers of streets and communities are those of the statistical division codes, found true on the published
// list of 620 573 villages: 001-199 residents' committees, 200-399 village committees, 400-499 what is like a
// residents' committee, for which a campus stands here.
const street: CodePart = { of: 'street', digits: 3, ranges: { street: [1, 99] } }
const community: CodePart = {
  of: 'community',
  digits: 3,
  ranges: { community: [1, 199], village: [200, 399], school: [400, 499] },
}

/** 15 digits, 6+3+3+3: the unit grids of digital urban management; the last three by community, west to east, north to south. */
export const unitGridScheme: CodeScheme = {
  name: '6+3+3+3',
  parts: [{ of: 'division', digits: 6 }, street, community, { of: 'grid', digits: 3 }],
}

/** 14 digits, 6+3+3+2: the older form of the same, still found in running systems. */
export const olderUnitGridScheme: CodeScheme = {
  name: '6+3+3+2',
  parts: [{ of: 'division', digits: 6 }, street, community, { of: 'grid', digits: 2 }],
}

/** 16 digits, 6+3+3+4: a longer running number, as some places have it. Local practice. */
export const longUnitGridScheme: CodeScheme = {
  name: '6+3+3+4',
  parts: [{ of: 'division', digits: 6 }, street, community, { of: 'grid', digits: 4 }],
}

/**
 * 20 digits, 6+6+3+3+2, by CJ/T 349-2010 for professional grids: the kind of object that is served stands before all;
 * communities that were merged are numbered from 601; 00 at the end stands for a community that is not divided.
 */
export const professionalGridScheme: CodeScheme = {
  name: '6+6+3+3+2',
  parts: [
    { of: 'object', digits: 6 },
    { of: 'division', digits: 6 },
    street,
    { ...community, ranges: { ...community.ranges, community: [1, 699] } },
    { of: 'grid', digits: 2 },
  ],
}

export const codeSchemes = [unitGridScheme, olderUnitGridScheme, longUnitGridScheme, professionalGridScheme] as const

/** The scheme of that name, or the usual one. */
export function schemeNamed(name: string): CodeScheme {
  return codeSchemes.find(scheme => scheme.name === name) ?? unitGridScheme
}

/**
 * A code said in another scheme, number by number; null when a number does not fit there. `object` is the object code
 * for schemes that begin with one.
 */
export function convertCode(from: CodeScheme, to: CodeScheme, code: string, object = 0): string | null {
  const numbers = readCode(from, code)
  if (numbers === null) return null
  const known = new Map(numbers.map((number, i) => [from.parts[i]!.of, number]))
  const wanted: number[] = []
  for (const { of, digits } of to.parts) {
    const number = of === 'object' ? (known.get(of) ?? object) : known.get(of)
    if (number === undefined) break
    if (number >= 10 ** digits) return null
    wanted.push(number)
  }
  return composeCode(to, wanted)
}

/** Whether two codes mean one grid, each in whichever scheme: the same numbers, with an object code or without. */
export function sameGridCode(one: string, other: string): boolean {
  if (one === other) return true
  const [some, rest] = [one, other].map(numbersOfGrid) as [Set<string>, Set<string>]
  return [...some].some(numbers => rest.has(numbers))
}

/** The numbers of a whole grid code, in each scheme that has codes of that length. */
function numbersOfGrid(code: string): Set<string> {
  const readings = codeSchemes.flatMap(scheme => {
    const numbers = code.length === codeLength(scheme, 'grid') ? readCode(scheme, code) : null
    return numbers === null ? [] : [numbers.slice(-4).join(' ')]
  })
  return new Set(readings)
}

export interface CodeElsewhere {
  /** Of a whole code in that scheme: how people call it. */
  readonly digits: number
  readonly code: string
}

/** The same grid in the other schemes, for systems that count otherwise; what does not fit into one is left out. */
export function codesElsewhere(from: CodeScheme, code: string, object: number): CodeElsewhere[] {
  return codeSchemes.flatMap(to => {
    const converted = to === from ? null : convertCode(from, to, code, object)
    return converted === null || converted === code ? [] : [{ digits: codeLength(to, 'grid'), code: converted }]
  })
}

/** The code of a division (1 number), street (2), community (3) or grid (4). A number that does not fit is a fault. */
export function composeCode(scheme: CodeScheme, numbers: readonly number[]): string {
  if (numbers.length === 0 || numbers.length > scheme.parts.length) {
    throw new RangeError(`a code of ${scheme.name} has 1 to ${scheme.parts.length} numbers, not ${numbers.length}`)
  }
  return scheme.parts
    .slice(0, numbers.length)
    .map((part, i) => digitsOf(part, numbers[i] ?? 0))
    .join('')
}

function digitsOf(part: CodePart, number: number): string {
  const text = String(number).padStart(part.digits, '0')
  if (!Number.isInteger(number) || number < 0 || text.length > part.digits) {
    throw new RangeError(`${number} does not fit the ${part.digits} digits of a ${part.of}`)
  }
  return text
}

/** The numbers in a code of any depth, or null when it is none of this scheme. */
export function readCode(scheme: CodeScheme, code: string): number[] | null {
  if (!/^\d+$/.test(code)) return null
  const numbers: number[] = []
  let from = 0
  for (const part of scheme.parts) {
    if (from === code.length) return numbers
    const text = code.slice(from, from + part.digits)
    if (text.length < part.digits) return null
    numbers.push(Number(text))
    from += part.digits
  }
  return from === code.length ? numbers : null
}

/** Digits of a code that reaches down to this part. */
export function codeLength(scheme: CodeScheme, of: CodePart['of']): number {
  const depth = scheme.parts.findIndex(part => part.of === of)
  if (depth < 0) throw new RangeError(`${scheme.name} has no part for a ${of}`)
  return scheme.parts.slice(0, depth + 1).reduce((sum, part) => sum + part.digits, 0)
}

/** The first number of its range that is not taken, or null when the range is full. */
export function nextNumber(
  scheme: CodeScheme,
  of: CodePart['of'],
  kind: GridKind,
  taken: ReadonlySet<number>,
): number | null {
  const part = scheme.parts.find(candidate => candidate.of === of)
  if (!part) throw new RangeError(`${scheme.name} has no part for a ${of}`)
  const [first, last] = part.ranges?.[kind] ?? [1, 10 ** part.digits - 1]
  for (let number = first; number <= last; number++) if (!taken.has(number)) return number
  return null
}

/**
 * Grids that stand between two parts of the scheme, such as a street's management areas, have no number in it.
 * They get one of their own behind the code of what they belong to.
 */
export function localCode(parentCode: string, ordinal: number): string {
  return `${parentCode}-${ordinal}`
}

/**
 * The order in which the grids of a community are numbered: from west to east, from north to south. Since cells
 * have no rows, they are laid into about as many rows as columns, by their label places.
 */
export function inNumberingOrder<T>(items: readonly T[], placeOf: (item: T) => Point): T[] {
  const southward = [...items].sort((a, b) => placeOf(b).lat - placeOf(a).lat || placeOf(a).lon - placeOf(b).lon)
  const rows = Math.max(1, Math.round(Math.sqrt(items.length)))
  const perRow = Math.ceil(items.length / rows)
  const ordered: T[] = []
  for (let start = 0; start < southward.length; start += perRow) {
    const row = southward.slice(start, start + perRow)
    ordered.push(...row.sort((a, b) => placeOf(a).lon - placeOf(b).lon || placeOf(b).lat - placeOf(a).lat))
  }
  return ordered
}
