import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { IdentityHouse, outcome, type Visitor } from '../testing.ts'
import { PersonDirectory, PostDirectory, UnitDirectory } from './stores/directory-store.ts'

const now = '2026-09-01T01:00:00.000Z'
const { db } = await freshDatabase()
const house = new IdentityHouse(db, now)
let admin: Visitor
let security: Visitor
let adminId: string

const call = (name: string, input: object, visitor: Visitor = admin) => house.call(`identity.${name}`, input, visitor)
const done = (name: string, input: object, visitor: Visitor = admin) => call(name, input, visitor).then(outcome)

beforeAll(async () => {
  await house.furnish()
  adminId = (await house.person('system', { role: 'system-administrator' })).personId
  await house.person('security', { role: 'security-administrator' })
  admin = await house.signIn('system')
  security = await house.signIn('security')
})

describe('people', () => {
  test('get a temporary password that is shown once and lets them do nothing but change it', async () => {
    const personId = newId()
    const made = (await call('create-person', { personId, name: '王小明', login: 'wang.xiaoming' })) as {
      temporaryPassword: string
    }
    expect(await done('create-person', { personId: newId(), name: '王小明', login: 'Wang.Xiaoming' })).toBe(
      'identity/login-taken',
    )
    expect(await done('create-person', { personId, name: '王小明', login: 'wang.two' })).toBe('identity/id-taken')
    const visitor = await house.signIn('wang.xiaoming', { password: made.temporaryPassword })
    expect(await call('me', {}, visitor)).toMatchObject({ person: { mustChangePassword: true }, permissions: [] })
    const change = { current: made.temporaryPassword, next: 'Own-horse-77' }
    expect(await done('change-password', change, visitor)).toBe('done')
    expect(await call('me', {}, visitor)).toMatchObject({ person: { mustChangePassword: false } })
    const { rows } = await db.pool.query('select output from commands.request')
    expect(JSON.stringify(rows)).not.toContain(made.temporaryPassword)
  })

  test('who forgot theirs get another and lose their sessions; nobody resets their own', async () => {
    const { personId } = await house.person('forgetful')
    const before = await house.signIn('forgetful')
    const answer = (await call('reset-password', { personId })) as { temporaryPassword: string }
    expect((await house.who(before.token)).sessionOver?.code).toBe('identity/session-ended')
    await house.signIn('forgetful', { password: answer.temporaryPassword })
    expect(await done('reset-password', { personId: adminId })).toBe('identity/not-yourself')
    expect(await done('reset-password', { personId: newId() })).toBe('identity/person-not-found')
  })

  test('whose account is disabled are out at once', async () => {
    const { personId } = await house.person('leaving', { role: 'grid-worker', grid: '1' })
    const visitor = await house.signIn('leaving')
    expect(await done('disable-account', { personId })).toBe('done')
    expect((await house.who(visitor.token)).sessionOver?.code).toBe('identity/session-ended')
    expect(await done('disable-account', { personId: adminId })).toBe('identity/not-yourself')
    const post = await house.vacantPost('grid-worker', '1')
    expect(await done('appoint', { postId: post, personId })).toBe('identity/account-disabled')
    expect(await done('enable-account', { personId })).toBe('done')
    expect((await house.who(visitor.token)).sessionOver?.code, 'not revived').toBe('identity/session-ended')
  })

  test('are listed by pinyin, page by page, each once, and found by a part of the name or login', async () => {
    for (const [i, name] of ['张三', '阿强', '李四', '王五'].entries()) {
      await call('create-person', { personId: newId(), name, login: `pinyin-${i}` })
    }
    const names: string[] = []
    let cursor: string | undefined
    do {
      const page = (await call('list-people', { search: 'pinyin-', limit: 3, ...(cursor ? { cursor } : {}) })) as {
        rows: { name: string }[]
        next: string | null
      }
      names.push(...page.rows.map(row => row.name))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(names).toEqual(['阿强', '李四', '王五', '张三'])
    expect(await call('list-people', { search: '李四' })).toMatchObject({ rows: [{ login: 'pinyin-2' }] })
    expect(await call('list-people', { search: "'; drop table identity.person; --%_" })).toEqual({
      rows: [],
      next: null,
    })
    expect(await done('list-people', { cursor: '["x","y"]' })).toBe('done')
    expect(await done('list-posts', { cursor: '["x"]' })).toBe('done')
    expect(await done('list-sessions', { cursor: '["x","y"]' }, security)).toBe('done')
  })
})

describe('posts', () => {
  test('are made vacant, held by one, and vacant again, with their history kept', async () => {
    const postId = newId()
    const post = { postId, title: '一网格员', unitId: house.unitId, gridPath: '5.1', roleCode: 'grid-worker' }
    expect(await done('create-post', { ...post, unitId: newId() })).toBe('identity/unit-not-found')
    expect(await done('create-post', { ...post, roleCode: 'king' })).toBe('identity/role-not-found')
    expect(await done('create-post', { ...post, gridPath: "1' or '1" })).toBe('commands/invalid-input')
    expect(await done('create-post', post)).toBe('done')
    expect(await call('list-posts', { gridPath: '5', vacant: true })).toMatchObject({
      rows: [{ id: postId, holder: null }],
    })

    const worker = await house.person('worker')
    const visitor = await house.signIn('worker')
    const { appointmentId } = (await call('appoint', { postId, personId: worker.personId })) as {
      appointmentId: string
    }
    expect((await house.who(visitor.token)).actor).toMatchObject({ postId, unitId: house.unitId })
    expect(await call('list-posts', { gridPath: '5.1' })).toMatchObject({
      rows: [{ id: postId, holder: { personId: worker.personId } }],
    })
    expect(await call('list-posts', { gridPath: '5.11' })).toEqual({ rows: [], next: null })

    const rival = await house.person('rival')
    expect(await done('appoint', { postId, personId: rival.personId })).toBe('identity/post-taken')
    expect(await done('end-appointment', { appointmentId })).toBe('done')
    expect(await done('end-appointment', { appointmentId })).toBe('identity/appointment-not-found')
    expect((await house.who(visitor.token)).actor.postId, 'a resident again, at once').toBeNull()
    expect(await done('appoint', { postId, personId: rival.personId })).toBe('done')
    expect(await call('show-person', { personId: worker.personId })).toMatchObject({
      appointments: [{ postId, untilAt: now }],
    })
    const { rows } = await db.pool.query('select kind from notices.notice where person_id = $1 order by kind', [
      worker.personId,
    ])
    expect(rows.map(row => row.kind)).toEqual(['identity.appointed', 'identity.appointment-ended'])
  })

  test('of two people appointed to one at the same moment, one gets it', async () => {
    const postId = await house.vacantPost('grid-worker', '6')
    const people = await Promise.all(['first', 'second', 'third'].map(login => house.person(login)))
    const answers = await Promise.all(people.map(({ personId }) => done('appoint', { postId, personId })))
    expect(answers.sort()).toEqual(['done', 'identity/post-taken', 'identity/post-taken'])
  })

  test('nobody gives one to themselves', async () => {
    const postId = await house.vacantPost('grid-worker', '7')
    expect(await done('appoint', { postId, personId: adminId })).toBe('identity/not-yourself')
  })
})

describe('the three administrators', () => {
  test('are three people, even when two appointments come at the same moment', async () => {
    const { personId } = await house.person('ambitious')
    const [system, audit] = [
      await house.vacantPost('system-administrator'),
      await house.vacantPost('audit-administrator'),
    ]
    const answers = await Promise.all([system, audit].map(postId => done('appoint', { postId, personId })))
    expect(answers.sort()).toEqual(['done', 'identity/two-administrators'])
  })

  test('never run out', async () => {
    const { rows } = (await call('list-posts', { roleCode: 'security-administrator' })) as {
      rows: { holder: { personId: string; appointmentId: string } }[]
    }
    const [{ holder }] = rows as [(typeof rows)[number]]
    expect(await done('end-appointment', { appointmentId: holder.appointmentId })).toBe('identity/last-administrator')
    expect(await done('disable-account', { personId: holder.personId })).toBe('identity/last-administrator')
  })

  test('keep to their own door', async () => {
    const person = { personId: newId(), name: '新人', login: 'new.person' }
    expect(await done('create-person', person, security)).toBe('commands/not-allowed')
    expect(await done('list-locks', {}, admin)).toBe('commands/not-allowed')
  })
})

describe('roles', () => {
  const permissions = [{ permission: 'cases.handle', scope: 'unit' as const }]

  test('change by version: who saw an old one is told, and the change counts at the next request', async () => {
    await house.person('handler', { role: 'handler' })
    const visitor = await house.signIn('handler')
    const change = (version: number, more = permissions) =>
      done('set-role-permissions', { roleCode: 'handler', version, permissions: more }, security)
    const wider = [...permissions, { permission: 'cases.read', scope: 'unit' as const }]
    const answers = await Promise.all([change(1, wider), change(1)])
    expect(answers.sort()).toEqual(['done', 'identity/changed-meanwhile'])
    expect(await change(2, wider)).toBe('done')
    expect((await house.who(visitor.token)).actor.grants).toHaveLength(2)
    expect(await change(2)).toBe('identity/changed-meanwhile')
  })

  test('of administrators are fixed, and their words go to nobody else', async () => {
    const set = (roleCode: string, permission: string) =>
      done(
        'set-role-permissions',
        { roleCode, version: 1, permissions: [{ permission, scope: 'everywhere' }] },
        security,
      )
    expect(await set('security-administrator', 'cases.read')).toBe('identity/role-is-fixed')
    expect(await set('grid-worker', 'identity.manage-accounts')).toBe('identity/reserved-permission')
    expect(await set('grid-worker', 'no.such')).toBe('identity/unknown-permission')
    const { roles } = (await call('list-roles', {}, security)) as { roles: { code: string; fixed: boolean }[] }
    expect(roles.filter(role => role.fixed)).toHaveLength(3)
  })
})

describe('units', () => {
  test('are a tree without twins', async () => {
    const unit = { unitId: newId(), parentId: house.unitId, name: '城管中队', kind: 'department' }
    expect(await done('create-unit', unit)).toBe('done')
    expect(await done('create-unit', { ...unit, unitId: newId() })).toBe('identity/name-taken')
    expect(await done('create-unit', { ...unit, name: '另一个' })).toBe('identity/id-taken')
    expect(await done('create-unit', { ...unit, unitId: newId(), name: '孤儿', parentId: newId() })).toBe(
      'identity/unit-not-found',
    )
    expect(await done('create-unit', { ...unit, unitId: newId(), name: '换\n行' })).toBe('commands/invalid-input')
  })
})

describe('the directories for other modules', () => {
  test('name the nearest post first, vacant ones included, and never the one next door', async () => {
    const near = await house.vacantPost('grid-worker', '9.1.1')
    const holder = await house.person('lead', { role: 'grid-worker', grid: '9' })
    await house.vacantPost('grid-worker', '9.1.10')
    await house.vacantPost('handler', '9.1')
    const posts = await new PostDirectory(db.read()).responsibleFor('9.1.1', 'cases.verify')
    expect(posts.map(post => [post.id, post.holder?.personId ?? null])).toEqual([
      [near, null],
      [holder.postIds[0], holder.personId],
    ])
  })

  test('find units that can be sent work, and names by id', async () => {
    const units = await new UnitDirectory(db.read()).withPermission('cases.handle')
    expect(units.map(unit => unit.id)).toEqual([house.unitId])
    const names = await new PersonDirectory(db.read()).namesOf([adminId, 'nobody', 'job:sweep'])
    expect([...names]).toEqual([[adminId, '人员system']])
  })
})
