import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { OfflineModule } from '#platform/offline/field/index.ts'
import type { callForHelp, CallLine, listCalls, onCall, tellMore } from '../common/contract.ts'
import { fieldHelpMessages } from './messages.ts'

/** As many of one's own calls as the page shows. */
export const ownCalls = 5

const subjectOf = ({ callId }: { readonly callId: string }) => `help-call ${callId}`
const pathOf = () => '/help'

/** The numbers of one's own grid lie on the phone: whoever needs help is often where there is no signal. */
export const helpOffline: OfflineModule = {
  name: 'help',
  messages: fieldHelpMessages,
  answers: [
    { query: 'help.on-call', version: 1, hours: 24 * 7 },
    { query: 'help.list', version: 1, hours: 36 },
  ],
  async stock({ client, me, keepOnly }) {
    const answer = me.permissions.includes('help.call') ? await client.query<typeof onCall>('help.on-call', {}) : null
    if (answer === null || isRefusal(answer)) {
      await keepOnly('help.on-call', [])
      return keepOnly('help.list', [])
    }
    await client.query<typeof listCalls>('help.list', { mine: true, limit: ownCalls })
  },
  commands: [
    { command: 'help.call', subject: (input: InputOf<typeof callForHelp>) => subjectOf(input), path: pathOf },
    { command: 'help.tell-more', subject: (input: InputOf<typeof tellMore>) => subjectOf(input), path: pathOf },
  ],
  // A call that waits for a signal stands among mine as what it is: not out yet.
  async overlay({ query, input, answer }, waiting) {
    if (query !== 'help.list' || !(input as InputOf<typeof listCalls>).mine) return answer
    const list = answer as OutputOf<typeof listCalls>
    const known = new Set(list.rows.map(({ callId }) => callId))
    const own = waiting
      .filter(({ command, state }) => command === 'help.call' && state !== 'refused')
      .map(item => item.input as InputOf<typeof callForHelp>)
      .filter(({ callId }) => !known.has(callId))
    return { ...list, rows: [...own.map(asLine), ...list.rows] }
  },
}

const asLine = ({ callId, at }: InputOf<typeof callForHelp>): CallLine => ({
  ...{ callId, status: 'waiting', at, heardAt: at, callerName: null, callerTitle: null, gridNames: [] },
  ...{ takenBy: null, takenAt: null, safer: null, endedAt: null, outcome: null, isMine: true },
})
