import type { Subject, Work } from '#platform/commands/server/command.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import { readTimer } from '#platform/worktime/common/index.ts'
import type { CaseEvent, CaseFile, CaseReported } from '../common/case-file.ts'
import type { Done } from '../common/contract.ts'
import { type Deciding, seenAt, stamp } from '../common/deciding.ts'
import { partOf } from '../common/procedure/all.ts'
import { startsWith } from '../common/procedure/timers.ts'
import { applyCaseEvent, beginCase } from '../common/reduce.ts'
import { refuse } from '../common/refusals.ts'
import { CaseWriter } from './case-store.ts'
import { noticesAfter } from './notices-after.ts'
import type { Surroundings } from './surroundings.ts'
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

export type Beginning = Omit<CaseReported, 'type' | 'at' | 'by' | 'postId' | 'starts'>

type Answer<Code extends string> = CaseEvent | Refusal<Code>

/** One step of a case, the same for every command, with the settings and calendars that hold here. */
export class Steps {
  readonly #around: Pick<Surroundings, 'procedure' | 'clocks'>

  constructor(around: Pick<Surroundings, 'procedure' | 'clocks'>) {
    this.#around = around
  }

  deciding({ actor, now }: CasesWork): Omit<Deciding, 'seen'> {
    return { actor, now, settings: this.#around.procedure(now) }
  }

  /** As it was when the case was closed: a shorter window later takes nothing from whoever reported it. */
  decidingAfterClosing(work: CasesWork, { procedure }: CaseFile): Omit<Deciding, 'seen'> {
    return { ...this.deciding(work), settings: this.#around.procedure(procedure.closedAt ?? work.now) }
  }

  /**
   * Take it as the caller, decide, write row and event, tell everybody. `decide` may ask further things of the unit of
   * work, and answers with an event or a refusal.
   */
  async take<Code extends string>(
    work: CasesWork,
    { caseId, version }: Asked,
    decide: (caseFile: CaseFile, by: Deciding, cases: CaseWriter) => Answer<Code> | Promise<Answer<Code>>,
  ): Promise<Done | Refusal<Code> | Refusal<'cases/not-found'>> {
    const cases = new CaseWriter(work.tx, work.actor)
    const before = await cases.take(caseId)
    if (!before) return refuse['not-found']()
    const event = await decide(before, { ...this.deciding(work), seen: version }, cases)
    if (isRefusal<Code>(event)) return event
    return this.write(work, cases, before, event)
  }

  /** Writes what was decided about a case that is held, and lets the world know. */
  async write(work: CasesWork, cases: CaseWriter, before: CaseFile, decided: CaseEvent): Promise<Done> {
    const { id, number, status, version } = await this.move(work, cases, before, decided)
    return { caseId: id, number, status, version }
  }

  /** The same, answering with the case as it stands afterwards, for steps that follow at once. */
  async move(work: CasesWork, cases: CaseWriter, before: CaseFile, decided: CaseEvent): Promise<CaseFile> {
    const starts = startsWith(before, applyCaseEvent(before, decided), decided, this.#around.procedure(work.now))
    const event = starts.length > 0 ? { ...decided, starts } : decided
    const after = applyCaseEvent(before, event)
    const isNews = (partOf(event).news?.(event) ?? null) !== null
    const followers = isNews ? await cases.followersOf(after.id) : []
    for (const write of cases.append(before, after, event)) work.write(write)
    this.#changeTimers(work, before, after)
    this.#tell(work, before, after)
    for (const notice of noticesAfter(before, after, event)) work.notify(notice)
    tellFollowers(work, followers, before, after, event)
    return after
  }

  /** A new case, with the number that is its from now on. */
  begin(work: CasesWork, beginning: Beginning): CaseFile {
    const reported: CaseReported = { type: 'case.reported', ...stamp(work), ...beginning }
    const settings = this.#around.procedure(work.now)
    const event = { ...reported, starts: startsWith(null, beginCase(reported), reported, settings) }
    const caseFile = beginCase(event)
    for (const write of new CaseWriter(work.tx, work.actor).begin(caseFile, event)) work.write(write)
    this.#changeTimers(work, null, caseFile)
    this.#tell(work, null, caseFile)
    return caseFile
  }

  isOverdue({ place, procedure }: CaseFile, name: string, now: Instant): boolean {
    const timer = procedure.timers.find(one => one.name === name)
    return timer !== undefined && readTimer(this.#around.clocks.calendarAt(place.gridPath), timer, now).isOverdue
  }

  #changeTimers(work: CasesWork, before: CaseFile | null, { id, place, procedure }: CaseFile): void {
    const timers = { before: before?.procedure.timers ?? [], after: procedure.timers }
    const changes = this.#around.clocks.change(subjectOf({ caseId: id }), place.gridPath, timers, work.now)
    for (const change of changes) work.write(change)
  }

  /** Whoever could see it where it was, and whoever can where it is now: after a return, the unit it was with. */
  #tell(work: CasesWork, before: CaseFile | null, after: CaseFile): void {
    const subject = subjectOf({ caseId: after.id })
    const seen = new Map([...(before ? seenAt(before) : []), ...seenAt(after)].map(at => [JSON.stringify(at), at]))
    for (const placed of seen.values()) work.tell({ subject, permission: 'cases.read', placed })
    work.waits(subject, waitingFor(after, this.#around.clocks))
  }
}

/** People whose reports were joined into this case follow it: they hear what its own reporter hears. */
function tellFollowers(
  work: CasesWork,
  followers: readonly string[],
  before: CaseFile,
  after: CaseFile,
  event: CaseEvent,
): void {
  for (const ownerId of followers) {
    const asOwner = { ...before, ownerId, dispatchedBy: null, handledBy: null }
    for (const notice of noticesAfter(asOwner, { ...after, ownerId }, event)) work.notify(notice)
  }
}
