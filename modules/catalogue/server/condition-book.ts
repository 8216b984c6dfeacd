import type { Kysely } from 'kysely'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { type ClassBook, classesOn, nationalClasses } from '../common/class-book.ts'
import type { ClassKind } from '../common/class-kind.ts'
import type { FilingCondition } from '../common/filing-condition.ts'
import { inForce } from '../common/in-force.ts'
import type { LocalClass } from '../common/local-class.ts'
import { readLocalClasses } from './class-store.ts'
import { countVersions, type KeptCondition, readConditions } from './condition-store.ts'
import type { CatalogueTables } from './tables.ts'

/** Changes of the filing standard are told under this kind. */
export const bookSubject = { kind: 'filing-standard', id: 'all' } as const

interface Today {
  readonly day: string
  readonly inForce: readonly KeptCondition[]
  readonly classes: ClassBook
}
const noDay: Today = { day: '', inForce: [], classes: nationalClasses }

/**
 * The filing standard in this process: every version of its conditions and local classes, and what holds today. Replaced
 * as a whole when it has changed.
 */
export class ConditionBook {
  readonly #db: Db
  #versions: readonly KeptCondition[] = []
  #localClasses: readonly LocalClass[] = []
  #today: Today = noDay

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
    this.#localClasses = await readLocalClasses(read)
    this.#today = noDay
  }

  /** Whoever has just written in another process sees it at once, not when the news arrives: rows are only ever added. */
  async catchUp(read: Kysely<CatalogueTables>): Promise<void> {
    if ((await countVersions(read)) !== this.size) await this.reload(read)
  }

  /** Grows with every change: who edits says which state they have seen. */
  get size(): number {
    return this.#versions.length + this.#localClasses.length
  }

  inForce(now: Instant): readonly KeptCondition[] {
    return this.#on(now).inForce
  }

  /** The classes under which something can be filed now. */
  classes(now: Instant): ClassBook {
    return this.#on(now).classes
  }

  /** Every version of every local class, the oldest first. */
  get localClasses(): readonly LocalClass[] {
    return this.#localClasses
  }

  #on(now: Instant): Today {
    const day = dayOf(now)
    if (this.#today.day !== day) {
      this.#today = { day, inForce: inForce(this.#versions, day), classes: classesOn(this.#localClasses, day) }
    }
    return this.#today
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
