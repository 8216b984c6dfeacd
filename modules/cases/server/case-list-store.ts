import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import { readCursor, toCursor } from '#platform/contract/common/cursor.ts'
import { plannedOnce } from '#platform/db/server/kept-query.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { CaseFile } from '../common/case-file.ts'
import { type CaseColumns, caseColumns } from './case-row.ts'
import type { CasesTables } from './tables.ts'

export type RowBuilder = ExpressionBuilder<CasesTables & { row: CasesTables['cases.case_file'] }, 'row'>
export type Wanted = (eb: RowBuilder) => Expression<SqlBool>

export interface PageAsked {
  readonly sort: 'newest' | 'oldest'
  readonly limit: number
  readonly cursor?: string | undefined
}

export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
}

/** `score`: how much it presses; null when it was not weighed. */
export type ListRow = CaseColumns & { readonly score: number | null }

type Db = Kysely<CasesTables>

/** So many matters are read for each that a page shows, when words are looked for at the top of a list. */
const readForWords = 5

/**
 * A page, and one row more, by walks of one index each. One plan fits whatever values they are given, and planning a list
 * costs more than reading its page. Words are looked for among what comes first; null where that does not fill the page.
 */
export async function readTop(
  db: Db,
  walks: readonly Wanted[],
  asked: PageAsked,
  words: Wanted | undefined,
): Promise<ListRow[] | null> {
  const full = asked.limit + 1
  const rows = await plannedOnce(
    db,
    lines(db, merged(db, walks, asked, words ? full * readForWords : full), asked, words),
  )
  return words && rows.length < full ? null : rows
}

/** The same as PostgreSQL finds best for these very values: by the words, say, where they are rare. */
export function readAsPlanned(db: Db, parts: readonly Wanted[], asked: PageAsked): Promise<ListRow[]> {
  return lines(db, merged(db, parts, asked, asked.limit + 1), asked).execute()
}

/** The first of what each part reads, in one order. */
function merged(db: Db, parts: readonly Wanted[], { sort, cursor }: PageAsked, reads: number) {
  const direction = sort === 'newest' ? 'desc' : 'asc'
  const after = readPlaceInList(cursor)
  const [first, ...others] = parts.map(wanted =>
    db
      .selectFrom('cases.case_file as row')
      .selectAll('row')
      .where(wanted)
      .$if(after !== null, q => q.where(beyond(sort, after!)))
      .orderBy('row.reported_at', direction)
      .orderBy('row.id', direction)
      .limit(sql.lit(reads)),
  )
  if (others.length === 0) return first!
  const whole = (part: NonNullable<typeof first>) => db.selectFrom(part.as('row')).selectAll()
  return db
    .selectFrom(others.reduce((all, next) => all.unionAll(whole(next)), whole(first!)).as('row'))
    .selectAll()
    .orderBy('row.reported_at', direction)
    .orderBy('row.id', direction)
    .limit(sql.lit(reads))
}

function lines(db: Db, rows: ReturnType<typeof merged>, { sort, limit }: PageAsked, words?: Wanted) {
  const direction = sort === 'newest' ? 'desc' : 'asc'
  return db
    .selectFrom(rows.as('row'))
    .select(caseColumns)
    .select(eb => eb.selectFrom('cases.priority').select('score').whereRef('case_id', '=', 'row.id').as('score'))
    .$if(words !== undefined, q => q.where(eb => words!(eb as unknown as RowBuilder)))
    .orderBy('row.reported_at', direction)
    .orderBy('row.id', direction)
    .limit(sql.lit(limit + 1))
}

type PlaceInList = readonly [at: Instant, id: string]

/** Where in the list the last page ended. A cursor that is none of ours starts from the beginning. */
export function readPlaceInList(cursor: string | undefined): PlaceInList | null {
  return readCursor(cursor, ['instant', 'uuid'])
}

export function beyond(sort: 'newest' | 'oldest', [at, id]: PlaceInList) {
  return sort === 'newest'
    ? sql<SqlBool>`("row".reported_at, "row".id) < (${at}::timestamptz, ${id}::uuid)`
    : sql<SqlBool>`("row".reported_at, "row".id) > (${at}::timestamptz, ${id}::uuid)`
}

export function pageOf(found: CaseFile[], limit: number): Page<CaseFile> {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? toCursor([last.reportedAt, last.id]) : null }
}
