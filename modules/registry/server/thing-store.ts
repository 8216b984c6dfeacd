import { type ExpressionBuilder, type Kysely, type Selectable, sql, type SqlBool, type Transaction } from 'kysely'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import { type PlacedRow, visibleWhere } from '#platform/authz/server/visible-where.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { wordsQuery } from '#platform/search/server/words.ts'
import type { Entry } from '../common/entries.ts'
import { kinds, type ThingKind, thingKinds } from '../common/kinds.ts'
import { foundAt } from './found-at-store.ts'
import type { RegistryTables, ThingState } from './tables.ts'

const columns = [
  ...(['id', 'kind', 'title', 'grid_path', 'unit_id', 'post_id', 'owner_id', 'lon', 'lat', 'fields'] as const),
  ...(['born_on', 'sex', 'population', 'use', 'state', 'ended_on', 'merged_into', 'stale_on', 'serial'] as const),
  ...(['created_at', 'changed_at'] as const),
] as const

export type ThingRow = Pick<Selectable<RegistryTables['registry.thing']>, (typeof columns)[number]>

export const placedAt = ({ grid_path }: Pick<ThingRow, 'grid_path'>) => ({
  gridPath: grid_path,
  unitId: null,
  postId: null,
  ownerId: null,
})

/** What the caller holds at the place of a thing. */
export const holdsAt = (actor: Actor, row: Pick<ThingRow, 'grid_path'>) => (permission: string) =>
  can(actor, permission, placedAt(row))

export interface ListAsked {
  readonly kind: ThingKind
  /** This grid and what is below it. */
  readonly gridPath?: string | undefined
  readonly text?: string | undefined
  readonly state?: 'current' | 'all' | undefined
  /** Only what has something stale by this day. */
  readonly staleBy?: string | undefined
  readonly after?: { readonly title: string; readonly id: string } | undefined
  readonly limit: number
}

const kindsReadBy = (word: string) => thingKinds.filter(kind => kinds[kind].read === word)

/** Things that one actor may see, by kind and place. */
export class ThingReader {
  protected readonly db: Kysely<RegistryTables>
  protected readonly actor: Actor

  constructor(db: Kysely<RegistryTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  async find(id: string): Promise<ThingRow | undefined> {
    return (await this.byIds([id]))[0]
  }

  async byIds(ids: readonly string[]): Promise<readonly ThingRow[]> {
    if (ids.length === 0) return []
    return this.db
      .selectFrom('registry.thing as row')
      .select(columns)
      .where('id', 'in', [...new Set(ids)])
      .where(eb => seen(eb, this.actor))
      .execute()
  }

  /** A page in the order of titles. */
  async list(asked: ListAsked): Promise<readonly ThingRow[]> {
    const words = asked.text ? wordsQuery(asked.text) : null
    return this.db
      .selectFrom('registry.thing as row')
      .select(columns)
      .where('kind', '=', asked.kind)
      .where(eb => seen(eb, this.actor, kinds[asked.kind].read))
      .$if(asked.state !== 'all', q => q.where('state', '=', 'current'))
      .$if(asked.gridPath !== undefined, q => q.where(inside(asked.gridPath!)))
      .$if(words !== null, q => q.where(foundAt(words!, asked.gridPath === undefined ? null : [asked.gridPath])))
      .$if(asked.staleBy !== undefined, q => q.where('stale_on', '<=', asked.staleBy!))
      .$if(asked.after !== undefined, q =>
        q.where(sql<SqlBool>`(title, id) > (${asked.after?.title}, ${asked.after?.id}::uuid)`),
      )
      .orderBy('title')
      .orderBy('id')
      .limit(asked.limit)
      .execute()
  }

  /** What is stale, the longest first. */
  async stale(asked: {
    gridPath?: string | undefined
    kind?: ThingKind | undefined
    by: string
    limit: number
    cursor?: string | undefined
  }) {
    const after = readCursor(asked.cursor, ['day', 'uuid'])
    const found = await this.db
      .selectFrom('registry.thing as row')
      .select(columns)
      .where('state', '=', 'current')
      .where('stale_on', '<=', asked.by)
      .where(eb => seen(eb, this.actor))
      .$if(asked.kind !== undefined, q => q.where('kind', '=', asked.kind!))
      .$if(asked.gridPath !== undefined, q => q.where(inside(asked.gridPath!)))
      .$if(after !== null, q => q.where(sql<SqlBool>`(stale_on, id) > (${after![0]}::date, ${after![1]}::uuid)`))
      .orderBy('stale_on')
      .orderBy('id')
      .limit(asked.limit + 1)
      .execute()
    return cutPage(found, asked.limit, row => [row.stale_on ?? '', row.id])
  }

  /** Those whose sealed number is this one; `indexes` are made with every key there is. */
  async byIndex(indexes: readonly Buffer[]): Promise<readonly ThingRow[]> {
    if (indexes.length === 0) return []
    const owners = await this.db
      .selectFrom('registry.secret')
      .select('thing_id')
      .distinct()
      .where('index', 'in', indexes)
      .execute()
    return this.byIds(owners.map(row => row.thing_id))
  }

  async entriesOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Entry[]>> {
    const found = new Map<string, Entry[]>(ids.map(id => [id, []]))
    if (ids.length === 0) return found
    const rows = await this.db
      .selectFrom('registry.entry')
      .select(['thing_id', 'serial', 'true_on', 'at', 'way', 'ref', 'by_id', 'post_id', 'changes', 'erased'])
      .where('thing_id', 'in', [...new Set(ids)])
      .orderBy('thing_id')
      .orderBy('serial')
      .execute()
    for (const { thing_id, true_on, by_id, post_id, ...row } of rows)
      found.get(thing_id)?.push({ ...row, trueOn: true_on, byId: by_id, postId: post_id })
    return found
  }
}

/** A subtree as one comparison: equality where a column holds the prefix. */
function inside(path: string) {
  return (eb: ExpressionBuilder<{ row: RegistryTables['registry.thing'] }, 'row'>) =>
    eb(sql.ref<string>(`place_${path.split('.').length}`), '=', path)
}

/** The shared rule, asked about our rows: personal kinds by one word, the rest by another. */
function seen(eb: unknown, actor: Actor, word?: 'registry.read' | 'registry.read-places') {
  const builder = eb as ExpressionBuilder<{ row: PlacedRow & { kind: ThingKind } }, 'row'>
  const by = (one: 'registry.read' | 'registry.read-places') => visibleWhere(actor, one)(builder)
  if (word) return by(word)
  return builder.or(
    (['registry.read', 'registry.read-places'] as const).map(one =>
      builder.and([builder('kind', 'in', kindsReadBy(one)), by(one)]),
    ),
  )
}

/** A record merged into another, that into a third …: nobody goes further. */
const mostMerges = 20

/** Exists only inside a unit of work, and is the one place that writes things. */
export class ThingWriter extends ThingReader {
  constructor(tx: Transaction<RegistryTables>, actor: Actor) {
    super(tx, actor)
  }

