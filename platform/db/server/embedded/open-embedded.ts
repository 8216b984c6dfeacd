import { createHash } from 'node:crypto'
import { chmod, mkdir, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LaunchLog } from '../launch-log.ts'
import { type Binaries, prepareBinaries } from './binaries.ts'
import {
  adminRole,
  type Cluster,
  clusterFolder,
  hasCluster,
  openCluster,
  readCluster,
  removeHalfMadeClusters,
} from './cluster.ts'
import { findPostmaster, type LaunchOptions, launchPostmaster, type Postmaster, stopPostmaster } from './postmaster.ts'
import { databaseName, provision, roles } from './provisioning.ts'
import { chooseServerAccount, demandReachable, type ServerAccount } from './server-account.ts'
import { type ServerPurpose, serverSettings } from './server-settings.ts'
import { damagedDataDirectory, didNotStart, explainSystemError, nothingThere, secondProgram } from './start-failures.ts'
import { askForSupervisorLock, type SupervisorLock } from './supervisor-lock.ts'

export interface EmbeddedOptions {
  readonly dataDirectory: string
  readonly purpose?: ServerPurpose
  readonly log?: LaunchLog | undefined
  /** See `OpenDatabaseOptions`. */
  readonly ending?: AbortSignal | undefined
}

export interface EmbeddedDatabase {
  readonly kind: 'embedded'
  readonly appUrl: string
  readonly migratorUrl: string
  readonly adminUrl: string
  stop(): Promise<void>
}

/**
 * Opens the database in a data directory: makes it the first time, starts its server, and holds it until `stop`.
 * Throws `DatabaseStartError` with a sentence for whatever a person has to mend, and an `AbortError` when the program is
 * asked to end meanwhile; either way nothing is left running.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataDirectory = resolve(options.dataDirectory)
  try {
    const launch = await prepareLaunch(dataDirectory, options)
    const { postmaster, lock } = await lead(launch)
    const supervised = supervise(launch, postmaster, lock)
    try {
      await removeHalfMadeClusters(launch.dataDirectory)
      const provisioned = await provision(database => urlOf(launch, postmaster, database), launch.cluster.secrets)
      if (provisioned) launch.log('database-provisioned')
    } catch (error) {
      await supervised.stop()
      throw error
    }
    return { ...urlsOf(launch, postmaster), kind: 'embedded', stop: supervised.stop }
  } catch (error) {
    throw explainSystemError(error, dataDirectory)
  }
}

interface Launch extends LaunchOptions {
  readonly dataDirectory: string
  readonly purpose: ServerPurpose
  readonly log: LaunchLog
  readonly ending: AbortSignal
}

async function prepareLaunch(asked: string, options: EmbeddedOptions): Promise<Launch> {
  const purpose = options.purpose ?? 'durable'
  const log = options.log ?? (() => undefined)
  const ending = options.ending ?? new AbortController().signal
  await mkdir(asked, { recursive: true, mode: 0o711 })
  // One spelling of the path: it is compared with the command line of a server that another program started.
  const dataDirectory = await realpath(asked)
  const account = await chooseServerAccount(`${clusterFolder(dataDirectory)}/pgdata`)
  await letAccountIn(dataDirectory, account)
  const binaries = await prepareBinaries(dataDirectory, account)
  const { cluster, created } = await openCluster({ dataDirectory, account, binaries, purpose })
  if (created) log('database-created', { dataDirectory, version: binaries.version })
  const settings = await serverSettings(purpose)
  return { dataDirectory, purpose, log, ending, account, binaries, cluster, settings: mark(settings, binaries) }
}

/** The data area itself is ours to open by the one bit that lets its server pass through; its parents are not. */
async function letAccountIn(dataDirectory: string, account: ServerAccount | undefined) {
  if (!account) return
  await chmod(dataDirectory, 0o711)
  await demandReachable(dataDirectory, account)
}

