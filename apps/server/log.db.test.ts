import { expect, test } from 'vitest'
import { freshDatabase } from '#testkit/database.ts'
import { createLog } from './log.ts'

const { db } = await freshDatabase()
const failing = (statement: string, values: readonly unknown[]) =>
  db.pool.query(statement, [...values]).then(
    () => Promise.reject(new Error('it did not fail')),
    (error: Error) => error,
  )

test('what the database says of a broken rule is logged without the row, and of a wrong value without the value', async () => {
  const lines: string[] = []
  const log = createLog('info', { to: { write: line => void lines.push(line) } })
  const row = await failing(
    `do $$ begin
       create temporary table told (name text, kind text constraint known check (kind = 'person'));
       insert into told values ('李梅', 'nobody');
     end $$`,
    [],
  )
  expect(JSON.stringify(row)).toContain('李梅')
  const value = await failing('select $1::date', ['张伟家的生日'])
  for (const err of [row, value, new Error('the job failed', { cause: value })]) log.error({ event: 'http.fault', err })
  const text = lines.join('')
  for (const name of ['李梅', '张伟']) expect(text).not.toContain(name)
  for (const known of ['22007', '23514', 'told', 'known']) expect(text).toContain(known)
  expect(text).toContain('invalid input syntax for type date')
  expect(text).toContain('log.db.test.ts')
  expect(lines).toHaveLength(3)
})
