import type { Kysely } from 'kysely'
import type { CasePlace, CaseStatus, reportCase } from '#modules/cases/common/index.ts'
import type { ReadPlace } from '#modules/grid/server/index.ts'
import type { Work } from '#platform/commands/server/command.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Refusal } from '#platform/kernel/common/refusal.ts'
import type { ClientKind, ExchangeSettings } from '../common/client.ts'

export interface CaseStanding {
  readonly caseId: string
  readonly number: string
  readonly status: CaseStatus
  readonly since: Instant
  readonly isEnded: boolean
  readonly description: string
}

/** What this module asks of cases. */
export interface CaseDesk {
  /** A case with this source, inside the caller's unit of work. */
  open(
    work: Work<unknown>,
    opening: {
      caseId: string
      source: ClientKind
      title: string | null
      description: string
      place: CasePlace
      foreignNumber: string
      photos: readonly string[]
    },
  ): Promise<{ readonly caseId: string; readonly number: string } | Refusal<(typeof reportCase)['refusals'][number]>>
  /** Tells it in the history of the case. */
  note(work: Work<unknown>, caseId: string, note: { kind: string; text: string; ref: string | null }): Promise<unknown>
  /** Whoever asks has shown that the cases are its own. */
  byIds(db: Kysely<unknown>, caseIds: readonly string[]): Promise<readonly CaseStanding[]>
  /** Cases of these sources in the order in which their status changed, after a place in that order. */
  changed(
    db: Kysely<unknown>,
    source: ClientKind,
    after: { readonly since: Instant; readonly caseId: string } | null,
    limit: number,
  ): Promise<readonly CaseStanding[]>
}

/** What this module asks about places. */
export interface Places {
  readonly read: ReadPlace
  root(): { readonly path: string } | null
  /** Names from the top down to a grid; none when there is no such grid. */
  names(path: string): readonly string[]
}

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly cases: CaseDesk
  readonly places: Places
  /** Names of people. */
  people(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  readonly settings: (now: Instant) => ExchangeSettings
}
