import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { joinDatabase, type OpenedDatabase, openDatabase } from '../open-database.ts'
import { prepareBinaries } from './binaries.ts'
import { findPostmaster, isPostmaster } from './postmaster.ts'
import { extensions, withConnection } from './provisioning.ts'
import { chooseServerAccount } from './server-account.ts'

// Each test has a data directory of its own, and real servers in it. Whatever a test leaves running is found by its
// lock file and ended by its number.

const isRoot = process.getuid?.() === 0
let folder: string
let dataDirectory: string
let events: string[]
let programs: ChildProcess[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wangge-launcher-'))
  await chmod(folder, 0o755)
  dataDirectory = join(folder, 'data')
  events = []
  programs = []
})

afterEach(async () => {
  for (const program of programs) program.kill('SIGKILL')
  const left = await serverPid()
  if (left) await killServer(left)
  await rm(folder, { recursive: true, force: true, maxRetries: 10 })
})

const pgdata = () => join(dataDirectory, 'cluster', 'pgdata')
const serverPid = async () => (await findPostmaster(pgdata()))?.pid
const open = () => openDatabase({ dataDirectory, log: event => void events.push(event) })
const query = (url: string, sql: string, values: unknown[] = []) =>
  withConnection(url, async client => (await client.query(sql, values)).rows)

async function killServer(pid: number) {
  // The server leads its own process group, so this reaches every backend at once.
  process.kill(-pid, 'SIGKILL')
  while (await isPostmaster(pid, pgdata())) await sleep(10)
}

