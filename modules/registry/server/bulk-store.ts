import { sql, type Transaction } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Entry } from '../common/entries.ts'
import type { ThingKind } from '../common/kinds.ts'
import type { RowFacts } from '../common/row-facts.ts'
import { findableBy, foundBy } from './found-by.ts'
import type { SecretRow } from './secrets.ts'
import type { RegistryTables } from './tables.ts'

export interface NewThingRow {
  readonly id: string
  readonly kind: ThingKind
  readonly gridPath: string
  readonly lon: number | null
  readonly lat: number | null
  readonly facts: RowFacts
  readonly fields: object
  readonly at: Instant
}

const atOnce = 1000

// One JSON parameter for many rows: PostgreSQL takes 65 535 parameters, and builds this faster too.

export async function insertThings(tx: Transaction<RegistryTables>, things: readonly NewThingRow[]): Promise<void> {
  for (const some of inPieces(things)) {
    const rows = some.map(({ facts, gridPath, ...row }) => ({ ...row, ...flat(facts), grid_path: gridPath }))
    await sql`insert into registry.thing (id, kind, title, grid_path, lon, lat, fields, born_on, sex, population, use,
        words, findable_by, stale_on, serial, created_at, changed_at)
      select id, kind, title, grid_path, lon, lat, fields, born_on, sex, population, use,
        array_to_tsvector(array(select jsonb_array_elements_text(words))), ${findableBy}, stale_on, 1, at, at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, kind text, title text, grid_path text,
        lon float8, lat float8, fields jsonb, born_on date, sex text, population text, use text, words jsonb,
        stale_on date, at timestamptz)`.execute(tx)
  }
}

export interface ChangedThingRow {
  readonly id: string
  readonly serial: number
  readonly facts: RowFacts
  readonly fields: object
  readonly at: Instant
}

export async function updateThings(tx: Transaction<RegistryTables>, things: readonly ChangedThingRow[]): Promise<void> {
  for (const some of inPieces(things)) {
    const rows = some.map(({ facts, ...row }) => ({ ...row, ...flat(facts) }))
    await sql`update registry.thing as thing set title = row.title, fields = row.fields, born_on = row.born_on,
        sex = row.sex, population = row.population, use = row.use, stale_on = row.stale_on, serial = row.serial,
        words = array_to_tsvector(array(select jsonb_array_elements_text(row.words))), findable_by = ${findableBy},
        changed_at = row.at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, title text, fields jsonb, born_on date,
        sex text, population text, use text, words jsonb, stale_on date, serial int, at timestamptz)
      where thing.id = row.id`.execute(tx)
  }
}

export async function insertEntries(
  tx: Transaction<RegistryTables>,
  entries: readonly (Entry & { readonly thingId: string })[],
): Promise<void> {
  for (const some of inPieces(entries)) {
    await sql`insert into registry.entry (thing_id, serial, true_on, at, way, ref, by_id, post_id, changes)
      select "thingId", serial, "trueOn", at, way, ref, "byId", "postId", changes
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as row ("thingId" uuid, serial int, "trueOn" date,
        at timestamptz, way text, ref text, "byId" text, "postId" text, changes jsonb)`.execute(tx)
  }
}

export async function insertSecrets(tx: Transaction<RegistryTables>, secrets: readonly SecretRow[]): Promise<void> {
  for (const some of inPieces(secrets)) {
    const rows = some.map(row => ({
      ...row,
      sealed: row.sealed.toString('hex'),
      index: row.index?.toString('hex') ?? null,
    }))
    await sql`insert into registry.secret (id, thing_id, field, sealed, index)
      select id, thing_id, field, decode(sealed, 'hex'), decode(index, 'hex')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, thing_id uuid, field text, sealed text,
        index text)`.execute(tx)
  }
}

export type NewRelation = Pick<
  RegistryTables['registry.relation'],
  'id' | 'kind' | 'role' | 'from_id' | 'to_id' | 'from_on' | 'recorded_at' | 'by_id' | 'post_id' | 'way' | 'ref'
> & { readonly until_on?: string | null }

export async function insertRelations(
  tx: Transaction<RegistryTables>,
  relations: readonly NewRelation[],
): Promise<void> {
  for (const some of inPieces(relations)) {
    await sql`insert into registry.relation (id, kind, role, from_id, to_id, from_on, until_on, recorded_at, by_id, post_id,
        way, ref, ended_at, ended_by)
      select id, kind, role, from_id, to_id, from_on, until_on, recorded_at, by_id, post_id, way, ref,
        case when until_on is not null then recorded_at end, case when until_on is not null then by_id end
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as row (id uuid, kind text, role text, from_id uuid,
        to_id uuid, from_on date, until_on date, recorded_at timestamptz, by_id text, post_id text, way text,
        ref text)`.execute(tx)
  }
}

const flat = ({ texts, ...facts }: RowFacts) => ({ ...facts, words: foundBy(texts) })

function* inPieces<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += atOnce) yield all.slice(from, from + atOnce)
}
