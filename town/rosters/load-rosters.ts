import type { Transaction } from 'kysely'
import { IdentityLoader } from '#modules/identity/server/index.ts'
import { RosterWriter } from '#modules/posts/server/index.ts'
import type { RostersPlan } from './plan-rosters.ts'

/** Bodies with their members, who answers for what, and who stands in. */
export async function loadRosters(tx: Transaction<unknown>, plan: RostersPlan): Promise<void> {
  const writer = new RosterWriter(tx as never)
  for (const body of plan.bodies) await writer.addBody(body)
  for (const member of plan.members) await writer.addMember(member)
  for (const assignment of plan.assignments) await writer.addAssignment(assignment)
  const [first] = plan.substitutions
  if (first) await new IdentityLoader(tx, first.fromAt).addSubstitutions(plan.substitutions)
}
