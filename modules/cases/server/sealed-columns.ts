import type { SealedStore } from '#platform/crypto/server/index.ts'
import { aboutOf } from './reporter-store.ts'

const column = (field: 'name' | 'phone'): SealedStore => ({
  ...{
    name: `cases.reporter.${field}_sealed`,
    table: 'cases.reporter',
    key: ['case_id'] as const,
    sealed: `${field}_sealed`,
  },
  about: ({ id }) => aboutOf(id, field),
})

/** What this module seals, for a change of key. */
export const casesSealed: readonly SealedStore[] = [column('name'), column('phone')]
