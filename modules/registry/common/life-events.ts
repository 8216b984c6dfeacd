import type { Effect, EventProblem, LifeEvent, SaidKin, World, WorldRelation, WorldThing } from './life-event.ts'
import type { ThingKind } from './kinds.ts'
import { head, kinOfChild, kinUnder } from './kin.ts'
import type { RelationKind } from './relations.ts'

class Impossible extends Error {
  readonly problem: EventProblem
  constructor(problem: EventProblem) {
    super(problem)
    this.problem = problem
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
        return [
          ...came,
          ...this.#householdsGo(event.personIds, home),
          ...this.#vacated(event.personIds),
          ...(home.use === 'vacant' && !lived ? [this.#use(home.id, 'own')] : []),
        ]
      }
      case 'move-out': {
        const gone = event.personIds.flatMap(id => this.#leave(id))
        return [...gone, ...this.#householdsGo(event.personIds, null), ...this.#vacated(event.personIds)]
      }
      case 'birth':
        return this.#birth(event)
      case 'death': {
        const person = this.#thing(event.personId, 'person')
        return [
          { do: 'record', thingId: person.id, fields: { diedOn: this.#on } },
          { do: 'state', thingId: person.id, state: 'dead' },
          ...this.#touching(person.id, endWithDeath).map(one => this.#end(one)),
          ...this.#householdsGo([person.id], null, 'ended'),
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
          ...members.flatMap(one => [this.#end(one), begin('member-of', one.fromId, into.id)]),
          ...this.#from(from.id, 'household-in').map(one => this.#end(one)),
          { do: 'state', thingId: from.id, state: 'ended' },
        ]
      }
      case 'household-head':
        return this.#newHead(event)
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

  /**
   * The households of these people, where all who belong to one are with them: they go along to the new home, or, when
   * the people are gone, live nowhere any more.
   */
  #householdsGo(personIds: readonly string[], home: WorldThing | null, end: 'moved-away' | 'ended' = 'moved-away') {
    const isAway = (id: string) => this.#world.things.get(id)?.state !== 'current'
    const isThere = (id: string) =>
      personIds.includes(id) || isAway(id) || (home !== null && this.#livingIn(home.id).some(one => one.fromId === id))
    const households = new Set(personIds.flatMap(id => this.#from(id, 'member-of').map(one => one.toId)))
    return [...households].flatMap((id): Effect[] => {
      const household = this.#world.things.get(id)
      if (!household || !this.#members(id).every(one => isThere(one.fromId))) return []
      const before = this.#from(id, 'household-in')
      if (home === null) return [...before.map(one => this.#end(one)), { do: 'state', thingId: id, state: end }]
      if (before.some(one => one.toId === home.id)) return []
      return [
        ...before.map(one => this.#end(one)),
        begin('household-in', id, home.id),
        ...(household.state === 'current' ? [] : [{ do: 'state', thingId: id, state: 'current' } as const]),
        ...(household.gridPath === home.gridPath
          ? []
          : [{ do: 'place', thingId: id, gridPath: home.gridPath } as const]),
      ]
    })
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
    // What the mother is registered as, until somebody says otherwise.
    const fields = { name, sex, bornOn: this.#on, population: mother.population ?? 'registered' }
    const married = this.#world.relations.filter(
      one => one.kind === 'spouse-of' && (one.fromId === motherId || one.toId === motherId),
    )
    const parents = [motherId, ...married.map(one => (one.fromId === motherId ? one.toId : one.fromId))]
    const rolesIn = (householdId: string) =>
      parents.flatMap(id => this.#from(id, 'member-of').flatMap(one => (one.toId === householdId ? [one.role] : [])))
    return [
      { do: 'add', thingId: childId, kind: 'person', gridPath: mother.gridPath, fields },
      ...parents.flatMap(id => [begin('parent-of', id, childId), begin('guardian-of', id, childId)]),
      ...this.#from(motherId, 'lives-in').map(one => begin('lives-in', childId, one.toId)),
      ...this.#from(motherId, 'member-of').map(one =>
        begin('member-of', childId, one.toId, kinOfChild(rolesIn(one.toId), sex)),
      ),
    ]
  }

  #newHead({ householdId, headId, kin }: LifeEvent & { kind: 'household-head' }): Effect[] {
    const household = this.#thing(householdId, 'household')
    this.#thing(headId, 'person')
    const members = this.#members(household.id)
    const next = members.find(one => one.fromId === headId)
    if (!next || next.role === head) throw new Impossible('not-so')
    return this.#under(headId, members, householdId, kin)
  }

  /** Everybody's relation to their new head: as it was said, or as it follows from what both were to the head before. */
  #under(headId: string, members: readonly WorldRelation[], householdId: string, said: SaidKin = []): Effect[] {
    const headWas = members.find(one => one.fromId === headId)?.role ?? null
    const roleOf = ({ fromId, role }: WorldRelation) =>
      fromId === headId ? head : (said.find(one => one.personId === fromId)?.kin ?? kinUnder(headWas, role))
    return members.flatMap(one => {
      const role = roleOf(one)
      if (one.toId === householdId && role === one.role) return []
      return [this.#end(one), begin('member-of', one.fromId, householdId, role)]
    })
  }

  #beginTenancy(event: LifeEvent & { kind: 'tenancy-begin' }): Effect[] {
    const home = this.#thing(event.housingId, 'housing')
    if (this.#world.relations.some(one => one.kind === 'lets' && one.toId === home.id)) throw new Impossible('not-so')
    if (event.endsOn !== undefined && event.endsOn <= this.#on) throw new Impossible('not-so')
    const fields = {
      address: home.title,
      use: event.use ?? 'dwelling',
      beganOn: this.#on,
      persons: event.tenantIds.length,
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
      ...this.#householdsGo(event.tenantIds, home),
      ...this.#vacated(event.tenantIds.filter(isElsewhere)),
      ...(home.use === 'let' ? [] : [this.#use(home.id, 'let')]),
    ]
  }

  #split(event: LifeEvent & { kind: 'household-split' }): Effect[] {
    const household = this.#thing(event.householdId, 'household')
    const leaving = this.#members(household.id).filter(one => event.personIds.includes(one.fromId))
    const staying = this.#members(household.id).filter(one => !leaving.includes(one))
    const isWhole = leaving.length === event.personIds.length && staying.length > 0
    if (!isWhole || !event.personIds.includes(event.headId)) throw new Impossible('not-so')
    const { stayHeadId } = event
    // Who stays needs another head only when theirs leaves.
    const isHeadStaying = staying.some(one => one.role === head)
    const isNamed = stayHeadId === undefined || (!isHeadStaying && staying.some(one => one.fromId === stayHeadId))
    if (!isNamed) throw new Impossible('not-so')
    const named = this.#thing(event.headId, 'person')
    const home = this.#from(named.id, 'lives-in')[0]
    const fields = { name: `${named.title}户`, kind: 'family' }
    return [
      { do: 'add', thingId: event.newHouseholdId, kind: 'household', gridPath: household.gridPath, fields },
      ...this.#under(event.headId, leaving, event.newHouseholdId, event.kin),
      ...(stayHeadId === undefined ? [] : this.#under(stayHeadId, staying, household.id, event.kin)),
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
