import type { SealedStore } from '#platform/crypto/server/index.ts'
import { aboutOf, phoneIndex } from './sealed-fields.ts'

const column = (field: 'phone' | 'name'): SealedStore => ({
  ...{ name: `hotline.call.${field}_sealed`, table: 'hotline.call', key: ['id'] as const, sealed: `${field}_sealed` },
  about: ({ id }) => aboutOf(id, field),
})

/** What this module seals, for a change of key. */
export const hotlineSealed: readonly SealedStore[] = [
  { ...column('phone'), index: { column: 'phone_index', of: (index, phone) => index.of(phoneIndex, phone) } },
  column('name'),
]
