import type { Client } from '#platform/contract/common/client.ts'
import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type * as contract from './common/contract.ts'

// Verbs for tests: each calls the real contract as somebody and throws when it is refused.

type Somebody = Pick<Client, 'command' | 'query'>

function sure<A>(answer: A | Refusal): A {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.detail)}`)
  return answer as A
}

/** A rule for every matter everywhere at any time, unless told otherwise. */
export async function putRule(
  as: Somebody,
  unitId: string,
  overrides: Partial<InputOf<typeof contract.putRule>> = {},
): Promise<OutputOf<typeof contract.putRule>> {
  const usual = {
    ...{ ruleId: newId(), seenVersion: 0, gridPath: null, classKind: null, classStart: '', weekdays: [], hours: null },
    ...{ validFrom: '2026-01-01', validUntil: null, unitId, reason: '职责分工' },
  }
  return sure(await as.command<typeof contract.putRule>('routing.put-rule', { ...usual, ...overrides }))
}

export async function planShifts(as: Somebody, input: InputOf<typeof contract.planShifts>) {
  return sure(await as.command<typeof contract.planShifts>('routing.plan-shifts', input))
}

export async function showRoster(as: Somebody, input: InputOf<typeof contract.showRoster>) {
  return sure(await as.query<typeof contract.showRoster>('routing.show-roster', input))
}

export { routingAccess } from './server/access-table.ts'
