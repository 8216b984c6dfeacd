import { bare, type Checked, faulty, strangeCharacter } from './checked.ts'

export interface PhoneParts {
  readonly kind: 'mobile' | 'fixed'
  /** Empty for a fixed phone without one. */
  readonly extension: string
}

const extensionMark = /(?:转|#|EXT|X)\.?(\d{1,6})$/u

/** Mobile numbers (11 digits from 13 to 19) and fixed ones (area code, number, extension), with or without +86. */
export function checkPhone(text: string): Checked<PhoneParts> {
  const written = bare(text).replace(/[()]/gu, '')
  if (written === '') return faulty('empty')
  const extension = extensionMark.exec(written)?.[1] ?? ''
  const number = written.replace(extensionMark, '').replace(/^(?:\+|00)86(?=\d)/u, '')
  const strange = strangeCharacter(number, /^\d$/)
  if (strange) return strange
  if (number.startsWith('1')) return checkMobile(number, extension)
  return checkFixed(number, extension)
}

function checkMobile(number: string, extension: string): Checked<PhoneParts> {
  if (number.length !== 11) return faulty('length', null, { found: number.length, length: 11 })
  if (!/^1[3-9]/.test(number)) return faulty('mobile-start', 2, { found: number.slice(0, 2) })
  if (extension !== '') return faulty('phone-form', 12, { found: extension })
  return { ok: true, value: number, kind: 'mobile', extension: '' }
}

/** Area codes are 010, 02x (three digits) and 03xx to 09xx (four); the number behind has seven or eight digits. */
function checkFixed(number: string, extension: string): Checked<PhoneParts> {
  const end = extension === '' ? '' : `-${extension}`
  const area = /^0(?:10|2\d|[3-9]\d{2})/.exec(number)?.[0]
  if (number.startsWith('0') && area === undefined) return faulty('area-code', 1, { found: number.slice(0, 4) })
  const local = number.slice(area?.length ?? 0)
  if (!/^[2-8]\d{6,7}$/.test(local)) {
    const isLength = local.length < 7 || local.length > 8
    return isLength
      ? faulty('phone-form', null, { found: local.length })
      : faulty('phone-form', (area?.length ?? 0) + 1, { found: local[0] ?? '' })
  }
  const value = area === undefined ? `${local}${end}` : `${area}-${local}${end}`
  return { ok: true, value, kind: 'fixed', extension }
}