/** So that a server which outlived an older program, with other programs or settings, is known and started afresh. */
function mark(settings: Record<string, string>, binaries: Binaries): Record<string, string> {
  const hash = createHash('sha256')
    .update(JSON.stringify([settings, binaries.version]))
    .digest('hex')
  return { ...settings, cluster_name: `wangge-${hash.slice(0, 12)}` }
}

/** A server that is up but neither answers nor ends (stopped by a debugger, a dead disk) is given up after this. */
const longestWaitMs = 15 * 60_000

/** Becomes the supervisor of a running server, of the one that another program left behind or of a new one. */
async function lead(launch: Launch): Promise<{ postmaster: Postmaster; lock: SupervisorLock }> {
  const deadline = performance.now() + longestWaitMs
  let attemptsWhileTaken = 0
  while (performance.now() < deadline) {
    launch.ending.throwIfAborted()
    const running = await findPostmaster(launch.cluster.pgdata)
    const postmaster = running ?? (await launchUnlessOvertaken(launch))
    if (!postmaster) continue
    if (running && !running.ready) {
      await sleep(50) // starting, recovering or shutting down
      continue
    }
    const answer = await ask(launch, postmaster).catch(async error => {
      if (!running) await stopPostmaster(postmaster.pid, launch.cluster.pgdata)
      throw error
    })
    if (answer.kind === 'leading') {
      if (!running) return started(launch, postmaster, answer.lock)
      if (answer.lock.settingsMark === launch.settings.cluster_name) return attached(launch, running, answer.lock)
      launch.log('database-restarting', { because: 'other settings or version' })
      await stopPostmaster(running.pid, launch.cluster.pgdata)
    } else if (answer.kind === 'taken' && ++attemptsWhileTaken > 10) {
      throw secondProgram(launch.dataDirectory)
    }
    // A supervisor killed just now is noticed by the server within milliseconds, so a taken lock is asked for again.
    await sleep(100)
  }
  throw didNotStart(launch.cluster.logFile, 'no answer')
}

async function ask(launch: Launch, postmaster: Postmaster) {
  const answer = await askForSupervisorLock(urlOf(launch, postmaster, 'postgres'))
  if (answer.kind !== 'refused') return answer
  throw damagedDataDirectory(clusterFolder(launch.dataDirectory), 'secrets.json (passwords that fit)')
}

/** Two programs that start at once both launch; the server's own lock file lets one through, the other looks again. */
async function launchUnlessOvertaken(launch: Launch): Promise<Postmaster | undefined> {
  try {
    return await launchPostmaster(launch)
  } catch (error) {
    if (await findPostmaster(launch.cluster.pgdata)) return undefined
    throw error
  }
}

function started(launch: Launch, postmaster: Postmaster, lock: SupervisorLock) {
  launch.log('database-started', { ...spot(postmaster), version: lock.serverVersion })
  return { postmaster, lock }
}

/**
 * Taken over as it is rather than restarted: nothing was lost when only the program died, the dead program's
 * transactions are rolled back by the server itself, and a start after a crash should be quick.
 */
function attached(launch: Launch, postmaster: Postmaster, lock: SupervisorLock) {
  launch.log('database-attached', { ...spot(postmaster), version: lock.serverVersion })
  return { postmaster, lock }
}

/** As a log line names it: `pid` there is the program's own. */
const spot = ({ pid, port }: Postmaster) => ({ server: pid, port })

/** How long it waits after a server could not be brought back; what keeps it down (a full disk) is often mended soon. */
const againMs = 2000

/**
 * Holds the server until `stop`; when it dies by itself it comes back under the same address, so pools reconnect. Once
 * the program is asked to end a server that goes is let go: whoever stops the program may have told both.
 */
