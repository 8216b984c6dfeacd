import { checkedFields, type Problems } from '../common/check-fields.ts'
import type { ShownThing } from '../common/contract/things.ts'
import type { FieldValue } from '../common/field-spec.ts'
import { fieldOf } from '../common/kinds.ts'
import { valueOf } from './typed.ts'

/** What was said of a thing at the door, as a visit takes it. */
export interface SaidOf {
  readonly thingId: string
  readonly fields: Readonly<Record<string, FieldValue | null>>
  /** The entries one saw: nobody's later word is overwritten unseen. */
  readonly seen: Readonly<Record<string, number>>
}

/** What was written over what stands; null where nothing was. A control that was left empty says nothing. */
export function saidOf(
  thing: ShownThing,
  written: Readonly<Record<string, string>>,
  today: string,
): { readonly said: SaidOf | null; readonly problems: Problems } {
  const typed = Object.entries(written).flatMap(([key, text]) => {
    const spec = fieldOf(thing.kind, key)
    const value = spec ? valueOf(spec, text) : null
    return value === null ? [] : [[key, value] as const]
  })
  if (typed.length === 0) return { said: null, problems: {} }
  const { fields, problems } = checkedFields(thing.kind, Object.fromEntries(typed), { isNew: false, today })
  const seen = Object.fromEntries(
    thing.fields.flatMap(({ key, serial }) => (key in fields ? [[key, serial] as const] : [])),
  )
  return { said: { thingId: thing.thingId, fields, seen }, problems }
}
