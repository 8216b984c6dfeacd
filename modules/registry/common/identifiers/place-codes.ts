import { bare, type Checked, faulty, strangeCharacter } from './checked.ts'
import { isProvince } from './provinces.ts'

export interface ComponentCodeParts {
  readonly division: string
  /** Two digits of the major class and three of the class. */
  readonly classCode: string
  readonly serial: string
}

/** GB/T 47678.5-2026: 6 division, 2 major class, 3 class, 6 serial. The code of 2013 had 16 digits. */
export function checkComponentCode(text: string): Checked<ComponentCodeParts> {
  const code = bare(text)
  const flaw = digitsOnly(code, 17)
  if (flaw) return flaw
  if (code.slice(6, 8) === '00' || code.slice(8, 11) === '000') {
    return faulty('component-class', 7, { found: code.slice(6, 11) })
  }
  const [division, classCode, serial] = [code.slice(0, 6), code.slice(6, 11), code.slice(11)]
  return { ok: true, value: code, division, classCode, serial }
}

export interface CellCodeParts {
  readonly division: string
  readonly street: string
  readonly community: string
  readonly cell: string
}

/** GB/T 47678.3-2026: 6 division, 3 street, 3 community, 3 cell; letters may stand behind the division. */
export function checkCellCode(text: string): Checked<CellCodeParts> {
  const code = bare(text)
  if (code === '') return faulty('empty')
  const strange = strangeCharacter(code, /^[0-9A-Z]$/)
  if (strange) return strange
  if (code.length !== 15) return faulty('length', null, { found: code.length, length: 15 })
  if (!/^\d{6}/.test(code) || !isProvince(code.slice(0, 2))) return faulty('cell-code', 1, { found: code.slice(0, 6) })
  const [street, community, cell] = [code.slice(6, 9), code.slice(9, 12), code.slice(12)]
  return { ok: true, value: code, division: code.slice(0, 6), street, community, cell }
}

export interface RealEstateParts {
  readonly division: string
  readonly cadastralArea: string
  readonly cadastralSubArea: string
  /** Two letters: who owns the land and the kind of right, such as JC. */
  readonly parcelFeature: string
  readonly parcel: string
  /** F a house, L woods, Q other, W nothing on it. */
  readonly attachment: 'house' | 'woods' | 'other' | 'none'
  readonly unit: string
}

const attachments = { F: 'house', L: 'woods', Q: 'other', W: 'none' } as const

/** GB/T 37346-2019: 6 + 3 + 3 + 2 letters + 5, then 1 letter and 8 digits for what stands on the land. */
export function checkRealEstateUnit(text: string): Checked<RealEstateParts> {
  const code = bare(text)
  if (code === '') return faulty('empty')
  const strange = strangeCharacter(code, /^[0-9A-Z]$/)
  if (strange) return strange
  if (code.length !== 28) return faulty('length', null, { found: code.length, length: 28 })
  const front = strangeCharacter(code.slice(0, 12), /^\d$/)
  if (front) return front
  if (!isProvince(code.slice(0, 2))) return faulty('division', 1, { found: code.slice(0, 2) })
  if (!/^[A-Z]{2}$/.test(code.slice(12, 14))) return faulty('parcel-feature', 13, { found: code.slice(12, 14) })
  const attachment = attachments[code[19] as keyof typeof attachments]
  if (!attachment) return faulty('attachment-feature', 20, { found: code[19] ?? '' })
  const unit = code.slice(20)
  if (!/^\d{5}$/.test(code.slice(14, 19))) return faulty('character', 15, { found: code.slice(14, 19) })
  if (!/^\d{8}$/.test(unit)) return faulty('character', 21, { found: unit })
  if (attachment === 'none' && unit !== '00000000') return faulty('attachment-feature', 20, { found: 'W' })
  return {
    ...{ ok: true, value: code, division: code.slice(0, 6) },
    ...{ cadastralArea: code.slice(6, 9), cadastralSubArea: code.slice(9, 12) },
    ...{ parcelFeature: code.slice(12, 14), parcel: code.slice(14, 19), attachment, unit },
  }
}

function digitsOnly(code: string, length: number) {
  if (code === '') return faulty('empty')
  const strange = strangeCharacter(code, /^\d$/)
  if (strange) return strange
  if (code.length !== length) return faulty('length', null, { found: code.length, length })
  return isProvince(code.slice(0, 2)) ? null : faulty('division', 1, { found: code.slice(0, 2) })
}
