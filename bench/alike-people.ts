import { registryModule } from '#modules/registry/module.ts'
import { measureOnce } from './measure.ts'
import { benchAround } from './people-around.ts'
import { idOf, isAgain, type PeopleSet, people, self } from './people-set.ts'

const now = '2026-09-20T18:00:00.000Z'
const changedInADay = 2000

/** Who looks like one person: in one community, in the nights until everybody was compared, and in a night after that. */
export async function benchAlike(set: PeopleSet): Promise<void> {
  const registry = registryModule(benchAround(() => set.db))
  const run = (name: string, data: object | null) =>
    registry.jobs.find(one => one.name === `registry.${name}`)!.run({ db: set.db, now, data } as never)
  await set.owner.query(`delete from registry.alike; update registry.alike_search set changed_at = '-infinity'`)
  for (const [name, gridPath] of [
    ['a community of 2 000 people', '1.2.3.4'],
    ['a street of 50 000 people', '1.2.3'],
  ]) {
    await measureOnce(set, `alike: ${name}`, () => run('find-alike', { gridPath }))
    await told(set)
  }
  await set.owner.query('delete from registry.alike')
  const place = async () => JSON.stringify((await set.owner.query('select * from registry.alike_search')).rows)
  for (let turn = 1, before = ''; before !== (before = await place()); turn++) {
    await measureOnce(set, `alike: everybody, turn ${turn}`, () => run('find-alike-everywhere', null))
  }
  await told(set)
  await set.owner.query(
    `update registry.thing set changed_at = changed_at + interval '1 day'
     where id in (select ${idOf('a0', 'n')} from generate_series(0, ${people - 1}, ${people / changedInADay}) n)`,
  )
  await measureOnce(set, `alike: a night after ${changedInADay} changes`, () => run('find-alike-everywhere', null))
}

/** How many pairs there are, and of those that were planted how many are among them, by how far apart the two lie. */
async function told(set: PeopleSet): Promise<void> {
  const { rows } = await set.owner.query<{ step: number; planted: number; found: number }>(
    `select n - who as step, count(*)::int as planted, count(alike.id)::int as found
     from (select n, ${self} as who from generate_series(0, ${people - 1}) n where ${isAgain}) planted
     left join registry.alike on a_id = least(${idOf('a0', 'n')}, ${idOf('a0', 'who')})
       and b_id = greatest(${idOf('a0', 'n')}, ${idOf('a0', 'who')})
     group by 1 order by 1`,
  )
  const { rows: all } = await set.owner.query<{ count: number }>('select count(*)::int as count from registry.alike')
  const found = rows.map(row => `${row.found} of ${row.planted} planted ${row.step} apart`).join(', ')
  console.log(`   ${all[0]!.count} pairs: ${found}`)
}
