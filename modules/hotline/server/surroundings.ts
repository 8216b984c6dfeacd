import type { Kysely } from 'kysely'
import type { InputOf } from '#platform/contract/common/endpoint.ts'
import type { reportCase } from '#modules/cases/common/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Work } from '#platform/commands/server/command.ts'
import type { BlindIndex, SecretBox } from '#platform/crypto/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Refusal } from '#platform/kernel/common/refusal.ts'
import type { CallBackSettings } from '../common/call.ts'

export interface KnownCase {
  readonly caseId: string
  readonly number: string
  /** Null while it is not closed. */
  readonly closedAt: Instant | null
}

export interface ReachableCase extends KnownCase {
  readonly title: string
  readonly source: string
  readonly closedAt: Instant
}

/** What this module asks of cases. */
export interface CaseDesk {
  /** By the rules of reporting, inside the caller's unit of work. */
  open(
    work: Work<unknown>,
    report: InputOf<typeof reportCase>,
  ): Promise<KnownCase | Refusal<(typeof reportCase)['refusals'][number]>>
  /** Those of the given cases that the actor may see. */
  known(db: Kysely<unknown>, actor: Actor, caseIds: readonly string[]): Promise<readonly KnownCase[]>
  /** Closed since then, not rated, and their reporter left a number that the actor may ask for: all, or the one asked about. */
  reachable(db: Kysely<unknown>, actor: Actor, since: Instant, caseId?: string): Promise<readonly ReachableCase[]>
  /** Tells it in the history of the case. */
  note(work: Work<unknown>, caseId: string, note: { kind: string; text: string; ref: string | null }): Promise<unknown>
}

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly cases: CaseDesk
  readonly secrets: SecretBox
  /** Finds equal numbers. Its keys are kept outside the database. */
  readonly callerIndex: BlindIndex
  readonly callBacks: (now: Instant) => CallBackSettings
}
