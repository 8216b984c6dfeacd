import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#testkit/database.ts'
import { IdentityHouse, outcome } from '../../testing.ts'
import { addRoles, newSetupToken } from '../start.ts'

const now = '2026-09-01T01:00:00.000Z'
const { db } = await freshDatabase()
const house = new IdentityHouse(db, now)

const one = (login: string) => ({ name: `管理员${login}`, login, password: 'Correct-horse-7' })
const input = (token: string) => ({
  token,
  unitName: '湖溪街道',
  system: one('chen'),
  security: one('zhou'),
  audit: one('qian'),
})
const setUp = (given: object) => house.call('identity.set-up', given)

beforeAll(async () => {
  const administrators = ['system-administrator', 'security-administrator', 'audit-administrator']
  await db.unitOfWork(tx =>
    addRoles(
      tx,
      administrators.map(code => ({ code, name: code, permissions: [] })),
      now,
    ),
  )
})

test('an empty house names its three administrators once, with the token that was printed', async () => {
  expect(await house.call('identity.setup-state', {})).toEqual({ needed: true, demo: false })
  const token = (await newSetupToken(db, now))!
  const second = (await newSetupToken(db, now))!

  expect(outcome(await setUp(input('x'.repeat(43))))).toBe('identity/wrong-setup-token')
  expect(outcome(await setUp({ ...input(token), audit: one('chen') }))).toBe('identity/same-logins')
  expect(outcome(await setUp({ ...input(token), audit: { ...one('qian'), password: 'weak' } }))).toBe(
    'identity/weak-password',
  )
  house.now = '2026-09-02T01:00:01.000Z'
  expect(outcome(await setUp(input(token))), 'a day later').toBe('identity/wrong-setup-token')
  house.now = now

  const answers = await Promise.all([setUp(input(token)), setUp(input(second))])
  expect(answers.map(outcome).sort()).toEqual(['done', 'identity/already-set-up'])
  expect(await house.call('identity.setup-state', {})).toEqual({ needed: false, demo: false })
  expect(await newSetupToken(db, now)).toBeNull()

  const begun = answers.find(answer => outcome(answer) === 'done') as { session: { token: string } }
  const system = await house.call('identity.me', {}, { token: begun.session.token })
  expect(system).toMatchObject({
    person: { login: 'chen', mustChangePassword: false, mustSetUpTotp: true },
    post: { roleCode: 'system-administrator' },
    permissions: [],
  })
  const security = await house.signIn('zhou')
  expect(await house.call('identity.me', {}, security)).toMatchObject({
    person: { mustChangePassword: true, mustSetUpTotp: true },
    post: { roleCode: 'security-administrator' },
  })
  expect(await house.call('identity.demo-logins', {})).toEqual({ rows: [] })
})
