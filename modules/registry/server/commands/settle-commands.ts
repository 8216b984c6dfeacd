import { type Command, command } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { confirmFields, settleConflict } from '../../common/contract/upkeep.ts'
import { knownFrom } from '../../common/entries.ts'
import type { FieldValue } from '../../common/field-spec.ts'
import { kinds } from '../../common/kinds.ts'
import { refuse } from '../../common/refusals.ts'
import { sightOf } from '../../common/sight.ts'
import { ConflictWriter } from '../conflict-store.ts'
import { recordOnTaken } from '../record-fields.ts'
import { SecretReader } from '../secret-store.ts'
import { secretsIn } from '../secrets.ts'
import type { Surroundings } from '../surroundings.ts'
import { holdsAt, ThingWriter } from '../thing-store.ts'
import { type RegistryWork, tellConflicts, tellOf, thingSubject } from './thing-commands.ts'

export const settleCommands = (around: Surroundings): readonly Command[] => [
  command(settleConflict, {
    subject: ({ conflictId }) => ({ kind: 'registry-conflict', id: conflictId }),
    async run(work: RegistryWork, { conflictId, outcome, reason }) {
      const { tx, actor, now } = work
      const conflicts = new ConflictWriter(tx)
      const conflict = await conflicts.take(conflictId)
      const writer = new ThingWriter(tx, actor)
      const [row] = conflict?.outcome === null ? await writer.take([conflict.thing_id], 'registry.settle') : []
      if (!conflict || !row) return refuse['no-such-conflict']()
      const { field, thing_id: thingId } = conflict
      const entries = (await writer.entriesOf([thingId])).get(thingId) ?? []
      const other = entries.find(entry => entry.serial === conflict.against)
      if (outcome === 'offered') {
        const value = (await new SecretReader(tx, around.secrets).open(secretsIn([conflict.offered])))(conflict.offered)
        const house = { ...around, staleAfter: around.staleAfter(now) }
        const recording = { thingId, fields: { [field]: value }, trueOn: conflict.true_on, way: 'settled' as const }
        await recordOnTaken(house, work, [{ ...recording, ref: conflictId }], [row])
      }
      await conflicts.settle(conflictId, { outcome, reason, at: now, byId: actor.personId })
      for (const personId of new Set([conflict.by_id, other?.byId ?? conflict.by_id]))
        work.notify({
          ...{ personId, kind: `registry.conflict-${outcome}`, subject: thingSubject({ thingId }) },
          params: { reason },
        })
      const left = await tellConflicts(work, row)
      tellOf(work, thingId, row.grid_path)
      return { conflictId, left }
    },
  }),

  command(confirmFields, {
    subject: thingSubject,
    async run(work: RegistryWork, { thingId, fields, trueOn }) {
      const { tx, actor, now } = work
      const on = trueOn ?? dayOf(now)
      if (on > dayOf(now)) return refuse['day-wrong']()
      const writer = new ThingWriter(tx, actor)
      const [row] = await writer.take([thingId], 'registry.write')
      const holds = row && holdsAt(actor, row)
      if (!row || !holds?.(kinds[row.kind].read)) return refuse['no-such-thing']()
      if (row.state !== 'current') return refuse['has-ended']()
      const known = knownFrom(row.kind, (await writer.entriesOf([thingId])).get(thingId) ?? [])
      // Whoever does not see a field has nothing to say about it.
      const mine = fields.filter(key => {
        const spec = kinds[row.kind].fields[key]
        return spec !== undefined && known[key] !== undefined && sightOf(spec, holds) !== 'hidden'
      })
      const valueOf = await new SecretReader(tx, around.secrets).open(secretsIn(mine.map(key => known[key]!.kept)))
      const again: Record<string, FieldValue | null> = Object.fromEntries(
        mine.map(key => [key, valueOf(known[key]!.kept)] as const),
      )
      const house = { ...around, staleAfter: around.staleAfter(now) }
      const [done] = await recordOnTaken(house, work, [{ thingId, fields: again, trueOn: on, way: 'visit' }], [row])
      tellOf(work, thingId, row.grid_path)
      const confirmed = Object.entries(done!.fates).flatMap(([key, fate]) => (fate === 'confirmed' ? [key] : []))
      return { thingId, confirmed }
    },
  }),
]
