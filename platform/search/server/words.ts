import { type RawBuilder, sql } from 'kysely'
import { type Wanted, wordsToFind, wordsToKeep } from '../common/bigrams.ts'

/** The value of a `tsvector` column: an unweighted set of words, made here and not by the database's own parser. */
export function wordsColumn(texts: Texts): RawBuilder<string> {
  return sql`array_to_tsvector(${keptWords(texts)}::text[])`
}

type Texts = readonly (string | null | undefined)[]

/** The words of such a column, for a statement that is written by hand: `wordsOf('$7')` is its value there. */
export function keptWords(texts: Texts): string[] {
  return wordsToKeep(texts.filter(text => text !== null && text !== undefined).join('\n'))
}

export const wordsOf = (parameter: string) => `array_to_tsvector(${parameter}::text[])`

/** The question to such a column, or null when the text holds nothing to look for. */
export function wordsQuery(text: string): RawBuilder<string> | null {
  return wantedQuery(wordsToFind(text))
}

/** The same of words that were taken apart before. */
export function wantedQuery(wanted: readonly Wanted[]): RawBuilder<string> | null {
  return wanted.length === 0 ? null : sql`${wanted.map(lexeme).join(' & ')}::tsquery`
}

/** The same question word by word, for words that may stand in several columns. */
export const wordQueries = (text: string): RawBuilder<string>[] =>
  wordsToFind(text).map(wanted => sql`${lexeme(wanted)}::tsquery`)

/** Quoted, so that nothing people type is read as an operator of the query language. */
function lexeme({ word, begins }: Wanted): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'${begins ? ':*' : ''}`
}
