import { type Kysely, sql, type SqlBool } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import { visibleWhere } from '#platform/authz/server/visible-where.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { CaseFile } from '../common/case-file.ts'
import type { CasesTables } from './tables.ts'

export type ReachableFile = Pick<CaseFile, 'id' | 'number' | 'source' | 'title' | 'description' | 'since'>

const atOnce = 1000

/**
 * Cases closed since then whose reporter left a number and has not rated them: where the actor may ask for that number.
 * Whatever the source; the oldest closing first, all of them.
 */
export async function closedWithReachableReporter(
  db: Kysely<unknown>,
  actor: Actor,
  since: Instant,
  caseId?: string,
): Promise<readonly ReachableFile[]> {
  const found: ReachableFile[] = []
  for (;;) {
    const some = await page(db as Kysely<CasesTables>, actor, since, { caseId, after: found.at(-1) ?? null })
    found.push(...some)
    if (some.length < atOnce) return found
  }
}

async function page(
  db: Kysely<CasesTables>,
  actor: Actor,
  since: Instant,
  { caseId, after }: { readonly caseId?: string | undefined; readonly after: ReachableFile | null },
): Promise<ReachableFile[]> {
  return db
    .selectFrom('cases.case_file as row')
    .select(['row.id', 'row.number', 'row.source', 'row.title', 'row.description', 'row.since'])
    .$if(caseId !== undefined, q => q.where('row.id', '=', caseId!))
    .$if(after !== null, q =>
      q.where(sql<SqlBool>`(row.since, row.id) > (${after!.since}::timestamptz, ${after!.id}::uuid)`),
    )
    .where('row.status', '=', 'closed')
    .where('row.since', '>=', since)
    .where('row.rating', 'is', null)
    .where(visibleWhere(actor, 'cases.see-reporter'))
    .where(
      sql<SqlBool>`exists (select from cases.reporter left_here
        where left_here.case_id = row.id and left_here.phone_sealed is not null)`,
    )
    .orderBy('row.since')
    .orderBy('row.id')
    .limit(atOnce)
    .execute()
}
