import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, serverEnvironment } from './binaries.ts'
import type { Cluster } from './cluster.ts'
import type { ServerAccount } from './server-account.ts'
import { didNotStart, explainOutput } from './start-failures.ts'

/** A PostgreSQL server of ours that is up or coming up, started by this program or by one that died. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

/** The largest log kept; the one before it stays as `server.log.old`. */
const largestLogBytes = 5 * 1024 * 1024

/**
 * The server that runs on this data directory, if any. `postmaster.pid` outlives a power cut, and its number may belong
 * to somebody else by now, so the process itself is asked what it is.
 */
export async function findPostmaster(pgdata: string): Promise<(Postmaster & { ready: boolean }) | undefined> {
  const lines = await readFile(join(pgdata, 'postmaster.pid'), 'utf8').then(
    text => text.split('\n'),
    () => [],
  )
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid <= 0 || !(await isPostmaster(pid, pgdata))) return undefined
  return { pid, port, ready: port > 0 && lines[7]?.trim() === 'ready' }
}

/** Whether that process is a PostgreSQL server on that data directory. A zombie is not: it has no command line. */
export async function isPostmaster(pid: number, pgdata: string): Promise<boolean> {
  const command = await commandLine(pid)
  return command.includes('postgres') && command.includes(pgdata)
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    return readFile(`/proc/${pid}/cmdline`, 'utf8').then(
      text => text.replaceAll('\0', ' '),
      () => '',
    )
  }
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}

/**
 * Lets PostgreSQL get past a lock file of a server that is gone; with a number that no process has it does so by itself.
 *
 * The number may belong to another process of the same user by now, or to a zombie that nobody collects (a container
 * without an init), and PostgreSQL would refuse for ever. Our own number makes it see the file as stale (it ignores its
 * parent), while the shared memory key in the later lines still lets it notice backends that outlived their
 * postmaster, which deleting the file would not. An empty file is what a power cut leaves, and holds no key.
 */
async function disownStaleLockFile(pgdata: string) {
  const file = join(pgdata, 'postmaster.pid')
  const read = () => readFile(file, 'utf8').catch(() => undefined)
  const text = await read()
  if (text === undefined) return
  const pid = Number.parseInt(text, 10)
  if (!(pid > 0)) {
    await sleep(500) // unless a server is writing it at this moment
    if ((await read()) === text) await rm(file)
    return
  }
  // A PostgreSQL of another directory is not ours to judge; `(postgres)` is how macOS prints a zombie.
  const command = await commandLine(pid)
  const isServer = command.includes('postgres') && command.trim() !== '(postgres)'
  if (isAlive(pid) && !isServer) await writeFile(file, text.replace(/^.*/, String(process.pid)))
}

/** Whether there is such a process, whoever owns it; a zombie counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

export interface LaunchOptions {
  readonly cluster: Cluster
  readonly binaries: Binaries
  readonly account: ServerAccount | undefined
  readonly settings: Readonly<Record<string, string>>
  /** Given when a server must come back under the address that others already hold. */
  readonly port?: number
  /** Aborted when the program is asked to end: a server that is still coming up is stopped again. */
  readonly ending?: AbortSignal
}

/** How long a recovery after a crash may take before we stop waiting; it is bounded by max_wal_size, so this is plenty. */
const longestRecoveryMs = 10 * 60_000

/** Starts a server and waits until it takes connections. */
export async function launchPostmaster(options: LaunchOptions): Promise<Postmaster> {
  const { cluster } = options
  for (let attempt = 1; ; attempt++) {
    await disownStaleLockFile(cluster.pgdata)
    const port = options.port ?? (await findFreePort())
    const started = await tryLaunch(options, port)
    if ('pid' in started) return started
    options.ending?.throwIfAborted()
    // Another program took the port between our look and the server's; or backends of a killed server are still ending.
    const passing = /Address already in use|pre-existing shared memory block|still in use/.test(started.output)
    if (passing && attempt < 20) {
      await sleep(500)
      continue
    }
    const known = explainOutput(started.output, cluster.pgdata)
    throw known ?? didNotStart(cluster.logFile, started.output.trim().split('\n').slice(-5).join('\n'))
  }
}

async function tryLaunch(options: LaunchOptions, port: number): Promise<Postmaster | { output: string }> {
  const { cluster, binaries, account, settings } = options
  await turnLogOver(cluster.logFile)
  const log = await open(cluster.logFile, 'a', 0o600)
  // After a start by `sudo`, the usual user must still be able to write it.
  const { uid, gid } = await stat(dirname(cluster.logFile))
  if (process.getuid?.() === 0) await log.chown(uid, gid)
  const from = (await log.stat()).size
  try {
    const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ])
    // Its own process group: Ctrl-C in the terminal must reach the program first, which closes its work and then stops us.
    const child = spawn(binaries.postgres, ['-D', cluster.pgdata, ...flags], {
      cwd: cluster.pgdata,
      env: serverEnvironment(binaries.libraryPath),
      stdio: ['ignore', log.fd, log.fd],
      detached: true,
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    })
    const ended = whenEnded(child)
    child.unref()
    const giveUp = () => child.kill('SIGINT')
    options.ending?.addEventListener('abort', giveUp)
    const isReady = await waitUntilReady(cluster.pgdata, child, ended).finally(() =>
      options.ending?.removeEventListener('abort', giveUp),
    )
    if (isReady) return { pid: child.pid ?? 0, port }
  } finally {
    await log.close()
  }
  const whole = await readFile(cluster.logFile)
  return { output: whole.subarray(from).toString('utf8') }
}

function whenEnded(child: ChildProcess): { done: boolean; error?: Error } {
  const state: { done: boolean; error?: Error } = { done: false }
  child.once('exit', () => {
    state.done = true
  })
  child.once('error', error => {
    state.done = true
    state.error = error
  })
  return state
}

async function waitUntilReady(pgdata: string, child: ChildProcess, ended: { done: boolean; error?: Error }) {
  const deadline = performance.now() + longestRecoveryMs
  while (performance.now() < deadline) {
    await sleep(25)
    if (ended.error) throw ended.error
    if (ended.done) return false
    const found = await findPostmaster(pgdata)
    if (found?.ready && found.pid === child.pid) return true
  }
  child.kill('SIGQUIT')
  return false
}

async function turnLogOver(logFile: string) {
  const { size } = await stat(logFile).catch(() => ({ size: 0 }))
  if (size > largestLogBytes) await rename(logFile, `${logFile}.old`)
}

/** Free when looked at; `launchPostmaster` tries again when it was taken since. */
async function findFreePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise(resolve => probe.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('a listening socket has an address')
  return address.port
}

/**
 * Ends a server and waits for it. `fast` disconnects everyone and writes a checkpoint; `immediate` writes nothing and is
 * for throw-away servers.
 */
export async function stopPostmaster(pid: number, pgdata: string, how: 'fast' | 'immediate' = 'fast'): Promise<void> {
  const patienceMs = 60_000
  const deadline = performance.now() + patienceMs
  signal(pid, how === 'fast' ? 'SIGINT' : 'SIGQUIT')
  let hurried = false
  while (await isPostmaster(pid, pgdata)) {
    await sleep(25)
    if (!hurried && performance.now() > deadline) {
      // A disk that takes a minute for a checkpoint is broken; the next start recovers from the journal.
      signal(pid, 'SIGQUIT')
      hurried = true
    }
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT') {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
