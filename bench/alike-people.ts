import { registryModule } from '#modules/registry/module.ts'
import { measureOnce } from './measure.ts'
import { benchAround } from './people-around.ts'
import type { PeopleSet } from './people-set.ts'

const now = '2026-09-15T02:00:00.000Z'

/** Who looks like one person: in one community, and the pass of the night over everybody. */
export async function benchAlike(set: PeopleSet): Promise<void> {
  const registry = registryModule(benchAround(() => set.db))
  const job = (name: string) => registry.jobs.find(one => one.name === `registry.${name}`)!
  const count = async () => {
    const { rows } = await set.owner.query<{ count: number }>('select count(*)::int as count from registry.alike')
    return rows[0]!.count
  }
  // The pass of the night goes through every grid of level 3, here a street; there are forty of them.
  for (const [name, gridPath] of [
    ['a community of 2 000 people', '1.2.3.4'],
    ['a street of 50 000 people', '1.2.3'],
  ]) {
    await measureOnce(set, `alike: ${name}`, () =>
      job('find-alike').run({ db: set.db, now, data: { gridPath } } as never),
    )
    console.log(`   ${await count()} pairs so far`)
  }
}
