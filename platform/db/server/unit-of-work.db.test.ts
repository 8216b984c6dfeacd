import { sql, type Transaction } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '#testkit/database.ts'

const { db, adminUrl } = await freshDatabase()

const insert = (tx: Transaction<unknown>, at: string, command = 'test') =>
  sql`insert into commands.request (actor_id, request_id, command, input_hash, at)
    values ('somebody', gen_random_uuid(), ${command}, 'x', ${at}::timestamptz)`.execute(tx)

async function commands(): Promise<string[]> {
  const { rows } = await db.pool.query<{ command: string }>('select command from commands.request order by command')
  return rows.map(row => row.command)
}

const now = '2026-03-01T08:00:00.000Z'

describe('the last statement, sent with the commit', () => {
  test('is committed with the rest, and what was answered stands', async () => {
    const answer = await db.unitOfWork(async (tx, withCommit) => {
      await insert(tx, now, 'first')
      withCommit(insert(tx, now, 'last'))
      return 'done'
    })
    expect(answer).toBe('done')
    expect(await commands()).toEqual(['first', 'last'])
  })

  test('may be the only one', async () => {
    await db.unitOfWork(async (tx, withCommit) => withCommit(insert(tx, now, 'only')))
    expect(await commands()).toContain('only')
  })

  test('undoes everything when it fails, and its own error is told', async () => {
    const before = await commands()
    const work = db.unitOfWork(async (tx, withCommit) => {
      await insert(tx, now, 'undone')
      withCommit(insert(tx, 'no moment'))
    })
    await expect(work).rejects.toThrow('no moment')
    expect(await commands()).toEqual(before)
  })

  test('makes the work run again when the database says that it may', async () => {
    let times = 0
    await db.unitOfWork(async (tx, withCommit) => {
      times++
      const collide = sql`do $$ begin raise exception 'collided' using errcode = '40001'; end $$`
      withCommit(times < 3 ? collide.execute(tx) : insert(tx, now, 'third time'))
    })
    expect(times).toBe(3)
    expect(await commands()).toContain('third time')
  })
})

test('a statement that failed leaves its connection fit for the next, with the statements it has names for', async () => {
  for (let round = 0; round < 30; round++) {
    const work = db.unitOfWork(tx => insert(tx, round % 2 === 0 ? now : 'no moment', 'round'))
    await (round % 2 === 0 ? work : expect(work).rejects.toThrow('no moment'))
  }
  expect((await commands()).filter(command => command === 'round')).toHaveLength(15)
})

describe('when the connection breaks', () => {
  beforeAll(() => db.pool.query('delete from commands.request'))

  test('in the middle, the work fails, nothing is kept, and the next one gets a sound connection', async () => {
    const admin = new pg.Client({ connectionString: adminUrl })
    await admin.connect()
    const work = db.unitOfWork(async (tx, withCommit) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await insert(tx, now, 'lost')
      await admin.query('select pg_terminate_backend($1, 5000)', [rows[0]!.pid])
      withCommit(insert(tx, now, 'lost too'))
    })
    await expect(work).rejects.toThrow()
    await admin.end()
    await db.unitOfWork(tx => insert(tx, now, 'next'))
    expect(await commands()).toEqual(['next'])
  })
})
