import type { Kysely } from 'kysely'
import { can } from '#platform/authz/common/grants.ts'
import type { Waiting, Work } from '#platform/commands/server/command.ts'
import { dayBegins } from '#platform/kernel/common/day-of.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { readRoundId, roundsOf } from '../common/plan.ts'
import { refuse } from '../common/refusals.ts'
import { coverageOf, type RoundEvent } from '../common/round.ts'
import { readChecklists } from './checklist-store.ts'
import { PlanReader } from './plan-store.ts'
import { roundPlace, type RoundRow, RoundWriter, untouched } from './round-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { PatrolTables } from './tables.ts'

export type PatrolWork = Work<PatrolTables>

export const subjectOf = (roundId: string) => ({ kind: 'patrol-round', id: roundId })

/**
 * The round, held, for somebody who walks it; or why not. One that was planned and is not written yet (a phone went out
 * before the day came) is written now.
 */
export async function roundToWalk({ settings }: Pick<Surroundings, 'settings'>, work: PatrolWork, roundId: string) {
  const rounds = new RoundWriter(work.tx, work.actor)
  const row = (await rounds.take(roundId)) ?? (await madeNow(work, rounds, roundId))
  if (!row || !can(work.actor, 'patrol.walk', roundPlace(row))) return refuse['no-such-round']()
  const { tellDays } = settings(work.now)
  if (work.now >= dayBegins(row.day, tellDays + 1)) return refuse['too-old']()
  return { rounds, row }
}

async function madeNow(work: PatrolWork, rounds: RoundWriter, roundId: string): Promise<RoundRow | undefined> {
  const named = readRoundId(roundId)
  if (!named) return undefined
  const plan = await new PlanReader(work.tx, work.actor).find(named.planId, 'patrol.walk')
  const planned = plan && roundsOf(plan, named.day).find(one => one.roundId === roundId)
  if (!planned) return undefined
  await rounds.begin(untouched(planned, plan, await readChecklists(work.tx as Kysely<PatrolTables>)))
  return rounds.take(roundId)
}

/** Writes the event, tells open pages, and says whether the round still waits. */
export async function tell(work: PatrolWork, rounds: RoundWriter, row: RoundRow, event: RoundEvent, deviceAt: string) {
  const next = await rounds.tell(row, { event, deviceAt, heardAt: work.now })
  letKnow(work, next)
  return { roundId: next.id, state: next.state, coverage: coverageOf(next.standing) }
}

export function letKnow(work: PatrolWork, row: RoundRow): void {
  const subject = subjectOf(row.id)
  const placed = roundPlace(row)
  work.waits(subject, waitingFor(row, work.now))
  for (const permission of ['patrol.read', 'patrol.walk']) work.tell({ subject, permission, placed })
}

/** Waits for the post that walks it while its time runs; afterwards it is told by its coverage, and nags nobody. */
export function waitingFor(row: RoundRow, now: Instant): Waiting[] {
  if (row.state === 'ended' || now >= row.until_at || now < row.from_at) return []
  const placed = { ...roundPlace(row), ownerId: null }
  const item = { title: `${row.title} · ${row.span_name}`, number: null, since: row.from_at, dueAt: row.until_at }
  return [{ task: 'walk', permission: 'patrol.walk', placed, ...item, priority: 0 }]
}
