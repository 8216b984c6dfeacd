import type { SealedStore } from '#platform/crypto/server/index.ts'
import { kinds } from '../common/kinds.ts'
import { aboutHeading, aboutMapping, aboutMark, aboutRow } from './import/remembered-keys.ts'
import { aboutSecret, indexAbout } from './secrets.ts'

/** Fields that are found by their number, with what their index is about; the same field name means the same everywhere. */
const indexed = new Map(
  Object.values(kinds).flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([key, spec]) => (spec.indexed ? [[key, indexAbout(spec)] as const] : [])),
  ),
)

/** Pieces of sheets on their way in and out: bound to their sheet and place in it, removed after some days. */
const piece = (
  table: string,
  key: readonly [string, ...string[]],
  sealed: string,
  about: (id: string) => string,
): SealedStore => ({
  ...{ name: `${table}.${sealed}`, table, key, sealed },
  about: ({ id }) => about(id),
})

/** What imports remember by a hash: made anew from what is sealed beside it. */
const remembered = (table: string, column: string, about: (id: string) => string, hashed: string): SealedStore => ({
  ...{ name: `${table}.sealed`, table, key: ['id'], sealed: 'sealed' },
  about: ({ id }) => about(id),
  index: { column, of: (index, plain) => index.of(hashed, plain) },
})

/** What this module seals, for a change of key. */
export const registrySealed: readonly SealedStore[] = [
  {
    ...{
      name: 'registry.secret.sealed',
      table: 'registry.secret',
      key: ['id'] as const,
      sealed: 'sealed',
      more: ['field'],
    },
    about: ({ id, more }) => aboutSecret(id, more[0] ?? ''),
    index: {
      column: 'index',
      of(index, plain, { more }) {
        const about = indexed.get(more[0] ?? '')
        return about === undefined ? null : index.of(about, String(JSON.parse(plain)))
      },
    },
  },
  remembered('registry.import_mark', 'key', aboutMark, aboutRow),
  remembered('registry.sheet_mapping', 'signature', aboutMapping, aboutHeading),
  piece('registry.sheet_import', ['id'], 'sample', id => `registry.import sample ${id} 0`),
  piece('registry.import_piece', ['import_id', 'at'], 'sealed', id => `registry.import piece ${id}`),
  piece('registry.import_chunk', ['import_id', 'serial'], 'rows', id => `registry.import rows ${id}`),
  piece('registry.import_chunk', ['import_id', 'serial'], 'judged', id => `registry.import judged ${id}`),
  piece('registry.export_piece', ['export_id', 'serial'], 'sealed', id => `registry.export ${id}`),
]
