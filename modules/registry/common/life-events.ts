import type { FieldValue } from './field-spec.ts'
import type { ThingKind } from './kinds.ts'
import type { RelationKind } from './relations.ts'

/** What happens to people and homes. Each has effects on several records, shown before and done together. */
export const lifeEventKinds = [
  ...(['move-in', 'move-out', 'birth', 'death', 'tenancy-begin', 'tenancy-end'] as const),
  ...(['household-split', 'household-merge'] as const),
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
    }
  | { readonly kind: 'tenancy-end'; readonly tenancyId: string }
  | {
      readonly kind: 'household-split'
      readonly householdId: string
      readonly newHouseholdId: string
      readonly personIds: readonly string[]
      readonly headId: string
    }
  | { readonly kind: 'household-merge'; readonly householdId: string; readonly intoId: string }

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

class Impossible extends Error {
  readonly problem: EventProblem
  constructor(problem: EventProblem) {
    super(problem)
    this.problem = problem
  }
}

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
  }
}

/** What an event of that day does, in order; the same for the preview and for the doing. */
export function effectsOf(event: LifeEvent, on: string, world: World): readonly Effect[] | EventProblem {
  try {
    return new Teller(world, on).tell(event)
  } catch (error) {
    if (error instanceof Impossible) return error.problem
    throw error
  }
}

/** With a death these end; what one owns goes to heirs, which is another event. */
const endWithDeath: ReadonlySet<RelationKind> = new Set([
  ...(['lives-in', 'registered-in', 'member-of', 'spouse-of', 'guardian-of', 'cares-for', 'works-at'] as const),
  ...(['in-charge-of', 'tenant-in'] as const),
])

class Teller {
  readonly #world: World
  readonly #on: string

  constructor(world: World, on: string) {
    this.#world = world
    this.#on = on
  }

