import type { BlindIndex, SecretBox } from '#platform/crypto/server/index.ts'
import { isSecretRef, type Kept, type SecretRef } from '../common/entries.ts'
import { type FieldSpec, type FieldValue, isSealed } from '../common/field-spec.ts'
import { fieldOf, type ThingKind } from '../common/kinds.ts'

export interface Sealing {
  readonly secrets: SecretBox
  readonly index: BlindIndex
}

export interface SecretRow {
  readonly id: string
  readonly thing_id: string
  readonly field: string
  readonly sealed: Buffer
  readonly index: Buffer | null
}

/** Binds a sealed value to its row, so that rows cannot be swapped. */
export const aboutSecret = (id: string, field: string) => `registry.secret ${field} ${id}`

/** One index per kind of number, not per field: a telephone is found wherever it stands. */
export function indexAbout({ type }: FieldSpec): string {
  return `registry ${type.type === 'identifier' ? type.scheme : type.type}`
}

/** Seals what has to be sealed; gives back what goes into the entry, and the rows to be written beside it. */
export function sealChanges(
  { secrets, index }: Sealing,
  thing: { readonly id: string; readonly kind: ThingKind },
  values: Readonly<Record<string, FieldValue | null>>,
  newId: () => string,
): { readonly changes: Record<string, Kept>; readonly rows: SecretRow[] } {
  const rows: SecretRow[] = []
  const changes: Record<string, Kept> = {}
  for (const [key, value] of Object.entries(values)) {
    const spec = fieldOf(thing.kind, key)
    if (!spec || value === null || !isSealed(spec)) {
      changes[key] = value
      continue
    }
    const id = newId()
    const plain = JSON.stringify(value)
    rows.push({
      ...{ id, thing_id: thing.id, field: key },
      sealed: secrets.seal(plain, aboutSecret(id, key)),
      index: spec.indexed ? index.of(indexAbout(spec), String(value)) : null,
    })
    changes[key] = { secret: id }
  }
  return { changes, rows }
}

export const secretsIn = (kept: readonly Kept[]): SecretRef[] => kept.filter(isSecretRef)
