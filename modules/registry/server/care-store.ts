import { type Kysely, sql, type Transaction } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import { visibleWhere } from '#platform/authz/server/visible-where.ts'
import { care, type CareGroup, careGroups } from '../common/care.ts'
import type { RegistryTables } from './tables.ts'

export type PolicyRow = RegistryTables['registry.care_policy']
export type CareRow = RegistryTables['registry.care']

const policyColumns = [
  ...(['care_group', 'version', 'is_on', 'purpose', 'visit_days', 'keep_days', 'reason', 'by_id', 'at'] as const),
] as const
const careColumns = [
  ...([
    'id',
    'person_id',
    'care_group',
    'cause',
    'basis',
    'source',
    'since',
    'until_on',
    'next_visit_on',
    'by_id',
    'at',
  ] as const),
  ...(['ended_by', 'end_reason'] as const),
] as const

/** The latest version of each list's rules; a list that nobody turned on is not in here. */
export async function carePolicies(db: Kysely<RegistryTables>): Promise<ReadonlyMap<CareGroup, PolicyRow>> {
  const rows = await db
    .selectFrom('registry.care_policy')
    .select(policyColumns)
    .distinctOn('care_group')
    .orderBy('care_group')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map(row => [row.care_group, row]))
}

export async function addPolicy(tx: Transaction<RegistryTables>, row: Omit<PolicyRow, 'version'>): Promise<number> {
  const { rows } = await sql<{ version: number }>`insert into registry.care_policy
      (care_group, version, is_on, purpose, visit_days, keep_days, reason, by_id, at)
    select ${row.care_group}, coalesce(max(version), 0) + 1, ${row.is_on}, ${row.purpose}, ${row.visit_days},
      ${row.keep_days}, ${row.reason}, ${row.by_id}, ${row.at}::timestamptz
    from registry.care_policy where care_group = ${row.care_group} returning version`.execute(tx)
  return rows[0]!.version
}

/** Which words open which lists: the lists' own, or, for those who only go there, whom to visit and why. */
export type CareWords = (group: CareGroup) => readonly string[]
export const ownWords: CareWords = group => [care[group].permission]
export const visitWords: CareWords = group =>
  care[group].isToldToVisitors ? [care[group].permission, 'registry.visit-care'] : [care[group].permission]

/** Entries of the lists that are on and that the actor may see, the next visit first. */
export async function listCare(
  db: Kysely<RegistryTables>,
  actor: Actor,
  asked: {
    readonly group?: CareGroup | undefined
    readonly personId?: string | undefined
    readonly gridPath?: string | undefined
  },
  words: CareWords = ownWords,
) {
  return db
    .selectFrom('registry.care')
    .innerJoin('registry.thing as row', 'row.id', 'registry.care.person_id')
    .select(careColumns.map(name => `registry.care.${name}` as const))
    .select(['row.title', 'row.grid_path'])
    .where(eb =>
      eb.or(
        careGroups.flatMap(group =>
          words(group).map(word => eb.and([eb('registry.care.care_group', '=', group), visibleWhere(actor, word)(eb)])),
        ),
      ),
    )
    .where(sql<boolean>`(select is_on from registry.care_policy policy where policy.care_group = registry.care.care_group
      order by version desc limit 1)`)
    .$if(asked.group !== undefined, q => q.where('registry.care.care_group', '=', asked.group!))
    .$if(asked.personId !== undefined, q => q.where('registry.care.person_id', '=', asked.personId!))
    .$if(asked.personId === undefined, q => q.where('registry.care.until_on', 'is', null))
    .$if(asked.gridPath !== undefined, q =>
      q.where(sql.ref<string>(`row.place_${asked.gridPath?.split('.').length ?? 1}`), '=', asked.gridPath!),
    )
    .orderBy(sql`next_visit_on nulls last`)
    .orderBy('registry.care.id')
    .limit(1000)
    .execute()
}

/** Entries by consent while none that was given under this record holds; one given under a merged record may. */
export async function maybeUnfounded(db: Kysely<RegistryTables>, day: string): Promise<readonly CareRow[]> {
  const { rows } = await sql<CareRow>`select ${sql.join(careColumns.map(name => sql.ref(name)))} from registry.care care
    where basis = 'consent' and until_on is null and not exists (select 1 from registry.consent consent
      where consent.person_id = care.person_id and consent.care_group = care.care_group and given_on <= ${day}
        and (consent.until_on is null or consent.until_on >= ${day})
        and (withdrawn_on is null or withdrawn_on > ${day}))
    order by person_id`.execute(db)
  return rows
}

