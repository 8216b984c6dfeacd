import pg from 'pg'
import { beforeEach, expect, test } from 'vitest'
import { migrationFolders } from '#apps/server/migration-folders.ts'
import { migrate, readMigrations } from '#platform/db/server/migrator.ts'
import { freshDatabase } from '#testkit/database.ts'
import type { RolePermission } from '../common/roles.ts'
import { offerRoles } from './start.ts'
import { RoleReader, RoleWriter } from './stores/role-store.ts'
import type { IdentityTables } from './tables.ts'

const now = '2026-09-01T01:00:00.000Z'
const { db, ownerUrl } = await freshDatabase()

const at = (place: RolePermission['scope'], ...words: string[]) =>
  words.map((permission): RolePermission => ({ permission, scope: place }))
const worker = (...permissions: RolePermission[][]) => [
  { code: 'grid-worker', name: '网格员', permissions: permissions.flat() },
]

/** The owner of the database: what an older program, or a town in its own way, left there. */
async function asOwner(...statements: string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  for (const statement of statements) await owner.query(statement)
  await owner.end()
}

async function rolesNow() {
  const roles = await new RoleReader(db.read<IdentityTables>()).list()
  return Object.fromEntries(
    roles.map(({ code, version, permissions }) => [
      code,
      { version, may: permissions.map(({ permission, scope }) => `${permission} ${scope}`) },
    ]),
  )
}

async function inAudit() {
  const { rows } = await db.pool.query<{ subject_id: string }>(
    `select subject_id from audit.entry where command = 'identity.offer-permissions' and outcome = 'done' order by id`,
  )
  return rows.map(row => row.subject_id)
}

beforeEach(() => asOwner('truncate identity.role_offer, identity.role_permission, identity.role, audit.entry cascade'))

test('a new version gives a role what it is the first to bring, once and on record', async () => {
  await offerRoles(db, worker(at('place', 'cases.report')), now)
  expect(await inAudit(), 'a new role is no change of one').toEqual([])
  const newer = worker(at('place', 'cases.report', 'visits.write'), at('own', 'help.call'))
  await offerRoles(db, newer, now)
  const after = { version: 2, may: ['cases.report place', 'help.call own', 'visits.write place'] }
  expect(await rolesNow()).toEqual({ 'grid-worker': after })
  await offerRoles(db, newer, now)
  expect(await rolesNow()).toEqual({ 'grid-worker': after })
  expect(await inAudit()).toEqual(['grid-worker'])
})

test('what the security administrator took away stays away, and what they gave stays', async () => {
  await offerRoles(db, worker(at('place', 'cases.report', 'visits.write')), now)
  await db.unitOfWork(tx => new RoleWriter(tx).setPermissions('grid-worker', 2, at('unit', 'cases.report'), now))
  await offerRoles(db, worker(at('place', 'cases.report', 'visits.write', 'mediation.write')), now)
  expect(await rolesNow()).toEqual({
    'grid-worker': { version: 3, may: ['cases.report unit', 'mediation.write place'] },
  })
})

test('a role that a town made itself is left as it is', async () => {
  await asOwner(
    `insert into identity.role (code, name, changed_at) values ('river-chief', '河长', now())`,
    `insert into identity.role_permission values ('river-chief', 'cases.read', 'place')`,
  )
  await offerRoles(db, worker(at('own', 'help.call')), now)
  expect(await rolesNow()).toMatchObject({ 'river-chief': { version: 1, may: ['cases.read place'] } })
})

test('two processes that start at once give it once', async () => {
  await offerRoles(db, worker([]), now)
  const newer = worker(at('own', 'help.call'))
  await Promise.all([1, 2, 3, 4].map(() => offerRoles(db, newer, now)))
  expect(await rolesNow()).toEqual({ 'grid-worker': { version: 2, may: ['help.call own'] } })
  expect(await inAudit()).toEqual(['grid-worker'])
})

test('a database from before: untouched roles get all they lack, changed ones only words that are new to the house', async () => {
  await asOwner(
    'drop table identity.role_offer',
    `delete from platform.migration where part = 'identity' and name = '0006-offer-permissions'`,
    `insert into identity.role (code, name, version, changed_at) values
      ('grid-worker', '网格员', 3, now()), ('grid-lead', '网格长', 1, now())`,
    `insert into identity.role_permission values
      ('grid-worker', 'cases.report', 'place'), ('grid-lead', 'diary.write', 'place')`,
  )
  expect(await migrate(ownerUrl, await readMigrations(migrationFolders))).toEqual(['identity/0006-offer-permissions'])
  const permissions = [...at('place', 'cases.report', 'diary.write'), ...at('own', 'help.call')]
  const shipped = [...worker(permissions), { code: 'grid-lead', name: '网格长', permissions }]
  await offerRoles(db, shipped, now)
  expect(await rolesNow()).toEqual({
    'grid-worker': { version: 4, may: ['cases.report place', 'help.call own'] },
    'grid-lead': { version: 2, may: ['cases.report place', 'diary.write place', 'help.call own'] },
  })
  expect(await inAudit()).toEqual(['grid-worker', 'grid-lead'])
})
