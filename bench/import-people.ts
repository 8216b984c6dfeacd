import { execFile } from 'node:child_process'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { migrationFolders } from '#apps/server/migration-folders.ts'
import { PlacesLoader } from '#modules/places/server/index.ts'
import { registryModule } from '#modules/registry/module.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Job } from '#platform/commands/server/command.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { migrate, readMigrations } from '#platform/db/server/migrator.ts'
import { openDatabase } from '#platform/db/server/open-database.ts'
import { connect } from '#platform/db/server/unit-of-work.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { describeMachine } from './machine.ts'
import { processorTime } from './processor-time.ts'
import { benchAround, streetName } from './people-around.ts'

// First half of `npm run bench:people`: a foreign sheet of 100 000 people goes in by the commands and the job of the
// product, then goes in again; then everybody goes out as xlsx and as csv. Memory is that of the whole process.
const rows = Number(process.env.ROWS ?? 100_000)
const now = '2026-09-15T02:00:00.000Z'
const pieceBytes = 512 * 1024
const folder = await mkdtemp(join(tmpdir(), 'wangge-people-'))
const database = await openDatabase({ dataDirectory: folder })
const owner = new pg.Client({ connectionString: database.migratorUrl })
const db = connect(database.appUrl, { connections: 4 })

let peak = 0
let parts = ''
const mb = (bytes: number) => (bytes / 1024 / 1024).toFixed(0)
const watch = setInterval(() => {
  const { rss, heapTotal, heapUsed, external, arrayBuffers } = process.memoryUsage()
  if (rss <= peak) return
  peak = rss
  parts = `heap ${mb(heapUsed)}/${mb(heapTotal)} external ${mb(external)} buffers ${mb(arrayBuffers)}`
}, 20)

const registry = registryModule(benchAround(() => db))
const words = ['read', 'read-places', 'write', 'export', 'see-contact', 'see-identity']
const actor: Actor = {
  ...{ personId: 'bench', postId: null, unitId: null },
  grants: words.map(word => ({ permission: `registry.${word}`, within: { kind: 'subtree', path: '1' } })),
}
const jobs: Job[] = []
const enqueue = async (_tx: unknown, job: Job) => void jobs.push(job)

// oxlint-disable-next-line typescript/no-explicit-any
async function does(name: string, input: object): Promise<any> {
  const command = registry.commands.find(({ endpoint }) => endpoint.name === `registry.${name}`)!
  return runCommand(db, enqueue, command, { actor, now, requestId: newId(), input })
}
// oxlint-disable-next-line typescript/no-explicit-any
async function asks(name: string, input: object): Promise<any> {
  const query = registry.queries.find(({ endpoint }) => endpoint.name === `registry.${name}`)!
  return runQuery(db, query, { actor, everyPost: [actor], now, input } as never)
}

/** What waits is done here, as a worker does it. */
async function drain(): Promise<void> {
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    await registry.jobs.find(({ name }) => name === job?.name)?.run({ db, now, data: job.data })
  }
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  globalThis.gc?.()
  peak = 0
  const started = performance.now()
  const before = await processorTime(process.pid, folder)
  const done = await work()
  const after = await processorTime(process.pid, folder)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const used = [after.client - before.client, after.database - before.database].map(ms => (ms / 1000).toFixed(1))
  const memory = (peak / 1024 / 1024).toFixed(0)
  console.log(
    `${what.padEnd(40)} ${seconds.padStart(7)} s   peak ${memory.padStart(4)} MB   processor: program ${used[0]} s, database ${used[1]} s, load ${loadavg()[0]?.toFixed(1)}, ${parts}`,
  )
  return done
}

async function upload(path: string): Promise<string> {
  const importId = newId()
  const { size } = await stat(path)
  await does('begin-import', { importId, name: 'people.xlsx', bytes: size, gridPath: '1.1', asOf: '2026-09-01' })
  const file = await open(path)
  try {
    for (let at = 0; at < size; ) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(pieceBytes), 0, pieceBytes, at)
      const piece = buffer.subarray(0, bytesRead).toString('base64')
      at = (await does('send-import-piece', { importId, at, piece })).arrived
    }
  } finally {
    await file.close()
  }
  return importId
}

