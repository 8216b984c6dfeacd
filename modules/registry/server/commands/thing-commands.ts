import { type Command, command, type Work } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import type { FieldValue } from '../../common/field-spec.ts'
import { checkedFields, type Problems } from '../../common/check-fields.ts'
import * as contract from '../../common/contract/things.ts'
import { knownFrom } from '../../common/entries.ts'
import { fieldOf, kinds, type ThingKind } from '../../common/kinds.ts'
import { refuse } from '../../common/refusals.ts'
import { mayUnmask, sightOf } from '../../common/sight.ts'
import { ConflictWriter } from '../conflict-store.ts'
import { joinKeeper } from '../keeper.ts'
import { noteLook } from '../look-store.ts'
import { areThere } from '../place-words.ts'
import { presentHistory, presentListed, presentThing } from '../present.ts'
import { aboutRemaining, addThings, recordOnTaken } from '../record-fields.ts'
import { SecretReader } from '../secret-store.ts'
import { indexAbout, secretsIn } from '../secrets.ts'
import type { Surroundings } from '../surroundings.ts'
import { holdsAt, placedAt, ThingReader, type ThingRow, ThingWriter } from '../thing-store.ts'
import type { RegistryTables } from '../tables.ts'
import { can } from '#platform/authz/common/grants.ts'

export type RegistryWork = Work<RegistryTables>
export const thingSubject = ({ thingId }: { readonly thingId: string }) => ({ kind: 'registry-thing', id: thingId })

export const thingCommands = (around: Surroundings): readonly Command[] => [
  command(contract.openThing, {
    subject: thingSubject,
    async run({ tx, actor, now }: RegistryWork, { thingId, on, why }) {
      const [row] = await new ThingWriter(tx, actor).byIds([thingId])
      if (!row) return refuse['no-such-thing']()
      if (kinds[row.kind].isPersonal) await noteLook(tx, actor, { thingId, at: now, field: null, reason: why })
      return presentThing(around, { db: tx, actor, now }, row, on)
    },
  }),

  command(contract.unmaskField, {
    subject: thingSubject,
    async run({ tx, actor, now }: RegistryWork, { thingId, field, reason, conflictId }) {
      const writer = new ThingWriter(tx, actor)
      const [row] = await writer.byIds([thingId])
      if (!row) return refuse['no-such-thing']()
      const spec = fieldOf(row.kind, field)
      const holds = holdsAt(actor, row)
      if (!spec || sightOf(spec, holds) === 'hidden') return refuse['may-not-see']()
      if (sightOf(spec, holds) === 'open') return refuse['not-sealed']()
      if (!mayUnmask(spec, holds)) return refuse['may-not-see']()
      await noteLook(tx, actor, { thingId, at: now, field, reason })
      const conflict = conflictId === undefined ? undefined : await new ConflictWriter(tx).take(conflictId)
      if (conflictId !== undefined && (conflict?.thing_id !== thingId || conflict.field !== field))
        return refuse['no-such-conflict']()
      const known = knownFrom(row.kind, (await writer.entriesOf([thingId])).get(thingId) ?? [])
      const kept = conflict ? conflict.offered : (known[field]?.kept ?? null)
      return { value: (await new SecretReader(tx, around.secrets).open(secretsIn([kept])))(kept) }
    },
  }),

  command(contract.thingHistory, {
    subject: thingSubject,
    async run({ tx, actor, now }: RegistryWork, { thingId }) {
      const row = await new ThingReader(tx, actor).find(thingId)
      if (!row) return refuse['no-such-thing']()
      if (kinds[row.kind].isPersonal)
        await noteLook(tx, actor, { thingId, at: now, field: null, reason: '查看历史记录' })
      return { entries: await presentHistory(around, { db: tx, actor, now }, row) }
    },
  }),

  command(contract.addThing, {
    subject: thingSubject,
    async run(work: RegistryWork, { thingId, kind, gridPath, point, trueOn, way, isAnother, ...input }) {
      const { tx, actor, now } = work
      const on = trueOn ?? dayOf(now)
      if (on > dayOf(now)) return refuse['day-wrong']()
      if (!around.grids.has(gridPath)) return refuse['no-such-grid']()
      if (!can(actor, 'registry.write', placedAt({ grid_path: gridPath }))) return refuse['not-here']()
      const { fields, problems } = checkedFields(kind, input.fields, { isNew: true, today: dayOf(now) })
      const all = { ...problems, ...(kind === 'housing' ? await areThere(tx, dayOf(now), fields) : {}) }
      if (Object.keys(all).length > 0) return wrong(all)
      const writer = new ThingWriter(tx, actor)
      if ((await writer.anyWith([thingId])).length > 0) return refuse['thing-id-taken']()
      if (!isAnother) {
        const known = await sameNumber(around, writer, kind, fields)
        if (known) return refuse['number-known']({ title: known.title })
        const home = kind === 'housing' ? await sameHome(writer, fields) : undefined
        if (home) return refuse['home-known']({ title: home.title })
      }
      const thing = {
        thingId,
        kind,
        gridPath,
        lon: point?.lon ?? null,
        lat: point?.lat ?? null,
        fields,
        trueOn: on,
        way,
      }
      await addThings({ ...around, staleAfter: around.staleAfter(now) }, work, [thing])
      if (kind === 'facility') await joinKeeper(work, { facilityId: thingId, fields, on })
      tellOf(work, thingId, gridPath)
      return { thingId }
    },
  }),

  command(contract.recordThing, {
    subject: thingSubject,
    async run(work: RegistryWork, { thingId, trueOn, way, ref, seen, ...input }) {
      const { tx, actor, now } = work
      const on = trueOn ?? dayOf(now)
      if (on > dayOf(now)) return refuse['day-wrong']()
      const row = (await new ThingWriter(tx, actor).takeRemaining([thingId], 'registry.write')).get(thingId)
      if (!row || !holdsAt(actor, row)(kinds[row.kind].read)) return refuse['no-such-thing']()
      if (row.state !== 'current') return refuse['has-ended']()
      const by = { isNew: false, today: dayOf(now), standing: row.fields }
      const { fields, problems } = checkedFields(row.kind, input.fields, by)
      const all = { ...problems, ...(row.kind === 'housing' ? await areThere(tx, dayOf(now), fields) : {}) }
      if (Object.keys(all).length > 0) return wrong(all)
      const recording = { thingId, fields, trueOn: on, way, ref: ref ?? null, ...(seen ? { seen } : {}) }
      const house = { ...around, staleAfter: around.staleAfter(now) }
      const [done] = await recordOnTaken(house, work, [aboutRemaining(recording, row.id)], [row])
      if (row.kind === 'facility' && done!.fates.keeperCode === 'taken')
        await joinKeeper(work, { facilityId: row.id, fields, on })
      if (done!.conflictIds.length > 0) await tellConflicts(work, row)
      tellOf(work, row.id, row.grid_path)
      return { ...done!, fates: { ...done!.fates }, conflictIds: [...done!.conflictIds] }
    },
  }),

  command(contract.findByNumber, {
    // Whose number it is is not known beforehand, and the number itself has no place in the audit.
    subject: ({ scheme }) => ({ kind: 'registry-number', id: scheme }),
    async run({ tx, actor, now }: RegistryWork, { number, scheme }) {
      const plain = number.replace(/[\s-]/g, '').toUpperCase()
      const rows = await new ThingWriter(tx, actor).byIndex(around.index.all(`registry ${scheme}`, plain))
      const people = rows.filter(row => kinds[row.kind].isPersonal)
      for (const { id } of people)
        await noteLook(tx, actor, { thingId: id, at: now, field: null, reason: '按号码查找' })
      return { rows: rows.map(row => presentListed(row, holdsAt(actor, row), around.grids.names)) }
    },
  }),
]

