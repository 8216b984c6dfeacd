import type { Transaction } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '#testkit/database.ts'
import { IdentityHouse, outcome, testPassword } from '../../testing.ts'
import { LockWriter } from '../stores/lock-store.ts'
import type { IdentityTables } from '../tables.ts'
import { loginKey } from '../token.ts'

const morning = '2026-09-01T01:00:00.000Z'
const later = (minutes: number) => new Date(Date.parse(morning) + minutes * 60_000).toISOString()
const { db } = await freshDatabase()
const house = new IdentityHouse(db, morning)
const signIn = (login: string, password: string, address = '10.0.0.1') =>
  house.call('identity.sign-in', { login, password }, { address })

beforeAll(() => house.furnish())

describe('signing in', () => {
  test('opens a session whose token is nowhere in the database', async () => {
    const { personId } = await house.person('wang', { role: 'grid-worker', grid: '1.1' })
    const answer = await signIn(' WANG ', testPassword)
    const { token } = (answer as { session: { token: string } }).session
    expect(await house.who(token)).toMatchObject({ actor: { personId }, sessionOver: null })
    const { rows } = await db.pool.query('select s::text as row from identity.session s')
    const { rows: audit } = await db.pool.query('select e::text as row from audit.entry e')
    const written = JSON.stringify([rows, audit])
    expect(written).not.toContain(token)
    expect(JSON.stringify(audit)).not.toContain('wang')
    expect(JSON.stringify(audit)).toContain(personId)
  })

  test('a wrong password and a login that nobody has get the same answer, and both can be locked', async () => {
    await house.person('known')
    const answers = await Promise.all(['known', 'unknown'].map(login => signIn(login, 'Wrong-horse-7')))
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toMatchObject({ code: 'identity/wrong-login', detail: { left: 4 } })
    for (let i = 0; i < 3; i++) await signIn('unknown', 'Wrong-horse-7')
    expect(outcome(await signIn('unknown', 'Wrong-horse-7'))).toBe('identity/locked')
  })

  test('a disabled account looks like a wrong password', async () => {
    const { personId } = await house.person('gone')
    await house.person('sysadmin', { role: 'system-administrator' })
    const admin = await house.signIn('sysadmin')
    expect(outcome(await house.call('identity.disable-account', { personId }, admin))).toBe('done')
    expect(await signIn('gone', testPassword)).toMatchObject({ code: 'identity/wrong-login' })
    expect(outcome(await house.call('identity.enable-account', { personId }, admin))).toBe('done')
    expect(outcome(await signIn('gone', testPassword))).toBe('done')
  })

  test('odd logins are just wrong, not faults', async () => {
    for (const login of ['', "' or 1=1 --", '\u0000x', '<b>', '王'.repeat(200)]) {
      expect(outcome(await signIn(login, testPassword, '10.9.9.9')), login).toBe('identity/wrong-login')
    }
  })
})

describe('locks', () => {
  test('of wrong attempts made at the same moment all count', async () => {
    await house.person('two')
    await Promise.all([signIn('two', 'Wrong-1'), signIn('two', 'Wrong-2')])
    const { rows } = await db.pool.query('select failures from identity.attempt where key = $1', [loginKey('two')])
    expect(rows).toEqual([{ failures: 2 }])
  })

  test('also the very first ones, six at once', async () => {
    const key = { kind: 'login' as const, key: 'six' }
    const count = () =>
      db.unitOfWork((tx: Transaction<IdentityTables>) => new LockWriter(tx, house.settings).countFailure(key, morning))
    const counted = await Promise.all(Array.from({ length: 6 }, count))
    const failures = counted.filter(each => each.wasLockedUntil === null).map(each => each.failures)
    expect(failures.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
  })

  test('a burst of guesses is no way round: five are answered, then even the right one is locked out', async () => {
    await house.person('burst')
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, i) => signIn('burst', `Guess-${i}`)))
    expect(guesses.map(outcome).filter(code => code === 'identity/wrong-login')).toHaveLength(4)
    expect(outcome(await signIn('burst', testPassword))).toBe('identity/locked')
  })

  test('pass with time, come back twice as long, and a success clears them', async () => {
    await house.person('slow')
    for (let i = 0; i < 5; i++) await signIn('slow', 'Wrong')
    expect(await signIn('slow', testPassword)).toMatchObject({ code: 'identity/locked', detail: { minutes: 15 } })
    house.now = later(15)
    expect(await signIn('slow', 'Wrong')).toMatchObject({ code: 'identity/locked', detail: { minutes: 30 } })
    house.now = later(45)
    expect(outcome(await signIn('slow', testPassword))).toBe('done')
    expect(await signIn('slow', 'Wrong')).toMatchObject({ detail: { left: 4 } })
    house.now = morning
  })

  test('an address that tries many logins is locked for all of them, its neighbour is not', async () => {
    const strict = new IdentityHouse(db, morning, { failuresBeforeAddressLock: 6 })
    await house.person('bystander')
    const from = (address: string, login: string, password = 'Wrong') =>
      strict.call('identity.sign-in', { login, password }, { address }).then(outcome)
    for (let i = 0; i < 6; i++) await from('2001:db8:1:2::a', `spray-${i}`)
    expect(await from('2001:db8:1:2::b', 'bystander', testPassword)).toBe('identity/locked')
    expect(await from('2001:db8:1:3::a', 'bystander', testPassword)).toBe('done')
  })

  test('the security administrator sees and lifts them; nobody else may', async () => {
    const { personId } = await house.person('locked')
    await house.person('security', { role: 'security-administrator' })
    const security = await house.signIn('security')
    for (let i = 0; i < 5; i++) await signIn('locked', 'Wrong')
    const page = (await house.call('identity.list-locks', {}, security)) as { rows: { id: string; person: unknown }[] }
    const lock = page.rows.find(row => (row.person as { id: string } | null)?.id === personId)!
    const unlock = (visitor: object) => house.call('identity.unlock', { lockId: lock.id }, visitor).then(outcome)
    expect(await unlock({ token: (await house.signIn('bystander', { address: '10.0.0.2' })).token })).toBe(
      'commands/not-allowed',
    )
    expect(await unlock(security)).toBe('done')
    expect(await unlock(security)).toBe('identity/lock-not-found')
    expect(outcome(await signIn('locked', testPassword))).toBe('done')
  })
})
