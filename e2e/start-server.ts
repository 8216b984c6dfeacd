import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RunningServer {
  readonly address: string
  readonly pid: number
  stop(): Promise<void>
}

export interface ServerOptions {
  readonly town: 'small' | 'demo' | 'none'
  /** Where it keeps its data; a new temporary folder, removed at the end, when left out. */
  readonly folder?: string
  readonly environment?: Readonly<Record<string, string>>
}

const root = new URL('../', import.meta.url).pathname

/** Starts the program as a newcomer does, on a free port and a database of its own, and waits for its address. */
export async function startServer({ town, folder, environment }: ServerOptions): Promise<RunningServer> {
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'wangge-e2e-')))
  // The program knows every WANGGE_ setting and stops at a foreign one: these two are the tests' own.
  const { WANGGE_PICTURES: _pictures, WANGGE_BROWSER: _browser, ...surroundings } = process.env
  const env = {
    ...surroundings,
    WANGGE_DATA: data,
    WANGGE_PORT: '0',
    WANGGE_TOWN: town,
    WANGGE_LOG: 'error',
    ...environment,
  }
  const child = spawn(process.execPath, ['apps/server/main.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const address = await printedAddress(child)
  return {
    address,
    pid: child.pid!,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise(resolve => child.once('exit', resolve))
        child.kill('SIGTERM')
        await ended
      }
      if (folder === undefined) await rm(data, { recursive: true, force: true })
    },
  }
}

/** The line that people read is the line that tests read. */
function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    let complained = ''
    child.stderr!.on('data', chunk => {
      complained += String(chunk)
    })
    child.stdout!.on('data', chunk => {
      printed += String(chunk)
      const found = /office\s+(http:\/\/[^\s/]+)\/office\//.exec(printed)
      if (found) resolve(found[1]!)
    })
    child.once('exit', code => reject(new Error(`the server ended with ${code}\n${printed}\n${complained}`)))
  })
}
