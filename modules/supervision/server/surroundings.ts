import type { Kysely, Transaction } from 'kysely'
import type { CaseFile } from '#modules/cases/common/index.ts'
import type { CasesAmong } from '#modules/cases/server/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Work } from '#platform/commands/server/command.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { LightPercents, Timer, TimerReading, WorkCalendar } from '#platform/worktime/common/index.ts'
import type { LadderLevel, SupervisionSettings } from '../common/ladder.ts'

/** What this module asks of cases. */
export interface WatchedCases {
  known(db: Kysely<unknown>, actor: Actor, caseId: string): Promise<CaseFile | undefined>
  byIds(db: Kysely<unknown>, ids: readonly string[]): Promise<readonly CaseFile[]>
  notAsIn(db: Kysely<unknown>, copy: string, among: CasesAmong): Promise<readonly CaseFile[]>
  /** A level up, by the rules of raising; a refusal where it stands at the top or has ended. */
  raise(work: Work<unknown>, caseId: string, reason: string): Promise<unknown>
  /** Tells it in the history of the case. */
  note(work: Work<unknown>, caseId: string, note: { kind: string; text: string; ref: string }): Promise<unknown>
}

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly cases: WatchedCases
  readonly settings: (now: Instant) => SupervisionSettings
  readonly lights: (now: Instant) => LightPercents
  /** What reporters of these cases said when they were called back, as solved and stars. */
  readonly answers: (
    db: Kysely<unknown>,
    caseIds: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly stars: number; readonly solved: boolean }>>
  readonly staff: {
    units(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
    people(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
    /** The people at one level of the ladder for a matter. */
    atLevel(
      db: Kysely<unknown>,
      level: LadderLevel,
      matter: { readonly unitId: string | null; readonly gridPath: string | null },
    ): Promise<readonly string[]>
  }
  readonly clocks: {
    calendarAt(gridPath: string | null): WorkCalendar
    keep(
      tx: Transaction<unknown>,
      subject: { kind: string; id: string; number: string },
      gridPath: string | null,
      timers: readonly Timer[],
      now: Instant,
    ): Promise<ReadonlyMap<string, TimerReading>>
  }
  /** The name of the place at the top, for the head of a paper. */
  placeName(): string
  gridNames(paths: readonly string[]): ReadonlyMap<string, string>
}
