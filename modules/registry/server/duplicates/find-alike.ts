import type { Kysely } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { blocksOf, type Comparable, likenessOf, pairsIn, perhaps } from '../../common/likeness/index.ts'
import type { Surroundings } from '../surroundings.ts'
import type { RegistryTables } from '../tables.ts'
import { ThingReader } from '../thing-store.ts'
import { AlikeWriter } from './alike-store.ts'
import { comparablesOf } from './comparables.ts'

const rowsAtOnce = 2000
/** Searched as one: a community has some thousands of people (level 3 of the tree). */
const searchedDepth = 3

/** Compares the people of one grid with each other and proposes who may be one person. Says how many are new. */
export async function findAlikeIn(around: Surroundings, db: Db, gridPath: string, now: Instant): Promise<number> {
  const read = db.read() as Kysely<RegistryTables>
  const everything: Actor = {
    ...{ personId: 'registry.find-alike', postId: null, unitId: null },
    grants: [{ permission: 'registry.read', within: { kind: 'subtree', path: gridPath } }],
  }
  const reader = new ThingReader(read, everything)
  const people = new Map<string, Comparable>()
  for (let after: { title: string; id: string } | undefined; ; ) {
    const page = await reader.list({ kind: 'person', gridPath, after, limit: rowsAtOnce })
    for (const [id, one] of await comparablesOf(read, around, page)) people.set(id, one)
    const last = page.at(-1)
    if (!last || page.length < rowsAtOnce) break
    after = { title: last.title, id: last.id }
  }
  const pairs = pairsIn([...people].map(([id, one]) => ({ id, blocks: blocksOf(one) })))
  const alike = pairs.flatMap(({ a, b }) => {
    const [first, second] = [people.get(a), people.get(b)]
    if (!first || !second) return []
    const likeness = likenessOf(first, second)
    return likeness.score < perhaps ? [] : [{ aId: a, bId: b, ...likeness }]
  })
  return db.unitOfWork(tx => new AlikeWriter(tx as never).propose(alike, { at: now, source: `search ${gridPath}` }))
}

export const findAlikeJobName = 'registry.find-alike'

export const alikeJobs = (around: Surroundings): readonly JobHandler[] => [
  {
    name: findAlikeJobName,
    async run({ db, now, data }) {
      await findAlikeIn(around, db, (data as { gridPath: string }).gridPath, now)
    },
  },
  {
    name: 'registry.find-alike-everywhere',
    cron: '20 2 * * *',
    async run({ db, now }) {
      const grids = around.grids.all().filter(({ path }) => path.split('.').length === searchedDepth)
      for (const { path } of grids) await findAlikeIn(around, db, path, now)
    },
  },
]
