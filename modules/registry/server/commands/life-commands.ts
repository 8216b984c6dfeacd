import type { z } from 'zod'
import { type Command, command } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { happen, type LifeEventInput, previewEvent, type ShownEffect } from '../../common/contract/upkeep.ts'
import { type Effect, namedIn } from '../../common/life-event.ts'
import { effectsOf } from '../../common/life-events.ts'
import { refuse } from '../../common/refusals.ts'
import { endCareOf } from '../care-store.ts'
import { addThings, type Recording, recordOnTaken } from '../record-fields.ts'
import { RelationWriter } from '../relation-store.ts'
import type { Surroundings } from '../surroundings.ts'
import { holdsAt, ThingWriter } from '../thing-store.ts'
import { addEvent, type LoadedWorld, loadWorld } from '../world-store.ts'
import { type RegistryWork, tellOf } from './thing-commands.ts'

type Event = z.output<typeof LifeEventInput>

const subjectOf = ({ event }: { readonly event: Event }) => ({ kind: 'registry-thing', id: namedIn(event)[0]! })

/** The event with all that it does, if the caller may write about everything that is named. */
async function weigh(work: RegistryWork, event: Event, on: string) {
  const { tx, actor, now } = work
  if (on > dayOf(now)) return refuse['day-wrong']()
  const named = namedIn(event)
  const world = await loadWorld(tx, actor, named)
  const mayAll = named.every(id => {
    const row = world.rows.get(id)
    return row !== undefined && holdsAt(actor, row)('registry.write') && holdsAt(actor, row)('registry.read')
  })
  if (!mayAll) return refuse['no-such-thing']()
  const effects = effectsOf(event, on, world)
  return typeof effects === 'string' ? refuse['event-impossible']({ why: effects }) : { world, effects, named }
}

export const lifeCommands = (around: Surroundings): readonly Command[] => [
  command(previewEvent, {
    subject: subjectOf,
    async run(work: RegistryWork, { event, on }) {
      const weighed = await weigh(work, event, on)
      if (isRefusal(weighed)) return weighed
      const { effects, world } = weighed
      // What comes into being has its name from the event itself.
      const added = new Map(effects.flatMap(one => (one.do === 'add' ? [[one.thingId, nameOf(one)] as const] : [])))
      const name = (id: string) => world.things.get(id)?.title ?? added.get(id) ?? ''
      return { effects: effects.map(one => shown(one, name, around.grids.names)) }
    },
  }),

  command(happen, {
    subject: subjectOf,
    async run(work: RegistryWork, { eventId, event, on }) {
      const weighed = await weigh(work, event, on)
      if (isRefusal(weighed)) return weighed
      const { world, effects, named } = weighed
      await carryOut(around, work, effects, { on, eventId, world })
      const subject = world.rows.get(named[0]!)!
      await addEvent(work.tx, { id: eventId, kind: event.kind, on, at: work.now, actor: work.actor, subject, effects })
      for (const row of world.rows.values()) if (isTouched(effects, row.id)) tellOf(work, row.id, row.grid_path)
      return { eventId, effects: effects.length }
    },
  }),
]

interface Carrying {
  readonly on: string
  readonly eventId: string
  readonly world: LoadedWorld
}

async function carryOut(
  around: Surroundings,
  work: RegistryWork,
  effects: readonly Effect[],
  { on, eventId, world }: Carrying,
) {
  const { tx, actor, now } = work
  const from = { trueOn: on, way: 'event' as const, ref: eventId }
  const house = { ...around, staleAfter: around.staleAfter(now) }
  const some = <D extends Effect['do']>(what: D) =>
    effects.filter((effect): effect is Extract<Effect, { do: D }> => effect.do === what)
  await addThings(
    house,
    work,
    some('add').map(({ thingId, kind, gridPath, fields }) => ({ ...from, thingId, kind, gridPath, fields })),
  )
  const relations = new RelationWriter(tx)
  await relations.end(
    some('end').map(one => one.relationId),
    { until: on, at: now, byId: actor.personId },
  )
  await relations.add(
    some('begin').map(({ relation, fromId, toId, role }) => ({
      ...{ id: newId(), kind: relation, role, from_id: fromId, to_id: toId, from_on: on, recorded_at: now },
      ...{ by_id: actor.personId, post_id: actor.postId, way: 'event' as const, ref: eventId },
    })),
  )
  const recordings = some('record').map(({ thingId, fields }): Recording => ({ ...from, thingId, fields }))
  await recordOnTaken(house, work, recordings, [...world.rows.values()])
  const writer = new ThingWriter(tx, actor)
  for (const { thingId, state } of some('state')) {
    await writer.setState(thingId, state, on, now)
    if (state !== 'current') await endCareOf(tx, thingId, { on, byId: actor.personId, reason: state })
  }
  for (const { thingId, gridPath } of some('place')) await writer.setPlace(thingId, gridPath, now)
}

function isTouched(effects: readonly Effect[], id: string): boolean {
  return effects.some(effect =>
    'thingId' in effect ? effect.thingId === id : effect.fromId === id || effect.toId === id,
  )
}

const nameOf = ({ fields }: Effect & { readonly do: 'add' }) => String(fields.name ?? fields.address ?? '')

function shown(effect: Effect, name: (id: string) => string, names: Surroundings['grids']['names']): ShownEffect {
  switch (effect.do) {
    case 'begin':
    case 'end': {
      const value = effect.do === 'begin' ? effect.role : null
      return { do: effect.do, what: effect.relation, value, about: [name(effect.fromId), name(effect.toId)] }
    }
    case 'record': {
      const [field = '', value = ''] = Object.entries(effect.fields)[0] ?? []
      return { do: 'record', what: field, value: String(value), about: [name(effect.thingId)] }
    }
    case 'add':
      return { do: 'add', what: effect.kind, value: null, about: [nameOf(effect)] }
    case 'state':
      return { do: 'state', what: effect.state, value: null, about: [name(effect.thingId)] }
    case 'place':
      return {
        do: 'place',
        what: names(effect.gridPath).at(-1) ?? effect.gridPath,
        value: null,
        about: [name(effect.thingId)],
      }
  }
}
