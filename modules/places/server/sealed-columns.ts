import type { SealedStore } from '#platform/crypto/server/index.ts'
import { aboutOf } from './phone-store.ts'

/** What this module seals, for a change of key. */
export const placesSealed: readonly SealedStore[] = [
  {
    ...{ name: 'places.post_phone.phone_sealed', table: 'places.post_phone', key: ['post_id'] as const, isText: true },
    sealed: 'phone_sealed',
    about: ({ id }) => aboutOf(id),
  },
]
