import { Client } from 'pg'
import { databaseName, extensions, roles } from '../embedded/provisioning.ts'
import type { LaunchLog } from '../launch-log.ts'
import { checkAppLogin, checkDatabase, checkExtensions, checkGroup, checkMigrator, checkSame } from './checks.ts'
import { lack } from './lack-texts.ts'
import { DatabaseUnsuitable, type Lack, settingsIncomplete } from './lacks.ts'

export interface ServerOptions {
  readonly databaseUrl?: string | undefined
  readonly migratorUrl?: string | undefined
  readonly log?: LaunchLog | undefined
}

/** The newest major version that the tests have run on; a newer one is used, and said so. */
const newestTested = 18

/**
 * Checks a database that somebody else runs, as both of its logins, and adds what the migrator may add by itself
 * (extensions, the group role and the app's membership). Throws `DatabaseUnsuitable` with every lack at once.
 */
export async function openServerDatabase(options: ServerOptions) {
  const { databaseUrl, migratorUrl, log = () => undefined } = options
  if (!databaseUrl) throw settingsIncomplete('DATABASE_URL')
  if (!migratorUrl) throw settingsIncomplete('DATABASE_MIGRATOR_URL')

  const logins = await Promise.all([reach('DATABASE_URL', databaseUrl), reach('DATABASE_MIGRATOR_URL', migratorUrl)])
  const clients = logins.flatMap(login => (login instanceof Client ? [login] : []))
  const lacks: Lack[] = logins.flatMap(login => (login instanceof Client ? [] : [login]))
  try {
    const [app, migrator] = logins
    const any = clients[0]
    if (any) lacks.push(...(await checkDatabase(any)))
    if (migrator instanceof Client) lacks.push(...(await checkMigrator(migrator)), ...(await checkExtensions(migrator)))
    if (app instanceof Client && migrator instanceof Client) {
      lacks.push(...(await checkSame(app, migrator)), ...(await checkAppLogin(app, migrator)))
      lacks.push(...(await checkGroup(app, migrator)))
      if (lacks.length === 0) await complete(app, migrator)
    }
    if (lacks.length > 0) throw new DatabaseUnsuitable(lacks)
    if (any) await tellNewer(any, log)
    return { kind: 'server' as const, appUrl: databaseUrl, migratorUrl, stop: async () => undefined }
  } finally {
    for (const client of clients) await client.end().catch(() => undefined)
  }
}

async function reach(setting: string, url: string): Promise<Client | Lack> {
  if (!/^postgres(ql)?:\/\//.test(url)) return lack.badAddress(setting)
  let client: Client
  try {
    client = new Client({ connectionString: url, application_name: 'wangge check', connectionTimeoutMillis: 10_000 })
  } catch {
    return lack.badAddress(setting)
  }
  client.on('error', () => undefined) // the next query says so
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    return explainNoConnection(setting, client, error)
  }
}

function explainNoConnection(setting: string, client: Client, error: unknown): Lack {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === '28P01' || code === '28000') return lack.wrongPassword(setting, client.user ?? '')
  if (code === '3D000') return lack.noDatabase(setting, client.database ?? databaseName)
  const why = code || (error instanceof Error ? error.message : '')
  return lack.cannotConnect(setting, `${client.host}:${client.port}/${client.database ?? ''}`, why)
}

/** Adds the missing parts. Two programs may start at once, so one waits for the other. */
async function complete(app: Client, migrator: Client) {
  await migrator.query('begin')
  await migrator.query(`select pg_advisory_xact_lock(hashtext('wangge: complete the database'))`)
  for (const name of extensions) await migrator.query(`create extension if not exists ${name}`)
  const { rows } = await migrator.query<{ exists: boolean; member: boolean }>(
    `select count(*) > 0 as exists, coalesce(bool_or(pg_has_role($2, oid, 'usage')), false) as member
       from pg_roles where rolname = $1`,
    [roles.app, app.user],
  )
  if (!rows[0]?.exists) await migrator.query(`create role ${roles.app} nologin`)
  if (!rows[0]?.member) await migrator.query(`grant ${roles.app} to ${migrator.escapeIdentifier(app.user ?? '')}`)
  await migrator.query('commit')
}

async function tellNewer(client: Client, log: LaunchLog) {
  const { rows } = await client.query<{ version: string; durable: boolean }>(
    `select current_setting('server_version') as version,
            current_setting('fsync')::boolean and current_setting('full_page_writes')::boolean as durable`,
  )
  const { version = '', durable = true } = rows[0] ?? {}
  if (Number.parseInt(version, 10) > newestTested) log('database-version-untested', { version, newestTested }, 'warn')
  if (!durable) log('database-not-durable', { because: 'fsync or full_page_writes is off' }, 'warn')
}
