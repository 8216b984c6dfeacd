import type { listNotices } from '#platform/notices/common/contract.ts'
import { useAnswer, useClient, useLive } from '#platform/ui/ui/index.ts'

/** My newest notices, renewed when something happens. */
export function useNotices() {
  const client = useClient()
  const asked = useAnswer('notices', () => client.query<typeof listNotices>('notices.list', { limit: 50 }))
  const { reload } = asked
  useLive(() => void reload())
  return asked
}
