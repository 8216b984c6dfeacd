import type { listNotices } from '#platform/notices/common/contract.ts'
import { useClient, useLive, usePages } from '#platform/ui/ui/index.ts'

/** My notices page by page, the newest first, renewed when something happens. */
export function useNotices() {
  const client = useClient()
  const asked = usePages('notices', page => client.query<typeof listNotices>('notices.list', { limit: 50, ...page }))
  const { reload } = asked
  useLive(() => void reload())
  return asked
}
