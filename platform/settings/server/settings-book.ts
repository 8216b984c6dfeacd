import { type Kysely, sql } from 'kysely'
import type { Db } from '../../db/server/unit-of-work.ts'
import { dayOf } from '../../kernel/common/day-of.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import { type Entered, type SettingGroup, type SettingValue, valuesOn } from '../common/index.ts'

export interface SettingsTables {
  'settings.entered': {
    group_name: string
    key: string
    version: number
    value: SettingValue | null
    valid_from: string
    reason: string
    by_id: string
    at: Instant
  }
}

/** Changes of settings are told under this kind. */
export const settingsSubject = { kind: 'settings', id: 'all' } as const

/** What the place has set, in this process. Replaced as a whole when it has changed. */
export class SettingsBook {
  readonly #db: Db
  #entered: readonly Entered[] = []
  #read = new Map<string, object>()

  private constructor(db: Db) {
    this.#db = db
  }

  static async open(db: Db): Promise<SettingsBook> {
    const book = new SettingsBook(db)
    await book.reload()
    return book
  }

  async reload(read: Kysely<SettingsTables> = this.#db.read()): Promise<void> {
    this.#entered = await readEntered(read)
    this.#read = new Map()
  }

  /** Every version, the oldest first. */
  get entered(): readonly Entered[] {
    return this.#entered
  }

  /** The values of a group as they held, hold or will hold at a moment. */
  at<Values extends object>(group: SettingGroup<Values>, now: Instant): Values {
    const day = dayOf(now)
    const key = `${group.name} ${day}`
    const known = this.#read.get(key) ?? valuesOn(group, this.#entered, day)
    // Days come one after another; what is asked about older ones is small.
    if (this.#read.size > mostKept) this.#read.clear()
    this.#read.set(key, known)
    return known as Values
  }
}

const mostKept = 500

export async function readEntered(read: Kysely<SettingsTables>): Promise<readonly Entered[]> {
  const rows = await read
    .selectFrom('settings.entered')
    .select(['group_name', 'key', 'version', 'value', 'reason', 'by_id', 'at'])
    .select(sql<string>`valid_from::text`.as('from'))
    .orderBy('group_name')
    .orderBy('key')
    .orderBy('version')
    .execute()
  return rows.map(({ group_name, by_id, ...row }) => ({ ...row, group: group_name, byId: by_id }))
}

/** The values of a group as a function of the moment: what a module is given. */
export function settingsOf<Values extends object>(book: SettingsBook, group: SettingGroup<Values>) {
  return (now: Instant): Values => book.at(group, now)
}
