import type { Kysely } from 'kysely'
import type { CasePlace, CaseStatus, raiseCase, reportCase } from '#modules/cases/common/index.ts'
import type { ReadPlace } from '#modules/grid/server/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Subject, Work } from '#platform/commands/server/command.ts'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Refusal } from '#platform/kernel/common/refusal.ts'
import type { DiarySettings } from '../common/entry.ts'

export interface KnownCase {
  readonly caseId: string
  readonly number: string
  readonly status: CaseStatus
}

/** What this module asks of cases. */
export interface CaseDesk {
  /** A case with source `diary`, inside the caller's unit of work. */
  open(
    work: Work<unknown>,
    opening: {
      caseId: string
      title: string | null
      description: string
      place: CasePlace
      /** The entry, whose photos go along. */
      photosOf: Subject
    },
  ): Promise<{ readonly caseId: string; readonly number: string } | Refusal<(typeof reportCase)['refusals'][number]>>
  /** To the street, by the rules of raising a case. Null when it was done. */
  raise(
    work: Work<unknown>,
    caseId: string,
    reason: string,
  ): Promise<Refusal<(typeof raiseCase)['refusals'][number]> | null>
  /** Those of the given cases that the actor may see. */
  known(db: Kysely<unknown>, actor: Actor, caseIds: readonly string[]): Promise<readonly KnownCase[]>
}

/** What this module asks about places. */
export interface Places {
  readonly read: ReadPlace
  /** The grid at the top, for what lies in no grid. */
  root(): { readonly path: string } | null
  /** Names from the top down to a grid. */
  names(path: string): readonly string[]
  districtOf(path: string): string
}

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly cases: CaseDesk
  readonly places: Places
  /** The unit that a post belongs to. */
  readonly unitOf: (db: Kysely<unknown>, postId: string) => Promise<string | null>
  readonly people: (db: Kysely<unknown>, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly secrets: SecretBox
  readonly settings: (now: Instant) => DiarySettings
}
