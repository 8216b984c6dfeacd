import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findPostmaster } from '#platform/db/server/embedded/postmaster.ts'

const root = new URL('../', import.meta.url).pathname

let folder: string
let door: ChildProcess | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wangge-ending-'))
  await chmod(folder, 0o711)
})
afterEach(async () => {
  if (door?.exitCode === null && door.signalCode === null) process.kill(-door.pid!, 'SIGKILL')
  const server = await findPostmaster(pgdata())
  if (server) process.kill(-server.pid, 'SIGKILL')
  await rm(folder, { recursive: true, force: true, maxRetries: 10 })
})

const pgdata = () => join(folder, 'cluster', 'pgdata')

/** Started by the door that `npm start` goes through, in a process group of its own, as a shell or a service does. */
function start() {
  // The program knows every WANGGE_ setting and stops at a foreign one: these two are the tests' own.
  const { WANGGE_PICTURES: _pictures, WANGGE_BROWSER: _browser, ...surroundings } = process.env
  const env = { ...surroundings, WANGGE_DATA: folder, WANGGE_PORT: '0', WANGGE_TOWN: 'none', WANGGE_LOG: 'info' }
  door = spawn(process.execPath, ['tooling/run.mjs', 'start'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const said = { out: '', err: '' }
  door.stdout!.on('data', chunk => (said.out += String(chunk)))
  door.stderr!.on('data', chunk => (said.err += String(chunk)))
  const ended = new Promise<number | null>(resolve => door!.once('close', resolve))
  return { pid: door.pid!, said, ended }
}

/** What the program started and that is still there, its database among it. */
function stillThere(group: number): string[] {
  const lines = execFileSync('ps', ['-ww', '-eo', 'pgid=,args='], { encoding: 'utf8' }).split('\n')
  return lines.filter(line => Number.parseInt(line, 10) === group || line.includes(folder))
}

const troubled = (text: string) => text.split('\n').filter(line => /"level":[456]0/.test(line))

type Moment = (out: string) => boolean | Promise<boolean>
const said: (words: string) => Moment = words => out => out.includes(words)
const initdbWrites: Moment = async () => (await readdir(folder)).some(name => name.startsWith('creating-'))

describe('told to end, and told again, it ends wholly and quietly', () => {
  it.each<[string, Moment, NodeJS.Signals]>([
    ['while its database is being made', initdbWrites, 'SIGTERM'],
    ['before its database has come up', said('database-created'), 'SIGINT'],
    ['while its database is being filled', said('database-provisioned'), 'SIGHUP'],
    ['when it serves', said('/office/'), 'SIGTERM'],
  ])('%s', async (_, moment, signal) => {
    const { pid, said, ended } = start()
    while (!(await moment(said.out))) await sleep(5)
    process.kill(-pid, signal)
    await sleep(20)
    process.kill(-pid, signal)
    expect({ code: await ended, err: said.err, troubled: troubled(said.out) }).toEqual({
      code: 0,
      err: '',
      troubled: [],
    })
    expect(stillThere(pid)).toEqual([])
    expect(await readdir(folder)).not.toContainEqual(expect.stringMatching(/^creating-/))
    await expect(stat(join(pgdata(), 'postmaster.pid'))).rejects.toThrow('ENOENT')
  })

  it('when whoever ends it tells each process of its database as well', async () => {
    const { pid, said, ended } = start()
    while (!said.out.includes('/office/')) await sleep(5)
    const server = (await findPostmaster(pgdata()))!.pid
    const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).split('\n')
    const pairs = lines.map(line => line.trim().split(/\s+/).map(Number))
    for (const one of [-pid, server, ...pairs.filter(([, parent]) => parent === server).map(([own]) => own!)]) {
      process.kill(one, 'SIGTERM')
    }
    expect({ code: await ended, err: said.err, troubled: troubled(said.out) }).toEqual({
      code: 0,
      err: '',
      troubled: [],
    })
    expect(stillThere(pid)).toEqual([])
    await expect(stat(join(pgdata(), 'postmaster.pid'))).rejects.toThrow('ENOENT')
  })
})
