import type { Kysely } from 'kysely'
import { wordsToKeep } from '#platform/search/common/bigrams.ts'
import { millisecondsOf, type Instant } from '#platform/kernel/common/instant.ts'
import { type Learned, learn } from '../common/suggest.ts'
import { readLessons } from './lesson-store.ts'
import type { CasesTables } from './tables.ts'

const mostLessons = 20_000
const freshMilliseconds = 15 * 60_000

/**
 * What this process learned from the newest closed cases. Read again when it is a quarter of an hour old; several
 * processes each learn for themselves and come to the same.
 */
export class ClosedCases {
  #learned: Promise<Learned> | null = null
  #at = 0

  learned(read: Kysely<CasesTables>, now: Instant): Promise<Learned> {
    const at = millisecondsOf(now)
    if (this.#learned === null || Math.abs(at - this.#at) >= freshMilliseconds) {
      this.#at = at
      this.#learned = learnFrom(read).catch((trouble: unknown) => {
        this.#learned = null
        throw trouble
      })
    }
    return this.#learned
  }
}

/** Single characters say too little to be a reason. */
export function wordsOf(said: { readonly title: string | null; readonly description: string }): string[] {
  return wordsToKeep(`${said.title ?? ''} ${said.description}`).filter(word => [...word].length > 1)
}

async function learnFrom(read: Kysely<CasesTables>): Promise<Learned> {
  const rows = await readLessons(read, mostLessons)
  return learn(
    rows.map(row => ({
      words: wordsOf(row),
      classKey: `${row.class_kind} ${row.class_code}`,
      unitId: row.unit_id,
      gridPath: row.no_grid ? '' : row.grid_path,
    })),
  )
}
