import { type Kysely, sql, type Transaction } from 'kysely'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { maskedPhone } from '../common/phone.ts'
import type { PlacesTables } from './tables.ts'

/** Binds a sealed number to its post, so that rows cannot be swapped. */
export const aboutOf = (postId: string) => `places.post-phone/${postId}`

export const sealPhone = (secrets: SecretBox, postId: string, phone: string): Buffer =>
  secrets.seal(phone, aboutOf(postId))

/** Duty phones as one actor may see them: whole in the grids where they hold the word, masked elsewhere. */
export class PhoneReader {
  readonly #db: Kysely<PlacesTables>
  readonly #actor: Actor
  readonly #secrets: SecretBox

  constructor(db: ReadHandle, actor: Actor, secrets: SecretBox) {
    this.#db = db as unknown as Kysely<PlacesTables>
    this.#actor = actor
    this.#secrets = secrets
  }

  /** By post; posts without a phone are left out. */
  async ofPosts(posts: readonly { readonly postId: string; readonly gridPath: string | null }[]) {
    const rows = await phonesOf(this.#db, [...new Set(posts.map(({ postId }) => postId))])
    const pathOf = new Map(posts.map(({ postId, gridPath }) => [postId, gridPath]))
    return new Map(
      rows.map(({ post_id, phone_sealed }) => {
        const phone = this.#secrets.open(phone_sealed, aboutOf(post_id))
        const placed = { gridPath: pathOf.get(post_id) ?? null, unitId: null, postId: post_id, ownerId: null }
        return [post_id, can(this.#actor, 'places.see-phones', placed) ? phone : maskedPhone(phone)]
      }),
    )
  }
}

/**
 * Duty phones in full, by post. Whoever asks says for whom: the posts that answer for somebody's own ground are theirs to
 * call, wherever those posts stand.
 */
export async function dutyPhones(
  db: ReadHandle,
  secrets: SecretBox,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await phonesOf(db as unknown as Kysely<PlacesTables>, postIds)
  return new Map(rows.map(({ post_id, phone_sealed }) => [post_id, secrets.open(phone_sealed, aboutOf(post_id))]))
}

async function phonesOf(db: Kysely<PlacesTables>, postIds: readonly string[]) {
  if (postIds.length === 0) return []
  return db
    .selectFrom('places.post_phone')
    .select(['post_id', 'phone_sealed'])
    .where('post_id', '=', sql<string>`any(${[...postIds]}::text[])`)
    .execute()
}

/** Sets a phone or takes it away, inside the unit of work. */
export async function putPhone(
  tx: Transaction<PlacesTables>,
  row: { readonly postId: string; readonly sealed: Buffer | null; readonly at: Instant; readonly by: string },
): Promise<void> {
  if (row.sealed === null) {
    await tx.deleteFrom('places.post_phone').where('post_id', '=', row.postId).execute()
    return
  }
  const changed = { phone_sealed: row.sealed, changed_at: row.at, changed_by: row.by }
  await tx
    .insertInto('places.post_phone')
    .values({ post_id: row.postId, ...changed })
    .onConflict(conflict => conflict.column('post_id').doUpdateSet(changed))
    .execute()
}