export async function takeCare(tx: Transaction<RegistryTables>, id: string): Promise<CareRow | undefined> {
  return tx.selectFrom('registry.care').select(careColumns).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** False when the person is on this list already. */
export async function addCare(tx: Transaction<RegistryTables>, row: CareRow): Promise<boolean> {
  const added = await tx
    .insertInto('registry.care')
    .values(row)
    .onConflict(clash => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** A list that is turned off has no purpose any more: everybody on it is taken off, and the time of keeping begins. */
export async function endCareFor(
  tx: Transaction<RegistryTables>,
  group: CareGroup,
  { on, byId, reason }: { readonly on: string; readonly byId: string; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('registry.care')
    .set({ until_on: on, ended_by: byId, end_reason: reason, next_visit_on: null })
    .where('care_group', '=', group)
    .where('until_on', 'is', null)
    .execute()
}

export async function changeCare(
  tx: Transaction<RegistryTables>,
  id: string,
  changed: Partial<Pick<CareRow, 'until_on' | 'ended_by' | 'end_reason' | 'next_visit_on'>>,
): Promise<void> {
  await tx.updateTable('registry.care').set(changed).where('id', '=', id).execute()
}

/** What a merge did to the care lists, so that it can be put back. */
export interface CareMoved {
  /** Entries that are the kept person's now. */
  readonly moved: readonly string[]
  /** Entries for lists on which the kept person was already, and when their next visit was due. */
  readonly ended: readonly { readonly id: string; readonly nextVisitOn: string | null }[]
}

/** The open entries of these people, held until the unit of work ends. */
export const openCareOf = (tx: Transaction<RegistryTables>, personIds: readonly string[]) =>
  tx
    .selectFrom('registry.care')
    .select(careColumns)
    .where('person_id', 'in', personIds)
    .where('until_on', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()

/** Whoever is made one with somebody stays on the lists of both; of two rhythms the one that comes first goes on. */
export async function moveCare(
  tx: Transaction<RegistryTables>,
  { from, to }: { readonly from: string; readonly to: string },
  ending: { readonly on: string; readonly byId: string; readonly reason: string },
): Promise<CareMoved> {
  const open = await openCareOf(tx, [from, to])
  const kept = new Map(open.flatMap(row => (row.person_id === to ? [[row.care_group, row] as const] : [])))
  const leaving = open.filter(row => row.person_id === from)
  const moved: string[] = []
  const ended: { id: string; nextVisitOn: string | null }[] = []
  for (const row of leaving) {
    const other = kept.get(row.care_group)
    if (!other) {
      await tx.updateTable('registry.care').set({ person_id: to }).where('id', '=', row.id).execute()
      moved.push(row.id)
      continue
    }
    const next = [row.next_visit_on, other.next_visit_on].flatMap(day => day ?? []).toSorted()[0] ?? null
    await changeCare(tx, other.id, { next_visit_on: next })
    await changeCare(tx, row.id, {
      ...{ until_on: ending.on, ended_by: ending.byId, end_reason: ending.reason, next_visit_on: null },
    })
    ended.push({ id: row.id, nextVisitOn: row.next_visit_on })
  }
  return { moved, ended }
}

/** Undone: each is on their own lists again. What somebody decided to end meanwhile stays ended. */
export async function putBackCare(
  tx: Transaction<RegistryTables>,
  { moved, ended }: CareMoved,
  from: string,
): Promise<void> {
  if (moved.length > 0) {
    await tx
      .updateTable('registry.care')
      .set({ person_id: from })
      .where('id', 'in', moved)
      .where('until_on', 'is', null)
      .execute()
  }
  for (const { id, nextVisitOn } of ended)
    await changeCare(tx, id, { until_on: null, ended_by: null, end_reason: null, next_visit_on: nextVisitOn })
}

/** Who died or moved away is on no list any more. */
export async function endCareOf(
  tx: Transaction<RegistryTables>,
  personId: string,
  { on, byId, reason }: { readonly on: string; readonly byId: string; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('registry.care')
    .set({ until_on: on, ended_by: byId, end_reason: reason, next_visit_on: null })
    .where('person_id', '=', personId)
    .where('until_on', 'is', null)
    .execute()
}
