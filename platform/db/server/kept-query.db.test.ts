import { expect, test, vi } from 'vitest'
import { type Kysely, sql } from 'kysely'
import { freshDatabase } from '#testkit/database.ts'
import { keptQuery, plannedOnce } from './kept-query.ts'
import { connect } from './unit-of-work.ts'

interface Tables {
  'commands.request': { actor_id: string; request_id: string; command: string; input_hash: string; at: string }
}

const { db, appUrl } = await freshDatabase()

test('the text is made once, the values are those of each call', async () => {
  const build = vi.fn((read: Kysely<Tables>, actor: string, commands: readonly string[]) =>
    read
      .selectFrom('commands.request')
      .select(['command'])
      .where('actor_id', '=', actor)
      .where(eb => eb('command', '=', eb.fn.any(eb.val(commands as string[]))))
      .orderBy('command')
      .limit(2),
  )
  const commandsOf = keptQuery(build)
  await db.pool.query(`insert into commands.request (actor_id, request_id, command, input_hash, at)
    select actor, gen_random_uuid(), command, 'x', now()
    from unnest(array['lin', 'wu']) actor, unnest(array['a', 'b', 'c']) command`)
  const read = db.read<Tables>()
  expect(await commandsOf(read, 'lin', ['a', 'c'])).toEqual([{ command: 'a' }, { command: 'c' }])
  expect(await commandsOf(read, 'wu', ['b'])).toEqual([{ command: 'b' }])
  expect(await commandsOf(read, 'nobody', ['b'])).toEqual([])
  expect(build).toHaveBeenCalledOnce()
})

test('a list is planned once; what is read after it is planned for its own values again', async () => {
  const one = connect(appUrl, { connections: 1 })
  const read = one.read<Tables>()
  for (let i = 0; i < 10; i++) {
    await plannedOnce(read, read.selectFrom('commands.request').select('at').where('actor_id', '=', `actor ${i}`))
  }
  const plans = await sql`select generic_plans::int as once, custom_plans::int as anew
    from pg_prepared_statements where statement like ${'select "at"%'}`.execute(read)
  // It gets a name when it is seen for the third time.
  expect(plans.rows).toEqual([{ once: 8, anew: 0 }])
  const mode = await sql`select current_setting(${'plan_cache_mode'}) as mode`.execute(read)
  expect(mode.rows).toEqual([{ mode: 'auto' }])
  await one.close()
})
