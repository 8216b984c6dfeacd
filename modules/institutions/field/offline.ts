import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { OfflineModule } from '#platform/offline/field/index.ts'
import type { acknowledge, listInstitutions, showInstitution } from '../common/contract.ts'
import { institutionsFieldMessages } from './messages.ts'

/** What is in force changes seldom, and is asked for at each contact all the same. */
const weekHours = 24 * 7
/** Of those that one must read, so many whole; the others are opened with a network. */
const mostWhole = 20
/** As the page asks, so that the same answer is found. */
export const inForce = { standing: 'in-force' as const, limit: 100 }

/** What one must read lies on the phone with its wording, and is acknowledged there. */
export const institutionsOffline: OfflineModule = {
  name: 'institutions',
  messages: institutionsFieldMessages,
  answers: [
    { query: 'institutions.list', version: 2, hours: weekHours },
    { query: 'institutions.show', version: 2, hours: weekHours },
  ],
  async stock({ client, me, keepOnly }) {
    const mayRead = me.permissions.includes('institutions.read')
    const list = mayRead ? await client.query<typeof listInstitutions>('institutions.list', inForce) : null
    if (list === null || isRefusal(list)) {
      await keepOnly('institutions.list', [])
      return keepOnly('institutions.show', [])
    }
    const mine = list.rows.filter(({ mustRead, hasRead }) => mustRead && !hasRead).slice(0, mostWhole)
    for (const { documentId } of mine) await client.query<typeof showInstitution>('institutions.show', { documentId })
    await keepOnly('institutions.list', [inForce])
    await keepOnly(
      'institutions.show',
      mine.map(({ documentId }) => ({ documentId })),
    )
  },
  commands: [
    {
      command: 'institutions.acknowledge',
      subject: ({ documentId }: InputOf<typeof acknowledge>) => `institution ${documentId}`,
      path: ({ documentId }: InputOf<typeof acknowledge>) => `/institutions/${documentId}`,
    },
  ],
  async overlay({ query, answer }, waiting) {
    const readAt = new Map(
      waiting
        .filter(({ command }) => command === 'institutions.acknowledge')
        .map(({ input, madeAt }) => [(input as InputOf<typeof acknowledge>).documentId, madeAt]),
    )
    if (readAt.size === 0) return answer
    if (query === 'institutions.list') {
      const list = answer as OutputOf<typeof listInstitutions>
      const rows = list.rows.map(row => (readAt.has(row.documentId) ? { ...row, hasRead: true } : row))
      return { ...list, rows, toRead: rows.filter(row => row.mustRead && !row.hasRead).length }
    }
    if (query === 'institutions.show') {
      const one = answer as OutputOf<typeof showInstitution>
      const at = readAt.get(one.documentId)
      return at === undefined ? one : { ...one, hasRead: true, acknowledgedAt: one.acknowledgedAt ?? at }
    }
    if (query === 'inbox.list') {
      const list = answer as { readonly rows: readonly { readonly subjectKind: string; readonly subjectId: string }[] }
      const isRead = ({ subjectKind, subjectId }: (typeof list.rows)[number]) =>
        subjectKind === 'institution-reading' && readAt.has(subjectId.split('.')[0]!)
      return { ...list, rows: list.rows.filter(row => !isRead(row)) }
    }
    return answer
  },
}
