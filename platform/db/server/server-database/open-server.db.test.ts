import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extensions, withConnection } from '../embedded/provisioning.ts'
import { type ScratchServer, startScratchServer } from '../embedded/scratch-server.ts'
import { DatabaseUnsuitable, openDatabase } from '../open-database.ts'
import { setUpScript } from './lacks.ts'

// A server of its own, emptied of what the launcher put there: it stands for a server that somebody else administers.

let server: ScratchServer
let adminUrl: string
const asAdmin = <R>(work: (admin: Client) => Promise<R>, database = 'postgres') =>
  withConnection(address(new URL(adminUrl).username, new URL(adminUrl).password, database), work)

beforeAll(async () => {
  server = await startScratchServer()
  adminUrl = server.adminUrl
  await asAdmin(async admin => {
    await admin.query('drop database wangge')
    for (const role of ['wangge_app_login', 'wangge_app', 'wangge_owner']) await admin.query(`drop role ${role}`)
  })
  await asAdmin(admin => dropExtensions(admin), 'template1')
  await run(setUpScript.replaceAll('…', 'pw'))
})

afterAll(() => server?.stop())

async function run(script: string, database?: string) {
  await asAdmin(async admin => {
    // One by one: a database is not created inside a transaction, which several statements in one text would be.
    for (const statement of script.split(';')) if (statement.trim()) await admin.query(statement)
  }, database)
}

async function dropExtensions(admin: Client) {
  for (const name of extensions) await admin.query(`drop extension if exists ${name}`)
}

function address(user: string, password: string, database: string) {
  const url = new URL(adminUrl)
  return `postgres://${user}:${password}@127.0.0.1:${url.port}/${database}`
}

/** A fit database with logins of its own, which a test then spoils. */
async function makePlace(spoil: (place: { db: string; app: string; owner: string }) => string = () => '') {
  const id = randomBytes(4).toString('hex')
  const place = { db: `d_${id}`, app: `app_${id}`, owner: `owner_${id}` }
  await run(`create role ${place.app} login password 'pw' in role wangge_app;
             create role ${place.owner} login password 'pw';
             create database ${place.db} owner ${place.owner} template template0`)
  await run(spoil(place), place.db)
  const databaseUrl = address(place.app, 'pw', place.db)
  const migratorUrl = address(place.owner, 'pw', place.db)
  return { ...place, databaseUrl, migratorUrl }
}

const open = (urls: { databaseUrl?: string; migratorUrl?: string }) =>
  openDatabase({ dataDirectory: '/nowhere', ...urls })

async function lacksOf(urls: { databaseUrl?: string; migratorUrl?: string }) {
  const refusal = await open(urls).then(
    () => new DatabaseUnsuitable([]),
    error => error,
  )
  if (!(refusal instanceof DatabaseUnsuitable)) throw refusal
  expect(refusal.message).not.toContain(':pw@')
  return refusal.lacks
}

describe('a fit server', () => {
  it('is one that was made by the lines the program prints', async () => {
    const databaseUrl = address('wangge_app_login', 'pw', 'wangge')
    const migratorUrl = address('wangge_owner', 'pw', 'wangge')
    const opened = await open({ databaseUrl, migratorUrl })
    expect(opened).toMatchObject({ kind: 'server', appUrl: databaseUrl, migratorUrl })
    expect(opened.adminUrl).toBeUndefined()
    // The trusted extensions were added by the migrator itself.
    const names = await withConnection(
      migratorUrl,
      async owner => (await owner.query('select extname from pg_extension')).rows,
    )
    expect(names.map(row => row.extname)).toEqual(expect.arrayContaining([...extensions]))
    await opened.stop()
    expect((await open({ databaseUrl, migratorUrl })).kind).toBe('server')
  })

  it('may be opened by several programs at once', async () => {
    const place = await makePlace()
    const opened = await Promise.all([open(place), open(place), open(place)])
    expect(opened.map(one => one.kind)).toEqual(['server', 'server', 'server'])
  })
})

describe('addresses', () => {
  it('come in pairs', async () => {
    const place = await makePlace()
    await expect(open({ databaseUrl: place.databaseUrl })).rejects.toMatchObject({
      code: 'settings-incomplete',
      message: expect.stringContaining('DATABASE_MIGRATOR_URL is missing'),
    })
    await expect(open({ migratorUrl: place.migratorUrl })).rejects.toMatchObject({
      code: 'settings-incomplete',
      message: expect.stringContaining('DATABASE_URL is missing'),
    })
  })

  it('that do not lead anywhere are both named', async () => {
    const lacks = await lacksOf({
      databaseUrl: 'postgres://app:pw@127.0.0.1:1/wangge',
      migratorUrl: 'mysql://owner:pw@127.0.0.1/wangge',
    })
    expect(lacks.map(one => one.code)).toEqual(['cannot-connect', 'bad-address'])
    expect(lacks[0]?.text.en).toContain('127.0.0.1:1/wangge (ECONNREFUSED)')
  })

  it('with a wrong password, an unknown database, or two different databases', async () => {
    const place = await makePlace()
    const other = await makePlace()
    const wrong = address(place.app, 'guess', place.db)
    expect(await lacksOf({ ...place, databaseUrl: wrong })).toMatchObject([{ code: 'wrong-password' }])
    const unknown = address(place.owner, 'pw', 'nothing_here')
    expect(await lacksOf({ ...place, migratorUrl: unknown })).toMatchObject([{ code: 'no-database' }])
    const apart = await lacksOf({ ...place, databaseUrl: address(place.app, 'pw', other.db) })
    expect(apart.map(one => one.code)).toEqual(['different-databases'])
  })
})

