import { raiseInInbox } from '#platform/inbox/server/raise-in-inbox.ts'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { readTimer } from '#platform/worktime/common/index.ts'
import { bandOf, type Priority, weigh } from '../common/priority.ts'
import { forgetEnded, keepPriorities, type OpenCase, readOpenCases } from './priority-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { CasesTables } from './tables.ts'

export const openAtOnce = 1000
export const firstId = '00000000-0000-0000-0000-000000000000'

/** Once a minute each open case is weighed again: time goes on, others report the same, the next thing happens there. */
export const weighJob = (around: Pick<Surroundings, 'clocks' | 'priority'>): JobHandler => ({
  name: 'cases.weigh',
  cron: '* * * * *',
  // The next minute weighs everything again.
  retries: 0,
  async run({ db, now }) {
    const settings = around.priority(now)
    await db.unitOfWork(tx => forgetEnded(tx as never))
    let after = firstId
    for (;;) {
      const open = await readOpenCases(db.read<CasesTables>(), after, openAtOnce, settings)
      const last = open.at(-1)
      if (!last) return
      after = last.id
      const weighed = open.map(one => ({
        ...{ caseId: one.id, before: one.weighed },
        ...weigh({ ...one, share: shareOf(one, around, now) }, settings),
      }))
      await db.unitOfWork(async tx => {
        await keepPriorities(
          tx as never,
          weighed.filter(one => one.before === null || saidOf(one.before) !== saidOf(one)),
          now,
        )
        const bands = weighed.map(({ caseId, score }) => ({ id: caseId, priority: bandOf(score, settings) }))
        await raiseInInbox(tx, 'case', bands)
      })
    }
  },
})

/** All that the page says of it: another reason for the same score is news as well. */
function saidOf({ score, reasons }: Priority): string {
  return JSON.stringify([score, ...reasons.map(({ criterion, points, found }) => [criterion, points, found])])
}

/** Of the limits that run, the one that has gone furthest. */
export function shareOf(
  { timers, gridPath }: OpenCase,
  { clocks }: Pick<Surroundings, 'clocks'>,
  now: Instant,
): number {
  const calendar = clocks.calendarAt(gridPath)
  const running = timers.map(timer => readTimer(calendar, timer, now)).filter(({ state }) => state === 'running')
  return Math.max(0, ...running.map(({ share }) => share))
}
