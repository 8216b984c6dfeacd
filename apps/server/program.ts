import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { createMachineDoor } from '#modules/exchange/server/index.ts'
import { GridIndex, gridTreeSubject } from '#modules/grid/server/index.ts'
import { createAuthenticator, IdentityNews, RightsMemory } from '#modules/identity/server/index.ts'
import { Sealer } from '#platform/audit/server/sealer.ts'
import type { Module } from '#platform/commands/server/define-module.ts'
import { createBlindIndex, createSecretBox, type KeyHouse } from '#platform/crypto/server/index.ts'
import { keysSubject } from '#platform/crypto/server/module.ts'
import { Outage } from '#platform/db/server/outage.ts'
import { connect, type Db } from '#platform/db/server/unit-of-work.ts'
import { FilePasses } from '#platform/files/server/file-pass.ts'
import { diskStorage } from '#platform/files/server/storage.ts'
import { createHttp } from '#platform/http/server/create-http.ts'
import type { EdgeSettings } from '#platform/http/server/edge.ts'
import { JobQueue } from '#platform/jobs/server/queue.ts'
import type { Clock } from '#platform/kernel/server/clock.ts'
import { LiveFeed } from '#platform/live/server/feed.ts'
import { Memory } from '#platform/live/server/memory.ts'
import { bookSubject, ConditionBook } from '#modules/catalogue/server/index.ts'
import { SettingsBook, settingsSubject } from '#platform/settings/server/index.ts'
import { calendarSubject, WorkCalendars } from '#platform/worktime/server/index.ts'
import { followKey, photoPassKey } from './derived-keys.ts'
import { photoFolder } from './folders.ts'
import { assembleModules } from './modules.ts'
import { rememberedStaff } from './staff-memory.ts'
import { staffInTables } from './who-is-where.ts'

export interface ProgramOptions {
  readonly appUrl: string
  /** Photos, and what is published of the audit. */
  readonly folder: string
  readonly keys: KeyHouse
  readonly clock: Clock
  readonly roles: readonly ('web' | 'worker')[]
  readonly edge: EdgeSettings
  readonly log: FastifyBaseLogger
  /** The base map of the town, if there is one. */
  readonly basemapFile: string | null
  readonly connections?: number
}

/** The running program: what `main.ts` starts, and what tests start in their own process. */
export interface Program {
  readonly app: FastifyInstance
  readonly db: Db
  readonly queue: JobQueue
  readonly modules: readonly Module[]
  readonly feed: LiveFeed
  readonly grids: GridIndex
  close(): Promise<void>
}

/** Puts the parts together and starts them. The database is there, migrated, and has its queues. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { clock, log, keys, folder } = options
  const db = connect(options.appUrl, { connections: options.connections ?? 10 })
  const isWorker = options.roles.includes('worker')
  const queue = new JobQueue(options.appUrl, db, clock, isWorker ? 'worker' : 'web')
  const feed = new LiveFeed(db)
  const secrets = createSecretBox(keys.sealing)
  const passes = new FilePasses(photoPassKey(keys))
  const grids = await GridIndex.open(db)
  const calendars = await WorkCalendars.open(db)
  const conditions = await ConditionBook.open(db)
  const settings = await SettingsBook.open(db)
  const news = new IdentityNews(options.appUrl)
  await news.start()
  const storage = diskStorage(photoFolder(folder))
  const modules: readonly Module[] = assembleModules({
    db,
    clock,
    queue,
    feed,
    secrets,
    passes,
    grids,
    calendars,
    conditions,
    settings,
    staff: rememberedStaff(staffInTables, news),
    basemapFile: options.basemapFile,
    followKey: followKey(keys),
    keys,
    blindIndex: createBlindIndex(keys.index),
    house: () => ({ db, clock, storage, passes, modules, enqueue: queue.enqueue }),
    publishHead: head => publishHead(folder, head),
  })
  const authenticator = createAuthenticator(db, undefined, new RightsMemory(news))
  const doors = { authenticator, machines: createMachineDoor(db) }
  const outage = new Outage({
    ask: () => db.pool.query('select 1'),
    onLost: error => log.error({ event: 'database.unreachable', err: error }),
    onBack: () => log.warn({ event: 'database.reachable' }),
  })
  const trouble = (event: string) => (error: unknown) => {
    if (!outage.covers(error)) log.error({ event, err: error })
  }
  const memory = new Memory(
    {
      [gridTreeSubject]: () => grids.reload(),
      [calendarSubject]: () => calendars.reload(),
      [settingsSubject.kind]: () => settings.reload(),
      [keysSubject.kind]: () => keys.refresh(),
      [bookSubject.kind]: () => conditions.reload(),
    },
    (kind, error) => log.error({ event: 'memory.reload-failed', kind, err: error }),
  )
  const edge = { db, enqueue: queue.enqueue, clock, modules, ...doors, memory, settings: options.edge }
  const app = await createHttp(edge)

  await queue.start(trouble('jobs.trouble'))
  if (isWorker) await queue.work(modules.flatMap(module => module.jobs))
  await feed.start()
  feed.listen(news => void memory.changed(news))
  const sealer = new Sealer(db, trouble('audit.seal-failed'))
  if (isWorker) sealer.start()
  return {
    app,
    db,
    queue,
    modules,
    feed,
    grids,
    async close() {
      outage.stop()
      await app.close()
      await feed.stop()
      await news.stop()
      await queue.stop()
      if (isWorker) await sealer.stop()
      await db.close()
    },
  }
}

/** Outside the database, where whoever rewrites it does not reach: one line a day, for print or for another machine. */
async function publishHead(folder: string, { day, hash }: { day: string; hash: string }): Promise<void> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'audit-day-heads.txt')
  const written = await readFile(file, 'utf8').catch(() => '')
  if (written.includes(`${day} `)) return
  await (written === '' ? writeFile(file, `${day} ${hash}\n`) : appendFile(file, `${day} ${hash}\n`))
}