function supervise(launch: Launch, first: Postmaster, firstLock: SupervisorLock) {
  const { cluster, log } = launch
  const stopping = new AbortController()
  const leaving = AbortSignal.any([launch.ending, stopping.signal])
  let postmaster = first
  let lock: SupervisorLock | undefined = firstLock
  let stopped: Promise<void> | undefined
  let repair: Promise<void> = Promise.resolve()

  const keep = (held: SupervisorLock) => {
    lock = held
    held.onLost(() => {
      lock = undefined
      if (leaving.aborted) return
      log('database-connection-lost', spot(postmaster), 'warn')
      repair = recover()
    })
  }
  const recover = async () => {
    for (let told = ''; !leaving.aborted; await pause(againMs, leaving)) {
      const because = await bringBack().catch(error => String(explainSystemError(error, launch.dataDirectory)))
      if (because === undefined) return
      if (because !== told && !leaving.aborted) log('database-lost', { because }, 'error')
      told = because
    }
  }
  /** Nothing when the server is back and held, otherwise why it is not. */
  const bringBack = async () => {
    while (!leaving.aborted) {
      const running = await findPostmaster(cluster.pgdata)
      postmaster = running ?? (await launchPostmaster({ ...launch, ending: leaving, port: postmaster.port }))
      const answer = await ask(launch, postmaster)
      if (answer.kind === 'taken') return secondProgram(launch.dataDirectory).message
      if (answer.kind === 'leading') {
        log('database-recovered', spot(postmaster), 'warn')
        return keep(answer.lock)
      }
      await pause(200, leaving)
    }
  }
  const end = async () => {
    await repair
    // Without the lock nothing runs any more, or it is going down, or somebody else leads now.
    if (!lock && !(await isStillOurs(launch, postmaster))) return
    await stopPostmaster(postmaster.pid, cluster.pgdata, launch.purpose === 'durable' ? 'fast' : 'immediate')
    await lock?.release()
    log('database-stopped')
  }
  keep(firstLock)
  return {
    stop() {
      stopping.abort()
      stopped ??= end()
      return stopped
    },
  }
}

const pause = (milliseconds: number, until: AbortSignal) =>
  sleep(milliseconds, undefined, { signal: until }).catch(() => undefined)

/** Whether that same server still runs and nobody else has taken it over. */
async function isStillOurs(launch: Launch, { pid }: Postmaster): Promise<boolean> {
  const running = await findPostmaster(launch.cluster.pgdata)
  if (running?.pid !== pid) return false
  const answer = await ask(launch, running)
  if (answer.kind === 'leading') await answer.lock.release()
  return answer.kind !== 'taken'
}

/**
 * The addresses of a server that another program holds and that is up, or nothing. Its `stop` leaves it running. Refuses
 * where no database was ever made: whoever joins one wants to read it.
 */
export async function joinEmbedded(asked: string): Promise<EmbeddedDatabase | undefined> {
  const dataDirectory = await realpath(asked).catch(() => asked)
  if (!(await hasCluster(dataDirectory))) throw nothingThere(dataDirectory)
  const running = await findPostmaster(`${clusterFolder(dataDirectory)}/pgdata`)
  if (!running?.ready) return undefined
  const cluster = await readCluster(dataDirectory).catch(error => {
    throw explainSystemError(error, dataDirectory)
  })
  return { ...urlsOf({ cluster }, running), kind: 'embedded', stop: async () => undefined }
}

function urlsOf(launch: { cluster: Cluster }, postmaster: Postmaster) {
  const { secrets } = launch.cluster
  return {
    appUrl: address(roles.appLogin, secrets.app, postmaster.port, databaseName),
    migratorUrl: address(roles.owner, secrets.owner, postmaster.port, databaseName),
    adminUrl: urlOf(launch, postmaster, databaseName),
  }
}

function urlOf(launch: { cluster: Cluster }, postmaster: Postmaster, database: string) {
  return address(adminRole, launch.cluster.secrets.admin, postmaster.port, database)
}

function address(role: string, password: string, port: number, database: string) {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
}
