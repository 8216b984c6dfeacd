import { type Command, command } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { checkedFields } from '../../common/check-fields.ts'
import * as contract from '../../common/contract/protection.ts'
import { kinds } from '../../common/kinds.ts'
import { refuse } from '../../common/refusals.ts'
import { sightOf } from '../../common/sight.ts'
import { insertSecrets } from '../bulk-store.ts'
import { addCorrection, noteCleaning, settleCorrection, takeCorrection } from '../protection-store.ts'
import { recordOnTaken } from '../record-fields.ts'
import { carryOut } from '../retention-work.ts'
import { SecretReader } from '../secret-store.ts'
import { sealChanges, secretsIn } from '../secrets.ts'
import type { Surroundings } from '../surroundings.ts'
import { holdsAt, placedAt, ThingWriter } from '../thing-store.ts'
import { type RegistryWork, tellOf, thingSubject, wrong } from './thing-commands.ts'

export const protectionCommands = (around: Surroundings): readonly Command[] => [
  command(contract.askCorrection, {
    subject: thingSubject,
    async run(work: RegistryWork, { correctionId, thingId, field, wanted, reason }) {
      const { tx, actor, now } = work
      const [row] = await new ThingWriter(tx, actor).take([thingId], 'registry.write')
      const spec = row && kinds[row.kind].fields[field]
      if (!row || !spec || sightOf(spec, holdsAt(actor, row)) === 'hidden') return refuse['no-such-thing']()
      const { fields, problems } = checkedFields(
        row.kind,
        { [field]: wanted },
        { isNew: false, today: dayOf(now), standing: row.fields },
      )
      if (Object.keys(problems).length > 0) return wrong(problems)
      const { changes, rows } = sealChanges(around, row, { [field]: fields[field] ?? null }, newId)
      await insertSecrets(tx, rows)
      const dueOn = dayOf(now, around.settings(now).correctionDays)
      const added = await addCorrection(tx, {
        ...{ id: correctionId, thing_id: thingId, field, wanted: changes[field] ?? null, reason, asked_at: now },
        ...{ asked_by: actor.personId, due_on: dueOn, outcome: null, answer: null, settled_at: null, settled_by: null },
      })
      if (!added) return refuse['thing-id-taken']()
      const title = kinds[row.kind].label['zh-CN']
      work.waits({ kind: 'registry-correction', id: correctionId }, [
        {
          ...{ task: 'decide-correction', permission: 'registry.settle', placed: placedAt(row), title, number: null },
          ...{ since: now, dueAt: null, priority: 1 },
        },
      ])
      return { correctionId, dueOn }
    },
  }),

  command(contract.decideCorrection, {
    subject: ({ correctionId }) => ({ kind: 'registry-correction', id: correctionId }),
    async run(work: RegistryWork, { correctionId, outcome, answer }) {
      const { tx, actor, now } = work
      const found = await takeCorrection(tx, correctionId)
      const writer = new ThingWriter(tx, actor)
      const [row] = found?.outcome === null ? await writer.take([found.thing_id], 'registry.settle') : []
      if (!found || !row) return refuse['no-such-correction']()
      if (outcome === 'accepted') {
        const value = (await new SecretReader(tx, around.secrets).open(secretsIn([found.wanted])))(found.wanted)
        const house = { ...around, staleAfter: around.staleAfter(now) }
        const recording = { thingId: row.id, fields: { [found.field]: value }, trueOn: dayOf(now), ref: correctionId }
        await recordOnTaken(house, work, [{ ...recording, way: 'correction' }], [row])
        tellOf(work, row.id, row.grid_path)
      }
      await settleCorrection(tx, correctionId, { outcome, answer, at: now, byId: actor.personId })
      work.waits({ kind: 'registry-correction', id: correctionId }, [])
      work.notify({
        ...{
          personId: found.asked_by,
          kind: `registry.correction-${outcome}`,
          subject: thingSubject({ thingId: row.id }),
        },
        params: { answer },
      })
      return { correctionId }
    },
  }),

  command(contract.cleanUp, {
    subject: ({ rule }) => ({ kind: 'registry-retention', id: rule }),
    async run({ tx, actor, now }: RegistryWork, { rule }) {
      const erased = await carryOut(around, tx, rule, now)
      await noteCleaning(tx, { id: newId(), at: now, by_id: actor.personId, rule, erased })
      return { erased }
    },
  }),
]
