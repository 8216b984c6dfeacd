import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { OfflineModule } from '#platform/offline/field/index.ts'
import type { checkSection, listSections, myCleaning, objectTo } from '../common/contract.ts'
import { fieldCleaningMessages } from './messages.ts'

type Check = InputOf<typeof checkSection>
type Objection = InputOf<typeof objectTo>

/** Own sections and the standard lie on the phone; looks and objections wait for a signal. */
export const cleaningOffline: OfflineModule = {
  name: 'cleaning',
  messages: fieldCleaningMessages,
  answers: [
    { query: 'cleaning.mine', version: 1, hours: 24 * 3 },
    { query: 'cleaning.sections', version: 1, hours: 24 * 3 },
  ],
  async stock({ client, me, keepOnly }) {
    const mine = me.permissions.includes('cleaning.own')
      ? await client.query<typeof myCleaning>('cleaning.mine', {})
      : null
    if (mine === null || isRefusal(mine)) await keepOnly('cleaning.mine', [])
    const may = me.permissions.includes('cleaning.check')
    const all = may ? await client.query<typeof listSections>('cleaning.sections', {}) : null
    if (all === null || isRefusal(all)) await keepOnly('cleaning.sections', [])
  },
  commands: [
    {
      command: 'cleaning.check',
      subject: ({ checkId }: Check) => `cleaning-look ${checkId}`,
      photos: ({ found }: Check) => found?.photos ?? [],
      path: () => '/cleaning/check',
    },
    {
      command: 'cleaning.object',
      subject: ({ deductionId }: Objection) => `cleaning-deduction ${deductionId}`,
      path: () => '/cleaning',
    },
  ],
  // What one objected to on this phone is objected to, as it will be once it has arrived.
  async overlay({ query, answer }, waiting) {
    if (query !== 'cleaning.mine') return answer
    const objected = new Map(
      waiting
        .filter(({ command, state }) => command === 'cleaning.object' && state !== 'refused')
        .map(item => [(item.input as Objection).deductionId, item.input as Objection] as const),
    )
    const mine = answer as OutputOf<typeof myCleaning>
    return {
      ...mine,
      deductions: mine.deductions.map(one =>
        one.state === 'stands' && objected.has(one.deductionId)
          ? { ...one, state: 'objected' as const, mayObject: false }
          : one,
      ),
    }
  },
}
