import { once } from 'node:events'
import { chmod, chown, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareBinaries } from './binaries.ts'
import { readCluster } from './cluster.ts'
import { endProgram, newTrial, query, type Trial } from './launcher-trial.ts'
import { launchPostmaster } from './postmaster.ts'
import { chooseServerAccount } from './server-account.ts'
import { serverSettings } from './server-settings.ts'

let trial: Trial
beforeEach(async () => {
  trial = await newTrial()
})
afterEach(() => trial.end())

describe('after kill -9', () => {
  it('of the program alone: the next one attaches to the server that lives on', async () => {
    const { program, said } = trial.startProgram()
    const { opened } = await said
    const pid = await trial.serverPid()
    await endProgram(program, 'SIGKILL')
    expect(await trial.serverPid()).toBe(pid)

    const next = await trial.open()
    expect(trial.events).toEqual(['database-attached'])
    expect(next.appUrl).toBe(opened?.appUrl)
    await next.stop()
    expect(await trial.serverPid()).toBeUndefined()
  })

  it('of a program with other settings or an older PostgreSQL: its server is started afresh', async () => {
    await (await trial.open()).stop()
    const account = await chooseServerAccount(trial.pgdata)
    const binaries = await prepareBinaries(trial.dataDirectory, account)
    const settings = { ...(await serverSettings('throw-away')), cluster_name: 'wangge-older' }
    const older = await launchPostmaster({
      cluster: await readCluster(trial.dataDirectory),
      binaries,
      account,
      settings,
    })
    trial.events.length = 0
    const opened = await trial.open()
    expect(trial.events).toEqual(['database-restarting', 'database-started'])
    expect(await trial.serverPid()).not.toBe(older.pid)
    expect(await query(opened.appUrl, 'show fsync')).toEqual([{ fsync: 'on' }])
    await opened.stop()
  })

  it('of everything: every acknowledged row is there', async () => {
    const { program, said } = trial.startProgram()
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
    await Promise.all([trial.killServer(), endProgram(program, 'SIGKILL')])
    await interrupted

    const next = await trial.open()
    const [row] = await query(next.migratorUrl, 'select count(*)::int as rows, max(n) as highest from written')
    expect(row.rows).toBe(row.highest)
    expect(row.rows).toBeGreaterThanOrEqual(acknowledged)
    await next.stop()
  })

  it('of the server alone: it comes back under the same address', async () => {
    const opened = await trial.open()
    await trial.killServer()
    while (!trial.events.includes('database-recovered')) await sleep(20)
    expect(await query(opened.appUrl, 'select 1 as up')).toEqual([{ up: 1 }])
    await expect(trial.open()).rejects.toMatchObject({ code: 'second-program' })
    await opened.stop()
    expect(await trial.serverPid()).toBeUndefined()
  })

  it('of the server alone, which cannot come back yet: it says so once, and is back when it can', async () => {
    const opened = await trial.open()
    await chmod(trial.pgdata, 0o000)
    await trial.killServer()
    while (!trial.events.includes('database-lost')) await sleep(20)
    await chmod(trial.pgdata, 0o700)
    while (!trial.events.includes('database-recovered')) await sleep(20)
    expect(trial.events.filter(event => event === 'database-lost')).toHaveLength(1)
    await opened.stop()
    expect(await trial.serverPid()).toBeUndefined()
  })

  it('and a restart of the machine: the number in the lock file belongs to somebody else now', async () => {
    await (await trial.open()).stop()
    const account = await chooseServerAccount(trial.pgdata)
    const stranger = trial.start('sleep', ['600'], account ? { uid: account.uid, gid: account.gid } : {})
    await once(stranger, 'spawn')
    const lockFile = join(trial.pgdata, 'postmaster.pid')
    await writeFile(
      lockFile,
      `${stranger.pid}\n${trial.pgdata}\n1700000000\n5432\n\n127.0.0.1\n  1234567    1234567\nready   \n`,
    )
    if (account) await chown(lockFile, account.uid, account.gid)

    const opened = await trial.open()
    expect(await query(opened.appUrl, 'select 1 as up')).toEqual([{ up: 1 }])
    expect(stranger.exitCode).toBeNull()
    await opened.stop()
  })

  it('and a power cut that left the lock file empty', async () => {
    await (await trial.open()).stop()
    await writeFile(join(trial.pgdata, 'postmaster.pid'), '')
    const opened = await trial.open()
    expect(await query(opened.appUrl, 'select 1 as up')).toEqual([{ up: 1 }])
    await opened.stop()
  })
})

describe('a first start that was killed', () => {
  const moments: Record<string, () => Promise<boolean>> = {
    'as initdb begins': async () => (await halfMade()).length > 0,
    'as initdb is writing': async () => {
      const [half] = await halfMade()
      return half !== undefined && (await exists(join(trial.dataDirectory, half, 'pgdata', 'PG_VERSION')))
    },
    'before roles are made': () => exists(join(trial.dataDirectory, 'cluster')),
    'as the server comes up': async () => (await trial.serverPid()) !== undefined,
  }
  const halfMade = async () =>
    (await readdir(trial.dataDirectory).catch(() => [])).filter(name => name.startsWith('creating-'))
  const exists = (place: string) =>
    stat(place).then(
      () => true,
      () => false,
    )

  it.each(Object.keys(moments))('%s: the next start completes it', async moment => {
    const { program, said } = trial.startProgram()
    said.catch(() => undefined)
    while (!(await moments[moment]?.())) await sleep(1)
    await endProgram(program, 'SIGKILL')
    await trial.killServer()

    const opened = await trial.open()
    expect(await query(opened.appUrl, `select show_trgm('网格') is not null as works`)).toEqual([{ works: true }])
    expect(await query(opened.migratorUrl, 'select current_user::text as who')).toEqual([{ who: 'wangge_owner' }])
    await opened.stop()
  })
})
