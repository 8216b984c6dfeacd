import type { SealedStore } from '#platform/crypto/server/index.ts'
import { aboutOf } from './visit-commands.ts'

const column = (part: 'text' | 'done'): SealedStore => ({
  ...{ name: `visits.visit.${part}_sealed`, table: 'visits.visit', key: ['id'] as const, sealed: `${part}_sealed` },
  about: ({ id }) => aboutOf(id, part),
})

/** What this module seals, for a change of key. */
export const visitsSealed: readonly SealedStore[] = [column('text'), column('done')]
