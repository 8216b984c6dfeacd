import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import type { showCase } from '../common/contract-queries.ts'

export type ShownCase = OutputOf<typeof showCase>

export function useShownCase(caseId: string | undefined) {
  return useAsk<typeof showCase>('cases.show', { caseId: caseId ?? '' }, { enabled: caseId !== undefined })
}
