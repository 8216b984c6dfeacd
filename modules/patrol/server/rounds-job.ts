import type { Actor } from '#platform/authz/common/grants.ts'
import { type Command, command, fromWithin } from '#platform/commands/server/command.ts'
import { runCommand } from '#platform/commands/server/run-command.ts'
import type { JobHandler, JobWork } from '#platform/jobs/server/job.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { settleRound } from '../common/contract-clock.ts'
import { readRoundId, roundsOf } from '../common/plan.ts'
import { readChecklists } from './checklist-store.ts'
import { PlanReader } from './plan-store.ts'
import { RoundReader, RoundWriter, untouched } from './round-store.ts'
import { letKnow, type PatrolWork, waitingFor } from './round-work.ts'
import type { Surroundings } from './surroundings.ts'
import type { PatrolTables } from './tables.ts'
import { removeTracks } from './track-store.ts'

const everywhere = { kind: 'everywhere' } as const
const clock: Actor = {
  ...{ personId: 'clock', postId: null, unitId: null },
  grants: ['patrol.walk', 'patrol.plan'].map(permission => ({ permission, within: everywhere })),
}

/** One minute is how late a round may come into the inbox, and leave it. */
const lookBackMs = 10 * 60_000

/**
 * Rounds come into the inbox when their time begins and leave it when it is over; what was left out is then told by
 * the coverage. Tracks go when their days are over.
 */
export function roundsJob({ settings }: Pick<Surroundings, 'settings'>): JobHandler {
  return {
    name: 'patrol.rounds',
    cron: '* * * * *',
    async run(work) {
      for (const roundId of await atTheirTime(work)) {
        const call = { actor: clock, now: work.now, requestId: newId(), input: { roundId }, origin: fromWithin }
        await runCommand(work.db, async () => {}, settle, call)
      }
      const { trackDays } = settings(work.now)
      const before = instantOf(millisecondsOf(work.now) - trackDays * 86_400_000)
      await work.db.unitOfWork(tx => removeTracks(tx as never, before))
    },
  }
}

/** Rounds whose time began or ended just now, by their plans: they need not be written yet. */
async function atTheirTime({ db, now }: JobWork): Promise<readonly string[]> {
  const read = db.read<PatrolTables>()
  const plans = await new PlanReader(read, clock).everyInForce(dayOf(now, -1))
  const since = instantOf(millisecondsOf(now) - lookBackMs)
  const isJustNow = (at: string) => since < at && at <= now
  const planned = plans
    .flatMap(plan => [-1, 0].flatMap(days => roundsOf(plan, dayOf(now, days))))
    .filter(round => isJustNow(round.fromAt) || isJustNow(round.untilAt))
  const waiting = await new RoundReader(read, clock).waiting(planned.map(round => round.roundId))
  return planned
    .filter(round => (now < round.untilAt ? !waiting.has(round.roundId) : waiting.has(round.roundId)))
    .map(round => round.roundId)
}

const settle: Command = command(settleRound, {
  subject: ({ roundId }) => ({ kind: 'patrol-round', id: roundId }),
  async run(work: PatrolWork, { roundId }) {
    const named = readRoundId(roundId)
    const plan = named && (await new PlanReader(work.tx, work.actor).find(named.planId, 'patrol.walk'))
    const planned = plan && roundsOf(plan, named.day).find(one => one.roundId === roundId)
    const rounds = new RoundWriter(work.tx, work.actor)
    if (planned) await rounds.begin(untouched(planned, plan, await readChecklists(work.tx)))
    const row = await rounds.take(roundId)
    if (!row) return { waits: false }
    letKnow(work, row)
    const waits = waitingFor(row, work.now).length > 0
    await rounds.markWaiting(roundId, work.now < row.until_at)
    return { waits }
  },
})
