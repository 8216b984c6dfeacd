import { expect, test, vi } from 'vitest'
import type { Kysely } from 'kysely'
import { freshDatabase } from '#testkit/database.ts'
import { keptQuery } from './kept-query.ts'

interface Tables {
  'commands.request': { actor_id: string; request_id: string; command: string; input_hash: string; at: string }
}

const { db } = await freshDatabase()

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
