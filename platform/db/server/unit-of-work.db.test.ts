import { sql, type Transaction } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '#testkit/database.ts'
import { type HeldWrite, WriteText } from './held-writes.ts'

const { db, adminUrl } = await freshDatabase()

const insert = (tx: Transaction<unknown>, at: string, command = 'test') =>
  sql`insert into commands.request (actor_id, request_id, command, input_hash, at)
    values ('somebody', gen_random_uuid(), ${command}, 'x', ${at}::timestamptz)`.execute(tx)

const writing = new WriteText(
  'rows',
  `insert into commands.request (actor_id, request_id, command, input_hash, at)
    values ('somebody', gen_random_uuid(), $1, 'x', $2::timestamptz)`,
)

let targets = 0
/** The same write, to be held back. */
const held = (at: string, command = 'test', target = `${++targets}`): HeldWrite => ({
  ...{ of: writing, values: [command, at], target },
})

const colliding = new WriteText('call', 'public.test_collide()')

beforeAll(async () => {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`create function public.test_collide() returns void language plpgsql as
    $$ begin raise exception 'collided' using errcode = '40001'; end $$`)
  await admin.end()
})

async function commands(): Promise<string[]> {
  const { rows } = await db.pool.query<{ command: string }>('select command from commands.request order by command')
  return rows.map(row => row.command)
}

const now = '2026-03-01T08:00:00.000Z'

describe('what is held back and sent with the commit', () => {
  test('is committed with the rest, and what was answered stands', async () => {
    const answer = await db.unitOfWork(async (tx, hold) => {
      await insert(tx, now, 'first')
      hold(held(now, 'last'))
      return 'done'
    })
    expect(answer).toBe('done')
    expect(await commands()).toEqual(['first', 'last'])
  })

  test('may be the only one', async () => {
    await db.unitOfWork(async (tx, hold) => hold(held(now, 'only')))
    expect(await commands()).toContain('only')
  })

  test('undoes everything when it fails, and its own error is told', async () => {
    const before = await commands()
    const work = db.unitOfWork(async (tx, hold) => {
      await insert(tx, now, 'undone')
      hold(held('no moment'))
    })
    await expect(work).rejects.toThrow('no moment')
    expect(await commands()).toEqual(before)
  })

  test('makes the work run again when the database says that it may', async () => {
    let times = 0
    await db.unitOfWork(async (tx, hold) => {
      times++
      hold(times < 3 ? { of: colliding, values: [], target: 'collision' } : held(now, 'third time'))
    })
    expect(times).toBe(3)
    expect(await commands()).toContain('third time')
  })

  test('is seen by every later statement of the work', async () => {
    const seen = await db.unitOfWork(async (tx, hold) => {
      hold(held(now, 'seen'))
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from commands.request where command = 'seen'`.execute(tx)
      return rows[0]!.n
    })
    expect(seen).toBe(1)
  })

  test('comes one after the other where it is about the same thing, else together', async () => {
    const marking = new WriteText(
      'rows',
      `insert into commands.request (actor_id, request_id, command, input_hash, at) values ('m', gen_random_uuid(), $1,
        (select count(*)::text from commands.request where actor_id = 'm'), $2::timestamptz)`,
    )
    const mark = (command: string, target: string): HeldWrite => ({ of: marking, values: [command, now], target })
    await db.unitOfWork(async (_tx, hold) => {
      for (const [command, target] of [
        ['a', 'x'],
        ['b', 'y'],
        ['c', 'x'],
        ['d', 'y'],
      ])
        hold(mark(command!, target!))
    })
    const { rows } = await db.pool.query(
      "select command, input_hash from commands.request where actor_id = 'm' order by 1",
    )
    expect(rows.map(row => `${row.command}${row.input_hash}`)).toEqual(['a0', 'b0', 'c2', 'd2'])
  })

  test('says what its error means', async () => {
    const meaning = new Error('what it means')
    const work = db.unitOfWork(async (_tx, hold) => {
      hold(held(now, 'undone'))
      hold({ ...held('no moment'), explain: () => meaning })
    })
    await expect(work).rejects.toBe(meaning)
    expect(await commands()).not.toContain('undone')
  })
})

test('a statement that failed leaves its connection fit for the next, with the statements it has names for', async () => {
  for (let round = 0; round < 30; round++) {
    const work = db.unitOfWork(tx => insert(tx, round % 2 === 0 ? now : 'no moment', 'round'))
    await (round % 2 === 0 ? work : expect(work).rejects.toThrow('no moment'))
  }
  expect((await commands()).filter(command => command === 'round')).toHaveLength(15)
})

test('lists of texts come back as they went in, plain or not', async () => {
  const lists = [
    [],
    ['示范街道', '第1管理区'],
    ['a b', ''],
    ['a,b', 'c'],
    ['{', '}'],
    ['null', 'NULL'],
    ['"', '\\', null],
  ]
  for (const list of lists) {
    const { rows } = await sql<{ list: unknown }>`select ${list}::text[] as list`.execute(db.read())
    expect(rows[0]!.list).toEqual(list)
  }
  const { rows } = await sql`select '{{a,b},{c,d}}'::text[] as list, '[2:3]={a,b}'::text[] as shifted`.execute(
    db.read(),
  )
  expect(rows).toEqual([
    {
      list: [
        ['a', 'b'],
        ['c', 'd'],
      ],
      shifted: ['a', 'b'],
    },
  ])
})

describe('when the connection breaks', () => {
  beforeAll(() => db.pool.query('delete from commands.request'))

  test('in the middle, the work fails, nothing is kept, and the next one gets a sound connection', async () => {
    const admin = new pg.Client({ connectionString: adminUrl })
    await admin.connect()
    const work = db.unitOfWork(async (tx, hold) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await insert(tx, now, 'lost')
      await admin.query('select pg_terminate_backend($1, 5000)', [rows[0]!.pid])
      hold(held(now, 'lost too'))
    })
    await expect(work).rejects.toThrow()
    await admin.end()
    await db.unitOfWork(tx => insert(tx, now, 'next'))
    expect(await commands()).toEqual(['next'])
  })
})