export function tellOf(work: RegistryWork, thingId: string, gridPath: string): void {
  const placed = placedAt({ grid_path: gridPath })
  work.tell({ subject: thingSubject({ thingId }), permission: 'registry.read-places', placed })
}

/** What waits about a thing's conflicts, for whoever settles there. No name: the inbox is seen by many. */
export async function tellConflicts(work: RegistryWork, row: ThingRow): Promise<number> {
  const left = await new ConflictWriter(work.tx).open(row.id)
  const waiting = {
    ...{ task: 'settle-conflict', permission: 'registry.settle', placed: placedAt(row), number: null, dueAt: null },
    ...{ title: kinds[row.kind].label['zh-CN'], since: work.now, priority: 0 },
  }
  work.waits({ kind: 'registry-conflicts', id: row.id }, left === 0 ? [] : [waiting])
  return left
}

export function wrong(problems: Problems) {
  const fields = Object.entries(problems).map(([key, { problem, fault }]) => `${key}:${fault?.fault ?? problem}`)
  return refuse['fields-wrong']({ count: fields.length, fields })
}

/** A home of the same address, among those that the caller may see. */
async function sameHome(writer: ThingWriter, { address }: Readonly<Record<string, FieldValue | null>>) {
  const found = typeof address === 'string' ? await writer.list({ kind: 'housing', text: address, limit: 20 }) : []
  return found.find(row => row.fields.address === address)
}

/** Somebody else who has one of these numbers, among those whom the caller may see. Telephones are shared by families. */
async function sameNumber(
  { index }: Surroundings,
  writer: ThingWriter,
  kind: ThingKind,
  fields: Readonly<Record<string, FieldValue | null>>,
) {
  const indexes = Object.entries(fields).flatMap(([key, value]) => {
    const spec = fieldOf(kind, key)
    return spec?.indexed && spec.lasting && value !== null ? index.all(indexAbout(spec), String(value)) : []
  })
  return (await writer.byIndex(indexes)).find(row => row.state === 'current' && row.kind === kind)
}
