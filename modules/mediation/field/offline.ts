import type { InputOf } from '#platform/contract/common/endpoint.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { OfflineModule } from '#platform/offline/field/index.ts'
import type { followUp, listMatters, recordMatter } from '../common/contract.ts'
import { fieldMediationMessages } from './messages.ts'

type Record = InputOf<typeof recordMatter>

/** As many of one’s own as the page shows. */
export const ownMatters = 30

const subjectOf = ({ matterId }: { readonly matterId: string }) => `mediation ${matterId}`

/** Disputes are settled at doors: told with or without a signal. What was said lies on the phone only until it is sent. */
export const mediationOffline: OfflineModule = {
  name: 'mediation',
  messages: fieldMediationMessages,
  answers: [{ query: 'mediation.list', version: 1, hours: 36 }],
  async stock({ client, me, keepOnly }) {
    const may = me.permissions.includes('mediation.write')
    const answer = may
      ? await client.query<typeof listMatters>('mediation.list', { mine: true, limit: ownMatters })
      : null
    if (answer === null || isRefusal(answer)) await keepOnly('mediation.list', [])
  },
  commands: [
    {
      command: 'mediation.record',
      subject: (input: Record) => subjectOf(input),
      photos: ({ photos }: Record) => photos ?? [],
      path: () => '/mediation',
    },
    {
      command: 'mediation.follow-up',
      subject: (input: InputOf<typeof followUp>) => subjectOf(input),
      path: ({ matterId }: InputOf<typeof followUp>) => `/mediation/${matterId}`,
    },
  ],
}
