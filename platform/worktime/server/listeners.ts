import type { Db } from '../../db/server/unit-of-work.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import type { Transaction } from 'kysely'
import type { Timer, TimerLight, TimerReading } from '../common/index.ts'

/** A running limit about which there is news. */
export interface TimerInNews extends Timer {
  readonly subject: { readonly kind: string; readonly id: string; readonly number: string | null }
  readonly calendar: string
  readonly reading: TimerReading
}

export interface TimerNews {
  readonly now: Instant
  /** It shows a worse light than it was last told with; red means that it came due. */
  readonly isNewLight: boolean
  /** Its pause came to its own end since. */
  readonly isResumed: boolean
}

/** Whoever acts when a limit changes its light, comes due or goes on after a pause. */
export interface TimerListener {
  readonly subjectKind: string
  /**
   * At least once for each change, a minute or so after it, and after a restart for all that happened meanwhile; it must
   * be safe to repeat. May run commands and change the limits of its subject. When it throws it is called again later.
   */
  readonly run: (db: Db, timer: TimerInNews, light: TimerLight, news: TimerNews) => Promise<void>
  /**
   * A replay has moved deadlines; the inbox reads them from the limits. Whoever keeps a copy of due times brings it up to date, set
   * by set: from `worktime.moved` with this replay's id, of the part from `after` up to `up_to`.
   */
  readonly moved?: (
    tx: Transaction<unknown>,
    part: { readonly replayId: string; readonly after: number; readonly upTo: number },
  ) => Promise<void>
}