describe('each lack has its sentence', () => {
  type Place = { db: string; app: string; owner: string }
  const spoiled: [string, (place: Place) => string, RegExp][] = [
    ['app-too-powerful', ({ app }) => `alter role ${app} superuser`, /superuser/],
    ['app-too-powerful', ({ app }) => `alter role ${app} bypassrls createrole`, /createrole, bypassrls/],
    ['app-owns-tables', ({ app }) => `create table mine (); alter table mine owner to ${app}`, /public\.mine/],
    [
      'app-may-create',
      ({ app }) => `create schema cases; grant create on schema cases to ${app}`,
      /on schema cases from/,
    ],
    ['app-may-create', () => 'grant create on schema public to public', /on schema public from/],
    ['app-may-create', ({ db }) => `grant create on database ${db} to wangge_app`, /on database/],
    ['app-is-migrator', ({ app, owner }) => `grant ${owner} to ${app}`, /rewrite audit entries/],
    ['app-outside-group', ({ app }) => `revoke wangge_app from ${app}`, /grant wangge_app to app_/],
  ]

  it.each(spoiled)('%s', async (code, spoil, sentence) => {
    const place = await makePlace(spoil)
    const lacks = await lacksOf(place)
    expect(lacks.map(one => one.code)).toEqual([code])
    expect(lacks[0]?.text.en).toMatch(sentence)
  })

  it('app-is-migrator: one login for both', async () => {
    const place = await makePlace()
    const lacks = await lacksOf({ databaseUrl: place.migratorUrl, migratorUrl: place.migratorUrl })
    expect(lacks.map(one => one.code)).toContain('app-is-migrator')
  })

  it('migrator-may-not-create, and then not the extensions either', async () => {
    const place = await makePlace(({ db }) => `alter database ${db} owner to current_user`)
    const lacks = await lacksOf(place)
    expect(lacks.map(one => one.code)).toEqual(['migrator-may-not-create', ...extensions.map(() => 'no-extension')])
    expect(lacks[1]?.text.en).toMatch(/administrator run create extension/)
  })

  it('an encoding or a locale in which Chinese cannot be searched', async () => {
    const place = await makePlace(
      ({ db, owner }) => `create database ${db}_c owner ${owner} encoding 'UTF8' locale 'C' template template0;
      create database ${db}_a owner ${owner} encoding 'SQL_ASCII' locale 'C' template template0`,
    )
    const at = (database: string) => ({
      databaseUrl: address(place.app, 'pw', database),
      migratorUrl: address(place.owner, 'pw', database),
    })
    expect((await lacksOf(at(`${place.db}_c`))).map(one => one.code)).toEqual(['locale-without-chinese'])
    expect((await lacksOf(at(`${place.db}_a`))).map(one => one.code)).toEqual(['not-utf8', 'locale-without-chinese'])
  })

  it('all of them at once', async () => {
    const place = await makePlace(
      ({ app }) => `alter role ${app} createdb; revoke wangge_app from ${app};
      create schema cases; grant create on schema cases to ${app}`,
    )
    const codes = (await lacksOf(place)).map(one => one.code)
    expect(codes).toEqual(['app-too-powerful', 'app-may-create', 'app-outside-group'])
  })
})

describe('what the migrator may mend by itself', () => {
  it('adds the app to the group when it may', async () => {
    const place = await makePlace(
      ({ app, owner }) => `revoke wangge_app from ${app};
      grant wangge_app to ${owner} with admin option`,
    )
    await open(place)
    const member = await withConnection(
      place.databaseUrl,
      async app => (await app.query(`select pg_has_role('wangge_app', 'usage') as member`)).rows,
    )
    expect(member).toEqual([{ member: true }])
  })

  // Last: the group is the server's, not a database's.
  it('makes the group when it may, and says so when it may not', async () => {
    const place = await makePlace()
    await asAdmin(admin => admin.query('alter role wangge_app rename to wangge_app_before'))
    expect((await lacksOf(place)).map(one => one.code)).toEqual(['no-app-group'])
    await run(`alter role ${place.owner} createrole; grant ${place.app} to ${place.owner} with admin option`)
    await open(place)
    const member = await withConnection(
      place.databaseUrl,
      async app => (await app.query(`select pg_has_role('wangge_app', 'usage') as member`)).rows,
    )
    expect(member).toEqual([{ member: true }])
  })
})
