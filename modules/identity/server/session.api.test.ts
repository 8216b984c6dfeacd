import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done } from '#testkit/town.ts'
import { demoPassword, personas } from '#town/people/personas.ts'
import type * as contract from '../common/contract.ts'

const town = await buildTown()

function post(name: string, payload: object, headers: Record<string, string> = {}) {
  return town.app.inject({
    method: 'POST',
    url: `/api/${name}`,
    headers: { 'idempotency-key': newId(), 'x-wangge': '1', ...headers },
    payload,
  })
}

test('the token is in a cookie that scripts cannot read, and nowhere in the body', async () => {
  const reply = await post('identity.sign-in', { login: 'acceptor', password: demoPassword })
  const cookie = reply.cookies.find(found => found.name === 'wangge_session')!
  expect(cookie).toMatchObject({ httpOnly: true, path: '/', sameSite: 'Lax' })
  expect(reply.body).not.toContain(cookie.value)
  expect(reply.json()).toEqual({ mustChangePassword: false, mustSetUpTotp: false })
})

test('every login the demo shows can be used, and works in its post', async () => {
  const { rows } = done(await town.nobody().query<typeof contract.demoLogins>('identity.demo-logins', {}))
  expect(rows.map(row => row.login)).toEqual(personas.map(persona => persona.login))
  for (const { login, password } of rows) {
    expect(password).toBe(demoPassword)
    const me = done(await (await town.as(login)).query<typeof contract.me>('identity.me', {}))
    expect(me).toMatchObject({ demo: true, person: { login, mustChangePassword: false, mustSetUpTotp: false } })
    expect(me.permissions, login).not.toEqual([])
  }
})

test('a session that is over says so, in words, and its cookie goes', async () => {
  const worker = await town.as('grid-worker')
  town.clock.advance({ minutes: 31 })
  const reply = await town.app.inject({ url: '/api/identity.me', headers: { cookie: worker.cookie } })
  expect(reply.statusCode).toBe(401)
  expect(reply.json()).toMatchObject({ code: 'identity/session-expired', message: expect.stringContaining('重新登录') })
  expect(reply.cookies.find(found => found.name === 'wangge_session')?.value).toBe('')
  const open = await town.app.inject({ url: '/api/identity.setup-state', headers: { cookie: worker.cookie } })
  expect(open.json()).toEqual({ needed: false, demo: true })
})

test('signing out ends the session and takes the cookie away', async () => {
  const resident = await town.as('resident')
  const reply = await post('identity.sign-out', {}, { cookie: resident.cookie })
  expect(reply.json()).toEqual({})
  expect(reply.cookies.find(found => found.name === 'wangge_session')?.value).toBe('')
  const after = await town.app.inject({ url: '/api/identity.me', headers: { cookie: resident.cookie } })
  expect(after.json()).toMatchObject({ code: 'identity/session-ended' })
})

test('a lock is told in minutes and in the language of the reader', async () => {
  const attempt = () =>
    post('identity.sign-in', { login: 'dispatcher', password: 'Wrong-horse-7' }, { 'accept-language': 'en' })
  for (let i = 0; i < 4; i++) expect((await attempt()).statusCode).toBe(401)
  const locked = await attempt()
  expect(locked.statusCode).toBe(429)
  expect(locked.json()).toMatchObject({ code: 'identity/locked', message: expect.stringContaining('15 minutes') })
})

test('someone with several posts sees all of them and moves between them', async () => {
  const many = await town.as('many-posts')
  const { posts, post: present } = done(await many.query<typeof contract.me>('identity.me', {}))
  const other = posts.find(each => each.id !== present?.id)!
  done(await many.command<typeof contract.switchPost>('identity.switch-post', { postId: other.id }))
  const after = done(await many.query<typeof contract.me>('identity.me', {}))
  expect(after.post?.id).toBe(other.id)
})
