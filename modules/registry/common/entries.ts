import { type Instant, instantOf } from '#platform/kernel/common/instant.ts'
import type { FieldValue } from './field-spec.ts'
import { fieldOf, type ThingKind } from './kinds.ts'

/** How a value came to us. `settled`: a person decided between two. */
export const ways = ['visit', 'form', 'import', 'official', 'correction', 'event', 'settled'] as const
export type Way = (typeof ways)[number]

/** A sealed value lies elsewhere; its entry names it. */
export interface SecretRef {
  readonly secret: string
}

/** What is kept of a field: a value, where its sealed value lies, or null where it is known to be empty. */
export type Kept = FieldValue | SecretRef | null

export const isSecretRef = (kept: Kept | undefined): kept is SecretRef => typeof kept === 'object' && kept !== null

/** Where one value comes from. */
export interface Provenance {
  /** The day on which it was so. */
  readonly trueOn: string
  readonly at: Instant
  readonly way: Way
  /** Of the visit, form, import or event; text of the caller's choosing. */
  readonly ref: string | null
  readonly byId: string
  readonly postId: string | null
}

/** One recording about a thing: its fields together, since they came together. Never changed; only erased from. */
export interface Entry extends Provenance {
  readonly serial: number
  readonly changes: Readonly<Record<string, Kept>>
  /** Fields that a retention rule has taken out. */
  readonly erased?: readonly string[]
}

/** The present value of a field, and which entry says so. */
export interface Known extends Provenance {
  readonly serial: number
  readonly kept: Kept
}

export type KnownFields = Readonly<Record<string, Known>>

/** Whether what comes later in the journal outweighs what stands: by the day of truth, lasting fields by decision alone. */
function outweighs(kind: ThingKind, key: string, entry: Entry, standing: Known): boolean {
  return fieldOf(kind, key)?.lasting === true || entry.trueOn >= standing.trueOn
}

/** What is known, from the whole history or from what of it was true by a day. The row of a thing is this, and no more. */
export function knownFrom(kind: ThingKind, entries: readonly Entry[], byDay?: string): KnownFields {
  const known: Record<string, Known> = {}
  for (const entry of entries) {
    if (byDay !== undefined && entry.trueOn > byDay) continue
    const { changes, ...from } = entry
    for (const [key, kept] of Object.entries(changes)) {
      const standing = known[key]
      if (standing === undefined || outweighs(kind, key, entry, standing)) known[key] = { ...from, kept }
    }
  }
  return known
}

/** Values without their provenance; empty fields are left out. */
export function fieldsOf(known: KnownFields): Record<string, FieldValue | SecretRef> {
  const present = Object.entries(known).flatMap(([key, { kept }]) => (kept === null ? [] : [[key, kept] as const]))
  return Object.fromEntries(present)
}

/** How many days a field may stand before somebody should ask again; the place may have set another number. */
export type StaleAfter = (kind: ThingKind, key: string) => number | null

export const usualStaleAfter: StaleAfter = (kind, key) => fieldOf(kind, key)?.staleAfterDays ?? null

/** The day from which a field's value is stale; null for one that never is. */
export function staleOn(
  kind: ThingKind,
  key: string,
  known: Known,
  after: StaleAfter = usualStaleAfter,
): string | null {
  const days = after(kind, key)
  if (days === null || known.kept === null) return null
  return laterDay(known.trueOn, days)
}

/** The first day on which something about the thing is stale. */
export function firstStaleOn(kind: ThingKind, known: KnownFields, after: StaleAfter = usualStaleAfter): string | null {
  const days = Object.entries(known).flatMap(([key, one]) => staleOn(kind, key, one, after) ?? [])
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first))
}

export function laterDay(day: string, days: number): string {
  return instantOf(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).slice(0, 10)
}
