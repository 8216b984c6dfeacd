import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { IdentityHouse, outcome } from '../testing.ts'

const { db } = await freshDatabase()
const house = new IdentityHouse(db, '2026-09-01T01:00:00.000Z')
type Visitor = Awaited<ReturnType<typeof house.signIn>>
interface Opened {
  readonly secret: string
  readonly token: string
}

beforeAll(async () => {
  await house.furnish()
  await house.person('security', { role: 'security-administrator' })
})

async function phoneOf(login: string) {
  const { personId } = await house.person(login, { role: 'grid-worker', grid: '1' })
  const visitor = await house.signIn(login)
  return { personId, visitor, deviceId: newId() }
}
const open = async (deviceId: string, visitor: Visitor) =>
  (await house.call('identity.open-device', { deviceId, label: 'Linux; Android 10' }, visitor)) as unknown as Opened
const contact = (input: object) => house.call('identity.contact-device', input)

describe('the key of a phone', () => {
  test('is the same each time for the same phone and person, and another for anybody else', async () => {
    const { deviceId, visitor } = await phoneOf('lin')
    const other = await phoneOf('wang')
    const first = await open(deviceId, visitor)
    const again = await open(deviceId, visitor)
    expect(Buffer.from(first.secret, 'base64')).toHaveLength(32)
    expect(again.secret).toBe(first.secret)
    expect(again.token).not.toBe(first.token)
    expect((await open(deviceId, other.visitor)).secret).not.toBe(first.secret)
    expect((await open(newId(), visitor)).secret).not.toBe(first.secret)
  })

  test('lies in the database only sealed', async () => {
    const { deviceId, visitor } = await phoneOf('sealed')
    const { secret, token } = await open(deviceId, visitor)
    const rows = JSON.stringify(
      await db
        .read<never>()
        .selectFrom('identity.device' as never)
        .selectAll()
        .execute(),
    )
    expect(rows).toContain(deviceId)
    expect(rows).not.toContain(secret)
    expect(rows).not.toContain(token)
  })
})

describe('a phone that has to forget', () => {
  test('hears it when its session was ended from elsewhere, and says when it did', async () => {
    const { deviceId, personId, visitor } = await phoneOf('lost')
    const { secret, token } = await open(deviceId, visitor)
    const { sessionId } = await house.who(visitor.token)
    const security = await house.signIn('security')
    expect(await contact({ deviceId, personId, token, wiped: false })).toEqual({ order: 'keep' })
    expect(outcome(await house.call('identity.revoke-session', { sessionId }, security))).toBe('done')
    expect(outcome(await house.call('identity.me', {}, visitor))).toBe('identity/session-ended')
    expect(await contact({ deviceId, personId, token, wiped: false })).toEqual({ order: 'wipe' })

    const back = await house.signIn('lost')
    expect(outcome(await house.call('identity.open-device', { deviceId }, back))).toBe('identity/wipe-first')
    expect(await contact({ deviceId, personId, token, wiped: true })).toEqual({ order: 'keep' })
    const page = (await house.call('identity.list-devices', { personId }, security)) as { rows: object[] }
    expect(page.rows).toMatchObject([{ deviceId, wipeAskedAt: house.now, wipedAt: house.now }])
    // The key of before is gone for good: what a copy of the phone holds stays unreadable.
    expect((await open(deviceId, back)).secret).not.toBe(secret)
  })

  test('its owner may ask for it, and nobody else but the security administrator', async () => {
    const { deviceId, personId, visitor } = await phoneOf('owner')
    const { token } = await open(deviceId, visitor)
    const stranger = await phoneOf('stranger')
    const wipe = async (who: Visitor) => outcome(await house.call('identity.wipe-device', { deviceId, personId }, who))
    expect(await wipe(stranger.visitor)).toBe('identity/device-not-found')
    expect(await wipe(await house.signIn('security'))).toBe('done')
    expect(await contact({ deviceId, personId, token, wiped: false })).toEqual({ order: 'wipe' })
    expect(outcome(await house.call('identity.me', {}, visitor))).toBe('identity/session-ended')
  })

  test('a wrong token learns nothing, not even whether there is such a phone', async () => {
    const { deviceId, personId, visitor } = await phoneOf('guessed')
    await open(deviceId, visitor)
    const wrong = 'x'.repeat(43)
    const asked = [
      { deviceId, personId, token: wrong, wiped: false },
      { deviceId: newId(), personId, token: wrong, wiped: false },
    ]
    for (const input of asked) expect(outcome(await contact(input))).toBe('identity/device-not-found')
  })
})
