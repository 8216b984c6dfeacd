import type { Kysely, Transaction } from 'kysely'
import type { CasePlace, reportCase } from '#modules/cases/common/index.ts'
import type { ReadPlace } from '#modules/grid/server/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Work } from '#platform/commands/server/command.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Refusal } from '#platform/kernel/common/refusal.ts'
import type { LightPercents, Timer, WorkCalendar } from '#platform/worktime/common/index.ts'

/** A unit or a post that a point can be ordered to, with the people who then hear of it. */
export interface Holder {
  readonly name: string
  readonly people: readonly string[]
}

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly cases: {
    /** A case inside the caller's unit of work. */
    open(
      work: Work<unknown>,
      opening: { caseId: string; title: string | null; description: string; place: CasePlace },
    ): Promise<{ readonly caseId: string; readonly number: string } | Refusal<(typeof reportCase)['refusals'][number]>>
    /** Tells it in the history of a case; nothing happens where the actor does not see the case. */
    note(work: Work<unknown>, caseId: string, text: string, ref: string): Promise<unknown>
    /** The number of a case that the actor may see. */
    numberOf(db: Kysely<unknown>, actor: Actor, caseId: string): Promise<string | undefined>
  }
  readonly places: {
    readonly read: ReadPlace
    /** Names from the top down to a grid; empty when there is no such grid. */
    names(path: string): readonly string[]
    topName(): string
  }
  readonly staff: {
    people(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
    /** The post that may own a campaign or a task; undefined when there is none, or its role does not lead any. */
    owner(db: Kysely<unknown>, postId: string): Promise<{ title: string; personId: string | null } | undefined>
    /** Every post that may own, every unit and post that may be ordered to. */
    choices(db: Kysely<unknown>): Promise<{
      readonly owners: readonly { readonly postId: string; readonly title: string }[]
      readonly units: readonly { readonly unitId: string; readonly name: string }[]
      readonly posts: readonly { readonly postId: string; readonly title: string }[]
    }>
    /** A unit that works on points. */
    unit(db: Kysely<unknown>, unitId: string): Promise<Holder | undefined>
    /** A post that works on points. */
    post(db: Kysely<unknown>, postId: string): Promise<Holder | undefined>
  }
  /** Lets somebody without a session see a photo for a while. */
  readonly passes: { issue(fileId: string, now: Instant): string }
  /** At which share of its limit a point turns yellow and orange, as the place has set it. */
  readonly lights: (now: Instant) => LightPercents
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
