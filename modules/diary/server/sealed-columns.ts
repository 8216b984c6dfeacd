import type { SealedStore } from '#platform/crypto/server/index.ts'
import { aboutOf } from './diary-work.ts'

/** What this module seals, for a change of key. */
export const diarySealed: readonly SealedStore[] = [
  {
    ...{ name: 'diary.entry.person_sealed', table: 'diary.entry', key: ['id'] as const, sealed: 'person_sealed' },
    about: ({ id }) => aboutOf(id),
  },
]
