import type { SealedStore } from '#platform/crypto/server/index.ts'
import { aboutOf } from './track-store.ts'

/** What this module seals, for a change of key. */
export const patrolSealed: readonly SealedStore[] = [
  {
    ...{ name: 'patrol.track.sealed', table: 'patrol.track', key: ['track_id'] as const, sealed: 'sealed' },
    more: ['round_id', 'walker_id'],
    about({ more }) {
      const [roundId = '', walkerId = ''] = more
      return aboutOf(roundId, walkerId)
    },
  },
]
