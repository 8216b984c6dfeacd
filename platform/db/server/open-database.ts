import { type EmbeddedDatabase, joinEmbedded, openEmbedded } from './embedded/open-embedded.ts'
import type { LaunchLog } from './launch-log.ts'
import { openServerDatabase } from './server-database/open-server.ts'

export { DatabaseStartError } from './database-start-error.ts'
export { DatabaseUnsuitable } from './server-database/lacks.ts'

/** A database that is up and fit for use, with the addresses of its logins. The addresses hold passwords: never log one. */
export interface OpenedDatabase {
  readonly kind: 'embedded' | 'server'
  /** The running program: bound by grants. */
  readonly appUrl: string
  /** Migrations only: owns the database and everything in it. */
  readonly migratorUrl: string
  /** Embedded only: the superuser. */
  readonly adminUrl?: string
  /** Ends the embedded server and waits for it; does nothing to a server of somebody else. */
  stop(): Promise<void>
}

export interface OpenDatabaseOptions {
  /** Where the embedded database lives; made when it is not there. Untouched when addresses are given. */
  readonly dataDirectory: string
  /** DATABASE_URL */
  readonly databaseUrl?: string | undefined
  /** DATABASE_MIGRATOR_URL */
  readonly migratorUrl?: string | undefined
  readonly log?: LaunchLog | undefined
  /** Aborted when the program is asked to end: opening is given up, and a server that goes is not brought back. */
  readonly ending?: AbortSignal | undefined
}

/**
 * Opens the database that the settings name: the embedded one, or a server of one's own when an address is given.
 * Throws `DatabaseStartError`, whose message says in both languages what a person has to do.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenedDatabase> {
  if (options.databaseUrl || options.migratorUrl) return openServerDatabase(options)
  const { dataDirectory, log, ending } = options
  return openEmbedded({ dataDirectory, log, ending })
}

/**
 * For tools that work beside the running program (verify the audit, a shell): the same addresses, without becoming the
 * one that holds the server. Opens the database itself when no program runs. `stop` ends only what this call started.
 */
export async function joinDatabase(options: OpenDatabaseOptions): Promise<OpenedDatabase> {
  if (options.databaseUrl || options.migratorUrl) return openServerDatabase(options)
  const running: EmbeddedDatabase | undefined = await joinEmbedded(options.dataDirectory)
  return running ?? openDatabase(options)
}
