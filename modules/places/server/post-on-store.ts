import { type Kysely, sql, type Transaction } from 'kysely'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import type { PostOnThing, ThingDuty, ThingKind } from '../common/things.ts'
import type { PlacesTables } from './tables.ts'

/** Which posts stand on which things on a day. Posted in public like the grids, so it takes no actor. */
export class PostOnReader {
  protected readonly db: Kysely<PlacesTables>
  protected readonly on: string

  constructor(db: ReadHandle, on: string) {
    this.db = db as unknown as Kysely<PlacesTables>
    this.on = on
  }

  async onThings(kind: ThingKind, ids: readonly string[]): Promise<PostOnThing[]> {
    if (ids.length === 0) return []
    const rows = await this.#now()
      .where('thing_kind', '=', kind)
      .where('thing_id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map(toPost)
  }

  /** On what some posts stand. */
  async ofPosts(postIds: readonly string[]): Promise<PostOnThing[]> {
    if (postIds.length === 0) return []
    const rows = await this.#now().where('post_id', '=', sql<string>`any(${postIds}::text[])`).execute()
    return rows.map(toPost)
  }

  #now() {
    return this.db
      .selectFrom('places.post_on')
      .select(['thing_kind', 'thing_id', 'duty', 'post_id'])
      .where('valid_from', '<=', this.on)
      .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', this.on)]))
      .orderBy('duty')
      .orderBy('post_id')
  }
}

export class PostOnWriter extends PostOnReader {
  readonly #tx: Transaction<PlacesTables>

  constructor(tx: Transaction<PlacesTables>, on: string) {
    super(tx, on)
    this.#tx = tx
  }

  /** Ends what is no more wanted, begins what is new, leaves the rest; a post that went today and comes back stays. */
  async set(kind: ThingKind, id: string, wanted: readonly { readonly postId: string; readonly duty: ThingDuty }[]) {
    const keyOf = (one: { readonly postId: string; readonly duty: string }) => `${one.duty} ${one.postId}`
    const present = await this.onThings(kind, [id])
    const keys = new Set(wanted.map(keyOf))
    const had = new Set(present.map(keyOf))
    const ending = present.filter(one => !keys.has(keyOf(one)))
    const begins = wanted.filter(one => !had.has(keyOf(one)))
    for (const { duty, postId } of ending) {
      await this.#tx
        .updateTable('places.post_on')
        .set({ valid_to: this.on })
        .where('thing_kind', '=', kind)
        .where('thing_id', '=', id)
        .where('duty', '=', duty)
        .where('post_id', '=', postId)
        .where('valid_to', 'is', null)
        .execute()
    }
    for (const { duty, postId } of begins) {
      await this.#tx
        .insertInto('places.post_on')
        .values({ thing_kind: kind, thing_id: id, duty, post_id: postId, valid_from: this.on, valid_to: null })
        .onConflict(conflict =>
          conflict.columns(['thing_kind', 'thing_id', 'duty', 'post_id', 'valid_from']).doUpdateSet({ valid_to: null }),
        )
        .execute()
    }
    return { begun: begins.length, ended: ending.length }
  }
}

type Row = Pick<PlacesTables['places.post_on'], 'thing_kind' | 'thing_id' | 'duty' | 'post_id'>

const toPost = (row: Row): PostOnThing => ({
  thingKind: row.thing_kind,
  thingId: row.thing_id,
  duty: row.duty,
  postId: row.post_id,
})
