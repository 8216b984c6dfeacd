import type { SealedStore } from '#platform/crypto/server/index.ts'
import { kinds } from '../common/kinds.ts'
import { aboutSecret, indexAbout } from './secrets.ts'

/** Fields that are found by their number, with what their index is about; the same field name means the same everywhere. */
const indexed = new Map(
  Object.values(kinds).flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([key, spec]) => (spec.indexed ? [[key, indexAbout(spec)] as const] : [])),
  ),
)

/** What this module seals, for a change of key. */
export const registrySealed: readonly SealedStore[] = [
  {
    ...{ name: 'registry.secret.sealed', table: 'registry.secret', id: 'id', sealed: 'sealed', more: 'field' },
    about: ({ id, more }) => aboutSecret(id, more ?? ''),
    index: {
      column: 'index',
      of(index, plain, { more }) {
        const about = indexed.get(more ?? '')
        return about === undefined ? null : index.of(about, String(JSON.parse(plain)))
      },
    },
  },
]
