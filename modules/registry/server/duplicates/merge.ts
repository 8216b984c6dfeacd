import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { type Kept, type KnownFields, knownFrom } from '../../common/entries.ts'
import type { FieldValue } from '../../common/field-spec.ts'
import { type RelationKind, relations } from '../../common/relations.ts'
import type { NewRelation } from '../bulk-store.ts'
import { moveCare, putBackCare } from '../care-store.ts'
import type { RegistryWork } from '../commands/thing-commands.ts'
import { recordOnTaken } from '../record-fields.ts'
import { type RelationRow, RelationWriter } from '../relation-store.ts'
import { SecretReader } from '../secret-store.ts'
import { secretsIn } from '../secrets.ts'
import type { Surroundings } from '../surroundings.ts'
import { type ThingRow, ThingWriter } from '../thing-store.ts'
import { AlikeWriter, type MergeRow, type MergeUndo } from './alike-store.ts'

interface Merging {
  readonly mergeId: string
  readonly kept: ThingRow
  readonly gone: ThingRow
  /** Fields that the gone record gives although the kept one has a value. */
  readonly take: readonly string[]
  readonly reason: string
}

/** Fields by decision, relations moved over, the other record led to this one; everything is noted for undoing. */
export async function mergeInto(around: Surroundings, work: RegistryWork, merging: Merging): Promise<void> {
  const { tx, actor, now } = work
  const { mergeId, kept, gone, take, reason } = merging
  const entries = await new ThingWriter(tx, actor).entriesOf([kept.id, gone.id])
  const [own, other] = [kept, gone].map(row => knownFrom(row.kind, entries.get(row.id) ?? [])) as [
    KnownFields,
    KnownFields,
  ]
  const keys = Object.keys(other).filter(
    key => other[key]?.kept !== null && (take.includes(key) || (own[key]?.kept ?? null) === null),
  )
  const valueOf = await new SecretReader(tx, around.secrets).open(secretsIn(keys.map(key => other[key]?.kept ?? null)))
  const fields = Object.fromEntries(keys.map(key => [key, valueOf(other[key]?.kept ?? null)]))
  const serial = await settle(around, work, kept, fields, `merge ${mergeId}`)
  const moved = await moveRelations(work, kept, gone, mergeId)
  const ending = { on: dayOf(now), byId: actor.personId, reason: '重复档案合并' }
  const care = await moveCare(tx, { from: gone.id, to: kept.id }, ending)
  const alike = new AlikeWriter(tx)
  await alike.setMerged(gone.id, kept.id, { state: 'merged', endedOn: dayOf(now) }, now)
  const alikeId = await alike.pairOf(kept.id, gone.id)
  if (alikeId !== null) await alike.decide(alikeId, 'merged', { at: now, byId: actor.personId })
  const undo: MergeUndo = {
    fields: Object.fromEntries(keys.map(key => [key, own[key]?.kept ?? null])),
    ...{ serial, goneState: gone.state, goneEndedOn: gone.ended_on, ...moved, care, alikeId },
  }
  const by = { at: now, by_id: actor.personId, post_id: actor.postId }
  await alike.addMerge({ id: mergeId, kept_id: kept.id, gone_id: gone.id, ...by, reason, undo })
}

/** Two of one again. What was recorded since on a field stays: it was said about the person who remained. */
export async function takeApart(
  around: Surroundings,
  work: RegistryWork,
  merge: MergeRow,
  kept: ThingRow,
): Promise<void> {
  const { tx, actor, now } = work
  const undo = merge.undo as MergeUndo
  const entries = await new ThingWriter(tx, actor).entriesOf([kept.id])
  const known = knownFrom(kept.kind, entries.get(kept.id) ?? [])
  const keys = Object.keys(undo.fields).filter(key => known[key]?.serial === undo.serial)
  const before = keys.map(key => (undo.fields[key] ?? null) as Kept)
  const valueOf = await new SecretReader(tx, around.secrets).open(secretsIn(before))
  const fields = Object.fromEntries(keys.map((key, at) => [key, valueOf(before[at] ?? null)]))
  await settle(around, work, kept, fields, `merge undone ${merge.id}`)
  const by = { at: now, byId: actor.personId }
  const alike = new AlikeWriter(tx)
  await alike.putBackRelations(undo.ended, undo.added, by)
  if (undo.care) await putBackCare(tx, undo.care, merge.gone_id)
  const state = undo.goneState as 'current'
  await alike.setMerged(merge.gone_id, null, { state, endedOn: undo.goneEndedOn }, now)
  if (undo.alikeId !== null) await alike.decide(undo.alikeId, null, by)
  await alike.undoneMerge(merge.id, by)
}

/** By decision of a person: it stands over what was recorded before. Answers with the entry's number, if there is one. */
async function settle(
  around: Surroundings,
  { tx, actor, now }: RegistryWork,
  kept: ThingRow,
  fields: Readonly<Record<string, FieldValue | null>>,
  ref: string,
): Promise<number | null> {
  if (Object.keys(fields).length === 0) return null
  const house = { ...around, staleAfter: around.staleAfter(now) }
  const recording = { thingId: kept.id, fields, trueOn: dayOf(now), way: 'settled' as const, ref }
  const [recorded] = await recordOnTaken(house, { tx, actor, now }, [recording], [kept])
  return recorded?.serial ?? null
}

/** What held of the gone record holds of the kept one from the same day, where it does not contradict or repeat. */
async function moveRelations({ tx, actor, now }: RegistryWork, kept: ThingRow, gone: ThingRow, mergeId: string) {
  const writer = new RelationWriter(tx)
  const open = (await writer.of([kept.id, gone.id])).filter(row => row.until_on === null)
  const touches = (row: RelationRow, id: string) => row.from_id === id || row.to_id === id
  const own = open.filter(row => touches(row, kept.id))
  const leaving = open.filter(row => touches(row, gone.id))
  const moved = leaving.map(
    (row): NewRelation => ({
      ...{ id: newId(), kind: row.kind, role: row.role, from_on: row.from_on },
      ...{
        from_id: row.from_id === gone.id ? kept.id : row.from_id,
        to_id: row.to_id === gone.id ? kept.id : row.to_id,
      },
      ...{ recorded_at: now, by_id: actor.personId, post_id: actor.postId, way: 'settled', ref: `merge ${mergeId}` },
    }),
  )
  const added = moved.filter(one => one.from_id !== one.to_id && !own.some(row => repeats(row, one)))
  await writer.end(
    leaving.map(row => row.id),
    { until: dayOf(now), at: now, byId: actor.personId },
  )
  await writer.add(added)
  return { ended: leaving.map(row => row.id), added: added.map(row => row.id) }
}

function repeats(row: RelationRow, one: NewRelation): boolean {
  if (row.kind !== one.kind || row.from_id !== one.from_id) return false
  return row.to_id === one.to_id || relations[row.kind as RelationKind].isSingle
}
