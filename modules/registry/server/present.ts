import type { Kysely } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { type Entry, isSecretRef, type Kept, knownFrom, staleOn } from '../common/entries.ts'
import type { ListedThing, ShownField, ShownRelation, ShownThing } from '../common/contract/things.ts'
import { isSealed } from '../common/field-spec.ts'
import { fieldOf, kinds } from '../common/kinds.ts'
import { masked } from '../common/mask.ts'
import { type Holds, mayUnmask, sightOf, visibleFields } from '../common/sight.ts'
import { openConflictsOf } from './conflict-reader-store.ts'
import { placeWords } from './place-words.ts'
import { type RelationRow, RelationReader } from './relation-store.ts'
import { rowFacts } from '../common/row-facts.ts'
import { SecretReader } from './secret-store.ts'
import { secretsIn } from './secrets.ts'
import { standingOn } from './standing-store.ts'
import type { Surroundings } from './surroundings.ts'
import { holdsAt, ThingReader, type ThingRow } from './thing-store.ts'
import type { RegistryTables } from './tables.ts'

interface Showing {
  readonly db: Kysely<RegistryTables>
  readonly actor: Actor
  readonly now: Instant
}

/** One line of a list: what is not sealed and not hidden. */
export function presentListed(row: ThingRow, holds: Holds, names: (path: string) => readonly string[]): ListedThing {
  const shown = visibleFields(row.kind, holds).filter(([, spec]) => !isSealed(spec))
  const fields = shown.flatMap(([key]) => {
    const kept = row.fields[key]
    return kept === undefined || isSecretRef(kept) ? [] : [[key, kept] as const]
  })
  return {
    ...{
      thingId: row.id,
      kind: row.kind,
      title: row.title,
      gridPath: row.grid_path,
      gridNames: [...names(row.grid_path)],
    },
    ...{ state: row.state, staleOn: row.stale_on, fields: Object.fromEntries(fields) },
  }
}

/** The whole page of a thing, as it is or as it was on a day, with what the reader may see of it. */
export async function presentThing(
  around: Surroundings,
  { db, actor, now }: Showing,
  row: ThingRow,
  on?: string,
): Promise<ShownThing> {
  const reader = new ThingReader(db, actor)
  const holds = holdsAt(actor, row)
  const entries = (await reader.entriesOf([row.id])).get(row.id) ?? []
  const known = knownFrom(row.kind, entries, on)
  const shown = visibleFields(row.kind, holds).filter(([key]) => known[key] !== undefined)
  const valueOf = await new SecretReader(db, around.secrets).open(secretsIn(shown.map(([key]) => known[key]!.kept)))
  const names = await around.people(db as never, [...new Set(Object.values(known).map(one => one.byId))])
  const called = await placeWords(
    db,
    dayOf(now),
    shown.map(([key]) => ({ kind: row.kind, key, value: known[key]!.kept })),
  )
  const fields = shown.map(([key, spec, sight]): ShownField => {
    const one = known[key]!
    const value = valueOf(one.kept)
    return {
      ...{ key, sight: sight as 'open' | 'masked', trueOn: one.trueOn, at: one.at, way: one.way, serial: one.serial },
      value: value !== null && sight === 'masked' ? masked(spec, value) : value,
      words: called(row.kind, key, value),
      ref: one.ref,
      byName: names.get(one.byId) ?? null,
      staleOn: staleOn(row.kind, key, one, around.staleAfter(now)),
      mayUnmask: mayUnmask(spec, holds),
    }
  })
  const relations = await presentRelations({ db, actor, now }, row.id, on)
  const standing =
    on === undefined
      ? { state: row.state, endedOn: row.ended_on, gridPath: row.grid_path }
      : await standingOn(db, row, on)
  return {
    ...{ thingId: row.id, kind: row.kind, ...standing, gridNames: [...around.grids.names(standing.gridPath)] },
    title: on === undefined ? row.title : rowFacts(row.kind, known).title,
    point: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
    ...{ mergedInto: row.merged_into, serial: row.serial, fields, relations },
    openConflicts: await openConflictsOf(db, row.id),
    // A day of the past is looked at, not written on.
    mayWrite: on === undefined && row.state === 'current' && holds('registry.write'),
  }
}

async function presentRelations({ db, actor }: Showing, thingId: string, on?: string): Promise<ShownRelation[]> {
  const all = await new RelationReader(db).of([thingId])
  const rows =
    on === undefined ? all : all.filter(row => row.from_on <= on && (row.until_on === null || on < row.until_on))
  const others = await new ThingReader(db, actor).byIds(rows.map(row => otherOf(row, thingId)))
  const byId = new Map(others.map(other => [other.id, other]))
  return rows.map(row => {
    const other = byId.get(otherOf(row, thingId))
    return {
      ...{
        relationId: row.id,
        kind: row.kind,
        direction: row.from_id === thingId ? ('from' as const) : ('to' as const),
      },
      ...{ role: row.role, from: row.from_on, until: row.until_on },
      other: other ? { thingId: other.id, kind: other.kind, title: other.title, state: other.state } : null,
    }
  })
}

const otherOf = (row: RelationRow, thingId: string) => (row.from_id === thingId ? row.to_id : row.from_id)

/** The entries of a thing, with the values that the reader may see; sealed ones masked. */
export async function presentHistory(around: Surroundings, { db, actor, now }: Showing, row: ThingRow) {
  const holds = holdsAt(actor, row)
  const entries: readonly Entry[] = (await new ThingReader(db, actor).entriesOf([row.id])).get(row.id) ?? []
  const seen = (key: string) => {
    const spec = fieldOf(row.kind, key)
    return spec !== undefined && holds(kinds[row.kind].read) && sightOf(spec, holds) !== 'hidden'
  }
  const kept = entries.flatMap(entry => Object.entries(entry.changes).flatMap(([key, one]) => (seen(key) ? [one] : [])))
  const valueOf = await new SecretReader(db, around.secrets).open(secretsIn(kept))
  const names = await around.people(db as never, [...new Set(entries.map(entry => entry.byId))])
  const called = await placeWords(
    db,
    dayOf(now),
    entries.flatMap(({ changes }) => Object.entries(changes).map(([key, value]) => ({ kind: row.kind, key, value }))),
  )
  const shown = (key: string, one: Kept) => {
    const value = called(row.kind, key, valueOf(one)) ?? valueOf(one)
    const spec = fieldOf(row.kind, key)!
    return value !== null && sightOf(spec, holds) === 'masked' ? masked(spec, value) : value
  }
  return entries.toReversed().map(({ serial, trueOn, at, way, ref, byId, changes, erased = [] }) => ({
    ...{ serial, trueOn, at, way, ref, byName: names.get(byId) ?? null, erased: [...erased] },
    changes: Object.entries(changes).flatMap(([key, one]) => (seen(key) ? [{ key, value: shown(key, one) }] : [])),
  }))
}

/** Today, as days are counted here. */
export const today = (now: Instant) => dayOf(now)
