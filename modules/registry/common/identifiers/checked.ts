/** Why an identifier is wrong. `fault` names the text (`identifier.<fault>`), `at` the character, counted from 1. */
export interface IdentifierFault {
  readonly ok: false
  readonly fault: IdentifierFaultCode
  readonly at: number | null
  readonly params: Readonly<Record<string, string | number>>
}

/** A sound identifier in the form in which it is kept (half width, capitals, no blanks), with what it tells. */
export type Checked<Parts> = ({ readonly ok: true; readonly value: string } & Parts) | IdentifierFault

export const identifierFaults = [
  'empty',
  'length',
  'length-15',
  'spreadsheet-rounded',
  'character',
  'letter-for-digit',
  'check-character',
  'division',
  'birth-date',
  'birth-in-future',
  'too-old',
  'authority',
  'organisation-code',
  'plate-province',
  'plate-office',
  'plate-length',
  'plate-i-o',
  'plate-energy',
  'plate-form',
  'mobile-start',
  'area-code',
  'phone-form',
  'component-class',
  'cell-code',
  'parcel-feature',
  'attachment-feature',
  'unknown-kind',
] as const
export type IdentifierFaultCode = (typeof identifierFaults)[number]

export function faulty(
  fault: IdentifierFaultCode,
  at: number | null = null,
  params: Readonly<Record<string, string | number>> = {},
): IdentifierFault {
  return { ok: false, fault, at, params: { ...params, ...(at === null ? {} : { at }) } }
}

/** Half width, capitals, without the blanks, hyphens and apostrophes that people and spreadsheets put in. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―'’·.•]/gu, '')
}

/** The first character that does not belong: a letter that looks like a digit is told apart. */
export function strangeCharacter(text: string, allowed: RegExp, params: Record<string, string | number> = {}) {
  const characters = [...text]
  const at = characters.findIndex(character => !allowed.test(character))
  if (at < 0) return null
  const found = characters[at] ?? ''
  const digit = lookAlikes[found]
  if (digit !== undefined && allowed.test(digit)) return faulty('letter-for-digit', at + 1, { found, digit })
  return faulty('character', at + 1, { ...params, found })
}

const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', Z: '2', S: '5', B: '8' }
