import { hash } from 'node:crypto'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import { raiseInInbox } from '#platform/inbox/server/raise-in-inbox.ts'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { followChanges } from '#platform/live/server/follow-changes.ts'
import { type PressingTime, pressingTime } from '../common/pressing-time.ts'
import { bandOf, type PrioritySettings, weigh } from '../common/priority.ts'
import {
  type Counts,
  forget,
  forgetEnded,
  keepPriorities,
  limitsMovedAt,
  lookAround,
  type OpenCase,
  readDue,
  readOpenAmong,
  readOpenCases,
} from './priority-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { CasesTables } from './tables.ts'

export const openAtOnce = 1000
export const firstId = '00000000-0000-0000-0000-000000000000'

type Asked = Pick<Surroundings, 'clocks' | 'priority'>

/**
 * Once a minute open cases are weighed again of which there is something new to say: something happened to them or beside
 * them, time goes on, or the settings are others. What nobody touched costs nothing, however many there are.
 */
export const weighJob = (around: Asked): JobHandler => ({
  name: 'cases.weigh',
  cron: '* * * * *',
  // The next minute goes on where this one stopped.
  retries: 0,
  async run({ db, now }) {
    const settings = around.priority(now)
    const weighedBy = hash('sha256', JSON.stringify([settings, await limitsMovedAt(db.read())])).slice(0, 16)
    const pass = new WeighingPass(db, around, { now, settings, weighedBy })
    await followChanges(
      db,
      { name: 'cases.weigh', subjectKind: 'case', some: ids => pass.changed(ids), all: () => pass.all() },
      now,
    )
    await pass.due()
  },
})

interface Moment {
  readonly now: Instant
  readonly settings: PrioritySettings
  /** Which settings and calendars these are. */
  readonly weighedBy: string
}

class WeighingPass {
  readonly #db: Db
  readonly #around: Asked
  readonly #moment: Moment

  constructor(db: Db, around: Asked, moment: Moment) {
    this.#db = db
    this.#around = around
    this.#moment = moment
  }

  /** Everything, as if nothing were known. */
  async all(): Promise<void> {
    await this.#db.unitOfWork(forgetEnded)
    let after = firstId
    for (;;) {
      const open = await readOpenCases(this.#read(), after, openAtOnce)
      const last = open.at(-1)
      if (!last) return
      after = last.id
      const ids = open.map(({ id }) => id)
      await this.#weigh(ids, open, await this.#lookAround(ids))
    }
  }

  /** Cases to which something happened, and those that count one that is new among them or is none any more. */
  async changed(ids: readonly string[]): Promise<void> {
    const known = new Set(ids)
    const others = new Set<string>()
    for (const part of partsOf(ids)) {
      const around = await this.#lookAround(part)
      for (const { beside } of around.values()) for (const id of beside) if (!known.has(id)) others.add(id)
      await this.#weigh(part, await readOpenAmong(this.#read(), part), around)
    }
    for (const part of partsOf([...others])) {
      await this.#weigh(part, await readOpenAmong(this.#read(), part), await this.#lookAround(part))
    }
  }

  /** Cases of which time or the settings say something else: each is none of them afterwards. */
  async due(): Promise<void> {
    const { weighedBy, now } = this.#moment
    for (;;) {
      const due = await readDue(this.#read(), weighedBy, now, openAtOnce)
      const ids = due.map(({ id }) => id)
      const around = await this.#lookAround(due.flatMap(({ id, isByOthers }) => (isByOthers ? [id] : [])))
      await this.#weigh(ids, await readOpenAmong(this.#read(), ids), around)
      if (due.length < openAtOnce) return
    }
  }

  /** `counts` where they were counted just now; the others keep theirs. Those of the ids that are not open are forgotten. */
  async #weigh(ids: readonly string[], open: readonly OpenCase[], counts: ReadonlyMap<string, Counts>): Promise<void> {
    if (ids.length === 0) return
    const { now, settings, weighedBy } = this.#moment
    const weighed = open.map(one => {
      const { reports, repeats } = counts.get(one.id) ?? one
      const { share, nextAt } = timeOf(one, this.#around, now)
      const priority = weigh({ ...one, reports, repeats, share }, settings)
      return { caseId: one.id, reports, repeats, nextAt, ...priority }
    })
    // A step has written the inbox anew; where only time has passed it says the same until the band is another.
    const bandBefore = new Map(open.map(({ id, weighed: last }) => [id, last ? bandOf(last.score, settings) : null]))
    const raised = weighed
      .map(({ caseId, score }) => ({ id: caseId, priority: bandOf(score, settings) }))
      .filter(({ id, priority }) => counts.has(id) || priority !== bandBefore.get(id))
    const isOpen = new Set(open.map(({ id }) => id))
    await this.#db.unitOfWork(async tx => {
      await keepPriorities(tx as never, weighed, weighedBy, now)
      await forget(
        tx as never,
        ids.filter(id => !isOpen.has(id)),
      )
      await raiseInInbox(tx, 'case', raised)
    })
  }

  async #lookAround(ids: readonly string[]) {
    if (ids.length === 0) return new Map<string, Awaited<ReturnType<typeof lookAround>>[number]>()
    const found = await lookAround(this.#read(), ids, this.#moment.settings)
    return new Map(found.map(one => [one.id, one]))
  }

  #read() {
    return this.#db.read<CasesTables>()
  }
}

function* partsOf(ids: readonly string[]): Iterable<readonly string[]> {
  for (let i = 0; i < ids.length; i += openAtOnce) yield ids.slice(i, i + openAtOnce)
}

/** By the calendar of its place. */
export function timeOf(
  { timers, gridPath }: Pick<OpenCase, 'timers' | 'gridPath'>,
  { clocks }: Pick<Surroundings, 'clocks'>,
  now: Instant,
): PressingTime {
  return pressingTime(clocks.calendarAt(gridPath), timers, now)
}
