import type { Transaction } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import {
  type Entry,
  fieldsOf,
  isSecretRef,
  type Kept,
  knownFrom,
  type StaleAfter,
  type Way,
} from '../common/entries.ts'
import type { FieldValue } from '../common/field-spec.ts'
import type { ThingKind } from '../common/kinds.ts'
import { decideRecording, type Fate } from '../common/record.ts'
import { rowFacts } from '../common/row-facts.ts'
import { type ChangedThingRow, insertEntries, insertSecrets, insertThings, updateThings } from './bulk-store.ts'
import { ConflictWriter, type NewConflict } from './conflict-store.ts'
import { SecretReader } from './secret-store.ts'
import { keepWhereTheyLay } from './lay-before-store.ts'
import type { Surroundings } from './surroundings.ts'
import { sealChanges, type SecretRow, secretsIn, type Sealing } from './secrets.ts'
import { type ThingRow, ThingWriter } from './thing-store.ts'
import type { RegistryTables } from './tables.ts'

export interface RecordingHouse extends Sealing {
  readonly staleAfter?: StaleAfter
  /** Grids by date; without it a home has always lain where it lies. */
  readonly grids?: Pick<Surroundings['grids'], 'history'>
}

/** The open unit of work, who says it, and when it reached us. */
export interface RecordingWork {
  readonly tx: Transaction<RegistryTables>
  readonly actor: Actor
  readonly now: Instant
}

/** What somebody says about a thing that is there. Fields are already checked (`checkedFields`). */
export interface Recording {
  readonly thingId: string
  readonly fields: Readonly<Record<string, FieldValue | null>>
  /** The day on which it was so: of the visit, of the paper, of the sheet. */
  readonly trueOn: string
  readonly way: Way
  /** Of the visit, form or import. */
  readonly ref?: string | null
  /** Which entry each field came from when the writer looked; see `Said`. */
  readonly seen?: Readonly<Record<string, number>>
}

export interface Recorded {
  readonly thingId: string
  readonly serial: number
  readonly fates: Readonly<Record<string, Fate>>
  readonly conflictIds: readonly string[]
}

/**
 * The one way in which known things are updated: forms, visits and imports all come through here, field by field, with
 * their provenance. Things that the actor may not see (or, with `permission`, not write) are left out of the answer.
 */
export async function recordFields(
  house: RecordingHouse,
  { tx, actor, now }: RecordingWork,
  recordings: readonly Recording[],
  permission = 'registry.write',
): Promise<readonly Recorded[]> {
  const remaining = await new ThingWriter(tx, actor).takeRemaining(
    recordings.map(one => one.thingId),
    permission,
  )
  const about = recordings.map(one => aboutRemaining(one, remaining.get(one.thingId)?.id ?? one.thingId))
  const things = new Map([...remaining.values()].map(thing => [thing.id, thing]))
  return recordOnTaken(house, { tx, actor, now }, about, [...things.values()])
}

/** Said of a record that has been merged: it is about the one that remained, of which the writer had seen nothing. */
export function aboutRemaining({ seen, ...recording }: Recording, thingId: string): Recording {
  if (recording.thingId !== thingId) return { ...recording, thingId }
  return seen ? { ...recording, seen } : recording
}

