import type { FieldSpec } from './field-spec.ts'
import { kinds, type ThingKind } from './kinds.ts'

/** How a field meets a reader's eye. */
export type Sight = 'open' | 'masked' | 'hidden'

/** What a reader holds at the place of the thing. */
export type Holds = (permission: string) => boolean

/** The only rule of who sees what of a field; held against a table that people wrote by hand. */
export function sightOf(spec: FieldSpec, holds: Holds): Sight {
  if (spec.see !== null && !holds(spec.see)) return 'hidden'
  return spec.unmask === null ? 'open' : 'masked'
}

export function mayUnmask(spec: FieldSpec, holds: Holds): boolean {
  return sightOf(spec, holds) === 'masked' && holds(spec.unmask!)
}

/** The fields of a kind that a reader sees at all, in the order of the form. */
export function visibleFields(kind: ThingKind, holds: Holds): readonly (readonly [string, FieldSpec, Sight])[] {
  if (!holds(kinds[kind].read)) return []
  return Object.entries(kinds[kind].fields).flatMap(([key, spec]) => {
    const sight = sightOf(spec, holds)
    return sight === 'hidden' ? [] : [[key, spec, sight] as const]
  })
}
