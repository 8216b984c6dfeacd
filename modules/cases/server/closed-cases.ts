import type { Kysely } from 'kysely'
import { wordsToKeep } from '#platform/search/common/bigrams.ts'
import { millisecondsOf, type Instant } from '#platform/kernel/common/instant.ts'
import { type Learned, learn, type Lesson } from '../common/suggest.ts'
import { readLessons } from './lesson-store.ts'
import type { CasesTables } from './tables.ts'

const mostLessons = 20_000
const freshMilliseconds = 15 * 60_000

/**
 * What this process learned from the newest closed cases. Read again when it is a quarter of an hour old; several
 * processes each learn for themselves and come to the same.
 */
export class ClosedCases {
  #learned: Promise<Taught> | null = null
  #at = 0

  learned(read: Kysely<CasesTables>, now: Instant): Promise<Taught> {
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

/** Classes and units, and for each class its filing conditions. */
export interface Taught {
  readonly learned: Learned
  readonly conditions: ReadonlyMap<string, Learned>
}

async function learnFrom(read: Kysely<CasesTables>): Promise<Taught> {
  const rows = await readLessons(read, mostLessons)
  const lessons = rows.map(row => ({
    words: wordsOf(row),
    classKey: `${row.class_kind} ${row.class_code}`,
    unitId: row.unit_id,
    gridPath: row.no_grid ? '' : row.grid_path,
    conditionId: row.condition_id,
  }))
  const ofClass = new Map<string, Lesson[]>()
  for (const { conditionId, classKey, words } of lessons) {
    if (conditionId === null) continue
    const own = ofClass.get(classKey) ?? []
    ofClass.set(classKey, own)
    own.push({ words, classKey: conditionId, unitId: null, gridPath: '' })
  }
  const conditions = new Map([...ofClass].map(([classKey, own]) => [classKey, learn(own)]))
  return { learned: learn(lessons), conditions }
}
