import type { FieldValue } from './field-spec.ts'
import { checkCitizenNumber } from './identifiers/index.ts'

const sexCodes = { male: '1', female: '2' } as const

/** Documents whose number is a citizen's: the identity card, and a foreigner's permanent residence card. */
const citizenDocuments: ReadonlySet<unknown> = new Set([undefined, null, '', '111', '553'])

export const isCitizenDocument = (document: FieldValue | null | undefined): boolean => citizenDocuments.has(document)

/** What an identity number says of its own; nothing for one that does not pass its check. */
export function toldByNumber(number: string, today: string): Readonly<Record<string, FieldValue>> {
  const found = checkCitizenNumber(number, today)
  return found.ok ? { sex: sexCodes[found.sex], bornOn: found.bornOn } : {}
}

/** The number that followed a 15-digit one, to be confirmed against the card; null for any other. */
export function proposedFor(number: string, today: string): string | null {
  const found = checkCitizenNumber(number, today)
  return !found.ok && 'proposal' in found ? found.proposal : null
}
