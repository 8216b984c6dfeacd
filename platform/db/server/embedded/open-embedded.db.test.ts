import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { joinDatabase } from '../open-database.ts'
import { endProgram, newTrial, query, type Trial } from './launcher-trial.ts'
import { extensions } from './provisioning.ts'

let trial: Trial
beforeEach(async () => {
  trial = await newTrial()
})
afterEach(() => trial.end())

describe('first start and second start', () => {
  it('makes the database, and finds it again with what was in it', async () => {
    const first = await trial.open()
    expect(first.kind).toBe('embedded')
    expect(trial.events).toEqual(['database-created', 'database-started', 'database-provisioned'])
    await query(first.migratorUrl, 'create table kept (word text); ')
    await query(first.migratorUrl, `insert into kept values ('网格')`)
    await first.stop()
    expect(await trial.serverPid()).toBeUndefined()

    trial.events.length = 0
    const second = await trial.open()
    expect(trial.events).toEqual(['database-started'])
    expect(await query(second.migratorUrl, 'select word from kept')).toEqual([{ word: '网格' }])
    await second.stop()
  })

  it('gives the app a login that grants bind, and the migrator one that owns the database', async () => {
    const opened = await trial.open()
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
    const opened = await trial.open()
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
    const secrets = await stat(join(trial.dataDirectory, 'cluster', 'secrets.json'))
    expect(secrets.mode & 0o777).toBe(0o600)
    await opened.stop()
  })

  it('writes neither passwords nor data into its log', async () => {
    const opened = await trial.open()
    await query(opened.migratorUrl, 'create table person (id_number text primary key)')
    const insert = () => query(opened.migratorUrl, `insert into person values ('110101199003070011')`)
    await insert()
    await expect(insert()).rejects.toThrow('duplicate key')
    await opened.stop()
    const log = await readFile(join(trial.dataDirectory, 'cluster', 'server.log'), 'utf8')
    expect(log).toContain('duplicate key')
    expect(log).not.toContain('110101199003070011')
    for (const url of [opened.appUrl, opened.migratorUrl, opened.adminUrl ?? '']) {
      expect(log).not.toContain(new URL(url).password)
    }
  })
})

describe('a second program', () => {
  it('is refused with a sentence while the first goes on', async () => {
    const { said } = trial.startProgram()
    const { opened } = await said
    await expect(trial.open()).rejects.toMatchObject({
      code: 'second-program',
      message: expect.stringMatching(/另一个程序正在使用[^]*Another program is using/),
    })
    expect(await query(opened?.appUrl ?? '', 'select 1 as up')).toEqual([{ up: 1 }])
  })

  it('is refused too when both start at the same moment on a new directory', async () => {
    const pair = [trial.startProgram(), trial.startProgram()]
    const said = await Promise.all(pair.map(program => program.said))
    expect(said.filter(one => one.opened)).toHaveLength(1)
    expect(said.filter(one => one.refused).map(one => one.refused)).toEqual(['second-program'])
  })

  it('may join for a while without becoming the one that holds the server', async () => {
    const { program, said } = trial.startProgram()
    const { opened } = await said
    const joined = await joinDatabase({ dataDirectory: trial.dataDirectory })
    expect(joined.appUrl).toBe(opened?.appUrl)
    await joined.stop()
    expect(await query(joined.appUrl, 'select 1 as up')).toEqual([{ up: 1 }])
    await endProgram(program, 'SIGTERM')
    expect(await trial.serverPid()).toBeUndefined()
  })
})
