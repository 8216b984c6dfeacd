import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import pg from 'pg'
import { DatabaseStartError } from './database-start-error.ts'

/** One numbered SQL file of one part of the program, such as `cases/0001-create-cases`. */
export interface Migration {
  readonly part: string
  readonly name: string
  readonly sql: string
  readonly hash: string
}

/** Any number will do, as long as every program that migrates this database uses the same one. */
const migrationLock = 4_720_260_701

/** Reads `<folder>/server/migrations/*.sql` of each folder, in the order given: first what others point to. */
export async function readMigrations(folders: readonly URL[]): Promise<Migration[]> {
  const found = await Promise.all(folders.map(readFolder))
  return found.flat()
}

async function readFolder(folder: URL): Promise<Migration[]> {
  const path = new URL('server/migrations/', folder)
  const names = (await readdir(path)).filter(name => name.endsWith('.sql')).sort()
  const part = basename(folder.pathname.replace(/\/$/, ''))
  return Promise.all(
    names.map(async name => {
      const sql = await readFile(join(path.pathname, name), 'utf8')
      return { part, name: name.replace('.sql', ''), sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings the database up to date as its owner. Two programs may start at once: the second waits for the lock and then
 * finds nothing to do. Throws when a migration that has been applied was edited since, or the database is newer.
 */
export async function migrate(ownerUrl: string, migrations: readonly Migration[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'wangge-migrator' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(`
      create schema if not exists platform;
      grant usage on schema platform to wangge_app;
      create table if not exists platform.migration (
        part text not null, name text not null, hash text not null, applied_at timestamptz not null default now(),
        primary key (part, name)
      );
      comment on table platform.migration is 'Which schema changes this database has seen. Written by the migrator only.';
      grant select on platform.migration to wangge_app;`)
    return await applyMissing(client, migrations)
  } finally {
    await client.end()
  }
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  const { rows } = await client.query<{ part: string; name: string; hash: string }>(
    'select part, name, hash from platform.migration',
  )
  const seen = new Map(rows.map(row => [`${row.part}/${row.name}`, row.hash]))
  const known = new Set(migrations.map(({ part, name }) => `${part}/${name}`))
  const newer = [...seen.keys()].filter(id => !known.has(id))
  if (newer.length > 0) throw newerSchema(newer)

  const applied: string[] = []
  for (const migration of migrations) {
    const id = `${migration.part}/${migration.name}`
    const hash = seen.get(id)
    if (hash === migration.hash) continue
    if (hash !== undefined) throw new Error(`migration ${id} was changed after it was applied: write a new one instead`)
    await applyOne(client, migration)
    applied.push(id)
  }
  return applied
}

async function applyOne(client: pg.Client, { part, name, sql, hash }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into platform.migration (part, name, hash) values ($1, $2, $3)', [part, name, hash])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`migration ${part}/${name} failed`, { cause })
  }
}

/** An older release was started by mistake, or in the hope of going back. */
function newerSchema(unknown: readonly string[]) {
  const names = unknown.join(', ')
  return new DatabaseStartError('newer-schema', {
    'zh-CN': `数据库的表结构比本程序新（${names}）。请使用上次启动的（或更新的）程序版本；数据未被改动。`,
    en: `The schema of the database is newer than the program (${names}). Start the release that ran last, or a later one; the data was not touched.`,
  })
}
