import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { OfflineModule } from '#platform/offline/field/index.ts'
import type { followUp, listMatters, recordMatter, showMatter } from '../common/contract.ts'
import { fieldMediationMessages } from './messages.ts'

type Record = InputOf<typeof recordMatter>

/** As many of one’s own as the page shows. */
export const ownMatters = 30
/** One's own matters are on the phone for follow-ups of so many days ahead, and no longer. */
const followUpDays = 3

export const subjectOf = ({ matterId }: { readonly matterId: string }) => `mediation ${matterId}`

/**
 * Disputes are settled at doors: told with or without a signal. What was said lies on the phone until it is sent, and again
 * when one's own matter is to be followed up: whom to call and what was agreed.
 */
export const mediationOffline: OfflineModule = {
  name: 'mediation',
  messages: fieldMediationMessages,
  answers: [
    { query: 'mediation.list', version: 1, hours: 36 },
    { query: 'mediation.show', version: 1, hours: 36 },
  ],
  async stock({ client, me, kept, keep, keepOnly }) {
    const may = me.permissions.includes('mediation.write')
    const answer = may
      ? await client.query<typeof listMatters>('mediation.list', { mine: true, limit: ownMatters })
      : null
    if (answer === null || isRefusal(answer)) {
      for (const query of ['mediation.list', 'mediation.show']) await keepOnly(query, [])
      return
    }
    const until = dayOf(new Date().toISOString(), followUpDays)
    const soon = answer.rows.filter(({ followUpOn }) => followUpOn !== null && followUpOn <= until)
    for (const { matterId, followUpOn } of soon) {
      const lying = (await kept('mediation.show', { matterId })) as OutputOf<typeof showMatter> | undefined
      // Opening is on record: what lies here as it is there is not opened again.
      if (lying?.followUpOn === followUpOn) continue
      const matter = await client.command<typeof showMatter>('mediation.show', { matterId })
      if (!isRefusal(matter)) await keep('mediation.show', { matterId }, matter)
    }
    const inputs = soon.map(({ matterId }) => ({ matterId }))
    await keepOnly('mediation.show', inputs)
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
