import { type Kysely, sql, type Transaction } from 'kysely'
import { wordsColumn, wordsQuery } from '#platform/search/server/words.ts'
import type { HotlineTables } from './tables.ts'

export type Article = Omit<HotlineTables['hotline.article'], 'words'>

export interface ArticleInForce {
  readonly articleId: string
  readonly version: number
  readonly title: string
  readonly body: string
  readonly from: string
}

/** As many as fit beside a call; who wants others writes another word. */
const mostFound = 30

/**
 * The first of the articles in force on a day that hold every word of the text (of all of them when it asks for nothing), and
 * how many there are.
 */
export async function searchArticles(
  db: Kysely<HotlineTables>,
  text: string,
  day: string,
): Promise<{ rows: ArticleInForce[]; total: number }> {
  const words = wordsQuery(text)
  if (words === null && text.trim() !== '') return { rows: [], total: 0 }
  const { rows } = await sql<ArticleInForce & { readonly total: number }>`
    select id as "articleId", version, title, body, valid_from::text as "from", count(*) over ()::int as total
    from (
      select distinct on (id) * from hotline.article where valid_from <= ${day}::date order by id, version desc
    ) latest
    where not is_retired and ${words === null ? sql`true` : sql`words @@ ${words}`}
    order by valid_from desc, id limit ${mostFound}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

export interface ArticleAsItStands {
  readonly articleId: string
  readonly title: string
  readonly state: 'in-force' | 'upcoming' | 'retired'
  readonly from: string
  readonly nextFrom: string | null
}

/** Every article with its state on a day, found by the words that count on that day. */
export async function listArticles(
  db: Kysely<HotlineTables>,
  text: string,
  day: string,
): Promise<readonly ArticleAsItStands[]> {
  const words = wordsQuery(text)
  if (words === null && text.trim() !== '') return []
  const { rows } = await sql<ArticleAsItStands>`
    select id as "articleId", coalesce(present.title, written.title) as title,
      case when present.id is null then 'upcoming' when present.is_retired then 'retired' else 'in-force' end as state,
      coalesce(present.valid_from, written.valid_from)::text as "from",
      case when present.id is not null and written.valid_from > ${day}::date then written.valid_from::text end as "nextFrom"
    from (select distinct on (id) * from hotline.article order by id, version desc) written
    left join (
      select distinct on (id) * from hotline.article where valid_from <= ${day}::date order by id, version desc
    ) present using (id)
    where ${words === null ? sql`true` : sql`coalesce(present.words, written.words) @@ ${words}`}
    order by coalesce(present.valid_from, written.valid_from) desc, id`.execute(db)
  return rows
}

/** Every version of one article, the latest first. */
export async function articleVersions(db: Kysely<HotlineTables>, articleId: string) {
  const rows = await db
    .selectFrom('hotline.article')
    .select(['version', 'title', 'body', 'is_retired', 'at', sql<string>`valid_from::text`.as('from')])
    .where('id', '=', articleId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ is_retired: isRetired, ...version }) => ({ ...version, isRetired }))
}

/** The version in force of one article. */
export async function articleInForce(db: Kysely<HotlineTables>, articleId: string, day: string) {
  const row = await db
    .selectFrom('hotline.article')
    .select(['version', 'is_retired'])
    .where('id', '=', articleId)
    .where('valid_from', '<=', day)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row && !row.is_retired ? row.version : null
}

/** False when somebody has written this version before us. */
export async function addArticle(tx: Transaction<HotlineTables>, article: Article): Promise<boolean> {
  const last = await tx
    .selectFrom('hotline.article')
    .select(eb => eb.fn.max('version').as('version'))
    .where('id', '=', article.id)
    .executeTakeFirst()
  if (Number(last?.version ?? 0) !== article.version - 1) return false
  const added = await tx
    .insertInto('hotline.article')
    .values({ ...article, words: wordsColumn([article.title, article.body]) })
    .onConflict(conflict => conflict.columns(['id', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}
