import type { Transaction } from 'kysely'
import { jsonValue } from '#platform/db/server/json-value.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { PatrolPlan, PlannedRound } from '../common/plan.ts'
import type { RoundEvent } from '../common/round.ts'
import { usualChecklists } from '../common/usual-checklists.ts'
import { rowAfter, untouched } from './round-store.ts'
import type { PatrolTables } from './tables.ts'

/** A round of the past with what was seen, as it comes from elsewhere. */
export interface LoadedRound {
  readonly plan: PatrolPlan
  readonly planned: PlannedRound
  readonly walkerId: string
  readonly events: readonly RoundEvent[]
}

/** Writes plans and rounds of the past at once: for the made-up town and for moving in from another system. */
export async function addPlans(
  tx: Transaction<unknown>,
  { plans, rounds }: { readonly plans: readonly PatrolPlan[]; readonly rounds: readonly LoadedRound[] },
  written: { readonly at: Instant; readonly by: string },
): Promise<void> {
  if (plans.length === 0) return
  const own = tx as unknown as Transaction<PatrolTables>
  const planRows = plans.map(plan => ({
    ...{ id: plan.planId, version: plan.version, title: plan.title, grid_path: plan.gridPath, post_id: plan.postId },
    ...{ points: jsonValue(plan.points) as never, rhythm: jsonValue(plan.rhythm) as never },
    ...{ valid_from: plan.validFrom, valid_until: plan.validUntil },
  }))
  await own.insertInto('patrol.plan').values(planRows).execute()
  const versions = plans.map(plan => ({
    ...{ plan_id: plan.planId, version: plan.version, written_at: written.at, by_id: written.by },
    plan: jsonValue(plan) as never,
  }))
  await own.insertInto('patrol.plan_version').values(versions).execute()
  for (let at = 0; at < rounds.length; at += 500) await addSome(own, rounds.slice(at, at + 500))
}

async function addSome(own: Transaction<PatrolTables>, rounds: readonly LoadedRound[]): Promise<void> {
  const rows = rounds.map(({ plan, planned, walkerId, events }) => {
    const { points, checklists, standing, ...row } = events.reduce(
      (before, event) => rowAfter(before, event),
      untouched(planned, plan, usualChecklists),
    )
    return {
      ...{ ...row, owner_id: events.length > 0 ? walkerId : null },
      ...{ points: jsonValue(points) as never, checklists: jsonValue(checklists) as never },
      standing: jsonValue(standing) as never,
    }
  })
  await own.insertInto('patrol.round').values(rows).execute()
  const steps = rounds.flatMap(({ planned, plan, walkerId, events }) =>
    events.map((event, n) => ({
      ...{ round_id: planned.roundId, serial: n + 1, at: event.at, device_at: event.at, heard_at: event.at },
      ...{ by_id: walkerId, post_id: plan.postId, event: jsonValue(event) as never },
    })),
  )
  for (let at = 0; at < steps.length; at += 2000) {
    await own
      .insertInto('patrol.step')
      .values(steps.slice(at, at + 2000))
      .execute()
  }
}
