import { type RawBuilder, sql, type SqlBool } from 'kysely'

/**
 * The condition that a thing is found by a question, and lies in one of some grids when they are given: both are one look
 * into the index `thing_words`. The grids only narrow the search down; what somebody may see is asked beside it.
 */
export function foundAt(words: RawBuilder<string>, grids: readonly string[] | null): RawBuilder<SqlBool> {
  // The top grid is no word: everything lies in it.
  const narrow = grids?.every(path => path.includes('.')) ? grids : []
  const question = narrow.length === 0 ? words : sql`(${words} && ${narrow.map(lexeme).join(' | ')}::tsquery)`
  return sql<SqlBool>`registry.words_at(words, grid_path) @@ ${question}`
}

const lexeme = (path: string) => `'@${path.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
