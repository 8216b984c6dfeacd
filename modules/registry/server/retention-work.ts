import type { Kysely, Transaction } from 'kysely'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { care, careGroups } from '../common/care.ts'
import { fieldRetentions, type FieldRule, type RetentionRule } from '../common/retention.ts'
import { carePolicies } from './care-store.ts'
import { countCareOver, countDue, eraseDue, removeCareOver } from './protection-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { RegistryTables } from './tables.ts'

const asked = ({ settings }: Surroundings, rule: FieldRule, now: Instant) => {
  const days = settings(now).keep[rule]
  return { ...fieldRetentions[rule], days, before: dayOf(now, -days) }
}

const isFieldRule = (rule: RetentionRule): rule is FieldRule => rule !== 'care-ended'

async function careEnds(db: Kysely<RegistryTables>, now: Instant) {
  const policies = await carePolicies(db)
  return careGroups.map(group => ({
    group,
    before: dayOf(now, -(policies.get(group)?.keep_days ?? care[group].keepDays)),
  }))
}

/** What a rule would remove now; the same question as the removing itself. */
export async function dryRun(around: Surroundings, db: Kysely<RegistryTables>, rule: RetentionRule, now: Instant) {
  if (isFieldRule(rule)) {
    const { days, ...rest } = asked(around, rule, now)
    return { rule, days, due: await countDue(db, rest) }
  }
  const counts = await Promise.all(
    (await careEnds(db, now)).map(({ group, before }) => countCareOver(db, group, before)),
  )
  return { rule, days: null, due: counts.reduce((sum, count) => sum + count, 0) }
}

/** Removes it, in pieces until nothing is left. */
export async function carryOut(
  around: Surroundings,
  tx: Transaction<RegistryTables>,
  rule: RetentionRule,
  now: Instant,
): Promise<number> {
  let erased = 0
  if (!isFieldRule(rule)) {
    for (const { group, before } of await careEnds(tx, now)) erased += await removeCareOver(tx, group, before)
    return erased
  }
  for (;;) {
    const some = await eraseDue(tx, asked(around, rule, now))
    erased += some
    if (some === 0) return erased
  }
}
