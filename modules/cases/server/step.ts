import type { Subject, Work } from '#platform/commands/server/command.ts'
import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import type { CaseEvent, CaseFile } from '../common/case-file.ts'
import type { Done } from '../common/contract.ts'
import { type Deciding, placedAt } from '../common/decide.ts'
import { applyCaseEvent } from '../common/reduce.ts'
import { refuse } from '../common/refusals.ts'
import { CaseWriter } from './case-store.ts'
import { noticesAfter } from './notices-after.ts'
import type { CasesTables } from './tables.ts'
import { waitingFor } from './waiting-for.ts'

export type CasesWork = Work<CasesTables>

export function subjectOf({ caseId }: { readonly caseId: string }): Subject {
  return { kind: 'case', id: caseId }
}

export interface Asked {
  readonly caseId: string
  readonly version: number
}

/**
 * One step of a case, the same for every command: take it as the caller, decide, write row and event, tell everybody.
 * `decide` may ask further things of the unit of work, and answers with an event or a refusal.
 */
export async function takeStep<Code extends string>(
  work: CasesWork,
  { caseId, version }: Asked,
  decide: (
    caseFile: CaseFile,
    by: Deciding,
    cases: CaseWriter,
  ) => CaseEvent | Refusal<Code> | Promise<CaseEvent | Refusal<Code>>,
): Promise<Done | Refusal<Code> | Refusal<'cases/not-found'>> {
  const cases = new CaseWriter(work.tx, work.actor)
  const before = await cases.take(caseId)
  if (!before) return refuse['not-found']()
  const event = await decide(before, { actor: work.actor, now: work.now, seen: version }, cases)
  if (isRefusal<Code>(event)) return event
  return writeStep(work, cases, before, event)
}

/** Writes what was decided about a case that is held, and lets the world know. */
export async function writeStep(work: CasesWork, cases: CaseWriter, before: CaseFile, event: CaseEvent): Promise<Done> {
  const after = applyCaseEvent(before, event)
  const followers = await cases.append(after, event)
  tellAbout(work, before, after)
  for (const notice of noticesAfter(before, after, event)) work.notify(notice)
  tellFollowers(work, followers, before, after, event)
  return { caseId: after.id, number: after.number, status: after.status, version: after.version }
}

/** Whoever could see it where it was, and whoever can where it is now: after a return, the unit it was with. */
export function tellAbout(work: CasesWork, before: CaseFile | null, after: CaseFile): void {
  const subject = subjectOf({ caseId: after.id })
  const was = before && placedAt(before)
  const is = placedAt(after)
  if (was && JSON.stringify(was) !== JSON.stringify(is)) {
    work.tell({ subject, permission: 'cases.read', placed: was })
  }
  work.tell({ subject, permission: 'cases.read', placed: is })
  work.waits(subject, waitingFor(after))
}

/** People whose reports were joined into this case follow it: they hear what its own reporter hears. */
function tellFollowers(
  work: CasesWork,
  followers: readonly string[],
  before: CaseFile,
  after: CaseFile,
  event: CaseEvent,
): void {
  if (after.status === before.status) return
  for (const ownerId of followers) {
    const asOwner = { ...before, ownerId, dispatchedBy: null, handledBy: null }
    for (const notice of noticesAfter(asOwner, { ...after, ownerId }, event)) work.notify(notice)
  }
}
