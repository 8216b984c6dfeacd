import { Client } from 'pg'
import type { ClusterSecrets } from './cluster.ts'

/** The names that migrations, grants and operators rely on, the same on an embedded and on a served database. */
export const roles = { app: 'wangge_app', appLogin: 'wangge_app_login', owner: 'wangge_owner' } as const
export const databaseName = 'wangge'
export const extensions = ['ltree', 'pg_trgm', 'btree_gist', 'btree_gin', 'pgcrypto'] as const

/** Bumped when `provision` does something new, so that older clusters get it at their next start. */
const provisioningMark = 'wangge: provisioned, step 1'

/**
 * Roles, extensions and the database, once per cluster. Each step may be repeated: the mark is written last, and a start
 * that was killed half way is completed by the next one.
 *
 * The app's login owns nothing and belongs to the group that migrations grant to; the owner runs migrations and may
 * create databases, which tests do from a template.
 */
export async function provision(urlOf: (database: string) => string, secrets: ClusterSecrets): Promise<boolean> {
  return withConnection(urlOf('postgres'), async admin => {
    const found = await admin.query(
      `select 1 from pg_database where datname = $1 and shobj_description(oid, 'pg_database') = $2`,
      [databaseName, provisioningMark],
    )
    if (found.rowCount) return false
    await ensureRole(admin, roles.app, 'nologin')
    await ensureRole(admin, roles.appLogin, `login password '${secrets.app}'`)
    await ensureRole(admin, roles.owner, `login createdb password '${secrets.owner}'`)
    await admin.query(`grant ${roles.app} to ${roles.appLogin}`)
    // Also in the template, so that a database made by the owner (who may not install them) has them.
    await ensureExtensions(urlOf('template1'))
    await ensureDatabase(admin)
    await ensureExtensions(urlOf(databaseName))
    await admin.query(`comment on database ${databaseName} is '${provisioningMark}'`)
    return true
  })
}

async function ensureRole(admin: Client, name: string, options: string) {
  const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [name])
  await admin.query(`${rowCount ? 'alter' : 'create'} role ${name} with ${options}`)
}

async function ensureExtensions(url: string) {
  await withConnection(url, async admin => {
    for (const name of extensions) await admin.query(`create extension if not exists ${name}`)
  })
}

async function ensureDatabase(admin: Client) {
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [databaseName])
  if (!rowCount) await admin.query(`create database ${databaseName} owner ${roles.owner}`)
  await admin.query(`revoke connect on database ${databaseName} from public`)
  await admin.query(`grant connect on database ${databaseName} to ${roles.app}, ${roles.owner}`)
}

/** One connection for the length of `work`. */
export async function withConnection<R>(url: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: url, application_name: 'wangge launcher' })
  client.on('error', () => undefined) // an idle connection that breaks; the next query of `work` says so
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
