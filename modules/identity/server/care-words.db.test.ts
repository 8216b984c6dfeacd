import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from '#testkit/database.ts'

const { ownerUrl } = await freshDatabase()
const migration = new URL('migrations/0007-a-word-for-each-care-list.sql', import.meta.url)

test('who kept all four lists keeps each of them; who had that taken away is offered none', async () => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const role = `insert into identity.role (code, name, version, changed_at) values ($1, $1, 2, now())`
  for (const code of ['keeps', 'lost']) await owner.query(role, [code])
  await owner.query(`insert into identity.role_permission values ('keeps', 'registry.care', 'place')`)
  await owner.query(`insert into identity.role_offer values ('lost', 'registry.care', 'place', now())`)
  await owner.query(await readFile(migration, 'utf8'))
  const wordsOf = async (table: string) => {
    const { rows } = await owner.query<{ code: string; word: string }>(
      `select role_code as code, permission as word from identity.${table}
       where role_code in ('keeps', 'lost') and permission like 'registry.care-%' order by 2`,
    )
    return rows.map(({ code, word }) => `${code} ${word}`)
  }
  const each = ['children', 'disabled', 'old-alone', 'veterans'].map(list => `registry.care-${list}`)
  expect(await wordsOf('role_permission')).toEqual(each.map(word => `keeps ${word}`))
  expect(await wordsOf('role_offer')).toEqual(each.map(word => `lost ${word}`))
  const { rows } = await owner.query(`select 1 from identity.role_permission where permission = 'registry.care'`)
  expect(rows).toEqual([])
  await owner.end()
})
