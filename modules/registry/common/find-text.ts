import { bare, checkCitizenNumber, checkCreditCode, checkPhone, checkPlate } from './identifiers/index.ts'

/** What somebody typed into the one box, and so how it is looked for. */
export type Sought =
  /** By its keyed index, exactly; that somebody looked is put on record. */
  | { readonly by: 'number'; readonly scheme: 'id-number' | 'phone'; readonly number: string }
  | { readonly by: 'plate' | 'uscc'; readonly text: string }
  /** Letters: initials or full pinyin without blanks, or the Latin name that was typed. */
  | { readonly by: 'sounds'; readonly text: string; readonly asTyped: string }
  | { readonly by: 'words'; readonly text: string }
  | { readonly by: 'nothing' }

/** One letter begins a fifth of all names: nobody finds anybody by it, and going through them takes long. */
export const isOneLetter = (text: string): boolean => /^[a-z]$/i.test(text.normalize('NFKC').trim())

/** A whole number is looked for as one; half a number finds nobody, so that nobody can be tried out digit by digit. */
export function soughtIn(text: string, today: string): Sought {
  const said = text.trim()
  const plain = bare(said)
  if (plain === '' || isOneLetter(said)) return { by: 'nothing' }
  const citizen = checkCitizenNumber(plain, today)
  if (citizen.ok) return { by: 'number', scheme: 'id-number', number: citizen.value }
  if (/^\d{17}[\dX]$|^\d{15}$/.test(plain)) return { by: 'number', scheme: 'id-number', number: plain }
  const phone = checkPhone(said)
  if (phone.ok && /^\+?[\d\s()（）-]{7,}$/.test(said)) return { by: 'number', scheme: 'phone', number: phone.value }
  const plate = checkPlate(plain)
  if (plate.ok) return { by: 'plate', text: plate.value }
  const credit = checkCreditCode(plain)
  if (credit.ok) return { by: 'uscc', text: credit.value }
  const letters = said.normalize('NFKC').toLowerCase()
  if (/^[a-zü][a-zü' ]*$/.test(letters)) {
    // Input methods write ü as v, and people put a blank or an apostrophe between syllables: xi'an, zhang wei.
    return { by: 'sounds', text: letters.replaceAll('ü', 'v').replaceAll(/[' ]/g, ''), asTyped: letters }
  }
  return { by: 'words', text: said }
}

export interface Findable {
  readonly title: string
  readonly gridPath: string
  readonly state: string
  readonly kind: string
}

/**
 * The order of what was found: one's own grids first, then the whole name before a part of it, what is there before
 * what has ended, people before things; the rest by name.
 */
export function inFindingOrder<T extends Findable>(found: readonly T[], text: string, own: readonly string[]): T[] {
  const said = text.normalize('NFKC').trim()
  const rankOf = ({ title, gridPath, state, kind }: Findable) => [
    title === said ? 0 : 1,
    own.some(path => gridPath === path || gridPath.startsWith(`${path}.`)) ? 0 : 1,
    state === 'current' ? 0 : 1,
    title.startsWith(said) ? 0 : 1,
    kind === 'person' ? 0 : 1,
    [...title].length,
  ]
  return found
    .map(one => ({ one, rank: rankOf(one) }))
    .toSorted((a, b) => compare(a.rank, b.rank) || (a.one.title < b.one.title ? -1 : a.one.title > b.one.title ? 1 : 0))
    .map(({ one }) => one)
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) if (value !== b[at]) return value - (b[at] ?? 0)
  return 0
}
