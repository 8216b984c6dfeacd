import type { Instant } from '#platform/kernel/common/instant.ts'
import { readTimer, type Timer } from '#platform/worktime/common/index.ts'
import { nextAction } from '../common/actions.ts'
import type { CaseFile } from '../common/case-file.ts'
import type { CasePage, CaseRow } from '../common/presented.ts'
import type { CaseClocks } from './surroundings.ts'

/** The timer of the stage that a case is in. */
export function stageTimer({ status, procedure }: CaseFile): Timer | undefined {
  const task = nextAction[status]
  return task === null ? undefined : procedure.timers.find(({ name }) => name === task)
}

/** The clocks of cases as they read at one moment. */
export class CaseClock {
  readonly #clocks: CaseClocks
  readonly #now: Instant

  constructor(clocks: CaseClocks, now: Instant) {
    this.#clocks = clocks
    this.#now = now
  }

  due(caseFile: CaseFile): Pick<CaseRow, 'dueAt' | 'light'> {
    const timer = stageTimer(caseFile)
    if (!timer) return { dueAt: null, light: null }
    const { dueAt, light } = readTimer(this.#clocks.calendarAt(caseFile.place.gridPath), timer, this.#now)
    return { dueAt, light }
  }

  timers({ place, procedure }: CaseFile): CasePage['timers'] {
    const calendar = this.#clocks.calendarAt(place.gridPath)
    return procedure.timers.map(timer => {
      const { uncoveredYears, ...reading } = readTimer(calendar, timer, this.#now)
      const { dueAt, endedAt, state, isOverdue, isExempt, light } = reading
      const { name, limit, startedAt } = timer
      const told = { name, limit, startedAt, dueAt, endedAt, state, isOverdue, isExempt, light }
      return { ...told, uncoveredYears: [...uncoveredYears] }
    })
  }
}
