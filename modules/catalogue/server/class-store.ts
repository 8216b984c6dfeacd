import { type Kysely, sql, type Transaction } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { LocalClass } from '../common/local-class.ts'
import type { CatalogueTables } from './tables.ts'

/** Every version of every local class, the oldest first. A city has some dozens; they are read as a whole. */
export async function readLocalClasses(read: Kysely<CatalogueTables>): Promise<readonly LocalClass[]> {
  const rows = await read
    .selectFrom('catalogue.local_class')
    .selectAll()
    .select(sql<string>`valid_from::text`.as('from'))
    .orderBy('class_kind')
    .orderBy('class_code')
    .orderBy('version')
    .execute()
  return rows.map(row => ({
    kind: row.class_kind,
    code: row.class_code,
    version: row.version,
    name: { 'zh-CN': row.name, en: row.name_en },
    oldCode: row.old_code,
    adoptedAs: row.adopted_as,
    from: row.from,
    isEnded: row.is_ended,
  }))
}

interface Writing {
  readonly byId: string
  readonly at: Instant
}

export async function addLocalClasses(
  tx: Transaction<CatalogueTables>,
  classes: readonly LocalClass[],
  { byId, at }: Writing,
): Promise<void> {
  if (classes.length === 0) return
  await tx
    .insertInto('catalogue.local_class')
    .values(
      classes.map(one => ({
        class_kind: one.kind,
        class_code: one.code,
        version: one.version,
        name: one.name['zh-CN'],
        name_en: one.name.en,
        old_code: one.oldCode,
        adopted_as: one.adoptedAs,
        valid_from: one.from,
        is_ended: one.isEnded,
        by_id: byId,
        at,
      })),
    )
    .execute()
}
