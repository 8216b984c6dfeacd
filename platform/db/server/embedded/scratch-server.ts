import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clusterFolder } from './cluster.ts'
import { openEmbedded } from './open-embedded.ts'
import { findPostmaster, isAlive, stopPostmaster } from './postmaster.ts'
import { roles, withConnection } from './provisioning.ts'

/** The three addresses of one database on a scratch server. Plain text, so that it can be handed to another process. */
export interface ScratchDatabase {
  readonly appUrl: string
  readonly migratorUrl: string
  readonly adminUrl: string
}

export interface ScratchServer extends ScratchDatabase {
  readonly kind: 'embedded'
  createDatabase(name: string, template?: string): Promise<ScratchDatabase>
  dropDatabase(name: string): Promise<void>
  stop(): Promise<void>
}

const prefix = 'wangge-scratch-'

/**
 * A throw-away server for tests and benches, in a temporary directory, without fsync. Its `wangge` database is empty but
 * for the extensions; `createDatabase` copies `template1` (the same) or a database that the caller has prepared.
 * One per test run (in global set-up); the other processes of the run use `createScratchDatabase` with its `adminUrl`.
 */
export async function startScratchServer(): Promise<ScratchServer> {
  await removeAbandonedServers()
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  await chmod(folder, 0o711)
  const opened = await openEmbedded({ dataDirectory: folder, purpose: 'throw-away' })
  return {
    ...opened,
    createDatabase: (name, template) => createScratchDatabase(opened, name, template),
    dropDatabase: name => dropScratchDatabase(opened, name),
    async stop() {
      await opened.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Makes a database on a scratch server, owned by the migrator. Nobody may be connected to the template meanwhile. */
export async function createScratchDatabase(
  server: ScratchDatabase,
  name: string,
  template = 'template1',
): Promise<ScratchDatabase> {
  await withConnection(withDatabase(server.adminUrl, 'postgres'), admin =>
    admin.query(
      `create database ${admin.escapeIdentifier(name)}
         owner ${roles.owner} template ${admin.escapeIdentifier(template)}`,
    ),
  )
  return addressesOf(server, name)
}

/** Connections that are just being closed get this long to say goodbye. */
const goodbyeMs = 2000

/** Removes a database; whoever has not left it after a moment is thrown out. */
export async function dropScratchDatabase(server: ScratchDatabase, name: string): Promise<void> {
  await withConnection(withDatabase(server.adminUrl, 'postgres'), async admin => {
    // A client that is thrown out while it closes has nobody left who hears of it: that would end the whole process.
    for (const until = Date.now() + goodbyeMs; Date.now() < until; ) {
      const { rowCount } = await admin.query('select from pg_stat_activity where datname = $1', [name])
      if (rowCount === 0) break
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    await admin.query(`drop database if exists ${admin.escapeIdentifier(name)} with (force)`)
  })
}

function addressesOf(server: ScratchDatabase, name: string): ScratchDatabase {
  return {
    appUrl: withDatabase(server.appUrl, name),
    migratorUrl: withDatabase(server.migratorUrl, name),
    adminUrl: withDatabase(server.adminUrl, name),
  }
}

function withDatabase(url: string, name: string) {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(name)}`
  return changed.href
}

/** A test run that was killed leaves its server; the next run ends it. The name tells whose it was. */
async function removeAbandonedServers() {
  const temporary = await realpath(tmpdir())
  for (const name of await readdir(temporary)) {
    const maker = Number(/^wangge-scratch-(\d+)-/.exec(name)?.[1])
    if (!maker || isAlive(maker)) continue
    const folder = join(temporary, name)
    const pgdata = join(clusterFolder(folder), 'pgdata')
    const running = await findPostmaster(pgdata)
    if (running) await stopPostmaster(running.pid, pgdata, 'immediate')
    // Another user's leftovers are theirs to remove.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}
