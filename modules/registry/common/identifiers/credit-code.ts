import { bare, type Checked, faulty, strangeCharacter } from './checked.ts'

// GB 32100-2015: 31 characters, without I, O, S, V, Z.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const
// GB 11714: eight characters and a check; the USCC carries it in places 9 to 17.
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** First two characters: the authority that registered it and the kind of body. */
const authorities = {
  '11': 'state-organ',
  '12': 'public-institution',
  '13': 'people-organisation',
  '19': 'establishment-other',
  '21': 'foreign-affairs',
  '29': 'foreign-affairs',
  '31': 'law-firm',
  '32': 'notary-office',
  '33': 'grassroots-legal-office',
  '34': 'forensic-institution',
  '35': 'arbitration-commission',
  '39': 'justice-other',
  '41': 'foreign-cultural-office',
  '49': 'culture-other',
  '51': 'social-association',
  '52': 'private-non-enterprise',
  '53': 'foundation',
  '59': 'civil-affairs-other',
  '61': 'foreign-tourism-office',
  '62': 'tourism-office',
  '69': 'tourism-other',
  '71': 'religious-site',
  '72': 'religious-school',
  '79': 'religion-other',
  '81': 'grassroots-union',
  '89': 'union-other',
  '91': 'enterprise',
  '92': 'sole-trader',
  '93': 'farmers-cooperative',
  A1: 'military',
  A9: 'military-other',
  N1: 'collective-organisation',
  N2: 'collective-organisation',
  N3: 'collective-organisation',
  N9: 'collective-organisation',
  Y1: 'other',
} as const satisfies Readonly<Record<string, string>>

export type BodyKind = (typeof authorities)[keyof typeof authorities]

export interface CreditParts {
  readonly body: BodyKind
  /** Six digits: the division of the authority that registered it. */
  readonly division: string
  /** Nine characters: the organisation code of GB 11714 inside it. */
  readonly organisationCode: string
}

/** The eighteenth character for the seventeen before it. */
export function creditCheck(first17: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(first17[at] ?? ''), 0)
  return alphabet[(31 - (sum % 31)) % 31] ?? ''
}

/** The ninth character for the eight before it. */
export function organisationCheck(first8: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, at) => total + weight * organisationAlphabet.indexOf(first8[at] ?? ''),
    0,
  )
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** GB 32100-2015, the unified social credit code. Old codes inside it that fail GB 11714 are told as such. */
export function checkCreditCode(text: string): Checked<CreditParts> {
  const code = bare(text)
  if (code === '') return faulty('empty')
  const strange = strangeCharacter(code, /^[0-9A-HJ-NPQRTUWXY]$/)
  if (strange) return strange
  if (code.length !== 18) return faulty('length', null, { found: code.length, length: 18 })
  const body = authorities[code.slice(0, 2) as keyof typeof authorities]
  if (!body) return faulty('authority', 1, { found: code.slice(0, 2) })
  if (!/^\d{6}$/.test(code.slice(2, 8))) return faulty('division', 3, { found: code.slice(2, 8) })
  const expected = creditCheck(code)
  if (code[17] !== expected) return faulty('check-character', 18, { found: code[17] ?? '', expected })
  const organisationCode = code.slice(8, 17)
  if (organisationCheck(organisationCode) !== organisationCode[8]) {
    return faulty('organisation-code', 9, { found: organisationCode, expected: organisationCheck(organisationCode) })
  }
  return { ok: true, value: code, body, division: code.slice(2, 8), organisationCode }
}

/** GB 11714, nine characters, with or without the hyphen before the last. */
export function checkOrganisationCode(text: string): Checked<object> {
  const code = bare(text)
  if (code === '') return faulty('empty')
  const strange = strangeCharacter(code, /^[0-9A-Z]$/)
  if (strange) return strange
  if (code.length !== 9) return faulty('length', null, { found: code.length, length: 9 })
  const expected = organisationCheck(code)
  if (code[8] !== expected) return faulty('check-character', 9, { found: code[8] ?? '', expected })
  return { ok: true, value: code }
}
