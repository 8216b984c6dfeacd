import type { CareGroup } from './care.ts'

/** 同意. Whoever may go on only because the person agreed has to stop when that is withdrawn or over: PIPL articles 13, 15 and 47. */
export interface Consent {
  /** The care list it was given for: each has one purpose of its own. Null: for something else. */
  readonly careGroup: CareGroup | null
  readonly givenOn: string
  /** Its last day; null where none was named. */
  readonly untilOn: string | null
  /** From this day on it is no more; what was done before stays lawful (article 15). */
  readonly withdrawnOn: string | null
}

/** What an entry of a care list rests on: 本人同意 or 法定职责 (article 13, items 1 and 3). */
export const bases = ['consent', 'statutory'] as const
export type Basis = (typeof bases)[number]

/** How it was given. */
export const consentWays = ['signed', 'spoken', 'guardian'] as const
/** Of those that were taken down before anybody asked for it, nobody knows. */
export type ConsentWay = (typeof consentWays)[number] | 'not-noted'

/** Years of age from which somebody agrees in person; before, a parent or another guardian does: PIPL article 31. */
const ownConsentFrom = 14

/** Nobody knows of a person without a birthday on record; then whoever takes it down decides. */
export function mayConsent(way: ConsentWay, bornOn: string | null, day: string): boolean {
  if (way === 'guardian' || bornOn === null) return true
  return `${Number(bornOn.slice(0, 4)) + ownConsentFrom}${bornOn.slice(4)}` <= day
}

export const consentEnds = ['consent-withdrawn', 'consent-expired'] as const
export type ConsentEnd = (typeof consentEnds)[number]

export function isInForce({ givenOn, untilOn, withdrawnOn }: Consent, day: string): boolean {
  return givenOn <= day && (untilOn === null || day <= untilOn) && (withdrawnOn === null || day < withdrawnOn)
}

export const inForceFor = <C extends Consent>(consents: readonly C[], group: CareGroup, day: string): C | undefined =>
  consents.find(one => one.careGroup === group && isInForce(one, day))

interface Entry {
  readonly group: CareGroup
  readonly basis: Basis
  readonly since: string
}

/**
 * Since when and why an entry stands on nothing any more; null while it may stay. The consent that carried it longest
 * says both. An entry without any consent on record is a gap in the books, not a will: nobody is taken off for it.
 */
export function lostGround(
  { group, basis, since }: Entry,
  consents: readonly Consent[],
  day: string,
): { readonly on: string; readonly reason: ConsentEnd } | null {
  if (basis !== 'consent' || inForceFor(consents, group, day)) return null
  const ends = consents.flatMap(one => (one.careGroup === group && one.givenOn <= day ? endOf(one) : []))
  const last = ends.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]
  return last ? { ...last, on: last.on < since ? since : last.on } : null
}

function endOf({ untilOn, withdrawnOn }: Consent): { on: string; reason: ConsentEnd }[] {
  if (withdrawnOn !== null && (untilOn === null || withdrawnOn <= untilOn))
    return [{ on: withdrawnOn, reason: 'consent-withdrawn' }]
  return untilOn === null ? [] : [{ on: untilOn, reason: 'consent-expired' }]
}
