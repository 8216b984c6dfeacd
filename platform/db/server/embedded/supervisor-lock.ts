import { Client } from 'pg'
import { isDatabaseGone } from '../database-gone.ts'

/**
 * Who holds this lock is the supervisor of the server, whoever started it. A session lock in the database itself, since
 * Node has no flock and a file with a process number lies after a crash: the server lets go of it the moment its
 * holder's connection ends, also by kill -9, and a server that lost its supervisor can simply be taken over.
 */
const lockKeys = [0x77_67, 1]

export type LockAnswer =
  | { readonly kind: 'leading'; readonly lock: SupervisorLock }
  | { readonly kind: 'taken' }
  | { readonly kind: 'going-down' }
  /** The password does not fit this server. */
  | { readonly kind: 'refused' }

export interface SupervisorLock {
  readonly serverVersion: string
  readonly settingsMark: string
  /** Called once when the connection ends although `release` was not called: the server or the session is gone. */
  onLost(listener: () => void): void
  release(): Promise<void>
}

/** Asks for the lock once. */
export async function askForSupervisorLock(adminUrl: string): Promise<LockAnswer> {
  const client = new Client({
    connectionString: adminUrl,
    application_name: 'wangge supervisor',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  })
  const watch = watchConnection(client)
  try {
    await client.connect()
    const { rows } = await client.query<{ taken: boolean; version: string; mark: string }>(
      `select pg_try_advisory_lock($1, $2) as taken,
              current_setting('server_version') as version, current_setting('cluster_name') as mark`,
      lockKeys,
    )
    const answer = rows[0]
    if (answer?.taken) return { kind: 'leading', lock: heldLock(client, watch, answer.version, answer.mark) }
    await client.end()
    return { kind: 'taken' }
  } catch (error) {
    await client.end().catch(() => undefined)
    if (isDatabaseGone(error)) return { kind: 'going-down' } // the caller looks again; anything else is a fault
    if (error instanceof Error && 'code' in error && error.code === '28P01') return { kind: 'refused' }
    throw error
  }
}

function watchConnection(client: Client) {
  const watch: { lost: boolean; tell: () => void } = { lost: false, tell: () => undefined }
  client.on('error', () => undefined) // an end always follows
  client.on('end', () => {
    watch.lost = true
    watch.tell()
  })
  return watch
}

function heldLock(
  client: Client,
  watch: { lost: boolean; tell: () => void },
  serverVersion: string,
  settingsMark: string,
): SupervisorLock {
  return {
    serverVersion,
    settingsMark,
    onLost(listener) {
      watch.tell = listener
      if (watch.lost) listener()
    },
    async release() {
      watch.tell = () => undefined
      await client.end().catch(() => undefined)
    },
  }
}
