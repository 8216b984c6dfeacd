import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Instant } from '../../kernel/common/instant.ts'
import { keptWords } from '../../search/server/words.ts'
import type { PaperMedia } from '../common/papers.ts'
import type { FileTables } from './file-store.ts'
import type { Read } from './reading/read.ts'

/** Half a book has fewer different words; PostgreSQL takes a megabyte of them. */
const mostWordBytes = 900_000

export interface WaitingPaper {
  readonly fileId: string
  readonly media: PaperMedia
}

/** Papers that have not been read yet, in the order of their coming; or one of them, if it waits. */
export async function waitingPapers(
  read: Kysely<FileTables>,
  asked: { readonly fileId: string | undefined; readonly limit: number },
): Promise<WaitingPaper[]> {
  const rows = await read
    .selectFrom('files.paper_text as paper')
    .innerJoin('files.file as file', 'file.id', 'paper.file_id')
    .select(['file.id', 'file.media'])
    .where('paper.state', '=', 'waiting')
    .$if(asked.fileId !== undefined, q => q.where('paper.file_id', '=', asked.fileId!))
    .orderBy('file.id')
    .limit(asked.limit)
    .execute()
  return rows.map(row => ({ fileId: row.id, media: row.media! }))
}

/** Reading twice is reading once: what is known stays. */
export async function keepRead(
  tx: Transaction<FileTables>,
  fileId: string,
  { text, words, now }: Read & { readonly now: Instant },
): Promise<void> {
  const kept = fitting(keptWords([words]))
  const isWhole = text === 'whole' && kept.isAll
  await tx
    .updateTable('files.paper_text')
    .set({
      ...{ state: text === 'whole' && !isWhole ? 'beginning' : text, text: words, read_at: now },
      words: sql`array_to_tsvector(${kept.words}::text[])`,
    })
    .where('file_id', '=', fileId)
    .where('state', '=', 'waiting')
    .execute()
}

function fitting(words: readonly string[]): { readonly words: readonly string[]; readonly isAll: boolean } {
  let bytes = 0
  const end = words.findIndex(word => (bytes += Buffer.byteLength(word)) > mostWordBytes)
  return { words: end < 0 ? words : words.slice(0, end), isAll: end < 0 }
}

/** The ids of papers that have a word, for a statement of whoever they belong to. */
export const papersWith = (word: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select file_id from files.paper_text where words @@ ${word}`

const around = { before: 20, length: 60 }

export interface Passage {
  readonly fileId: string
  readonly snippet: string
}

/** Where a text stands in some papers: a few words around the first place, for each paper that has it. */
export async function passagesIn(
  db: Kysely<unknown>,
  fileIds: readonly string[],
  texts: readonly string[],
): Promise<Passage[]> {
  if (fileIds.length === 0 || texts.length === 0) return []
  const { rows } = await sql<{ fileId: string; before: boolean; cut: string; after: boolean }>`
    select paper.file_id as "fileId", at > ${around.before + 1} as before,
      substr(paper.text, greatest(1, at - ${around.before}), ${around.length}) as cut,
      length(paper.text) > greatest(1, at - ${around.before}) + ${around.length} as after
    from files.paper_text paper,
      lateral (select strpos(lower(paper.text), lower(wanted)) as at
        from unnest(${texts}::text[]) with ordinality as one (wanted, place)
        where strpos(lower(paper.text), lower(wanted)) > 0 order by place limit 1) found
    where paper.file_id = any(${fileIds}::uuid[])`.execute(db)
  return rows.map(({ fileId, before, cut, after }) => ({
    fileId,
    snippet: `${before ? '…' : ''}${cut.replaceAll('\n', ' ')}${after ? '…' : ''}`,
  }))
}
