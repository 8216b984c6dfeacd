import type { FieldValue } from './field-spec.ts'
import type { ThingKind } from './kinds.ts'
import type { RelationKind } from './relations.ts'

/** What happens to people and homes. Each has effects on several records, shown before and done together. */
export const lifeEventKinds = [
  ...(['move-in', 'move-out', 'birth', 'death', 'tenancy-begin', 'tenancy-end'] as const),
  ...(['household-split', 'household-merge', 'household-head'] as const),
] as const
export type LifeEventKind = (typeof lifeEventKinds)[number]

export type LifeEvent =
  | { readonly kind: 'move-in'; readonly personIds: readonly string[]; readonly housingId: string }
  | { readonly kind: 'move-out'; readonly personIds: readonly string[] }
  | {
      readonly kind: 'birth'
      readonly motherId: string
      readonly childId: string
      readonly name: string
      readonly sex: '1' | '2'
    }
  | { readonly kind: 'death'; readonly personId: string }
  | {
      readonly kind: 'tenancy-begin'
      readonly tenancyId: string
      readonly housingId: string
      readonly tenantIds: readonly string[]
      readonly landlordId?: string | undefined
      readonly endsOn?: string | undefined
      /** Of the list of what homes are let for; to live in when left out. */
      readonly use?: string | undefined
    }
  | { readonly kind: 'tenancy-end'; readonly tenancyId: string }
  | {
      readonly kind: 'household-split'
      readonly householdId: string
      readonly newHouseholdId: string
      readonly personIds: readonly string[]
      readonly headId: string
      /** The head of those who stay, when the head before is among those who leave. */
      readonly stayHeadId?: string | undefined
      readonly kin?: SaidKin | undefined
    }
  | { readonly kind: 'household-merge'; readonly householdId: string; readonly intoId: string }
  | {
      readonly kind: 'household-head'
      readonly householdId: string
      readonly headId: string
      readonly kin?: SaidKin | undefined
    }

/** What members are to the head under whom they are from now on. Left out: what follows with certainty, or nothing. */
export type SaidKin = readonly { readonly personId: string; readonly kin: string }[]

export type Effect =
  | {
      readonly do: 'begin'
      readonly relation: RelationKind
      readonly fromId: string
      readonly toId: string
      readonly role: string | null
    }
  | {
      readonly do: 'end'
      readonly relationId: string
      readonly relation: RelationKind
      readonly fromId: string
      readonly toId: string
    }
  | { readonly do: 'record'; readonly thingId: string; readonly fields: Readonly<Record<string, FieldValue>> }
  | {
      readonly do: 'add'
      readonly thingId: string
      readonly kind: ThingKind
      readonly gridPath: string
      readonly fields: Readonly<Record<string, FieldValue>>
    }
  | { readonly do: 'state'; readonly thingId: string; readonly state: 'current' | 'moved-away' | 'dead' | 'ended' }
  | { readonly do: 'place'; readonly thingId: string; readonly gridPath: string }

export interface WorldThing {
  readonly id: string
  readonly kind: ThingKind
  readonly title: string
  readonly gridPath: string
  readonly state: string
  readonly use: string | null
  readonly population: string | null
}

/** A relation that still holds. */
export interface WorldRelation {
  readonly id: string
  readonly kind: RelationKind
  readonly fromId: string
  readonly toId: string
  readonly role: string | null
  readonly from: string
}

/** What has to be known to say what an event does: the things named, what they are joined to, and those. */
export interface World {
  readonly things: ReadonlyMap<string, WorldThing>
  readonly relations: readonly WorldRelation[]
}

export type EventProblem = 'not-there' | 'not-so' | 'before-it-began'

/** Who is named by the event and must be known. */
export function namedIn(event: LifeEvent): readonly string[] {
  switch (event.kind) {
    case 'move-in':
      return [...event.personIds, event.housingId]
    case 'move-out':
      return event.personIds
    case 'birth':
      return [event.motherId]
    case 'death':
      return [event.personId]
    case 'tenancy-begin':
      return [event.housingId, ...event.tenantIds, ...(event.landlordId ? [event.landlordId] : [])]
    case 'tenancy-end':
      return [event.tenancyId]
    case 'household-split':
      return [event.householdId, ...event.personIds]
    case 'household-merge':
      return [event.householdId, event.intoId]
    case 'household-head':
      return [event.householdId, event.headId]
  }
}