async function importOnce(path: string, name: string) {
  const importId = await timed(`${name}: uploaded`, () => upload(path))
  await timed(`${name}: read`, drain)
  const { columns } = await asks('import', { importId })
  await does('map-import', { importId, mapping: columns.map((one: { target: string | null }) => one.target) })
  await timed(`${name}: every row looked at`, drain)
  console.log(`   ${JSON.stringify((await asks('import', { importId })).counts)}`)
  await does('take-import', { importId })
  await timed(`${name}: taken`, drain)
  return asks('import', { importId })
}

const library = async () => {
  const { rows: found } = await owner.query(`select (select count(*) from registry.thing)::int as things,
    (select count(*) from registry.entry)::int as entries, (select count(*) from registry.secret)::int as secrets,
    (select count(*) from registry.relation)::int as relations, (select count(*) from registry.conflict)::int as conflicts,
    (select max(changed_at) from registry.thing) as changed`)
  return JSON.stringify(found[0])
}

async function exportOnce(format: 'xlsx' | 'csv') {
  const exportId = newId()
  const columns = ['name', 'idNumber', 'sex', 'bornOn', 'phone', 'population', 'workplace', 'grid', 'home']
  const asked = { exportId, kind: 'person', gridPath: '1', format, reason: 'bench' }
  await does('begin-export', { ...asked, columns: columns.map(key => ({ key })) })
  await timed(`export ${format}`, drain)
  const { rows: found } = await asks('exports', {})
  const { rows: written, total, bytes } = found[0]
  console.log(`   ${written} of ${total} rows, ${(bytes / 1024 / 1024).toFixed(1)} MB`)
}

try {
  await owner.connect()
  await migrate(database.migratorUrl, await readMigrations(migrationFolders))
  await db.unitOfWork(tx => loadBuildings(new PlacesLoader(tx, '2020-01-01')))
  const path = join(folder, 'people.xlsx')
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'people-sheet.ts'), path, String(rows)])
  console.log(`${describeMachine()}\n${rows} rows, ${((await stat(path)).size / 1024 / 1024).toFixed(1)} MB`)
  const first = await importOnce(path, 'first import')
  console.log(`   ${JSON.stringify(first.counts)}`)
  await owner.query('vacuum analyze')
  const before = await library()
  const second = await importOnce(path, 'the same again')
  console.log(`   ${JSON.stringify(second.counts)}`)
  const isUnchanged = before === (await library())
  console.log(isUnchanged ? '   the library is as it was' : `   CHANGED: ${before} ${await library()}`)
  if (!isUnchanged) process.exitCode = 1
  for (const format of ['xlsx', 'csv'] as const) await exportOnce(format)
} finally {
  clearInterval(watch)
  await owner.end()
  await db.close()
  await database.stop()
  await rm(folder, { recursive: true, force: true })
}

/** Two hundred streets of forty houses, ten streets to a grid. */
async function loadBuildings(loader: PlacesLoader): Promise<void> {
  const houses = Array.from({ length: 8000 }, (_, at) => ({
    street: Math.floor(at / 40),
    number: 1 + (at % 40),
    id: newId(),
  }))
  const point = { lon: 116.7, lat: 36.5 }
  await loader.addBuildings(
    houses.map(({ street, number, id }) => ({
      ...{
        id,
        courtyardId: null,
        name: `${streetName(street)}${number}号`,
        street: streetName(street),
        houseNumber: number,
      },
      ...{
        address: `${streetName(street)}${number}号`,
        use: 'dwelling' as const,
        floors: 18,
        households: 54,
        outline: [],
        point,
      },
      gridPath: `1.1.${1 + (street % 20)}`,
    })),
  )
  await loader.addEntrances(
    houses.map(({ id }) => ({
      ...{ id: newId(), buildingId: id, number: 1, name: '1单元', floors: 18, roomsPerFloor: 3, households: 54 },
    })),
  )
}
