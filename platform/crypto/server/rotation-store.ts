import { type Kysely, sql, type Transaction } from 'kysely'
import type { Instant } from '../../kernel/common/instant.ts'
import type { RingName } from '../common/contract.ts'
import type { SealedStore } from './sealed-store.ts'

export interface RotationTables {
  'keys.rotation': {
    id: string
    ring: RingName
    key_id: string
    reason: string
    by_id: string
    started_at: Instant
    finished_at: Instant | null
  }
  'keys.progress': {
    rotation_id: string
    store: string
    after: string | null
    done: number
    total: number
    is_finished: boolean
  }
}

const rotationColumns = ['id', 'ring', 'key_id', 'reason', 'by_id', 'started_at', 'finished_at'] as const
const progressColumns = ['rotation_id', 'store', 'after', 'done', 'total', 'is_finished'] as const

const named = (text: string) => sql.ref(text)

const isUuid = ({ key, isText }: SealedStore) => key.length === 1 && !isText

/** The key as something that sorts: a uuid walks along its index; several columns are few rows, and are joined as text. */
const keyOf = (store: SealedStore, of = '') =>
  isUuid(store)
    ? named(`${of}${store.key[0]}`)
    : sql`concat_ws(' ', ${sql.join(store.key.map(column => named(`${of}${column}`)))}) collate "C"`
const keyType = (store: SealedStore) => (isUuid(store) ? sql`uuid` : sql`text`)

/** The latest change of a ring with how far it has come. */
export async function latestRotation(db: Kysely<RotationTables>, ring: RingName) {
  const rotation = await db
    .selectFrom('keys.rotation')
    .select(rotationColumns)
    .where('ring', '=', ring)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!rotation) return undefined
  const progress = await progressOf(db, rotation.id)
  const sum = (of: 'done' | 'total') => progress.reduce((total, row) => total + row[of], 0)
  return { ...rotation, done: sum('done'), total: sum('total') }
}

export async function openRotations(db: Kysely<RotationTables>) {
  return db.selectFrom('keys.rotation').select(rotationColumns).where('finished_at', 'is', null).orderBy('id').execute()
}

export async function progressOf(db: Kysely<RotationTables>, rotationId: string) {
  return db
    .selectFrom('keys.progress')
    .select(progressColumns)
    .where('rotation_id', '=', rotationId)
    .orderBy('store')
    .execute()
}

export async function beginRotation(
  tx: Transaction<RotationTables>,
  rotation: RotationTables['keys.rotation'],
  stores: readonly SealedStore[],
): Promise<void> {
  await tx.insertInto('keys.rotation').values(rotation).execute()
  for (const store of stores) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(store.table)}
      where ${named(store.sealed)} is not null`.execute(tx)
    await tx
      .insertInto('keys.progress')
      .values({
        ...{ rotation_id: rotation.id, store: store.name, after: null, done: 0, total: rows[0]?.count ?? 0 },
        is_finished: false,
      })
      .execute()
  }
}

export interface SealedRow {
  readonly id: string
  readonly sealed: Buffer
  readonly more: readonly string[]
}

/** The next rows of a store, held; the progress row is held too, so that two workers do not do the same. */
export async function nextRows(
  tx: Transaction<RotationTables>,
  rotationId: string,
  store: SealedStore,
  limit: number,
): Promise<{ readonly rows: readonly SealedRow[]; readonly isFinished: boolean }> {
  const progress = await tx
    .selectFrom('keys.progress')
    .select(progressColumns)
    .where('rotation_id', '=', rotationId)
    .where('store', '=', store.name)
    .forUpdate()
    .executeTakeFirst()
  if (!progress || progress.is_finished) return { rows: [], isFinished: true }
  const key = keyOf(store)
  const beyond = progress.after === null ? sql`` : sql`and ${key} > ${progress.after}::${keyType(store)}`
  const { rows } = await sql<SealedRow>`select (${key})::text as id, ${named(store.sealed)} as sealed,
      array[${sql.join((store.more ?? []).map(column => sql`${named(column)}::text`))}]::text[] as more
    from ${sql.table(store.table)}
    where ${named(store.sealed)} is not null ${beyond}
    order by ${key} limit ${limit} for update`.execute(tx)
  return { rows, isFinished: rows.length === 0 }
}

export interface MadeAnew {
  readonly id: string
  readonly sealed: Buffer
  /** Undefined: the index stays as it is. */
  readonly index?: Buffer | null
}

export async function writeAnew(tx: Transaction<RotationTables>, store: SealedStore, rows: readonly MadeAnew[]) {
  if (rows.length === 0) return
  const given = rows.map(row => ({
    ...{ id: row.id, sealed: row.sealed.toString('hex'), index: row.index?.toString('hex') ?? null },
  }))
  const hasIndex = store.index !== undefined && rows.some(row => row.index !== undefined)
  const setIndex = hasIndex ? sql`, ${named(store.index!.column)} = decode(fresh.index, 'hex')` : sql``
  await sql`update ${sql.table(store.table)} as kept set ${named(store.sealed)} = decode(fresh.sealed, 'hex')${setIndex}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as fresh (id ${keyType(store)}, sealed text, index text)
    where ${keyOf(store, 'kept.')} = fresh.id`.execute(tx)
}

export async function noteProgress(
  tx: Transaction<RotationTables>,
  at: {
    readonly rotationId: string
    readonly store: string
    readonly rows: readonly SealedRow[]
    readonly isFinished: boolean
  },
): Promise<void> {
  const last = at.rows.at(-1)?.id
  await tx
    .updateTable('keys.progress')
    .set(eb => ({
      is_finished: at.isFinished,
      done: eb('done', '+', at.rows.length),
      ...(last === undefined ? {} : { after: last }),
    }))
    .where('rotation_id', '=', at.rotationId)
    .where('store', '=', at.store)
    .execute()
}

export async function finishRotation(tx: Transaction<RotationTables>, id: string, at: Instant): Promise<void> {
  await tx.updateTable('keys.rotation').set({ finished_at: at }).where('id', '=', id).execute()
}

/** How many values a store still has that another key than this sealed; the key's name stands at the head of each. */
export async function sealedByOthers(db: Kysely<RotationTables>, store: SealedStore, keyId: string): Promise<number> {
  const sealed = named(store.sealed)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(store.table)}
    where ${sealed} is not null and substring(${sealed} from 3 for get_byte(${sealed}, 1)) <> ${Buffer.from(keyId)}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}
