import { type CaseFile, caseLevels, isEnded } from '#modules/cases/common/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import { type Command, command, type Work } from '#platform/commands/server/command.ts'
import { runCommand } from '#platform/commands/server/run-command.ts'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import * as contract from '../common/contract.ts'
import { type RepeatedPoint, repeatedPoints } from '../common/repeated.ts'
import { BoardReader } from './board-store.ts'
import { keepEscalation } from './escalation-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { SupervisionTables } from './tables.ts'

const everywhere = { kind: 'everywhere' } as const

/** Raises by the same rules as a person; it sees everything and decides nothing else. */
const watcher: Actor = {
  personId: 'clock',
  postId: null,
  unitId: null,
  grants: ['supervision.board', 'supervision.escalate', 'cases.read', 'cases.move-level'].map(permission => ({
    permission,
    within: everywhere,
  })),
}

const dayMs = 86_400_000

/**
 * Complaints that come again and again at one point raise the latest open case there: to the street from the first
 * number of the settings on, to the district from the second. Each case once for each, so a centre may give it down again.
 */
export function repeatedJob(around: Surroundings): JobHandler {
  const raise = raiseRepeatedCommand(around)
  return {
    name: 'supervision.repeated',
    cron: '*/10 * * * *',
    async run({ db, now }) {
      const settings = around.settings(now)
      const { days } = settings.repeated
      const reader = new BoardReader(db.read<SupervisionTables>(), watcher, settings)
      const rows = await reader.reportedSince(instantOf(millisecondsOf(now) - days * dayMs))
      const reported = rows.map(row => ({ caseId: row.case_id, number: row.number, lon: row.lon!, lat: row.lat! }))
      for (const point of repeatedPoints(reported, settings.repeated)) {
        const latest = await latestOpen(around, db.read(), point)
        if (!latest) continue
        const level = point.isGrave ? 'district' : 'street'
        if (caseLevels.indexOf(latest.procedure.level) >= caseLevels.indexOf(level)) continue
        const input = { caseId: latest.id, number: latest.number, level, count: point.cases.length, days } as const
        await runCommand(db, async () => {}, raise, { actor: watcher, now, requestId: newId(), input })
      }
    },
  }
}

type Read = Parameters<Surroundings['cases']['byIds']>[0]

async function latestOpen(around: Surroundings, read: Read, point: RepeatedPoint): Promise<CaseFile | undefined> {
  const cases = await around.cases.byIds(
    read,
    point.cases.map(({ caseId }) => caseId),
  )
  return cases
    .filter(({ status }) => !isEnded(status))
    .toSorted((a, b) => a.reportedAt.localeCompare(b.reportedAt) || a.number.localeCompare(b.number))
    .at(-1)
}

const raiseRepeatedCommand = (around: Surroundings): Command =>
  command(contract.raiseRepeated, {
    subject: ({ caseId }) => ({ kind: 'case', id: caseId }),
    async run(work: Work<SupervisionTables>, { caseId, number, level, count, days }) {
      const [caseFile] = await around.cases.byIds(work.tx as never, [caseId])
      if (!caseFile) return { raised: 0, told: 0 }
      const rung = level === 'district' ? 'district-centre' : 'street-centre'
      const matter = { unitId: caseFile.unitId, gridPath: caseFile.place.gridPath }
      const told = await around.staff.atLevel(work.tx as never, rung, matter)
      const isNew = await keepEscalation(work.tx, {
        ...{ subject_kind: 'case', subject_id: caseId, timer: 'repeated', started_at: caseFile.reportedAt },
        ...{ light: level === 'district' ? 'red' : 'orange', level: rung, at: work.now, told: [...told] },
      })
      if (!isNew) return { raised: 0, told: 0 }
      const reason = `同一点位 ${days} 天内 ${count} 起投诉，自动提级`
      const steps = caseLevels.indexOf(level) - caseLevels.indexOf(caseFile.procedure.level)
      let raised = 0
      while (raised < steps && !isRefusal(await around.cases.raise(work as never, caseId, reason))) raised += 1
      const subject = { kind: 'case', id: caseId }
      for (const personId of told)
        work.notify({ personId, kind: 'repeated-point', subject, params: { number, count: String(count) } })
      return { raised, told: told.length }
    },
  })
