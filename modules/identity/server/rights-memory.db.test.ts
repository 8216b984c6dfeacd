import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { nobody } from '#platform/authz/common/grants.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { IdentityHouse, outcome } from '../testing.ts'
import { createAuthenticator } from './authenticator.ts'
import { IdentityNews } from './identity-news.ts'
import { RightsMemory } from './rights-memory.ts'

const now = '2026-09-01T01:00:00.000Z'
const { db, adminUrl } = await freshDatabase()
const url = db.pool.options.connectionString!
const house = new IdentityHouse(db, now)
await house.furnish()

/** Two processes, each with its memory. */
const news = [new IdentityNews(url), new IdentityNews(url)]
await Promise.all(news.map(one => one.start()))
afterAll(() => Promise.all(news.map(one => one.stop())))
const memories = news.map(one => new RightsMemory(one))
const doors = memories.map(memory => createAuthenticator(db, undefined, memory))

/** Whether the next look is answered from memory; what is asked here is nobody, whom no memory keeps. */
async function remembers(memory: RightsMemory, token: string): Promise<boolean> {
  const sender = { actor: nobody, everyPost: [], sessionId: null, sessionOver: null }
  return (await memory.recall(token, now, async () => sender)).sessionId !== null
}

async function signedIn(login: string): Promise<string> {
  const token = (await house.signIn(login)).token!
  await vi.waitFor(async () => {
    for (const door of doors) await door.who(token, now)
    expect(await Promise.all(memories.map(memory => remembers(memory, token)))).toEqual([true, true])
  })
  return token
}

test('a session that is revoked is refused in every process, and so is one whose rights changed', async () => {
  await house.person('worker', { role: 'grid-worker', grid: '1' })
  const token = await signedIn('worker')
  const desk = await house.signIn('worker')
  const { sessionId } = await house.who(token)
  expect(outcome(await house.call('identity.revoke-session', { sessionId: sessionId! }, desk))).toBe('done')
  await vi.waitFor(async () => {
    for (const door of doors) expect((await door.who(token, now)).sessionOver?.code).toBe('identity/session-ended')
  })
})

test('where the command was carried out it counts at once', async () => {
  await house.person('here', { role: 'grid-worker', grid: '1' })
  const token = await signedIn('here')
  doors[0]!.after?.('identity.revoke-session')
  expect(await remembers(memories[0]!, token)).toBe(false)
  doors[1]!.after?.('cases.report')
  expect(await remembers(memories[1]!, token)).toBe(true)
})

test('a changed role is asked anew; a use of the session is not', async () => {
  await house.person('changed', { role: 'grid-worker', grid: '1' })
  const token = await signedIn('changed')
  await sql`update identity.session set last_seen_at = ${now}::timestamptz`.execute(db.read())
  expect(await remembers(memories[0]!, token)).toBe(true)
  await sql`delete from identity.role_permission where role_code = 'grid-worker' and permission = ${newId()}`.execute(
    db.read(),
  )
  await vi.waitFor(async () => expect(await remembers(memories[0]!, token)).toBe(false))
})

test('an answer holds for seconds only', async () => {
  await house.person('later', { role: 'grid-worker', grid: '1' })
  const token = await signedIn('later')
  const asked = vi.fn(async () => house.who(token))
  await memories[0]!.recall(token, '2026-09-01T01:00:04.999Z', asked)
  expect(asked).not.toHaveBeenCalled()
  await memories[0]!.recall(token, '2026-09-01T01:00:05.000Z', asked)
  expect(asked).toHaveBeenCalledOnce()
})

test('what changed while it was being asked is not remembered; nothing is while the database is not heard', async () => {
  await house.person('meanwhile', { role: 'grid-worker', grid: '1' })
  const token = await signedIn('meanwhile')
  const [memory] = memories
  memory!.forget()
  await memory!.recall(token, now, async () => {
    memory!.forget()
    return house.who(token)
  })
  expect(await remembers(memory!, token)).toBe(false)
  await signedInAgain(token)
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(
    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'wangge-rights'",
  )
  await admin.end()
  await vi.waitFor(async () => expect(await remembers(memory!, token)).toBe(false))
  await vi.waitFor(() => signedInAgain(token), { timeout: 10_000 })
})

async function signedInAgain(token: string): Promise<void> {
  await doors[0]!.who(token, now)
  expect(await remembers(memories[0]!, token)).toBe(true)
}
