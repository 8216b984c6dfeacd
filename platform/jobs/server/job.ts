import type { Db } from '../../db/server/unit-of-work.ts'
import type { Instant } from '../../kernel/common/instant.ts'

export interface JobWork {
  readonly db: Db
  readonly now: Instant
  readonly data: unknown
}

/** Work done after a command, or by the clock. May run twice: it must be safe to repeat. */
export interface JobHandler {
  /** Module and what it does: `audit.seal`. */
  readonly name: string
  readonly run: (work: JobWork) => Promise<void>
  /** Five cron fields in the time zone of the place, when it runs by itself. */
  readonly cron?: string
  /** Tries after the first; then it lies in the dead letters, where the administrator sees it. */
  readonly retries?: number
}
