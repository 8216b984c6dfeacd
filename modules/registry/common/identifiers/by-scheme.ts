import type { Checked } from './checked.ts'
import { checkCitizenNumber, type OldNumber } from './citizen-number.ts'
import { checkCreditCode } from './credit-code.ts'
import { checkPhone } from './phone.ts'
import { checkCellCode, checkComponentCode, checkRealEstateUnit } from './place-codes.ts'
import { checkPlate } from './plate.ts'

type Check = (text: string, today: string) => Checked<object> | OldNumber

/** The check of each scheme that a field can name. */
const checks = {
  'id-number': checkCitizenNumber,
  uscc: checkCreditCode,
  plate: checkPlate,
  component: checkComponentCode,
  phone: checkPhone,
  'real-estate': checkRealEstateUnit,
  cell: checkCellCode,
} as const satisfies Readonly<Record<string, Check>>
export type CheckedScheme = keyof typeof checks

/** @param today the plain date on which it is read: nobody is born after it */
export function checkByScheme(scheme: CheckedScheme, text: string, today: string): Checked<object> | OldNumber {
  const check: Check = checks[scheme]
  return check(text, today)
}
