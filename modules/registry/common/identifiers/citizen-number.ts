import { bare, type Checked, faulty, type IdentifierFault, strangeCharacter } from './checked.ts'
import { isProvince } from './provinces.ts'

/** Whose number it is: the address code tells. */
export type CitizenKind = 'resident' | 'hong-kong' | 'macao' | 'taiwan' | 'foreigner'

export interface CitizenParts {
  readonly kind: CitizenKind
  /** The first six digits: where the number was first given, not where the person lives. */
  readonly division: string
  readonly bornOn: string
  readonly sex: 'male' | 'female'
}

export type CitizenNumber = Checked<CitizenParts>

/** A 15-digit number (before 1999) with the 18-digit number it became, if nobody was older than a hundred. */
export interface OldNumber extends IdentifierFault {
  readonly fault: 'length-15'
  readonly proposal: string
}

// GB 11643, annex: weights and check characters of MOD 11-2 (ISO/IEC 7064).
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkCharacters = '10X98765432'
const oldestAge = 130

/** The eighteenth character for seventeen digits. */
export function citizenCheck(digits17: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits17[at]), 0)
  return checkCharacters[sum % 11] ?? ''
}

/**
 * GB 11643: 6 address code, 8 birth date, 3 serial (odd for men, even for women), 1 check. Residence permits for Hong
 * Kong, Macao and Taiwan residents have the same form under 81, 82 and 83; the foreigners' permanent residence card
 * of 2023 begins with 9 and carries the place of application and the country in its first six.
 *
 * @param today the plain date on which it is read; nobody is born after it
 */
export function checkCitizenNumber(text: string, today: string): CitizenNumber | OldNumber {
  const number = bare(text)
  const flaw = flawInForm(text, number, today)
  if (flaw) return flaw
  const kind = kindOf(number)
  if (!kind) return faulty('division', 1, { found: number.slice(0, 2) })
  const bornOn = dateIn(number.slice(6, 14))
  if (bornOn === null) return faulty('birth-date', 7, { found: number.slice(6, 14) })
  if (bornOn > today) return faulty('birth-in-future', 7, { found: bornOn })
  if (Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4)) > oldestAge) {
    return faulty('too-old', 7, { found: bornOn, most: oldestAge })
  }
  const expected = citizenCheck(number)
  if (number[17] !== expected) {
    const isRounded = number.endsWith('000')
    return faulty(isRounded ? 'spreadsheet-rounded' : 'check-character', 18, { found: number[17] ?? '', expected })
  }
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female'
  return { ok: true, value: number, kind, division: number.slice(0, 6), bornOn, sex }
}

function flawInForm(text: string, number: string, today: string): IdentifierFault | OldNumber | null {
  if (number === '') return faulty('empty')
  if (/^\s*\d(?:\.\d+)?e\+?1[0-9]\s*$/iu.test(text.normalize('NFKC'))) return faulty('spreadsheet-rounded')
  if (/^\d{15}$/.test(number)) return explainOld(number, today)
  const strange = strangeCharacter(number.slice(0, 17), /^\d$/) ?? flawAtEnd(number)
  if (strange) return strange
  return number.length === 18 ? null : faulty('length', null, { found: number.length, length: 18 })
}

function flawAtEnd(number: string): IdentifierFault | null {
  const last = number.slice(17)
  if (last === '' || /^[\dX]/.test(last)) return null
  return faulty('character', 18, { found: last[0] ?? '' })
}

function kindOf(number: string): CitizenKind | null {
  if (number.startsWith('9')) return 'foreigner'
  const province = number.slice(0, 2)
  const beyond = { '81': 'hong-kong', '82': 'macao', '83': 'taiwan' } as const
  return beyond[province as keyof typeof beyond] ?? (isProvince(province) ? 'resident' : null)
}

/** The number that followed a 15-digit one: the century put in, the check character put on. */
export function upgradeOldNumber(digits15: string): string {
  const digits17 = `${digits15.slice(0, 6)}19${digits15.slice(6)}`
  return digits17 + citizenCheck(digits17)
}

function explainOld(number: string, today: string): OldNumber | IdentifierFault {
  const proposal = upgradeOldNumber(number)
  const upgraded = checkCitizenNumber(proposal, today)
  if (!upgraded.ok) return upgraded.fault === 'birth-date' ? { ...upgraded, fault: 'birth-date' } : upgraded
  return {
    ok: false,
    fault: 'length-15',
    at: null,
    params: { proposal },
    proposal,
  }
}

/** `YYYYMMDD` as a plain date, when there is such a day. */
function dateIn(digits: string): string | null {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))]
  const date = new Date(Date.UTC(year, month - 1, day))
  const isSuch = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isSuch && year >= 1800 ? date.toISOString().slice(0, 10) : null
}
