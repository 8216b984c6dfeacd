import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { joinDatabase } from '#platform/db/server/open-database.ts'
import { startServer } from '../e2e/start-server.ts'
import { bareWrites } from './bare-writes.ts'
import { addMatters } from './add-matters.ts'
import { atOnce, openDesk, run } from './desk.ts'
import { describeMachine, summary } from './machine.ts'
import { processorSummary, processorTime } from './processor-time.ts'

// `npm run bench:lifecycle`: create, assign, resolve, search over HTTP, at 0 and 100 thousand matters, beside the same
// row writes by a bare SQL client on the same server in the same run.
const lifecycles = Number(process.env.LIFECYCLES ?? 1500)
/** As many come before the first that is counted: until then V8 still compiles what is passed often, as after each start. */
const warmUp = 1000
const sizes = [0, 100_000]

const folder = await mkdtemp(join(tmpdir(), 'wangge-bench-'))
const server = await startServer({ town: 'small', folder, environment: { WANGGE_CALLS_A_MINUTE: 'unlimited' } })
const database = await joinDatabase({ dataDirectory: folder })
try {
  console.log(
    `${describeMachine()}\n${lifecycles} lifecycles after ${warmUp}, ${atOnce} at once; one is six calls: five commands and a search\n`,
  )
  const desk = await openDesk(server.address)
  await run(desk, warmUp)
  for (const size of sizes) {
    await addMatters(database.migratorUrl, size)
    const times = [await processorTime(server.pid, folder)]
    const bare = await bareWrites(database.appUrl, lifecycles, atOnce)
    times.push(await processorTime(server.pid, folder))
    const { milliseconds, seconds } = await run(desk, lifecycles)
    times.push(await processorTime(server.pid, folder))
    console.log(summary(`${size} matters: lifecycle over HTTP`, milliseconds, seconds))
    console.log(summary(`${size} matters: the same rows, bare SQL`, bare.milliseconds, bare.seconds))
    console.log(processorSummary(`${size} matters: lifecycle over HTTP`, times[1]!, times[2]!, lifecycles))
    console.log(processorSummary(`${size} matters: the same rows, bare SQL`, times[0]!, times[1]!, lifecycles))
    console.log(`${size} matters: ${(bare.seconds / seconds).toFixed(2)} of bare SQL, ${describeMachine()}\n`)
  }
} finally {
  await server.stop()
  await database.stop()
  await rm(folder, { recursive: true, force: true })
}
