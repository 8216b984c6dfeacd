import { registryModule } from '#modules/registry/module.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Job } from '#platform/commands/server/command.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { measureOnce } from './measure.ts'
import { benchAround } from './people-around.ts'
import { city, type PeopleSet } from './people-set.ts'

const now = '2026-09-15T02:00:00.000Z'

/** A list of a million people and more with sealed columns goes out as the product writes it, piece by piece. */
export async function benchExport(set: PeopleSet): Promise<void> {
  const registry = registryModule(benchAround(() => set.db))
  const taker = (...paths: string[]): Actor => ({
    ...{ personId: 'bench', postId: null, unitId: null },
    grants: paths.flatMap(path =>
      ['read', 'export', 'see-contact', 'see-identity', 'read-places'].map(word => ({
        permission: `registry.${word}`,
        within: { kind: 'subtree' as const, path },
      })),
    ),
  })
  const jobs: Job[] = []
  const begin = registry.commands.find(({ endpoint }) => endpoint.name === 'registry.begin-export')!
  const exports = registry.queries.find(({ endpoint }) => endpoint.name === 'registry.exports')!
  const actor = taker('1')
  for (const format of ['xlsx', 'csv'] as const) {
    const exportId = newId()
    const columns = ['name', 'sex', 'bornOn', 'population', 'phone', 'grid', 'home'].map(key => ({ key }))
    const input = { exportId, kind: 'person', gridPath: '1', format, columns, reason: 'bench' }
    const enqueue = async (_tx: unknown, job: Job) => void jobs.push(job)
    await runCommand(set.db, enqueue, begin, { actor, now, requestId: newId(), input })
    await measureOnce(set, `everybody of ${city.districts} districts as ${format}`, async () => {
      for (let job = jobs.shift(); job; job = jobs.shift()) {
        await registry.jobs.find(({ name }) => name === job?.name)?.run({ db: set.db, now, data: job.data })
      }
    })
    const found = (await runQuery(set.db, exports, {
      actor,
      everyPost: [actor],
      now,
      input: { limit: 1 },
    } as never)) as {
      rows: { rows: number; total: number; bytes: number; state: string }[]
    }
    console.log(`   ${JSON.stringify(found.rows[0])}`)
  }
}
