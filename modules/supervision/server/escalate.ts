import { type CaseFile, isEnded } from '#modules/cases/common/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import { type Command, command, type Work } from '#platform/commands/server/command.ts'
import { runCommand } from '#platform/commands/server/run-command.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type { TimerListener } from '#platform/worktime/server/index.ts'
import * as contract from '../common/contract.ts'
import { byCount, lightByCount, rungsAt } from '../common/ladder.ts'
import { keepEscalation, readEscalations } from './escalation-store.ts'
import { OrderWriter } from './order-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { SupervisionTables } from './tables.ts'

const clock: Actor = {
  personId: 'clock',
  postId: null,
  unitId: null,
  grants: [{ permission: 'supervision.escalate', within: { kind: 'everywhere' } }],
}

/** Tells each level of the ladder once for a light of a limit. Repeating it does nothing: the row is the memory. */
export const escalateCommand = (around: Surroundings): Command =>
  command(contract.escalate, {
    subject: ({ kind, id }) => ({ kind, id }),
    async run(work: Work<SupervisionTables>, input) {
      const matter = await matterOf(around, work, input)
      if (!matter) return { told: 0 }
      let sum = 0
      for (const level of rungsAt(around.settings(work.now), input.timer, input.light)) {
        const told = await around.staff.atLevel(work.tx as never, level, matter)
        const { kind: subject_kind, id: subject_id, timer, startedAt: started_at, light } = input
        const row = { subject_kind, subject_id, timer, started_at, light, level, at: work.now, told: [...told] }
        const isNew = await keepEscalation(work.tx, row)
        if (!isNew) continue
        sum += told.length
        const subject = { kind: input.kind, id: input.id }
        const params = { number: input.number ?? '' }
        const why = input.timer === byCount ? 'count' : 'light'
        for (const personId of told) work.notify({ personId, kind: `${why}-${light}`, subject, params })
      }
      return { told: sum }
    },
  })

async function matterOf(around: Surroundings, work: Work<SupervisionTables>, input: { kind: string; id: string }) {
  if (input.kind === 'case') {
    const [caseFile] = await around.cases.byIds(work.tx as never, [input.id])
    return caseFile && { unitId: caseFile.unitId, gridPath: caseFile.place.gridPath }
  }
  const row = await new OrderWriter(work.tx, work.actor).take(input.id)
  return row && { unitId: row.unit_id, gridPath: row.grid_path }
}

/** Called by the clock of work time when a limit shows a worse light. */
export function escalationListeners(around: Surroundings): readonly TimerListener[] {
  const escalate = escalateCommand(around)
  return (['case', 'order'] as const).map(kind => ({
    subjectKind: kind,
    async run(db, timer, light, { now, isNewLight }) {
      if (!isNewLight || rungsAt(around.settings(now), timer.name, light).length === 0) return
      const { id, number } = timer.subject
      const input = { kind, id, number, timer: timer.name, startedAt: timer.startedAt, light }
      await runCommand(db, async () => {}, escalate, { actor: clock, now, requestId: newId(), input })
    },
  }))
}

/** How often it was urged, sent back for rework and reopened by whoever reported it. */
export const timesOf = ({ procedure, reworkCount }: CaseFile): number =>
  procedure.urgedCount + procedure.reopenCount + reworkCount

/** Climbs the ladder for open cases whose light is there by count; who has been told is asked before anybody is. */
export async function escalateByCount(around: Surroundings, db: Db, cases: readonly CaseFile[], now: Instant) {
  const escalate = escalateCommand(around)
  for (const caseFile of cases) {
    const light = isEnded(caseFile.status) ? 'green' : lightByCount(around.settings(now), timesOf(caseFile))
    if (light === 'green') continue
    const { id, number, reportedAt: startedAt } = caseFile
    const told = await readEscalations(db.read<SupervisionTables>(), id)
    if (told.some(row => row.timer === byCount && row.light === light)) continue
    const input = { kind: 'case', id, number, timer: byCount, startedAt, light }
    await runCommand(db, async () => {}, escalate, { actor: clock, now, requestId: newId(), input })
  }
}
