import { useAsk } from '#platform/ui/office/ask.ts'
import { useMay } from '#platform/ui/office/session.tsx'
import { care, careGroups } from '../common/care.ts'
import type { listCarePolicies } from '../common/contract/protection.ts'

/** The care lists in use that the reader may see; nothing is asked where they may see none. */
export function useCarePolicies() {
  const may = useMay()
  const isAllowed = careGroups.some(group => may(care[group].permission))
  const asked = useAsk<typeof listCarePolicies>('registry.care-policies', {}, { enabled: isAllowed })
  const policies = (asked.data?.rows ?? []).filter(({ group, isOn }) => isOn && may(care[group].permission))
  return { isAllowed, policies }
}
