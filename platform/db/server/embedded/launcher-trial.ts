import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { type OpenedDatabase, openDatabase } from '../open-database.ts'
import { findPostmaster, isPostmaster } from './postmaster.ts'
import { withConnection } from './provisioning.ts'

/** What another program printed after it opened the data directory, or was refused. */
export interface ProgramSaid {
  readonly opened?: OpenedDatabase
  readonly refused?: string
  readonly message?: string
}

/**
 * For the launcher's own tests: a data directory with real servers and other real programs in it. `end` stops by number
 * whatever a test left running.
 */
export async function newTrial() {
  const folder = await mkdtemp(join(tmpdir(), 'wangge-launcher-'))
  await chmod(folder, 0o755)
  const dataDirectory = join(folder, 'data')
  const pgdata = join(dataDirectory, 'cluster', 'pgdata')
  const events: string[] = []
  const programs: ChildProcess[] = []
  const serverPid = async () => (await findPostmaster(pgdata))?.pid

  /** The server leads its own process group, so this reaches every backend at once. */
  async function killServer() {
    const pid = await serverPid()
    if (!pid) return
    process.kill(-pid, 'SIGKILL')
    while (await isPostmaster(pid, pgdata)) await sleep(10)
  }

  function start(command: string, words: string[], options: SpawnOptions = {}) {
    const program = spawn(command, words, { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'inherit'], ...options })
    programs.push(program)
    return program
  }

  /** Another program that opens the same data directory and holds it until it is told to end. */
  function startProgram(options: SpawnOptions = {}) {
    const program = start(
      process.execPath,
      ['--input-type=module-typescript', '--eval', source(dataDirectory)],
      options,
    )
    if (!program.stdout) throw new Error('the program prints into a pipe')
    const firstLine = once(createInterface(program.stdout), 'line')
    return { program, said: firstLine.then(([line]): ProgramSaid => JSON.parse(line)) }
  }

  return {
    folder,
    dataDirectory,
    pgdata,
    /** What the launcher told the log of this process. */
    events,
    open: () => openDatabase({ dataDirectory, log: event => void events.push(event) }),
    serverPid,
    killServer,
    start,
    startProgram,
    async end() {
      for (const program of programs) program.kill('SIGKILL')
      await killServer()
      await rm(folder, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

export type Trial = Awaited<ReturnType<typeof newTrial>>

/** Runs without a file of its own, so that an ordinary user may run it too. */
function source(dataDirectory: string) {
  return `
    import { openDatabase } from ${JSON.stringify(new URL('../open-database.ts', import.meta.url).href)}
    const say = message => console.log(JSON.stringify(message))
    try {
      const opened = await openDatabase({ dataDirectory: ${JSON.stringify(dataDirectory)} })
      process.on('SIGTERM', () => opened.stop().then(() => process.exit()))
      say({ opened })
    } catch (error) {
      say({ refused: error.code ?? String(error), message: error.message })
    }`
}

export async function endProgram(program: ChildProcess, how: 'SIGKILL' | 'SIGTERM') {
  const ended = once(program, 'exit')
  program.kill(how)
  await ended
}

export function query(url: string, sql: string, values: unknown[] = []) {
  return withConnection(url, async client => (await client.query(sql, values)).rows)
}