  tell(event: LifeEvent): Effect[] {
    switch (event.kind) {
      case 'move-in': {
        const home = this.#thing(event.housingId, 'housing')
        const came = event.personIds.flatMap(id => this.#moveTo(id, home))
        const lived = this.#livingIn(home.id).length > 0
        return [...came, ...(home.use === 'vacant' && !lived ? [this.#use(home.id, 'own')] : [])]
      }
      case 'move-out': {
        const gone = event.personIds.flatMap(id => this.#leave(id))
        return [...gone, ...this.#vacated(event.personIds)]
      }
      case 'birth':
        return this.#birth(event)
      case 'death': {
        const person = this.#thing(event.personId, 'person')
        return [
          { do: 'record', thingId: person.id, fields: { diedOn: this.#on } },
          { do: 'state', thingId: person.id, state: 'dead' },
          ...this.#touching(person.id, endWithDeath).map(one => this.#end(one)),
          ...this.#vacated([person.id]),
        ]
      }
      case 'tenancy-begin':
        return this.#beginTenancy(event)
      case 'tenancy-end': {
        const tenancy = this.#thing(event.tenancyId, 'tenancy')
        const parts = this.#touching(tenancy.id, new Set(['lets', 'tenant-in', 'landlord-of']))
        const homes = parts.flatMap(one => (one.kind === 'lets' ? [this.#thing(one.toId, 'housing')] : []))
        const empty = homes.filter(home => this.#livingIn(home.id).length === 0)
        return [
          { do: 'state', thingId: tenancy.id, state: 'ended' },
          ...parts.map(one => this.#end(one)),
          ...empty.map(home => this.#use(home.id, 'vacant')),
        ]
      }
      case 'household-split':
        return this.#split(event)
      case 'household-merge': {
        const from = this.#thing(event.householdId, 'household')
        const into = this.#thing(event.intoId, 'household')
        if (from.id === into.id) throw new Impossible('not-so')
        const members = this.#members(from.id)
        return [
          ...members.flatMap(one => [this.#end(one), begin('member-of', one.fromId, into.id, '99')]),
          ...this.#from(from.id, 'household-in').map(one => this.#end(one)),
          { do: 'state', thingId: from.id, state: 'ended' },
        ]
      }
    }
  }

  #moveTo(personId: string, home: WorldThing): Effect[] {
    const person = this.#thing(personId, 'person', ['current', 'moved-away'])
    const before = this.#from(personId, 'lives-in')
    if (before.some(one => one.toId === home.id)) throw new Impossible('not-so')
    return [
      ...before.map(one => this.#end(one)),
      begin('lives-in', personId, home.id),
      ...(person.state === 'current' ? [] : [{ do: 'state', thingId: personId, state: 'current' } as const]),
      ...(person.gridPath === home.gridPath
        ? []
        : [{ do: 'place', thingId: personId, gridPath: home.gridPath } as const]),
    ]
  }

  #leave(personId: string): Effect[] {
    this.#thing(personId, 'person')
    const lives = this.#from(personId, 'lives-in')
    const lets = this.#from(personId, 'tenant-in')
    return [...[...lives, ...lets].map(one => this.#end(one)), { do: 'state', thingId: personId, state: 'moved-away' }]
  }

  /** Homes in which nobody lives once these are gone. */
  #vacated(personIds: readonly string[]): Effect[] {
    const left = new Set(personIds.flatMap(id => this.#from(id, 'lives-in').map(one => one.toId)))
    return [...left].flatMap(homeId => {
      const others = this.#livingIn(homeId).filter(one => !personIds.includes(one.fromId))
      return others.length === 0 && this.#world.things.get(homeId)?.use !== 'vacant'
        ? [this.#use(homeId, 'vacant')]
        : []
    })
  }

  #birth({ motherId, childId, name, sex }: LifeEvent & { kind: 'birth' }): Effect[] {
    const mother = this.#thing(motherId, 'person')
    const fields = { name, sex, bornOn: this.#on, population: 'registered' }
    const fathers = this.#world.relations.filter(
      one => one.kind === 'spouse-of' && (one.fromId === motherId || one.toId === motherId),
    )
    return [
      { do: 'add', thingId: childId, kind: 'person', gridPath: mother.gridPath, fields },
      begin('parent-of', motherId, childId),
      begin('guardian-of', motherId, childId),
      ...fathers.map(one => begin('parent-of', one.fromId === motherId ? one.toId : one.fromId, childId)),
      ...this.#from(motherId, 'lives-in').map(one => begin('lives-in', childId, one.toId)),
      ...this.#from(motherId, 'member-of').map(one => begin('member-of', childId, one.toId, sex === '1' ? '20' : '30')),
    ]
  }

  #beginTenancy(event: LifeEvent & { kind: 'tenancy-begin' }): Effect[] {
    const home = this.#thing(event.housingId, 'housing')
    if (this.#world.relations.some(one => one.kind === 'lets' && one.toId === home.id)) throw new Impossible('not-so')
    const fields = {
      address: home.title,
      use: 'dwelling',
      beganOn: this.#on,
      ...(event.endsOn ? { endsOn: event.endsOn } : {}),
    }
    for (const id of event.tenantIds) this.#thing(id, 'person', ['current', 'moved-away'])
    const isElsewhere = (id: string) => !this.#from(id, 'lives-in').some(one => one.toId === home.id)
    return [
      { do: 'add', thingId: event.tenancyId, kind: 'tenancy', gridPath: home.gridPath, fields },
      begin('lets', event.tenancyId, home.id),
      ...event.tenantIds.map(id => begin('tenant-in', id, event.tenancyId)),
      ...(event.landlordId ? [begin('landlord-of', event.landlordId, event.tenancyId)] : []),
      ...event.tenantIds.filter(isElsewhere).flatMap(id => this.#moveTo(id, home)),
      ...(home.use === 'let' ? [] : [this.#use(home.id, 'let')]),
    ]
  }

  #split(event: LifeEvent & { kind: 'household-split' }): Effect[] {
    const household = this.#thing(event.householdId, 'household')
    const leaving = this.#members(household.id).filter(one => event.personIds.includes(one.fromId))
    const isWhole = leaving.length === event.personIds.length && leaving.length < this.#members(household.id).length
    if (!isWhole || !event.personIds.includes(event.headId)) throw new Impossible('not-so')
    const head = this.#thing(event.headId, 'person')
    const home = this.#from(head.id, 'lives-in')[0]
    const fields = { name: `${head.title}户`, kind: 'family' }
    return [
      { do: 'add', thingId: event.newHouseholdId, kind: 'household', gridPath: household.gridPath, fields },
      ...leaving.flatMap(one => [
        this.#end(one),
        begin('member-of', one.fromId, event.newHouseholdId, one.fromId === event.headId ? '01' : '99'),
      ]),
      ...(home ? [begin('household-in', event.newHouseholdId, home.toId)] : []),
    ]
  }

  #thing(id: string, kind: ThingKind, states: readonly string[] = ['current']): WorldThing {
    const thing = this.#world.things.get(id)
    if (!thing || thing.kind !== kind) throw new Impossible('not-there')
    if (!states.includes(thing.state)) throw new Impossible('not-so')
    return thing
  }

  #from(id: string, kind: RelationKind) {
    return this.#world.relations.filter(one => one.fromId === id && one.kind === kind)
  }

  #touching(id: string, kinds: ReadonlySet<RelationKind>) {
    return this.#world.relations.filter(one => kinds.has(one.kind) && (one.fromId === id || one.toId === id))
  }

  #livingIn(homeId: string) {
    return this.#world.relations.filter(one => one.toId === homeId && one.kind === 'lives-in')
  }

  #members(householdId: string) {
    return this.#world.relations.filter(one => one.toId === householdId && one.kind === 'member-of')
  }

  #end({ id, kind, fromId, toId, from }: WorldRelation): Effect {
    if (this.#on < from) throw new Impossible('before-it-began')
    return { do: 'end', relationId: id, relation: kind, fromId, toId }
  }

  #use(housingId: string, use: string): Effect {
    return { do: 'record', thingId: housingId, fields: { use } }
  }
}

function begin(relation: RelationKind, fromId: string, toId: string, role: string | null = null): Effect {
  return { do: 'begin', relation, fromId, toId, role }
}
