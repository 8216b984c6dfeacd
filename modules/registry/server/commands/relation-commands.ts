import { type Command, command } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import * as contract from '../../common/contract/things.ts'
import { mayJoin, type RelationKind, relations } from '../../common/relations.ts'
import { refuse } from '../../common/refusals.ts'
import { RelationWriter } from '../relation-store.ts'
import { ThingWriter } from '../thing-store.ts'
import { type RegistryWork, tellOf } from './thing-commands.ts'

const relationSubject = ({ relationId }: { readonly relationId: string }) => ({
  kind: 'registry-relation',
  id: relationId,
})

export const relationCommands: readonly Command[] = [
  command(contract.relate, {
    subject: relationSubject,
    async run(work: RegistryWork, { relationId, kind, fromId, toId, role, from }) {
      const { tx, actor, now } = work
      if (from > dayOf(now)) return refuse['day-wrong']()
      const things = await new ThingWriter(tx, actor).take([fromId, toId], 'registry.write')
      const [one, other] = [fromId, toId].map(id => things.find(thing => thing.id === id))
      if (!one || !other) return refuse['no-such-thing']()
      const name = kind as RelationKind
      if (fromId === toId || !mayJoin(name, one.kind, other.kind)) return refuse['cannot-join']()
      const writer = new RelationWriter(tx)
      const open = await writer.openFrom(fromId, name)
      if (open.some(row => row.to_id === toId)) return refuse['joined-already']()
      if (relations[name].isSingle) {
        if (open.some(row => row.from_on > from)) return refuse['day-wrong']()
        await writer.end(
          open.map(row => row.id),
          { until: from, at: now, byId: actor.personId },
        )
      }
      await writer.add([
        {
          ...{ id: relationId, kind: name, role: role ?? null, from_id: fromId, to_id: toId, from_on: from },
          ...{ recorded_at: now, by_id: actor.personId, post_id: actor.postId, way: 'form', ref: null },
        },
      ])
      for (const thing of [one, other]) tellOf(work, thing.id, thing.grid_path)
      return { relationId }
    },
  }),

  command(contract.endRelation, {
    subject: relationSubject,
    async run(work: RegistryWork, { relationId, until }) {
      const { tx, actor, now } = work
      const writer = new RelationWriter(tx)
      const row = await writer.take(relationId)
      const things = row ? await new ThingWriter(tx, actor).take([row.from_id, row.to_id], 'registry.write') : []
      if (!row || row.until_on !== null || things.length === 0) return refuse['no-such-relation']()
      if (until > dayOf(now) || until < row.from_on) return refuse['day-wrong']()
      await writer.end([relationId], { until, at: now, byId: actor.personId })
      for (const thing of things) tellOf(work, thing.id, thing.grid_path)
      return { relationId }
    },
  }),
]
