import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import fastify from 'fastify'
import { registryModule } from '#modules/registry/module.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Doors, Module } from '#platform/commands/server/define-module.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { measureOnce } from './measure.ts'
import { benchAround } from './people-around.ts'
import { type PeopleSet, people } from './people-set.ts'

const now = '2026-09-15T02:00:00.000Z'

const words = ['read', 'read-places', 'export', 'see-contact', 'see-identity']
const grantsIn = (...paths: string[]) =>
  paths.flatMap(path =>
    words.map(word => ({ permission: `registry.${word}`, within: { kind: 'subtree' as const, path } })),
  )
/** Two districts and five streets of two million: somewhat more people than one sheet of a workbook has lines. */
const aMillion =
  people > 1_100_000 ? grantsIn('1.1', '1.2', '1.3.1', '1.3.2', '1.3.3', '1.3.4', '1.3.5') : grantsIn('1')
/** `WHOLE=1`: numbers as they are, each on record, and the long ones of identity among them. */
const isWhole = process.env['WHOLE'] === '1'
const sealed = ['idNumber', 'phone']
const keys = ['name', ...(isWhole ? ['idNumber'] : []), 'sex', 'bornOn', 'population', 'phone', 'grid', 'home']
const formats = (process.env['FORMATS'] ?? 'xlsx,csv').split(',')

/**
 * A list of a million people with sealed columns goes out as the product writes it, piece by piece. `FORMATS=csv` for one of
 * the two, `OUT=<folder>` to keep the files for programs of others to read.
 */
export async function benchExport(set: PeopleSet): Promise<void> {
  const registry = registryModule(benchAround(() => set.db))
  const actor: Actor = { personId: 'bench', postId: null, unitId: null, grants: grantsIn('1') }
  const begin = registry.commands.find(({ endpoint }) => endpoint.name === 'registry.begin-export')!
  const exports = registry.queries.find(({ endpoint }) => endpoint.name === 'registry.exports')!
  const run = registry.jobs.find(({ name }) => name === 'registry.run-export')!
  for (const format of formats) {
    const exportId = newId()
    const columns = keys.map(key => (sealed.includes(key) && isWhole ? { key, whole: true } : { key }))
    const input = { exportId, kind: 'person', gridPath: '1', format, columns, reason: 'bench' }
    await runCommand(set.db, async () => {}, begin, { actor, now, requestId: newId(), input })
    // Rights are kept with the export as they were; here they are narrowed down to a million people.
    const narrowed = [JSON.stringify(aMillion), exportId]
    await set.owner.query('update registry.sheet_export set grants = $1::jsonb where id = $2', narrowed)
    await measureOnce(set, `a million people as ${format}`, () =>
      run.run({ db: set.db, now, data: { exportId } } as never),
    )
    const query = { actor, everyPost: [actor], now, input: { limit: 1 } } as never
    const found = (await runQuery(set.db, exports, query)) as { rows: object[] }
    console.log(`   ${JSON.stringify(found.rows[0])}`)
    const kept = process.env['OUT']
    if (kept === undefined) continue
    const path = join(kept, `people.${format}`)
    await measureOnce(set, `fetched as ${format}`, () => fetchFile(registry, actor, exportId, path))
  }
}

/** What whoever asked for it is handed, by the way they fetch it. */
async function fetchFile(registry: Module, actor: Actor, exportId: string, path: string): Promise<void> {
  const app = fastify()
  const doors = { who: async () => ({ actor, everyPost: [actor] }), objectionToOrigin: () => null }
  await registry.routes!(app, doors as unknown as Doors)
  const reply = await app.inject({ url: `/api/registry/exports/${exportId}`, payloadAsStream: true })
  await pipeline(reply.stream(), createWriteStream(path))
  await app.close()
}
