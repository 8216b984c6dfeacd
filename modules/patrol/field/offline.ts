import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { OfflineModule, WaitingCommand } from '#platform/offline/field/index.ts'
import type { beginRound, checkPoint, endRound, keepTrack, myRounds, skipPoint } from '../common/contract.ts'
import { fieldPatrolMessages } from './messages.ts'
import { daysAhead, roundAfter, subjectOf } from './round-on-phone.ts'

type Rounds = OutputOf<typeof myRounds>

const pathOf = ({ roundId }: { readonly roundId: string }) => `/patrol/${roundId}`
const step = (command: string): WaitingCommand => ({ command, subject: subjectOf, path: pathOf })

/** Stairwells and basements have no signal: a whole round is walked on the phone and told when there is one. */
export const patrolOffline: OfflineModule = {
  name: 'patrol',
  messages: fieldPatrolMessages,
  answers: [{ query: 'patrol.my-rounds', version: 1, hours: daysAhead * 24 }],
  // A round is where its next point is.
  places: {
    'patrol-round': async (roundId, kept) => {
      const answer = (await kept('patrol.my-rounds', { days: daysAhead })) as Rounds | undefined
      const points = answer?.rounds.find(round => round.roundId === roundId)?.points
      const next = points?.find(({ state, place }) => state === 'left' && place !== null)
      return next ? { point: next.place, address: next.name } : null
    },
  },
  async stock({ client, me, keepOnly }) {
    if (!me.permissions.includes('patrol.walk')) return keepOnly('patrol.my-rounds', [])
    const answer = await client.query<typeof myRounds>('patrol.my-rounds', { days: daysAhead })
    if (isRefusal(answer)) await keepOnly('patrol.my-rounds', [])
  },
  commands: [
    step('patrol.begin-round' satisfies (typeof beginRound)['name']),
    {
      ...step('patrol.check-point' satisfies (typeof checkPoint)['name']),
      photos: ({ findings }: InputOf<typeof checkPoint>) => (findings ?? []).flatMap(({ photos }) => photos ?? []),
    },
    step('patrol.skip-point' satisfies (typeof skipPoint)['name']),
    step('patrol.end-round' satisfies (typeof endRound)['name']),
    { ...step('patrol.keep-track' satisfies (typeof keepTrack)['name']), isQuiet: true },
  ],
  async overlay({ query, answer }, waiting) {
    if (query !== 'patrol.my-rounds') return answer
    return { rounds: (answer as Rounds).rounds.map(round => roundAfter(round, waiting)) }
  },
}
