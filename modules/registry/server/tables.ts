import type { Generated } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Kept, Way } from '../common/entries.ts'
import type { CareGroup } from '../common/care.ts'
import type { Basis, ConsentWay } from '../common/consent.ts'
import type { RetentionRule } from '../common/retention.ts'
import type { ThingKind } from '../common/kinds.ts'
import type { RelationKind } from '../common/relations.ts'
import type { AlikeTables } from './duplicates/tables.ts'
import type { ExportTables } from './export/tables.ts'
import type { ImportTables } from './import/tables.ts'

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
export interface RegistryTables extends ImportTables, AlikeTables, ExportTables {
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
    findable_by: number
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
  'registry.care_policy': {
    care_group: CareGroup
    version: number
    is_on: boolean
    purpose: string
    visit_days: number
    keep_days: number
    reason: string
    by_id: string
    at: Instant
  }
  'registry.care': {
    id: string
    person_id: string
    care_group: CareGroup
    cause: string
    basis: Basis
    source: string | null
    since: string
    until_on: string | null
    next_visit_on: string | null
    by_id: string
    at: Instant
    ended_by: string | null
    end_reason: string | null
  }
  'registry.consent': {
    id: string
    person_id: string
    purpose: string
    way: ConsentWay
    care_group: CareGroup | null
    given_on: string
    until_on: string | null
    withdrawn_on: string | null
    by_id: string
    at: Instant
  }
  'registry.correction': {
    id: string
    thing_id: string
    field: string
    wanted: Kept
    reason: string
    asked_at: Instant
    asked_by: string
    due_on: string
    outcome: 'accepted' | 'refused' | null
    answer: string | null
    settled_at: Instant | null
    settled_by: string | null
  }
  'registry.cleaning': { id: string; at: Instant; by_id: string; rule: RetentionRule; erased: number }
  'registry.look': {
    thing_id: string
    at: Instant
    by_id: string
    post_id: string | null
    field: string | null
    reason: string
  }
}
