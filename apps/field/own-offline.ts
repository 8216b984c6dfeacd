import type { countInbox, listInbox } from '#platform/inbox/common/contract.ts'
import type { listNotices, markNoticesRead } from '#platform/notices/common/contract.ts'
import type { InputOf } from '#platform/contract/common/endpoint.ts'
import type { OfflineModule } from '#platform/offline/field/index.ts'
import { fieldMessages } from './messages.ts'

const dayHours = 36

/** What belongs to no module: the inbox and the notices. */
export const ownOffline: OfflineModule = {
  name: 'own',
  messages: fieldMessages,
  answers: [
    { query: 'inbox.list', version: 1, hours: dayHours },
    { query: 'inbox.count', version: 1, hours: dayHours },
    { query: 'notices.list', version: 1, hours: dayHours },
    { query: 'routing.show-roster', version: 1, hours: dayHours },
  ],
  commands: [
    {
      command: 'notices.mark-read',
      subject: () => 'notices',
      isQuiet: true,
    },
  ],
  async stock({ client }) {
    await client.query<typeof listInbox>('inbox.list', { limit: 50 })
    await client.query<typeof countInbox>('inbox.count', {})
    await client.query<typeof listNotices>('notices.list', { limit: 50 })
  },
  overlay: async ({ query, answer }, waiting) => {
    const read = waiting.filter(({ command }) => command === 'notices.mark-read')
    if (query !== 'notices.list' || read.length === 0) return answer
    const until =
      read
        .map(({ input }) => (input as InputOf<typeof markNoticesRead>).until)
        .sort()
        .at(-1) ?? ''
    const list = answer as { readonly rows: readonly { readonly at: string; readonly readAt: string | null }[] }
    const rows = list.rows.map(row => (row.readAt === null && row.at <= until ? { ...row, readAt: until } : row))
    return { ...list, rows, unread: rows.filter(({ readAt }) => readAt === null).length }
  },
}
