import type { Kysely } from 'kysely'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import { isSecretRef, type Kept, type SecretRef } from '../common/entries.ts'
import type { FieldValue } from '../common/field-spec.ts'
import { aboutSecret } from './secrets.ts'
import type { RegistryTables } from './tables.ts'

/** Opens sealed values by the ids of their rows; one that was removed is null. */
export class SecretReader {
  readonly #db: Kysely<RegistryTables>
  readonly #secrets: SecretBox

  constructor(db: Kysely<RegistryTables>, secrets: SecretBox) {
    this.#db = db
    this.#secrets = secrets
  }

  async open(refs: readonly SecretRef[]): Promise<(kept: Kept) => FieldValue | null> {
    const ids = [...new Set(refs.map(ref => ref.secret))]
    const rows =
      ids.length === 0
        ? []
        : await this.#db
            .selectFrom('registry.secret')
            .select(['id', 'field', 'sealed'])
            .where('id', 'in', ids)
            .execute()
    const values = new Map(
      rows.map(row => [
        row.id,
        JSON.parse(this.#secrets.open(row.sealed, aboutSecret(row.id, row.field))) as FieldValue,
      ]),
    )
    return kept => (isSecretRef(kept) ? (values.get(kept.secret) ?? null) : kept)
  }
}