  /** Which of these ids are taken, whoever may see them. */
  async anyWith(ids: readonly string[]): Promise<readonly string[]> {
    if (ids.length === 0) return []
    const rows = await this.db.selectFrom('registry.thing').select('id').where('id', 'in', ids).execute()
    return rows.map(row => row.id)
  }

  /** Held until the unit of work ends; in the order of ids, so that two who want the same wait and do not block. */
  async take(ids: readonly string[], permission?: string): Promise<readonly ThingRow[]> {
    if (ids.length === 0) return []
    const rows = await this.db
      .selectFrom('registry.thing')
      .select(columns)
      .where('id', 'in', [...new Set(ids)])
      .orderBy('id')
      .forUpdate()
      .execute()
    return rows.filter(row => holdsAt(this.actor, row)(permission ?? kinds[row.kind].read))
  }

  /** For what follows from an event or a decision whose own right has been asked already: whoever may see them. */
  async takeAny(ids: readonly string[]): Promise<readonly ThingRow[]> {
    if (ids.length === 0) return []
    return this.db
      .selectFrom('registry.thing')
      .select(columns)
      .where('id', 'in', [...new Set(ids)])
      .orderBy('id')
      .forUpdate()
      .execute()
  }

  /**
   * What these ids are by now, held until the unit of work ends: a phone that was away may still speak of a record that
   * has been merged into another.
   */
  async takeRemaining(ids: readonly string[], permission: string): Promise<ReadonlyMap<string, ThingRow>> {
    const leads = new Map(ids.map(id => [id, id]))
    const found = new Map<string, ThingRow>()
    for (let step = 0; step < mostMerges; step++) {
      const unread = [...new Set(leads.values())].filter(id => !found.has(id))
      if (unread.length === 0) break
      for (const row of await this.takeAny(unread)) found.set(row.id, row)
      for (const [id, lead] of leads) leads.set(id, found.get(lead)?.merged_into ?? lead)
    }
    return new Map(
      [...leads].flatMap(([id, lead]) => {
        const row = found.get(lead)
        return row && holdsAt(this.actor, row)(permission) ? [[id, row] as const] : []
      }),
    )
  }

  async setState(id: string, state: ThingState, on: string, at: Instant): Promise<void> {
    const ended_on = state === 'current' ? null : on
    await this.db
      .updateTable('registry.thing')
      .set({ state, ended_on, merged_into: null, changed_at: at })
      .where('id', '=', id)
      .execute()
  }

  async setPlace(id: string, gridPath: string, at: Instant): Promise<void> {
    await this.db
      .updateTable('registry.thing')
      .set({ grid_path: gridPath, changed_at: at })
      .where('id', '=', id)
      .execute()
  }
}

export { columns as thingColumns, seen as seenThings }
