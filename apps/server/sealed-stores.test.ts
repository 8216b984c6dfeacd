import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sealedStores } from './sealed-stores.ts'

/** Bytes that are no sealed values: hashes, and indexes that are made anew beside their value. */
const noSecrets = new Set([
  ...['hotline.call.phone_index', 'registry.secret.index', 'files.upload_piece.bytes'],
  // Keyed hashes that name people of a sheet and its columns; they are only compared.
  ...['registry.import_mark.key', 'registry.import_seen.key', 'registry.sheet_import.signature'],
  'registry.sheet_mapping.signature',
])

test('every column that can hold a sealed value is sealed again when a key is changed', () => {
  const schema = readFileSync(new URL('../../schema.sql', import.meta.url), 'utf8')
  const bytes = [...schema.matchAll(/^(\S+\.\S+\.\S+) bytea/gm)].flatMap(([, column]) =>
    column === undefined || noSecrets.has(column) || /hash/.test(column) ? [] : [column],
  )
  expect(bytes.length).toBeGreaterThan(5)
  expect(sealedStores.map(store => `${store.table}.${store.sealed}`).toSorted()).toEqual(bytes.toSorted())
})
