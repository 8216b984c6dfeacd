import { type Kysely, sql } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { satisfactions } from '../common/call.ts'

/** The figures of call-backs in `[from, until)`, for this module's query and for the supervisor's board. */
export async function readCallBackFigures(db: Kysely<unknown>, from: Instant, until: Instant) {
  const { rows } = await sql<{ satisfaction: string | null; tries: number; solved: number }>`
    select satisfaction, count(*)::int as tries, count(*) filter (where solved)::int as solved
    from (
      select at, satisfaction, solved from hotline.call_back
      union all select at, satisfaction, solved from hotline.case_call_back
    ) as tried where at >= ${from} and at < ${until} group by satisfaction`.execute(db)
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  const count = (word: string) => rows.find(row => row.satisfaction === word)?.tries ?? 0
  const [very, content, fairly, not] = satisfactions
  return {
    tries: sum(row => row.tries),
    reached: sum(row => (row.satisfaction === null ? 0 : row.tries)),
    solved: sum(row => row.solved),
    bySatisfaction: { [very]: count(very), [content]: count(content), [fairly]: count(fairly), [not]: count(not) },
  }
}
