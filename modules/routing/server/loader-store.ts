import type { Transaction } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { minuteOf, type RuleTerms } from '../common/rule.ts'
import { momentsOf, type Span } from '../common/shift.ts'
import { columnsOf } from './rule-store.ts'
import type { RoutingTables } from './tables.ts'

export interface LoadedRule extends RuleTerms {
  readonly ruleId: string
  readonly unitId: string
  readonly reason: string
}

export interface LoadedShift extends Span {
  readonly shiftId: string
  readonly unitId: string
  readonly postId: string
  readonly day: string
}

interface Loading {
  readonly at: Instant
  readonly by: string
  readonly offsetMinutes: number
}

/** Rules and shifts at once: for the made-up town and for moving in from another system. */
export async function addRouting(
  tx: Transaction<unknown>,
  { rules, shifts }: { readonly rules: readonly LoadedRule[]; readonly shifts: readonly LoadedShift[] },
  { at, by, offsetMinutes }: Loading,
): Promise<void> {
  const own = tx as unknown as Transaction<RoutingTables>
  const rows = rules.map(({ ruleId, unitId, reason, ...terms }) => ({
    ...{ id: ruleId, version: 1, ...columnsOf(terms), unit_id: unitId, reason, is_ended: false, by_id: by, at },
    ...{ case_id: null, case_number: null },
  }))
  if (rows.length > 0) await own.insertInto('routing.rule').values(rows).execute()
  const planned = shifts.map(({ shiftId, unitId, postId, day, ...span }) => {
    const { startsAt, endsAt } = momentsOf(day, span, offsetMinutes)
    return {
      ...{ id: shiftId, unit_id: unitId, post_id: postId, day, starts_at: startsAt, ends_at: endsAt, by_id: by, at },
      ...{ from_minute: minuteOf(span.from), until_minute: minuteOf(span.until) },
      ...{ stands_in_for: null, reason: null, removed_at: null, removed_by: null },
    }
  })
  if (planned.length > 0) await own.insertInto('routing.shift').values(planned).execute()
}
