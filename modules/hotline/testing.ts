import type { Client } from '#platform/contract/common/client.ts'
import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type * as contract from './common/contract.ts'

// The desk's verbs for tests: each calls the real contract as somebody, with usual contents that a test may override,
// and throws when it is refused. Tests of refusals call the client themselves.

type Somebody = Pick<Client, 'command' | 'query'>

function sure<A>(answer: A | Refusal): A {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.detail)}`)
  return answer as A
}

export async function takeCall(
  as: Somebody,
  overrides: Partial<InputOf<typeof contract.takeCall>> = {},
): Promise<OutputOf<typeof contract.takeCall>> {
  const usual = { callId: newId(), phone: '19900020001', kind: 'report' as const, summary: '小区门口的路灯不亮' }
  return sure(await as.command<typeof contract.takeCall>('hotline.take-call', { ...usual, ...overrides }))
}

export async function openCaseFromCall(
  as: Somebody,
  callId: string,
  overrides: Partial<InputOf<typeof contract.openCaseFromCall>> = {},
): Promise<OutputOf<typeof contract.openCaseFromCall>> {
  const input = { callId, caseId: newId(), description: '小区门口的路灯不亮', ...overrides }
  return sure(await as.command<typeof contract.openCaseFromCall>('hotline.open-case', input))
}

export async function linkCall(as: Somebody, callId: string, caseId: string) {
  return sure(await as.command<typeof contract.linkCall>('hotline.link-call', { callId, caseId }))
}

export async function answerCall(as: Somebody, callId: string, answer = '已告知办理地点和时间') {
  return sure(await as.command<typeof contract.answerCall>('hotline.answer-call', { callId, answer }))
}

/** Reached, solved and satisfied unless told otherwise. */
export async function recordCallBack(
  as: Somebody,
  callId: string,
  overrides: Partial<InputOf<typeof contract.recordCallBack>> = {},
): Promise<OutputOf<typeof contract.recordCallBack>> {
  const usual = { callId, reached: true, solved: true, satisfaction: 'satisfied' as const }
  return sure(await as.command<typeof contract.recordCallBack>('hotline.record-call-back', { ...usual, ...overrides }))
}

export { hotlineAccess } from './server/access-table.ts'
