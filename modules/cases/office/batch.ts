import type { Client } from '#platform/contract/common/client.ts'
import type { Endpoint, OutputOf } from '#platform/contract/common/endpoint.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { tryStep } from '../common/contract-queries.ts'

/** Steps that many cases can take at once. What needs looking at each one (filing, verifying) is not among them. */
export const batchActs = ['accept', 'dispatch', 'close', 'urge', 'void'] as const
export type BatchAct = (typeof batchActs)[number]

/** Each is a command of its own; more than this would keep a person waiting without knowing why. */
export const mostInBatch = 50

/** What would happen to each: nothing stands in its way, or the rule that does. */
export type Planned = OutputOf<typeof tryStep>['rows'][number]

/** What the person gave for all of them. */
export interface BatchWords {
  readonly text: string
  readonly unitId: string
}

export function isComplete(act: BatchAct, { text, unitId }: BatchWords): boolean {
  if (act === 'dispatch') return unitId !== ''
  return act === 'accept' || act === 'close' || text.trim() !== ''
}

function inputOf(act: BatchAct, { caseId, version }: Planned, { text, unitId }: BatchWords): object {
  const words = text.trim()
  const said = words === '' ? {} : { note: words }
  if (act === 'accept') return { caseId, version }
  if (act === 'void') return { caseId, version, reason: words }
  return act === 'dispatch' ? { caseId, version, unitId, ...said } : { caseId, version, ...said }
}

/** Null when it is done; else the refusal or the broken line. */
export type Outcome = null | { readonly trouble: unknown }

/** One after the other, each with a request of its own: what happens to one does not stop the others. */
export async function runBatch(
  client: Pick<Client, 'command'>,
  act: BatchAct,
  cases: readonly Planned[],
  words: BatchWords,
  { newId, onOutcome }: { newId: () => string; onOutcome: (caseId: string, outcome: Outcome) => void },
): Promise<void> {
  for (const one of cases.filter(({ whyNot }) => whyNot === null)) {
    const input = inputOf(act, one, words)
    try {
      const answer: unknown = await client.command<Endpoint<string, 'command'>>(`cases.${act}`, input, {
        requestId: newId(),
      })
      onOutcome(one.caseId, isRefusal(answer) ? { trouble: answer } : null)
    } catch (trouble) {
      onOutcome(one.caseId, { trouble })
    }
  }
}
