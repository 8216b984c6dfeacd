import type { Kysely, Transaction } from 'kysely'
import type { CaseFile } from '#modules/cases/common/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Work } from '#platform/commands/server/command.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { LightPercents, Timer, WorkCalendar } from '#platform/worktime/common/index.ts'
import type { CoordinationSettings } from '../common/whistle.ts'

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly settings: (now: Instant) => CoordinationSettings
  readonly lights: (now: Instant) => LightPercents
  readonly cases: {
    known(db: Kysely<unknown>, actor: Actor, caseId: string): Promise<CaseFile | undefined>
    /** Tells it in the history of the case. */
    note(work: Work<unknown>, caseId: string, note: { kind: string; text: string; ref: string }): Promise<unknown>
  }
  readonly staff: {
    units(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
    people(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
    /** The people of a department who answer whistles. */
    answering(db: Kysely<unknown>, unitId: string): Promise<readonly string[]>
  }
  /** The grid of the caller's post; the top where it has none. */
  readonly groundOf: (actor: Actor) => string
  readonly clocks: {
    calendarAt(gridPath: string): WorkCalendar
    keep(
      tx: Transaction<unknown>,
      subject: { kind: string; id: string; number: string },
      gridPath: string,
      timers: readonly Timer[],
      now: Instant,
    ): Promise<unknown>
  }
}
