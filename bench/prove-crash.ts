import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { acceptCase, reportCase } from '#modules/cases/common/index.ts'
import { sealNewEntries } from '#platform/audit/server/seal.ts'
import { verifyAudit } from '#platform/audit/server/verify.ts'
import type { Client } from '#platform/contract/common/client.ts'
import { joinDatabase, openDatabase } from '#platform/db/server/open-database.ts'
import { connect } from '#platform/db/server/unit-of-work.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { startServer } from '../e2e/start-server.ts'
import { must, signIn } from './caller.ts'

// `npm run prove:crash`: kill -9 of the program (every third time the database too) at random moments under a write
// load. Afterwards every acknowledged command is there, none twice, and the audit chain is whole.
const rounds = Number(process.env.ROUNDS ?? 21)
const writers = 8
const environment = { WANGGE_CALLS_A_MINUTE: 'unlimited' }

interface Acknowledged {
  readonly reported: Map<string, string>
  readonly accepted: Set<string>
}

/** Writes until the server is gone. A command is acknowledged when its answer has arrived, not before. */
async function writeUntilGone(clients: readonly Client[], acknowledged: Acknowledged): Promise<void> {
  await Promise.all(
    clients.map(async client => {
      try {
        for (;;) await reportAndAccept(client, acknowledged)
      } catch {
        // The server was killed: whatever was under way was not acknowledged.
      }
    }),
  )
}

async function reportAndAccept(client: Client, { reported, accepted }: Acknowledged): Promise<void> {
  const caseId = newId()
  const place = { lon: 113.7, lat: 34.76, frame: 'wgs84' as const }
  const input = { caseId, source: 'worker' as const, description: '崩溃试验', place }
  const requestId = newId()
  const answer = must(await client.command<typeof reportCase>('cases.report', input, { requestId }))
  reported.set(caseId, answer.number)
  // The same request again: the answer must be the same, and nothing may happen twice.
  const again = must(await client.command<typeof reportCase>('cases.report', input, { requestId }))
  if (again.number !== answer.number) throw new Error(`a repeat got another number: ${again.number}`)
  must(await client.command<typeof acceptCase>('cases.accept', { caseId, version: answer.version }))
  accepted.add(caseId)
}

/** The moment is random from the first answer on: on a slow machine most rounds would else be over before they began. */
async function loadUnderWay({ reported }: Acknowledged, before: number): Promise<void> {
  while (reported.size === before) await new Promise(resolve => setTimeout(resolve, 20))
  await new Promise(resolve => setTimeout(resolve, Math.random() * 2000))
}

async function check(url: string, { reported, accepted }: Acknowledged): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const ids = [...reported.keys()]
  const { rows } = await client.query<{ id: string; number: string; version: number; events: number }>(
    `select c.id, c.number, c.version, (select count(*)::int from cases.case_event e where e.case_id = c.id) as events
     from cases.case_file c where c.id = any($1::uuid[])`,
    [ids],
  )
  const twice = await client.query<{ n: number }>(
    `select count(*)::int as n from (select subject_id from audit.entry where command = 'cases.accept' and outcome = 'done'
       group by subject_id having count(*) > 1) found`,
  )
  await client.end()
  const found = new Map(rows.map(row => [row.id, row]))
  const lost = ids.filter(id => found.get(id)?.number !== reported.get(id))
  const unaccepted = [...accepted].filter(id => (found.get(id)?.version ?? 0) < 2)
  const torn = rows.filter(row => row.events !== row.version)
  const problems: [string, number][] = [
    ['acknowledged reports lost', lost.length],
    ['acknowledged acceptances lost', unaccepted.length],
    ['cases whose row and history differ', torn.length],
    ['commands carried out twice', twice.rows[0]!.n],
  ]
  return problems.filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`)
}

/** The server leads a process group of its own, so one signal ends it with all its backends. */
async function killDatabase(): Promise<void> {
  const lockFile = await readFile(join(folder, 'cluster', 'pgdata', 'postmaster.pid'), 'utf8')
  process.kill(-Number.parseInt(lockFile, 10), 'SIGKILL')
}

const folder = await mkdtemp(join(tmpdir(), 'wangge-crash-'))
const acknowledged: Acknowledged = { reported: new Map(), accepted: new Set() }
const problems: string[] = []
try {
  for (let round = 1; round <= rounds; round++) {
    const server = await startServer({ town: 'small', folder, environment })
    const chief = await signIn(server.address, 'street-centre')
    const before = acknowledged.reported.size
    const writing = writeUntilGone(
      Array.from({ length: writers }, () => chief),
      acknowledged,
    )
    await Promise.race([writing, loadUnderWay(acknowledged, before)])
    process.kill(server.pid, 'SIGKILL')
    if (round % 3 === 0) await killDatabase()
    await writing
    const database = await joinDatabase({ dataDirectory: folder })
    const found = await check(database.appUrl, acknowledged)
    await database.stop()
    problems.push(...found.map(problem => `round ${round}: ${problem}`))
    console.log(
      `round ${round}: ${acknowledged.reported.size} reports acknowledged so far; ${found.join(', ') || 'all there, none twice'}`,
    )
  }
  // Opened, not joined: the server that the last round left behind has to end with this program.
  const database = await openDatabase({ dataDirectory: folder })
  const db = connect(database.appUrl)
  while ((await sealNewEntries(db)) > 0);
  const verdict = await verifyAudit(db)
  await db.close()
  await database.stop()
  if (!verdict.whole) problems.push(`audit chain broken at entry ${verdict.entryId}: ${verdict.reason}`)
  else console.log(`audit chain whole: ${verdict.entries} entries`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
console.log(problems.length === 0 ? `proved over ${rounds} rounds` : problems.join('\n'))
process.exitCode = problems.length === 0 ? 0 : 1
