import type { Kysely } from 'kysely'
import { can } from '#platform/authz/common/grants.ts'
import { type Command, command } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import * as contract from '../common/contract.ts'
import { faultOfRhythm, type PatrolPlan, roundsOf } from '../common/plan.ts'
import { refuse } from '../common/refusals.ts'
import { addChecklist, readChecklists } from './checklist-store.ts'
import { planPlace, PlanWriter } from './plan-store.ts'
import { RoundWriter, untouched } from './round-store.ts'
import { letKnow, type PatrolWork } from './round-work.ts'
import type { Surroundings } from './surroundings.ts'

export function planCommands(around: Surroundings): readonly Command[] {
  return [writePlan(around), writeChecklist]
}

const writePlan = ({ places, staff }: Surroundings) =>
  command(contract.writePlan, {
    subject: ({ planId }) => ({ kind: 'patrol-plan', id: planId }),
    async run(work: PatrolWork, { version, ...input }) {
      const { tx, actor, now } = work
      const plans = new PlanWriter(tx, actor)
      const known = await plans.take(input.planId)
      // Both where it was and where it goes must be one's own.
      if (known && !can(actor, 'patrol.plan', planPlace(known))) return refuse['no-such-plan']()
      if (!known && version > 0) return refuse['no-such-plan']()
      if (places.names(input.gridPath).length === 0) return refuse['no-such-grid']()
      if (!can(actor, 'patrol.plan', planPlace(input))) return refuse['no-such-grid']()
      if ((known?.version ?? 0) !== version) return refuse['other-version']()
      const walkers = await staff.walkers(tx as unknown as Kysely<unknown>)
      if (!walkers.some(post => post.postId === input.postId)) return refuse['no-such-post']()
      if (faultOfRhythm(input.rhythm)) return refuse['rhythm-unclear']()
      const ids = input.points.map(point => point.pointId)
      if (ids.length === 0 || new Set(ids).size < ids.length) return refuse['points-unclear']()
      if (input.validUntil !== null && input.validUntil <= input.validFrom) return refuse['rhythm-unclear']()
      const lists = await readChecklists(tx)
      const isKnown = (id: string) => lists.some(list => list.checklistId === id)
      if (!input.points.every(point => isKnown(point.checklistId))) return refuse['no-such-checklist']()
      const plan: PatrolPlan = { ...input, version: version + 1 }
      await plans.write(plan, now)
      await putTodaysRounds(work, plan, lists)
      work.tell({
        subject: { kind: 'patrol-plan', id: plan.planId },
        permission: 'patrol.read',
        placed: planPlace(plan),
      })
      return { planId: plan.planId, version: plan.version }
    },
  })

/** A plan counts from today: rounds of today that nobody has begun are those of the new version. */
async function putTodaysRounds(
  work: PatrolWork,
  plan: PatrolPlan,
  lists: Awaited<ReturnType<typeof readChecklists>>,
): Promise<void> {
  const rounds = new RoundWriter(work.tx, work.actor)
  for (const planned of roundsOf(plan, dayOf(work.now))) {
    if (planned.untilAt <= work.now) continue
    const row = untouched(planned, plan, lists)
    await rounds.begin(row)
    await rounds.replaceUntouched(row)
    const kept = await rounds.take(row.id)
    if (kept) letKnow(work, kept)
  }
}

const writeChecklist = command(contract.writeChecklist, {
  subject: ({ checklistId }) => ({ kind: 'patrol-checklist', id: checklistId }),
  async run(work: PatrolWork, { version, ...list }) {
    const known = (await readChecklists(work.tx)).find(one => one.checklistId === list.checklistId)
    if ((known?.version ?? -1) !== version) return refuse['other-version']()
    if (new Set(list.items.map(item => item.code)).size < list.items.length) return refuse['points-unclear']()
    const next = { ...list, version: version + 1 }
    const isAdded = await addChecklist(work.tx, next, { at: work.now, byId: work.actor.personId })
    return isAdded ? { checklistId: list.checklistId, version: next.version } : refuse['other-version']()
  },
})
