import type { Entry, Known, KnownFields, Provenance } from './entries.ts'
import type { FieldValue } from './field-spec.ts'
import { fieldOf, type ThingKind } from './kinds.ts'

/** What somebody says about fields of a thing. Null: it is empty now. */
export interface Said {
  readonly fields: Readonly<Record<string, FieldValue | null>>
  readonly from: Omit<Provenance, 'at'>
  /**
   * Which entry each field came from when the writer looked, as the phone or the form had it. Left out: the writer did
   * not see what stood (an import, a phone that had nothing).
   */
  readonly seen?: Readonly<Record<string, number>>
}

export const fates = ['taken', 'confirmed', 'past', 'conflict'] as const
/** What becomes of one value: stands now, says the same again, goes to the history only, or waits for a person. */
export type Fate = (typeof fates)[number]

/** Ways whose word counts without a question: somebody compared both values and decided. */
const decided: ReadonlySet<string> = new Set(['correction', 'settled', 'official', 'event'])

/**
 * What becomes of a value, given what stands. The later day of truth stands. What cannot be decided is put before a
 * person: two values for the same day by people who did not know of one another, and any difference in a field that does
 * not change over time.
 */
export function fateOf(
  kind: ThingKind,
  key: string,
  said: { readonly value: FieldValue | null; readonly from: Omit<Provenance, 'at'>; readonly seen: number | undefined },
  standing: { readonly known: Known; readonly value: FieldValue | null } | undefined,
): Fate {
  if (standing === undefined || standing.value === null) return 'taken'
  const { known, value } = standing
  if (value === said.value) return said.from.trueOn >= known.trueOn ? 'confirmed' : 'past'
  if (decided.has(said.from.way)) return 'taken'
  if (fieldOf(kind, key)?.lasting) return 'conflict'
  if (said.from.trueOn > known.trueOn) return 'taken'
  if (said.from.trueOn < known.trueOn) return 'past'
  const knewIt = said.seen === known.serial
  return knewIt || said.from.byId === known.byId ? 'taken' : 'conflict'
}

export interface Decided {
  readonly fates: Readonly<Record<string, Fate>>
  /** For the entry: everything but what is in conflict. */
  readonly accepted: Readonly<Record<string, FieldValue | null>>
  readonly disputed: Readonly<Record<string, FieldValue | null>>
}

/** Field by field; `valueOf` opens what is sealed. */
export function decideRecording(
  kind: ThingKind,
  standing: KnownFields,
  valueOf: (key: string, known: Known) => FieldValue | null,
  { fields, from, seen }: Said,
): Decided {
  const fates: Record<string, Fate> = {}
  const accepted: Record<string, FieldValue | null> = {}
  const disputed: Record<string, FieldValue | null> = {}
  for (const [key, value] of Object.entries(fields)) {
    const known = standing[key]
    const stands = known && { known, value: valueOf(key, known) }
    const fate = fateOf(kind, key, { value, from, seen: seen?.[key] }, stands)
    fates[key] = fate
    if (fate === 'conflict') disputed[key] = value
    else accepted[key] = value
  }
  return { fates, accepted, disputed }
}

export type { Entry }
