import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { KeyKeeper, readKeyFile } from '#platform/crypto/server/index.ts'
import { migrate, readMigrations } from '#platform/db/server/migrator.ts'
import { isDatabaseGone } from '#platform/db/server/database-gone.ts'
import { type OpenedDatabase, openDatabase } from '#platform/db/server/open-database.ts'
import { prepareQueues } from '#platform/jobs/server/queue.ts'
import { systemClock } from '#platform/kernel/server/clock.ts'
import { aborted, askedToEnd } from './asked-to-end.ts'
import { type Env, readEnv } from './env.ts'
import { fillNewDatabase, type Welcome } from './first-start.ts'
import { photoFolder } from './folders.ts'
import { createLog } from './log.ts'
import { migrationFolders } from './migration-folders.ts'
import { jobsOfAllModules } from './modules.ts'
import { type Program, startProgram } from './program.ts'
import { tell } from './tell.ts'
import { openWebApps } from './web-apps.ts'

const dist = new URL('../../dist/', import.meta.url).pathname
const basemap = new URL('../../.wangge/basemap/city.pmtiles', import.meta.url).pathname

const patience = '正在准备示范数据，最多一分钟，只需这一次…  Preparing the demo data, up to a minute, only this once…'

/** From nothing to a printed address: database, schema, queues, town, pages. Ends cleanly when it is asked to. */
async function main(): Promise<void> {
  const ending = askedToEnd()
  const env = readEnv(process.env)
  const log = createLog(env.WANGGE_LOG, { isExpected: error => ending.aborted && isDatabaseGone(error) })
  let database: OpenedDatabase | undefined
  let program: Program | undefined
  let code = 0
  try {
    database = await openDatabase({
      dataDirectory: env.WANGGE_DATA,
      databaseUrl: env.DATABASE_URL,
      migratorUrl: env.DATABASE_MIGRATOR_URL,
      log: (event, detail, level = 'info') => log[level]({ event, ...detail }),
      ending,
    })
    const { welcome, ...options } = await prepare(env, database, ending)
    program = await startProgram({ ...options, edge: edgeSettings(env, log), log })
    ending.throwIfAborted()
    if (env.WANGGE_ROLES.includes('web')) await listen(env, program, welcome)
    await aborted(ending)
  } catch (error) {
    // Whatever was under way when we were asked to end fails, and that is no fault.
    if (!ending.aborted) {
      tell(error)
      code = 1
    }
  }
  await program?.close().catch(err => log.error({ event: 'stop.trouble', err }))
  await database?.stop()
  process.exit(code)
}

/** What the program stands on: a schema of today, queues, keys, and something in a new database. */
async function prepare(env: Env, database: OpenedDatabase, ending: AbortSignal) {
  await migrate(database.migratorUrl, await readMigrations(migrationFolders))
  await prepareQueues(database.migratorUrl, jobsOfAllModules())
  ending.throwIfAborted()
  const keyFile = join(env.WANGGE_DATA, 'keys.json')
  const keys = await readKeyFile(keyFile, { create: database.kind === 'embedded' })
  const welcome = await fillNewDatabase({
    ...database,
    town: env.WANGGE_TOWN ?? (database.kind === 'embedded' ? 'demo' : 'none'),
    matters: env.WANGGE_TOWN_MATTERS ?? null,
    keys,
    basemap,
    photos: photoFolder(env.WANGGE_DATA),
    clock: systemClock,
    ending,
    onFilling: () => process.stdout.write(`${patience}\n`),
  })
  return {
    welcome,
    appUrl: database.appUrl,
    folder: env.WANGGE_DATA,
    keys: KeyKeeper.ofFile(keyFile, keys),
    clock: systemClock,
    roles: env.WANGGE_ROLES,
    connections: env.WANGGE_DATABASE_CONNECTIONS,
    basemapFile: welcome.basemapFile,
  }
}

function edgeSettings(env: Env, log: Logger) {
  return {
    secure: env.WANGGE_SECURE,
    trustProxy: env.WANGGE_TRUST_PROXY,
    callsAMinute: env.WANGGE_CALLS_A_MINUTE,
    logger: log,
  }
}

async function listen(env: Env, { app }: Program, welcome: Welcome): Promise<void> {
  await openWebApps(app, dist)
  const port = await freePort(env)
  const address = await app.listen({ host: env.WANGGE_HOST, port })
  process.stdout.write(`${greeting(address, welcome)}\n`)
}

/** The usual port, or a free one when somebody else has it and nobody asked for a certain one. */
async function freePort(env: Env): Promise<number> {
  if (process.env.WANGGE_PORT) return env.WANGGE_PORT
  const free = await new Promise<boolean>(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(env.WANGGE_PORT, env.WANGGE_HOST, () => probe.close(() => resolve(true)))
  })
  return free ? env.WANGGE_PORT : 0
}

function greeting(address: string, { logins, password, setupToken }: Welcome): string {
  const places = [`居民 portal   ${address}/`, `办公 office   ${address}/office/`, `现场 field    ${address}/field/`]
  const lines = ['', '网格 Wangge', '', ...places, '']
  if (setupToken !== null) {
    lines.push(
      '首次使用：请打开办公端，用下面的口令设立三员管理员。',
      `First use: open the office and name the administrators with this token: ${setupToken}`,
    )
  }
  if (logins.length > 0) {
    lines.push(
      `示范数据，人物均为虚构。口令都是 ${password}`,
      `Demo town, everybody in it is made up. Every password is ${password}`,
      '',
    )
    lines.push(
      ...logins.map(({ login, app, title }) => `  ${login.padEnd(18)} ${app.padEnd(7)} ${title['zh-CN']} ${title.en}`),
    )
  }
  return [...lines, '', 'Ctrl+C 停止 / to stop'].join('\n')
}

try {
  await main()
} catch (error) {
  tell(error)
  process.exitCode = 1
}
