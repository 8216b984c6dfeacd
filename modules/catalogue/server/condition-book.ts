import type { Kysely } from 'kysely'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { News } from '#platform/live/server/feed.ts'
import type { ClassKind } from '../common/class-kind.ts'
import type { FilingCondition } from '../common/filing-condition.ts'
import { inForce } from '../common/in-force.ts'
import { countVersions, type KeptCondition, readConditions } from './condition-store.ts'
import type { CatalogueTables } from './tables.ts'

/** Changes of the filing standard are told under this kind. */
export const bookSubject = { kind: 'filing-standard', id: 'all' } as const

/** The filing standard in this process: every version, and what holds today. Replaced as a whole when it has changed. */
export class ConditionBook {
  readonly #db: Db
  #versions: readonly KeptCondition[] = []
  #today: { readonly day: string; readonly inForce: readonly KeptCondition[] } = { day: '', inForce: [] }

  private constructor(db: Db) {
    this.#db = db
  }

  static async open(db: Db): Promise<ConditionBook> {
    const book = new ConditionBook(db)
    await book.reload()
    return book
  }

  async reload(read: Kysely<CatalogueTables> = this.#db.read()): Promise<void> {
    this.#versions = await readConditions(read)
    this.#today = { day: '', inForce: [] }
  }

  /** Whoever has just written sees it at once, not when the news arrives: rows are only ever added. */
  async catchUp(read: Kysely<CatalogueTables>): Promise<void> {
    if ((await countVersions(read)) !== this.size) await this.reload(read)
  }

  /** Grows with every change: who edits says which state they have seen. */
  get size(): number {
    return this.#versions.length
  }

  inForce(now: Instant): readonly KeptCondition[] {
    const day = dayOf(now)
    if (this.#today.day !== day) this.#today = { day, inForce: inForce(this.#versions, day) }
    return this.#today.inForce
  }

  /** One condition as it holds now; null when it does not. */
  find(conditionId: string, now: Instant): FilingCondition | null {
    return this.inForce(now).find(one => one.id === conditionId) ?? null
  }

  forClass(classKind: ClassKind, classCode: string, now: Instant): readonly FilingCondition[] {
    return this.inForce(now).filter(one => one.classKind === classKind && one.classCode === classCode)
  }

  /** As it was when a case was filed under it. */
  version(conditionId: string, version: number): FilingCondition | null {
    return this.#versions.find(one => one.id === conditionId && one.version === version) ?? null
  }

  /** The latest first, with what is still to come. */
  versionsOf(conditionId: string): readonly KeptCondition[] {
    return this.#versions.filter(one => one.id === conditionId).toReversed()
  }
}

/** Keeps the book of a process as it is in the database. */
export function followBook(book: ConditionBook, trouble: (error: unknown) => void) {
  return (news: readonly News[]): void => {
    if (news.some(({ subject }) => subject.kind === bookSubject.kind)) book.reload().catch(trouble)
  }
}
