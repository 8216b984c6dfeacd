import type { Generated } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Kept, Way } from '../common/entries.ts'
import type { ThingKind } from '../common/kinds.ts'
import type { RelationKind } from '../common/relations.ts'

export const thingStates = ['current', 'moved-away', 'dead', 'ended', 'merged'] as const
export type ThingState = (typeof thingStates)[number]

interface FromSomebody {
  at: Instant
  way: Way
  ref: string | null
  by_id: string
  post_id: string | null
}

/** The rows of this module; they stay inside its stores. */
export interface RegistryTables {
  'registry.thing': {
    id: string
    kind: ThingKind
    title: string
    grid_path: string
    unit_id: string | null
    post_id: string | null
    owner_id: string | null
    lon: number | null
    lat: number | null
    fields: Record<string, Exclude<Kept, null>>
    born_on: string | null
    sex: string | null
    population: string | null
    use: string | null
    words: string
    state: ThingState
    ended_on: string | null
    merged_into: string | null
    stale_on: string | null
    serial: number
    created_at: Instant
    changed_at: Instant
  }
  'registry.entry': FromSomebody & {
    thing_id: string
    serial: number
    true_on: string
    changes: Record<string, Kept>
    erased: Generated<string[]>
  }
  'registry.secret': { id: string; thing_id: string; field: string; sealed: Buffer; index: Buffer | null }
  'registry.relation': {
    id: string
    kind: RelationKind
    role: string | null
    from_id: string
    to_id: string
    from_on: string
    until_on: string | null
    recorded_at: Instant
    by_id: string
    post_id: string | null
    way: Way
    ref: string | null
    ended_at: Instant | null
    ended_by: string | null
  }
  'registry.event': {
    id: string
    kind: string
    happened_on: string
    at: Instant
    by_id: string
    post_id: string | null
    subject_id: string
    grid_path: string
    effects: unknown
  }
  'registry.conflict': FromSomebody & {
    id: string
    thing_id: string
    field: string
    offered: Kept
    true_on: string
    against: number
    outcome: 'stands' | 'offered' | null
    reason: string | null
    settled_at: Instant | null
    settled_by: string | null
  }
  'registry.look': {
    thing_id: string
    at: Instant
    by_id: string
    post_id: string | null
    field: string | null
    reason: string
  }
}
