import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { freshDatabase } from '#testkit/database.ts'
import { IdentityHouse, outcome, testPassword, type Visitor } from '../testing.ts'
import { codeOf } from './one-time-code.ts'
import { newSetupToken } from './start.ts'

const morning = '2026-09-01T01:00:00.000Z'
const later = (seconds: number) => new Date(Date.parse(morning) + seconds * 1000).toISOString()
const { db } = await freshDatabase()
const house = new IdentityHouse(db, morning)
const me = async (visitor: Visitor) =>
  (await house.call('identity.me', {}, visitor)) as { person: Record<string, unknown>; permissions: string[] }

beforeAll(() => house.furnish({ demo: false }))
beforeEach(() => {
  house.now = morning
})

async function turnOn(visitor: Visitor): Promise<string> {
  const begun = await house.call('identity.begin-totp', { password: testPassword }, visitor)
  if (isRefusal(begun)) throw new Error(begun.code)
  const secret = String(begun.secret)
  const confirmed = await house.call('identity.confirm-totp', { code: codeOf(secret, house.now) }, visitor)
  expect(confirmed).toEqual({ totpOn: true })
  return secret
}

describe('passwords', () => {
  const change = (visitor: Visitor, current: string, next: string) =>
    house.call('identity.change-password', { current, next }, visitor)

  test('are changed with the present one, end other sessions, and none of the last five comes back', async () => {
    await house.person('changer')
    const other = await house.signIn('changer')
    const visitor = await house.signIn('changer')
    expect(outcome(await change(visitor, 'Wrong-horse-7', 'Second-horse-7'))).toBe('identity/wrong-password')
    expect(outcome(await change(visitor, testPassword, 'short'))).toBe('identity/weak-password')
    expect(await change(visitor, testPassword, 'Second-horse-7')).toEqual({ otherSessionsEnded: 1 })
    expect((await house.who(other.token)).sessionOver?.code).toBe('identity/session-ended')
    expect((await house.who(visitor.token)).sessionOver).toBeNull()

    let present = 'Second-horse-7'
    for (const [i, next] of ['Third-horse-7', 'Fourth-horse-7', 'Fifth-horse-7', 'Sixth-horse-7'].entries()) {
      house.now = later(i + 1)
      expect(outcome(await change(visitor, present, next))).toBe('done')
      present = next
    }
    expect(outcome(await change(visitor, present, present))).toBe('identity/password-used-before')
    expect(outcome(await change(visitor, present, 'Second-horse-7'))).toBe('identity/password-used-before')
    house.now = later(9)
    expect(outcome(await change(visitor, present, 'Seventh-horse-7'))).toBe('done')
    house.now = later(10)
    expect(outcome(await change(visitor, 'Seventh-horse-7', 'Second-horse-7')), 'the sixth before').toBe('done')
  })

  test('guessed at an open desk lead to the same lock', async () => {
    await house.person('desk')
    const visitor = await house.signIn('desk')
    for (let i = 0; i < 4; i++) await change(visitor, `Wrong-${i}`, 'Second-horse-7')
    expect(outcome(await change(visitor, 'Wrong-5', 'Second-horse-7'))).toBe('identity/locked')
    expect(outcome(await change(visitor, testPassword, 'Second-horse-7'))).toBe('identity/locked')
  })

  test('past their age must be changed before anything else', async () => {
    const aging = new IdentityHouse(db, morning, { passwordDays: 90 })
    await house.person('old', { role: 'grid-worker', grid: '1' })
    aging.now = '2027-01-01T01:00:00.000Z'
    const visitor = await aging.signIn('old')
    expect(await aging.call('identity.me', {}, visitor)).toMatchObject({
      person: { mustChangePassword: true },
      permissions: [],
    })
  })
})

describe('one-time codes', () => {
  test('are asked for once on, work once, and their secret is sealed', async () => {
    const { personId } = await house.person('careful')
    const visitor = await house.signIn('careful')
    const secret = await turnOn(visitor)
    const { rows } = await db.pool.query('select totp_secret from identity.account where person_id = $1', [personId])
    expect(Buffer.from(rows[0].totp_secret).toString('latin1')).not.toContain(secret)

    house.now = later(60)
    const attempt = (totp?: string) =>
      house
        .call('identity.sign-in', { login: 'careful', password: testPassword, ...(totp ? { totp } : {}) })
        .then(outcome)
    const code = codeOf(secret, house.now)
    expect(await attempt()).toBe('identity/totp-needed')
    expect(await attempt(code === '000000' ? '000001' : '000000')).toBe('identity/wrong-code')
    expect(await attempt(code)).toBe('done')
    expect(await attempt(code), 'a code that was seen is spent').toBe('identity/wrong-code')
    house.now = later(90)
    expect(await attempt(codeOf(secret, house.now))).toBe('done')
  })

  test('a wrong password with a right code is still a wrong login', async () => {
    await house.person('half')
    const secret = await turnOn(await house.signIn('half'))
    house.now = later(60)
    const input = { login: 'half', password: 'Wrong-horse-7', totp: codeOf(secret, house.now) }
    expect(outcome(await house.call('identity.sign-in', input))).toBe('identity/wrong-login')
  })

  test('an administrator without them has no permissions, however the session began', async () => {
    await house.person('admin', { role: 'system-administrator' })
    const visitor = await house.signIn('admin')
    expect(await me(visitor)).toMatchObject({ person: { mustSetUpTotp: true }, permissions: [] })
    expect(outcome(await house.call('identity.list-people', {}, visitor))).toBe('commands/not-allowed')
    await turnOn(visitor)
    expect((await me(visitor)).permissions).toContain('identity.manage-accounts')
    expect(outcome(await house.call('identity.list-people', {}, visitor))).toBe('done')
  })

  test('lost with the phone are turned off by the security administrator alone, who cannot do so for themselves', async () => {
    const { personId } = await house.person('lost')
    await turnOn(await house.signIn('lost'))
    const guard = await house.person('guard', { role: 'security-administrator' })
    const security = await house.signIn('guard')
    await turnOn(security)
    const reset = (id: string) => house.call('identity.reset-totp', { personId: id }, security).then(outcome)
    expect(await reset(guard.personId)).toBe('identity/not-yourself')
    expect(await reset(personId)).toBe('done')
    expect(outcome(await house.call('identity.sign-in', { login: 'lost', password: testPassword }))).toBe('done')
  })

  test('are removed with password and code', async () => {
    await house.person('mover')
    const visitor = await house.signIn('mover')
    const secret = await turnOn(visitor)
    house.now = later(60)
    const remove = (code: string) =>
      house.call('identity.remove-totp', { password: testPassword, code }, visitor).then(outcome)
    const right = codeOf(secret, house.now)
    expect(await remove(right === '000000' ? '000001' : '000000')).toBe('identity/wrong-code')
    expect(await remove(right)).toBe('done')
  })
})

test('once somebody has an account there is nothing to set up', async () => {
  expect(await newSetupToken(db, morning)).toBeNull()
  expect(await house.call('identity.setup-state', {})).toEqual({ needed: false, demo: false })
})
