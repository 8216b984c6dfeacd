import { fromKysely, PgBoss } from 'pg-boss'
import pg from 'pg'
import type { Db } from '../../db/server/unit-of-work.ts'
import { wordsOf } from '../../db/server/without-values.ts'
import type { Clock } from '../../kernel/server/clock.ts'
import type { Enqueue } from '../../commands/server/run-command.ts'
import type { JobHandler } from './job.ts'

const schema = 'jobs'

/** Jobs that failed for good come to rest here, one place for all, where the administrator finds them. */
export const deadLetters = 'dead-letters'

/** Cron times are read where the people are. */
const timeZone = 'Asia/Shanghai'

const prepareLock = 4_720_260_703

/**
 * Makes the queue's tables and one queue per job, as the owner of the database: the app may use them, not change them.
 * Safe to run at every start, and by two programs at once.
 */
export async function prepareQueues(ownerUrl: string, handlers: readonly JobHandler[]): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'wangge-queues' })
  await owner.connect()
  try {
    await owner.query('select pg_advisory_lock($1)', [prepareLock])
    await createQueues(ownerUrl, handlers)
    await owner.query(`
      grant usage on schema ${schema} to wangge_app;
      grant select, insert, update, delete on all tables in schema ${schema} to wangge_app;
      grant usage on all sequences in schema ${schema} to wangge_app;
      grant execute on all functions in schema ${schema} to wangge_app;`)
  } finally {
    await owner.end()
  }
}

async function createQueues(ownerUrl: string, handlers: readonly JobHandler[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => {})
  await boss.start()
  try {
    await boss.createQueue(deadLetters)
    for (const { name, retries } of handlers) await createOrUpdate(boss, name, retries ?? 5)
  } finally {
    await boss.stop({ graceful: false })
  }
}

async function createOrUpdate(boss: PgBoss, name: string, retryLimit: number): Promise<void> {
  const options = { retryLimit, retryDelay: 5, retryBackoff: true, deadLetter: deadLetters, notify: true }
  if (await boss.getQueue(name)) await boss.updateQueue(name, options)
  else await boss.createQueue(name, options)
}

/** The program's end of the queue. A web process only puts jobs in; a worker also takes them out. */
export class JobQueue {
  readonly #boss: PgBoss
  readonly #db: Db
  readonly #clock: Clock

  constructor(appUrl: string, db: Db, clock: Clock, role: 'web' | 'worker') {
    this.#db = db
    this.#clock = clock
    this.#boss = new PgBoss({
      connectionString: appUrl,
      schema,
      migrate: false,
      createSchema: false,
      supervise: role === 'worker',
      schedule: role === 'worker',
      reindex: false,
      useListenNotify: role === 'worker',
      max: 3,
    })
  }

  /** `report` hears of trouble with the queue itself; a failing job is retried and ends in the dead letters. */
  async start(report: (error: Error) => void): Promise<void> {
    this.#boss.on('error', report)
    await this.#boss.start()
  }

  /** In the caller's transaction: work and job are committed together or not at all. */
  readonly enqueue: Enqueue = async (tx, { name, data }) => {
    await this.#boss.send(name, data, { db: fromKysely(tx) })
  }

  async work(handlers: readonly JobHandler[]): Promise<void> {
    for (const { name, cron, run } of handlers) {
      if (cron) await this.#boss.schedule(name, cron, null, { tz: timeZone })
      await this.#boss.work(
        name,
        { burstWhenBatchFull: true, pollingIntervalSeconds: 5, notifyPollingIntervalSeconds: 5 },
        async jobs => {
          for (const job of jobs) await run({ db: this.#db, now: this.#clock.now(), data: job.data })
        },
      )
    }
  }

  /**
   * Runs what waits, here and one after another, until nothing is left, and says how many ran. The first job that fails
   * is written down as failed and thrown. For tests and for one-off programs: a worker has `work`.
   */
  async drain(handlers: readonly JobHandler[]): Promise<number> {
    for (let ran = 0; ; ) {
      const before = ran
      for (const handler of handlers) ran += await this.#runWaiting(handler)
      if (ran === before) return ran
    }
  }

  async #runWaiting({ name, run }: JobHandler): Promise<number> {
    const jobs = await this.#boss.fetch<unknown>(name, { batchSize: 100 })
    for (const job of jobs) {
      try {
        await run({ db: this.#db, now: this.#clock.now(), data: job.data })
      } catch (error) {
        await this.#boss.fail(name, job.id, error instanceof Error ? error : { message: String(error) })
        throw new Error(`the job ${name} failed`, { cause: error })
      }
      await this.#boss.complete(name, job.id)
    }
    return jobs.length
  }

  /** The jobs that failed for good, newest first. */
  async failed(limit: number): Promise<{ id: string; name: string; failedAt: string; error: string }[]> {
    const jobs = await this.#boss.findJobs(deadLetters, { limit })
    return jobs.map(job => ({
      id: job.id,
      name: job.sourceName ?? deadLetters,
      failedAt: job.createdOn.toISOString(),
      error: errorOf(job.sourceOutput),
    }))
  }

  /** Sends dead letters back to where they came from. */
  retry(ids: string[]): Promise<number> {
    return this.#boss.redrive(deadLetters, { ids })
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 10_000 })
  }
}

/** The message of the error only: a stack is for the log, and what it was about for nobody who looks after jobs. */
function errorOf(output: unknown): string {
  const isError = typeof output === 'object' && output !== null && 'message' in output
  return isError ? wordsOf({ ...output, message: String(output.message) }).slice(0, 300) : ''
}
