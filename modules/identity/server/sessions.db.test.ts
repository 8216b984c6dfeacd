import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '#testkit/database.ts'
import { IdentityHouse, outcome, testPassword } from '../testing.ts'

const morning = '2026-09-01T01:00:00.000Z'
const later = (minutes: number) => new Date(Date.parse(morning) + minutes * 60_000).toISOString()
const { db } = await freshDatabase()
const house = new IdentityHouse(db, morning)

beforeAll(() => house.furnish())
beforeEach(() => {
  house.now = morning
})

describe('a session', () => {
  test('ends after half an hour without use, and says so', async () => {
    await house.person('idle', { role: 'grid-worker', grid: '1' })
    const visitor = await house.signIn('idle')
    house.now = later(29)
    expect(outcome(await house.call('identity.me', {}, visitor))).toBe('done')
    house.now = later(58)
    expect(outcome(await house.call('identity.me', {}, visitor))).toBe('done')
    house.now = later(89)
    expect(outcome(await house.call('identity.me', {}, visitor))).toBe('identity/session-expired')
  })

  test('ends after twelve hours even when it is in use', async () => {
    await house.person('busy', { role: 'grid-worker', grid: '1' })
    const visitor = await house.signIn('busy')
    for (let minutes = 0; minutes < 720; minutes += 20) {
      house.now = later(minutes)
      expect((await house.who(visitor.token)).sessionOver).toBeNull()
    }
    house.now = later(720)
    expect((await house.who(visitor.token)).sessionOver?.code).toBe('identity/session-expired')
  })

  test('that its owner ends elsewhere is over at the next request', async () => {
    await house.person('phone')
    const desk = await house.signIn('phone')
    const phone = await house.signIn('phone')
    const { rows } = (await house.call('identity.my-sessions', {}, desk)) as {
      rows: { id: string; current: boolean }[]
    }
    expect(rows.map(row => row.current)).toEqual(expect.arrayContaining([true, false]))
    const sessionId = rows.find(row => !row.current)!.id
    expect(outcome(await house.call('identity.revoke-session', { sessionId }, desk))).toBe('done')
    expect(outcome(await house.call('identity.me', {}, phone))).toBe('identity/session-ended')
    expect(outcome(await house.call('identity.me', {}, desk))).toBe('done')
  })

  test('of somebody else is not found, except for the security administrator', async () => {
    const { personId } = await house.person('owner')
    await house.person('stranger')
    await house.person('security', { role: 'security-administrator' })
    const owner = await house.signIn('owner')
    const sessionId = (await house.who(owner.token)).sessionId!
    const revoke = async (login: string) =>
      outcome(await house.call('identity.revoke-session', { sessionId }, await house.signIn(login)))
    expect(await revoke('stranger')).toBe('identity/session-not-found')
    const listed = await house.call('identity.list-sessions', { personId }, await house.signIn('security'))
    expect(listed).toMatchObject({ rows: [{ id: sessionId, personId }] })
    expect(await revoke('security')).toBe('done')
    expect((await house.who(owner.token)).sessionOver?.code).toBe('identity/session-ended')
  })

  test('is closed by signing out, twice if need be, and by signing in again from the same browser', async () => {
    await house.person('leaver')
    const visitor = await house.signIn('leaver')
    expect(await house.call('identity.sign-out', {}, visitor)).toEqual({ session: null })
    expect((await house.who(visitor.token)).sessionOver?.code).toBe('identity/session-ended')
    const first = await house.signIn('leaver')
    await house.call('identity.sign-in', { login: 'leaver', password: testPassword }, first)
    expect((await house.who(first.token)).sessionOver?.code).toBe('identity/session-ended')
  })

  test('made-up tokens are nobody', async () => {
    for (const token of ['', 'x', 'A'.repeat(43), `${'A'.repeat(43)}\u0000`]) {
      const { actor, sessionOver } = await house.who(token)
      expect([actor.personId, sessionOver?.code]).toEqual(['nobody', 'identity/session-expired'])
    }
    expect((await house.who(undefined)).sessionOver).toBeNull()
  })
})

describe('posts', () => {
  test('of one person have their own grants each, and switching changes which count', async () => {
    const { postIds } = await house.person(
      'many',
      { role: 'grid-worker', grid: '1.1' },
      { role: 'grid-worker', grid: '2' },
      { role: 'handler' },
    )
    const visitor = await house.signIn('many')
    const { actor, everyPost } = await house.who(visitor.token)
    expect(everyPost.map(each => each.postId)).toEqual(expect.arrayContaining(postIds))
    const placesOf = (postId: string) =>
      everyPost.find(each => each.postId === postId)!.grants.map(({ within }) => within)
    expect(placesOf(postIds[0]!)).toContainEqual({ kind: 'subtree', path: '1.1' })
    expect(placesOf(postIds[0]!)).not.toContainEqual({ kind: 'subtree', path: '2' })
    expect(placesOf(postIds[2]!)).toEqual([{ kind: 'own-unit' }])

    const other = postIds.find(id => id !== actor.postId)!
    expect(await house.call('identity.switch-post', { postId: other }, visitor)).toEqual({ postId: other })
    expect((await house.who(visitor.token)).actor.postId).toBe(other)
    const again = await house.signIn('many')
    expect((await house.who(again.token)).actor.postId, 'the post used last').toBe(other)
  })

  test('that one does not hold cannot be switched to', async () => {
    await house.person('single', { role: 'grid-worker', grid: '1' })
    const { postIds } = await house.person('double', { role: 'grid-worker', grid: '2' })
    const visitor = await house.signIn('single')
    expect(outcome(await house.call('identity.switch-post', { postId: postIds[0] }, visitor))).toBe(
      'identity/not-your-post',
    )
  })

  test('a person without one is a resident', async () => {
    const { personId } = await house.person('resident')
    const { actor } = await house.who((await house.signIn('resident')).token)
    expect(actor).toEqual({
      personId,
      postId: null,
      unitId: null,
      grants: [{ permission: 'cases.rate', within: { kind: 'own' } }],
    })
  })
})
