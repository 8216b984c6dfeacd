import type { Client } from '#platform/contract/common/client.ts'
import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type * as contract from './common/contract.ts'

// The diary's verbs for tests: each calls the real contract as somebody, with usual contents that a test may override,
// and throws when it is refused. Tests of refusals call the client themselves.

type Somebody = Pick<Client, 'command' | 'query'>

function sure<A>(answer: A | Refusal): A {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.detail)}`)
  return answer as A
}

export async function writeEntry(
  as: Somebody,
  overrides: Partial<InputOf<typeof contract.writeEntry>> = {},
): Promise<OutputOf<typeof contract.writeEntry>> {
  const usual = { entryId: newId(), kind: 'need' as const, text: '独居老人想装扶手', person: '三单元的李奶奶' }
  return sure(await as.command<typeof contract.writeEntry>('diary.write', { ...usual, ...overrides }))
}

export async function giveFeedback(as: Somebody, entryId: string, text = '已联系民政干事，明天上门量尺寸') {
  return sure(await as.command<typeof contract.giveFeedback>('diary.give-feedback', { entryId, text }))
}

export async function showEntry(as: Somebody, entryId: string) {
  return sure(await as.query<typeof contract.showEntry>('diary.show', { entryId }))
}

export { diaryAccess } from './server/access-table.ts'
