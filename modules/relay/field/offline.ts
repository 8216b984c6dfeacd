import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { OfflineModule } from '#platform/offline/field/index.ts'
import type { myWords, passOn } from '../common/contract.ts'
import { fieldRelayMessages } from './messages.ts'

type Pass = InputOf<typeof passOn>

/** Words are passed on at doors and in stairwells: they lie on the phone, and so does that they were told. */
export const relayOffline: OfflineModule = {
  name: 'relay',
  messages: fieldRelayMessages,
  answers: [{ query: 'relay.mine', version: 2, hours: 24 * 7 }],
  async stock({ client, me, keepOnly }) {
    const may = me.permissions.includes('relay.pass')
    const answer = may ? await client.query<typeof myWords>('relay.mine', {}) : null
    if (answer === null || isRefusal(answer)) await keepOnly('relay.mine', [])
  },
  commands: [{ command: 'relay.pass', subject: ({ wordId }: Pass) => `relay-word ${wordId}`, path: () => '/relay' }],
  async overlay({ query, answer }, waiting) {
    if (query !== 'relay.mine') return answer
    const passed = new Map(
      waiting
        .filter(({ command, state }) => command === 'relay.pass' && state !== 'refused')
        .map(item => [(item.input as Pass).wordId, item.input as Pass] as const),
    )
    const list = answer as OutputOf<typeof myWords>
    const words = list.words.map(word => {
      const pass = passed.get(word.wordId)
      if (!pass || word.state !== 'waiting') return word
      const asked = pass.asked ?? ''
      return { ...word, state: asked === '' ? ('passed' as const) : ('asked' as const), passedAt: pass.at, asked }
    })
    return { ...list, words }
  },
}
