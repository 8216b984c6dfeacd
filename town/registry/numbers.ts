import { citizenCheck, creditCheck, organisationCheck } from '#modules/registry/common/index.ts'
import { between, pick, type Random } from '../random.ts'

/** 山东 is there, but no county has this code: no living person has such a number. */
export const noCounty = '379999'

/** A number whose check holds and which nobody has. */
export function citizenNumber(random: Random, bornOn: string, sex: string): string {
  const serial = between(random, 0, 499) * 2 + (sex === '1' ? 1 : 0)
  const digits = `${noCounty}${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return digits + citizenCheck(digits)
}

/** A credit code whose checks hold, of a registering office that there is not. */
export function creditCode(random: Random, body: '91' | '92' | '12' | '52'): string {
  const signs = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
  const eight = Array.from({ length: 8 }, () => pick(random, signs)).join('')
  const first = `${body}${noCounty}${eight}${organisationCheck(eight)}`
  return first + creditCheck(first)
}

/** Numbers of a block that was never given out. */
export const mobileNumber = (random: Random): string => `1990002${String(between(random, 0, 9999)).padStart(4, '0')}`

export function plateNumber(random: Random, isElectric: boolean): string {
  const digits = String(between(random, 0, 99_999)).padStart(5, '0')
  const letter = pick(random, [...'QWERTYUP'])
  return isElectric ? `鲁${letter}D${digits}` : `鲁${letter}${digits}`
}
