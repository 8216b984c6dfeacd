import type { FieldValue } from '../common/field-spec.ts'
import type { ThingKind } from '../common/kinds.ts'
import { checkCitizenNumber } from '../common/identifiers/index.ts'

/** What is collected at a door; everything else is the office's. */
export const collected = ['person', 'housing', 'organisation'] as const satisfies readonly ThingKind[]
export type Collected = (typeof collected)[number]

/** The fields asked for at the door, in the order of the talk: what is needed, and little more. */
export const askedOf: Readonly<Record<Collected, readonly string[]>> = {
  person: ['name', 'idNumber', 'sex', 'bornOn', 'population', 'phone', 'occupation'],
  housing: ['address', 'use', 'floor', 'room', 'right', 'area', 'danger'],
  organisation: ['name', 'uscc', 'kind', 'isShop', 'address', 'responsible', 'phone', 'staff', 'danger'],
}

const sexCodes = { male: '1', female: '2' } as const

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