/** Another program that opens the same data directory and holds it until it is told to end. */
async function startProgram(options: { uid?: number; place?: string } = {}) {
  const door = new URL('../open-database.ts', import.meta.url).href
  const source = `
    import { openDatabase } from ${JSON.stringify(door)}
    const say = message => console.log(JSON.stringify(message))
    try {
      const opened = await openDatabase({ dataDirectory: ${JSON.stringify(options.place ?? dataDirectory)} })
      process.on('SIGTERM', () => opened.stop().then(() => process.exit()))
      say({ opened })
    } catch (error) {
      say({ refused: error.code ?? String(error), message: error.message })
    }`
  const { uid } = options
  const program = spawn(process.execPath, ['--input-type=module-typescript', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: tmpdir(),
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  programs.push(program)
  const firstLine = once(createInterface(program.stdout), 'line')
  return { program, said: firstLine.then(([line]) => JSON.parse(line) as ProgramSaid) }
}

interface ProgramSaid {
  readonly opened?: OpenedDatabase
  readonly refused?: string
  readonly message?: string
}

async function killProgram(program: ChildProcess) {
  const ended = once(program, 'exit')
  program.kill('SIGKILL')
  await ended
}

describe('first start and second start', () => {
  it('makes the database, and finds it again with what was in it', async () => {
    const first = await open()
    expect(first.kind).toBe('embedded')
    expect(events).toEqual(['database-created', 'database-started', 'database-provisioned'])
    await query(first.migratorUrl, 'create table kept (word text); ')
    await query(first.migratorUrl, `insert into kept values ('网格')`)
    await first.stop()
    expect(await serverPid()).toBeUndefined()

    events.length = 0
    const second = await open()
    expect(events).toEqual(['database-started'])
    expect(await query(second.migratorUrl, 'select word from kept')).toEqual([{ word: '网格' }])
    await second.stop()
  })

  it('gives the app a login that grants bind, and the migrator one that owns the database', async () => {
    const opened = await open()
    const powers = `select current_user::text as who, rolsuper or rolcreaterole or rolcreatedb or rolbypassrls as strong,
                           pg_has_role('wangge_app', 'usage') as in_group, pg_has_role('wangge_owner', 'member') as owner
                      from pg_roles where rolname = current_user`
    expect(await query(opened.appUrl, powers)).toEqual([
      { who: 'wangge_app_login', strong: false, in_group: true, owner: false },
    ])
    await expect(query(opened.appUrl, 'create schema mine')).rejects.toThrow('permission denied')
    await expect(query(opened.appUrl, 'create table public.mine ()')).rejects.toThrow('permission denied')
    await expect(query(opened.appUrl, 'set role wangge_owner')).rejects.toThrow('permission denied')
    await query(opened.migratorUrl, 'create schema cases')

    // A database that the owner makes has the extensions too; it could not install them all by itself.
    await query(opened.migratorUrl, 'create database another')
    for (const database of ['wangge', 'another']) {
      const url = opened.migratorUrl.replace(/wangge$/, database)
      const names = await query(url, 'select extname from pg_extension order by 1')
      expect(names.map(row => row.extname)).toEqual([...extensions, 'plpgsql'].sort())
      expect(await query(url, `select cardinality(show_trgm('社区网格')) > 0 as works`)).toEqual([{ works: true }])
    }
    await opened.stop()
  })

  it('is durable, listens on loopback only, and lets nobody in without a password', async () => {
    const opened = await open()
    const settings = await query(
      opened.appUrl,
      `select name, setting from pg_settings where name in
         ('fsync', 'full_page_writes', 'synchronous_commit', 'server_encoding', 'listen_addresses',
          'log_statement', 'log_parameter_max_length') order by name`,
    )
    expect(Object.fromEntries(settings.map(row => [row.name, row.setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      listen_addresses: '127.0.0.1',
      server_encoding: 'UTF8',
      log_statement: 'none',
      log_parameter_max_length: '0',
    })
    const wrong = new URL(opened.adminUrl ?? '')
    wrong.password = 'guess'
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed')
    const secrets = await stat(join(dataDirectory, 'cluster', 'secrets.json'))
    expect(secrets.mode & 0o777).toBe(0o600)
    await opened.stop()
  })

  it('writes neither passwords nor data into its log', async () => {
    const opened = await open()
    await query(opened.migratorUrl, 'create table person (id_number text primary key)')
    const insert = () => query(opened.migratorUrl, `insert into person values ('110101199003070011')`)
    await insert()
    await expect(insert()).rejects.toThrow('duplicate key')
    await opened.stop()
    const log = await readFile(join(dataDirectory, 'cluster', 'server.log'), 'utf8')
    expect(log).toContain('duplicate key')
    expect(log).not.toContain('110101199003070011')
    for (const url of [opened.appUrl, opened.migratorUrl, opened.adminUrl ?? '']) {
      expect(log).not.toContain(new URL(url).password)
    }
  })
})

describe('a second program', () => {
  it('is refused with a sentence while the first goes on', async () => {
    const { said } = await startProgram()
    const { opened } = await said
    await expect(open()).rejects.toMatchObject({
      code: 'second-program',
      message: expect.stringMatching(/另一个程序正在使用[^]*Another program is using/),
    })
    expect(await query(opened?.appUrl ?? '', 'select 1 as up')).toEqual([{ up: 1 }])
  })

  it('is refused too when both start at the same moment on a new directory', async () => {
    const pair = await Promise.all([startProgram(), startProgram()])
    const said = await Promise.all(pair.map(program => program.said))
    expect(said.filter(one => one.opened)).toHaveLength(1)
    expect(said.filter(one => one.refused).map(one => one.refused)).toEqual(['second-program'])
  })

  it('may join for a while without becoming the one that holds the server', async () => {
    const { program, said } = await startProgram()
    const { opened } = await said
    const joined = await joinDatabase({ dataDirectory })
    expect(joined.appUrl).toBe(opened?.appUrl)
    await joined.stop()
    expect(await query(joined.appUrl, 'select 1 as up')).toEqual([{ up: 1 }])
    const ended = once(program, 'exit')
    program.kill('SIGTERM')
    await ended
    expect(await serverPid()).toBeUndefined()
  })
})

describe('after kill -9', () => {
  it('of the program alone: the next one attaches to the server that lives on', async () => {
    const { program, said } = await startProgram()
    const { opened } = await said
    const pid = await serverPid()
    await killProgram(program)
    expect(await serverPid()).toBe(pid)

    const next = await open()
    expect(events).toEqual(['database-attached'])
    expect(next.appUrl).toBe(opened?.appUrl)
    await next.stop()
    expect(await serverPid()).toBeUndefined()
  })

  it('of everything: every acknowledged row is there', async () => {
    const { program, said } = await startProgram()
    const { opened } = await said
    await query(opened?.migratorUrl ?? '', 'create table written (n int primary key)')
    const writer = new Client({ connectionString: opened?.migratorUrl })
    writer.on('error', () => undefined)
    await writer.connect()
    let acknowledged = 0
    const writing = (async () => {
      for (;;) {
        await writer.query('insert into written values ($1)', [acknowledged + 1])
        acknowledged++
      }
    })()
    while (acknowledged < 50) await sleep(5)
    const interrupted = expect(writing).rejects.toThrow()
    await Promise.all([killServer((await serverPid()) ?? 0), killProgram(program)])
    await interrupted

    const next = await open()
    const [row] = await query(next.migratorUrl, 'select count(*)::int as rows, max(n) as highest from written')
    expect(row.rows).toBe(row.highest)
    expect(row.rows).toBeGreaterThanOrEqual(acknowledged)
    await next.stop()
  })

  it('of the server alone: it comes back under the same address', async () => {
    const opened = await open()
    await killServer((await serverPid()) ?? 0)
    while (!events.includes('database-recovered')) await sleep(20)
    expect(await query(opened.appUrl, 'select 1 as up')).toEqual([{ up: 1 }])
    await expect(open()).rejects.toMatchObject({ code: 'second-program' })
    await opened.stop()
    expect(await serverPid()).toBeUndefined()
  })

  it('and a restart of the machine: the number in the lock file belongs to somebody else now', async () => {
    await (await open()).stop()
    const account = await chooseServerAccount(pgdata())
    const stranger = spawn('sleep', ['600'], account ? { uid: account.uid, gid: account.gid } : {})
    programs.push(stranger)
    await once(stranger, 'spawn')
    const lockFile = join(pgdata(), 'postmaster.pid')
    await writeFile(
      lockFile,
      `${stranger.pid}\n${pgdata()}\n1700000000\n5432\n\n127.0.0.1\n  1234567    1234567\nready   \n`,
    )
    if (account) await chown(lockFile, account.uid, account.gid)

    const opened = await open()
    expect(await query(opened.appUrl, 'select 1 as up')).toEqual([{ up: 1 }])
    expect(stranger.exitCode).toBeNull()
    await opened.stop()
  })

  it('and a power cut that left the lock file empty', async () => {
    await (await open()).stop()
    await writeFile(join(pgdata(), 'postmaster.pid'), '')
    const opened = await open()
    expect(await query(opened.appUrl, 'select 1 as up')).toEqual([{ up: 1 }])
    await opened.stop()
  })
})

describe('a first start that was killed', () => {
  const moments: Record<string, () => Promise<boolean>> = {
    'as initdb begins': async () => (await halfMade()).length > 0,
    'as initdb is writing': async () => {
      const [half] = await halfMade()
      return half !== undefined && (await exists(join(dataDirectory, half, 'pgdata', 'PG_VERSION')))
    },
    'before roles are made': () => exists(join(dataDirectory, 'cluster')),
    'as the server comes up': async () => (await serverPid()) !== undefined,
  }
  const halfMade = async () =>
    (await readdir(dataDirectory).catch(() => [])).filter(name => name.startsWith('creating-'))
  const exists = (place: string) =>
    stat(place).then(
      () => true,
      () => false,
    )

  it.each(Object.keys(moments))('%s: the next start completes it', async moment => {
    const { program, said } = await startProgram()
    said.catch(() => undefined)
    while (!(await moments[moment]?.())) await sleep(1)
    await killProgram(program)
    const left = await serverPid()
    if (left) await killServer(left)

    const opened = await open()
    expect(await query(opened.appUrl, `select show_trgm('网格') is not null as works`)).toEqual([{ works: true }])
    expect(await query(opened.migratorUrl, 'select current_user::text as who')).toEqual([{ who: 'wangge_owner' }])
    await opened.stop()
  })
})

describe('what a person has to mend', () => {
  it.each([
    ['19', 'newer-data-directory', /更新的 PostgreSQL 19[^]*newer PostgreSQL 19/],
    ['14', 'older-data-directory', /较旧的 PostgreSQL 14[^]*older PostgreSQL 14/],
  ])('a data directory of PostgreSQL %s', async (version, code, sentence) => {
    await (await open()).stop()
    const ours = await readFile(join(pgdata(), 'PG_VERSION'), 'utf8')
    await writeFile(join(pgdata(), 'PG_VERSION'), `${version}\n`)
    await expect(open()).rejects.toMatchObject({ code, message: expect.stringMatching(sentence) })
    // It was not touched.
    await writeFile(join(pgdata(), 'PG_VERSION'), ours)
    await (await open()).stop()
  })

  it('a data directory with something missing', async () => {
    await (await open()).stop()
    const file = join(dataDirectory, 'cluster', 'secrets.json')
    const text = await readFile(file, 'utf8')
    await rm(file)
    await expect(open()).rejects.toMatchObject({ code: 'damaged-data-directory' })
    await writeFile(file, text.replace(/"admin": "\w+"/, '"admin": "another"'))
    await expect(open()).rejects.toMatchObject({ code: 'damaged-data-directory' })
    expect(await serverPid()).toBeUndefined()
  })

  it('a data directory that belongs to another user', async () => {
    await mkdir(dataDirectory, { mode: 0o700 })
    if (isRoot) {
      const nobody = await chooseServerAccount(pgdata())
      const { said } = await startProgram(nobody ? { uid: nobody.uid } : {})
      expect(await said).toMatchObject({
        refused: 'wrong-permissions',
        message: expect.stringContaining(dataDirectory),
      })
      return
    }
    await chmod(dataDirectory, 0o500)
    await expect(open()).rejects.toMatchObject({ code: 'wrong-permissions' })
    await chmod(dataDirectory, 0o700)
  })

  it.skipIf(!isRoot)('a parent folder that the server’s user may not enter (root only)', async () => {
    await chmod(folder, 0o700)
    await expect(open()).rejects.toMatchObject({
      code: 'wrong-permissions',
      message: expect.stringContaining(`chmod o+x ${folder}`),
    })
  })

  it.skipIf(!canMount())(
    'a full disk, at the first start and at a later one (needs mount: root, CAP_SYS_ADMIN)',
    async () => {
      await mkdir(dataDirectory)
      const mount = (...options: string[]) => execFileSync('mount', [...options, dataDirectory])
      mount('-t', 'tmpfs', '-o', 'size=100m', 'tmpfs')
      try {
        const full = { code: 'disk-full', message: expect.stringMatching(/磁盘已满[^]*disk is full/) }
        await expect(open()).rejects.toMatchObject(full)
        expect(await readdir(dataDirectory)).toEqual([])

        mount('-o', 'remount,size=300m')
        const opened = await open()
        await query(opened.migratorUrl, 'create table kept ()')
        await opened.stop()
        await writeFile(join(dataDirectory, 'ballast'), Buffer.alloc(240 * 1024 * 1024)).catch(() => undefined)
        await expect(open()).rejects.toMatchObject(full)
        await rm(join(dataDirectory, 'ballast'))
        const again = await open()
        expect(await query(again.migratorUrl, 'select * from kept')).toEqual([])
        await again.stop()
      } finally {
        execFileSync('umount', ['-l', dataDirectory])
      }
    },
  )
})

function canMount() {
  if (!isRoot) return false
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    execFileSync('umount', ['/mnt'])
    return true
  } catch {
    return false
  }
}

it('works where the package cannot be written and its install script was not run', async () => {
  // Another package folder, without links, that the program may only read: as in an image built with --ignore-scripts.
  const { postgres } = await prepareBinaries(folder, undefined)
  const packaged = join(folder, 'package', 'native')
  await mkdir(packaged, { recursive: true })
  execFileSync('cp', ['-r', `${join(postgres, '..', '..')}/.`, packaged])
  execFileSync('find', [join(packaged, 'lib'), '-maxdepth', '1', '-type', 'l', '-delete'])
  expect(() => execFileSync(join(packaged, 'bin', 'postgres'), ['--version'], { stdio: 'pipe' })).toThrow('shared lib')
  execFileSync('chmod', ['-R', 'a-w', packaged])

  const nobody = await chooseServerAccount(pgdata())
  const dataArea = join(folder, 'area')
  await mkdir(dataArea)
  if (nobody) await chown(dataArea, nobody.uid, nobody.gid)
  const binaries = new URL('./binaries.ts', import.meta.url).href
  const source = `
    import { makeRunnable } from ${JSON.stringify(binaries)}
    console.log(JSON.stringify(await makeRunnable(${JSON.stringify(packaged)}, ${JSON.stringify(dataArea)})))`
  const printed = execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', source], {
    cwd: tmpdir(),
    encoding: 'utf8',
    ...(nobody ? { uid: nobody.uid, gid: nobody.gid } : {}),
  })
  expect(JSON.parse(printed)).toMatchObject({
    major: 18,
    libraryPath: expect.stringContaining(join(dataArea, 'libraries')),
  })
})
