import { type Kysely, sql, type Transaction } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import { visibleWhere } from '#platform/authz/server/visible-where.ts'
import { jsonValue } from '#platform/db/server/json-value.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { sameOnes } from './same-ones-store.ts'
import type { RegistryTables } from './tables.ts'

export type CorrectionRow = RegistryTables['registry.correction']
export type ConsentRow = RegistryTables['registry.consent']

const correctionColumns = [
  ...(['id', 'thing_id', 'field', 'wanted', 'reason', 'asked_at', 'asked_by', 'due_on', 'outcome', 'answer'] as const),
  ...(['settled_at', 'settled_by'] as const),
] as const

/** False when the id is taken. */
export async function addCorrection(tx: Transaction<RegistryTables>, row: CorrectionRow): Promise<boolean> {
  const added = await tx
    .insertInto('registry.correction')
    .values({ ...row, wanted: jsonValue(row.wanted) } as never)
    .onConflict(clash => clash.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function takeCorrection(tx: Transaction<RegistryTables>, id: string): Promise<CorrectionRow | undefined> {
  return tx
    .selectFrom('registry.correction')
    .select(correctionColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function settleCorrection(
  tx: Transaction<RegistryTables>,
  id: string,
  settled: { outcome: 'accepted' | 'refused'; answer: string; at: Instant; byId: string },
): Promise<void> {
  const { outcome, answer, at, byId } = settled
  await tx
    .updateTable('registry.correction')
    .set({ outcome, answer, settled_at: at, settled_by: byId })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .execute()
}

interface Page {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Those that wait where the actor decides, the one due first; of one thing also those that are decided. */
export async function listCorrections(
  db: Kysely<RegistryTables>,
  actor: Actor,
  { thingId, limit, cursor }: Page & { readonly thingId?: string | undefined },
) {
  const after = readCursor(cursor, ['day', 'uuid'])
  const found = await db
    .selectFrom('registry.correction')
    .innerJoin('registry.thing as row', 'row.id', 'registry.correction.thing_id')
    .select(correctionColumns.map(name => `registry.correction.${name}` as const))
    .where(visibleWhere(actor, 'registry.settle'))
    .$if(thingId !== undefined, q => q.where('registry.correction.thing_id', '=', thingId!))
    .$if(thingId === undefined, q => q.where('registry.correction.outcome', 'is', null))
    .$if(after !== null, q =>
      q.where(
        sql<boolean>`(registry.correction.due_on, registry.correction.id) > (${after![0]}::date, ${after![1]}::uuid)`,
      ),
    )
    .orderBy('registry.correction.due_on')
    .orderBy('registry.correction.id')
    .limit(limit + 1)
    .execute()
  return cutPage(found, limit, ({ due_on, id }) => [due_on, id])
}

export async function openCorrectionsOf(db: Kysely<RegistryTables>, thingId: string): Promise<number> {
  const { count } = await db
    .selectFrom('registry.correction')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('thing_id', '=', thingId)
    .where('outcome', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** False when the id is taken. */
export async function addConsent(tx: Transaction<RegistryTables>, row: ConsentRow): Promise<boolean> {
  const added = await tx
    .insertInto('registry.consent')
    .values(row)
    .onConflict(clash => clash.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

const consentColumns = [
  ...(['id', 'person_id', 'purpose', 'care_group', 'way', 'given_on', 'until_on', 'withdrawn_on', 'by_id'] as const),
  'at',
] as const

/** Also what was said under a record that was merged into this one. */
export async function consentsOf(db: Kysely<RegistryTables>, personId: string): Promise<readonly ConsentRow[]> {
  return db
    .selectFrom('registry.consent')
    .select(consentColumns)
    .where('person_id', 'in', await sameOnes(db, personId))
    .orderBy('given_on', 'desc')
    .orderBy('id')
    .execute()
}

export async function takeConsent(tx: Transaction<RegistryTables>, id: string): Promise<ConsentRow | undefined> {
  return tx.selectFrom('registry.consent').select(consentColumns).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function withdraw(tx: Transaction<RegistryTables>, id: string, on: string): Promise<void> {
  await tx.updateTable('registry.consent').set({ withdrawn_on: on }).where('id', '=', id).execute()
}

/** What `registry.cleaning` remembers, the latest first. */
export async function cleanings(db: Kysely<RegistryTables>) {
  return db
    .selectFrom('registry.cleaning')
    .select(['id', 'at', 'by_id', 'rule', 'erased'])
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
}

export async function noteCleaning(tx: Transaction<RegistryTables>, row: RegistryTables['registry.cleaning']) {
  await tx.insertInto('registry.cleaning').values(row).execute()
}

interface FieldRuleAsked {
  readonly kinds: readonly string[]
  readonly states: readonly string[]
  readonly fields: readonly string[]
  /** Things that ended before this day. */
  readonly before: string
}

const due = ({ kinds, states, fields, before }: FieldRuleAsked) => sql`registry.thing
  where kind = any(${kinds}::text[]) and state = any(${states}::text[]) and ended_on < ${before}
    and fields ?| ${fields}::text[]`

/** How many things a rule would touch. */
export async function countDue(db: Kysely<RegistryTables>, rule: FieldRuleAsked): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${due(rule)}`.execute(db)
  return rows[0]?.count ?? 0
}

const erasedAtOnce = 5000

/** Takes the fields out of rows, history, secrets, and what was only offered or asked for. Says how many things it were. */
export async function eraseDue(tx: Transaction<RegistryTables>, rule: FieldRuleAsked): Promise<number> {
  const { rows } = await sql<{
    id: string
  }>`select id from ${due(rule)} order by id limit ${erasedAtOnce} for update`.execute(tx)
  const ids = rows.map(row => row.id)
  if (ids.length === 0) return 0
  const fields = [...rule.fields]
  await sql`update registry.entry set
      erased = erased || array(select unnest(${fields}::text[]) intersect select jsonb_object_keys(changes)),
      changes = changes - ${fields}::text[]
    where thing_id = any(${ids}::uuid[]) and changes ?| ${fields}::text[]`.execute(tx)
  await sql`delete from registry.secret where thing_id = any(${ids}::uuid[]) and field = any(${fields}::text[])`.execute(
    tx,
  )
  await sql`update registry.conflict set offered = 'null'
    where thing_id = any(${ids}::uuid[]) and field = any(${fields}::text[])`.execute(tx)
  await sql`update registry.correction set wanted = 'null'
    where thing_id = any(${ids}::uuid[]) and field = any(${fields}::text[])`.execute(tx)
  await sql`update registry.thing set fields = fields - ${fields}::text[] where id = any(${ids}::uuid[])`.execute(tx)
  return ids.length
}

const careOver = (group: string, before: string) =>
  sql`registry.care where care_group = ${group} and until_on < ${before}`

export async function countCareOver(db: Kysely<RegistryTables>, group: string, before: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${careOver(group, before)}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

export async function removeCareOver(tx: Transaction<RegistryTables>, group: string, before: string): Promise<number> {
  const { numAffectedRows } = await sql`delete from ${careOver(group, before)}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