/** The same for things that the caller has taken already, by whatever right. */
export async function recordOnTaken(
  house: RecordingHouse,
  { tx, actor, now }: RecordingWork,
  recordings: readonly Recording[],
  things: readonly ThingRow[],
): Promise<readonly Recorded[]> {
  const journal = new Map<string, Entry[]>()
  const stored = await new ThingWriter(tx, actor).entriesOf(things.map(thing => thing.id))
  for (const [id, entries] of stored) journal.set(id, [...entries])
  const touched = [...journal].flatMap(([id, entries]) => keptOf(things, id, entries))
  const opened = await new SecretReader(tx, house.secrets).open(secretsIn(touched))
  // A thing can be told of twice in one batch: what was sealed a moment ago is not in the database yet.
  const justSealed = new Map<string, FieldValue | null>()
  const valueOf = (kept: Kept) => (isSecretRef(kept) ? (justSealed.get(kept.secret) ?? opened(kept)) : kept)
  const byId = new Map(things.map(thing => [thing.id, thing]))
  const entries: (Entry & { thingId: string })[] = []
  const secrets: SecretRow[] = []
  const conflicts: NewConflict[] = []
  const changed = new Map<string, ChangedThingRow>()
  const recorded: Recorded[] = []
  for (const { thingId, fields, trueOn, way, ref = null, seen } of recordings) {
    const thing = byId.get(thingId)
    if (!thing) continue
    const own = journal.get(thingId) ?? []
    const from = { trueOn, way, ref, byId: actor.personId, postId: actor.postId }
    const known = knownFrom(thing.kind, own)
    const { fates, accepted, disputed } = decideRecording(
      thing.kind,
      known,
      (_key, { kept }) => valueOf(kept),
      seen ? { fields, from, seen } : { fields, from },
    )
    const told = sealChanges(house, thing, fresh(accepted, fates), newId)
    const changes = { ...told.changes, ...again(accepted, fates, key => known[key]?.kept) }
    const serial = (own.at(-1)?.serial ?? 0) + 1
    const offered = sealChanges(house, thing, disputed, newId)
    secrets.push(...told.rows, ...offered.rows)
    for (const row of told.rows) justSealed.set(row.id, accepted[row.field] ?? null)
    const against = Object.entries(offered.changes).map(
      ([field, kept]): NewConflict => ({
        ...{ id: newId(), thing_id: thingId, field, offered: kept, true_on: trueOn, at: now, way, ref },
        ...{ by_id: actor.personId, post_id: actor.postId, against: known[field]?.serial ?? 0 },
      }),
    )
    conflicts.push(...against)
    if (Object.keys(changes).length > 0) {
      const entry: Entry = { ...from, at: now, serial, changes }
      own.push(entry)
      journal.set(thingId, own)
      entries.push({ ...entry, thingId })
      const after = knownFrom(thing.kind, own)
      const facts = rowFacts(thing.kind, after, house.staleAfter)
      changed.set(thingId, { id: thingId, serial, facts, fields: fieldsOf(after), at: now })
    }
    recorded.push({ thingId, serial: own.at(-1)?.serial ?? 0, fates, conflictIds: against.map(one => one.id) })
  }
  await insertSecrets(tx, secrets)
  await insertEntries(tx, entries)
  await updateThings(tx, [...changed.values()])
  await new ConflictWriter(tx).add(conflicts)
  return recorded
}

/** Sealed values that stand now, to be compared with what is said. */
function keptOf(things: readonly ThingRow[], id: string, entries: readonly Entry[]): Kept[] {
  const thing = things.find(one => one.id === id)
  return thing ? Object.values(knownFrom(thing.kind, entries)).map(known => known.kept) : []
}

/** What says something new; what confirms keeps the value that is there, sealed as it is. */
function fresh(accepted: Readonly<Record<string, FieldValue | null>>, fates: Readonly<Record<string, Fate>>) {
  return Object.fromEntries(Object.entries(accepted).filter(([key]) => fates[key] !== 'confirmed'))
}

function again(
  accepted: Readonly<Record<string, FieldValue | null>>,
  fates: Readonly<Record<string, Fate>>,
  keptNow: (key: string) => Kept | undefined,
): Record<string, Kept> {
  const confirmed = Object.keys(accepted).filter(key => fates[key] === 'confirmed')
  return Object.fromEntries(confirmed.map(key => [key, keptNow(key) ?? null]))
}

/** A thing that is not in the library yet. Fields are already checked. */
export interface NewThing {
  readonly thingId: string
  readonly kind: ThingKind
  readonly gridPath: string
  readonly lon?: number | null
  readonly lat?: number | null
  readonly fields: Readonly<Record<string, FieldValue | null>>
  readonly trueOn: string
  readonly way: Way
  readonly ref?: string | null
  /** Who recorded it, where that is not whoever brings it in (moving in from another system). */
  readonly by?: { readonly personId: string; readonly postId: string | null; readonly at: Instant }
}

/** Many at once, in few statements: one form, a page of an import, the made-up town. */
export async function addThings(house: RecordingHouse, { tx, actor, now }: RecordingWork, things: readonly NewThing[]) {
  const secrets: SecretRow[] = []
  const made = things.map(
    ({ thingId, kind, gridPath, lon = null, lat = null, fields, trueOn, way, ref = null, by }) => {
      const { changes, rows } = sealChanges(house, { id: thingId, kind }, withoutEmpty(fields), newId)
      secrets.push(...rows)
      const { personId: byId, postId, at } = by ?? { ...actor, at: now }
      const entry: Entry & { thingId: string } = { trueOn, way, ref, byId, postId, at, thingId, serial: 1, changes }
      const known = knownFrom(kind, [entry])
      const facts = rowFacts(kind, known, house.staleAfter)
      return { row: { id: thingId, kind, gridPath, lon, lat, facts, fields: fieldsOf(known), at }, entry }
    },
  )
  await insertThings(
    tx,
    made.map(one => one.row),
  )
  const homes = made.flatMap(({ row }) => (row.kind === 'housing' ? [row] : []))
  if (house.grids && homes.length > 0) await keepWhereTheyLay(tx, await house.grids.history(tx), homes)
  await insertSecrets(tx, secrets)
  await insertEntries(
    tx,
    made.map(one => one.entry),
  )
}

const withoutEmpty = (fields: Readonly<Record<string, FieldValue | null>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
