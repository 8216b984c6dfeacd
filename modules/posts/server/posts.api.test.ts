import { expect, test } from 'vitest'
import type {
  endSubstitution,
  listPeople,
  listPosts,
  listSubstitutions,
  me,
  substitute,
  switchPost,
} from '#modules/identity/common/index.ts'
import type { listNotices } from '#platform/notices/common/contract.ts'
import { type Refusal, isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, type Neighbour } from '#testkit/town.ts'
import type * as contract from '../common/contract.ts'

const town = await buildTown()
const centre = await town.as('street-centre')
const worker = await town.as('grid-worker')

function sure<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`)
  return answer as T
}
const personOf = async (as: Neighbour) => sure(await as.query<typeof me>('identity.me', {}))

test('vacant posts are told with since when and who answers meanwhile', async () => {
  const { vacancies } = sure(await worker.query<typeof contract.listVacancies>('posts.vacancies', { gridPath: '1' }))
  const posts = sure(await worker.query<typeof listPosts>('identity.list-posts', { vacant: true, limit: 100 }))
  expect(vacancies.map(({ postId }) => postId).sort()).toEqual(
    posts.rows
      .filter(({ gridPath }) => gridPath !== null)
      .map(({ id }) => id)
      .sort(),
  )
  expect(vacancies.length).toBeGreaterThan(0)
  for (const { days, answeredBy } of vacancies) {
    expect(days).toBe(400)
    expect(answeredBy?.holder).toBeTruthy()
  }
  const nowhere = await worker.query<typeof contract.listVacancies>('posts.vacancies', { gridPath: '8' })
  expect(nowhere).toMatchObject({ code: 'posts/not-found' })
})

test('a vacancy is told once to whoever answers meanwhile', async () => {
  await town.jobs.send('posts.warn-of-vacancies')
  await town.jobs.drain()
  const told = await town.db.pool.query('select count(*)::int as count from posts.vacancy_warning')
  const sent = () => town.db.pool.query("select count(*)::int as count from notices.notice where kind = 'posts.vacant'")
  expect(told.rows[0].count).toBeGreaterThan(0)
  expect((await sent()).rows[0].count).toBe(told.rows[0].count)
  await town.jobs.send('posts.warn-of-vacancies')
  await town.jobs.drain()
  expect((await sent()).rows[0].count).toBe(told.rows[0].count)
})

test('homes and open matters of each cell stand beside the norm', async () => {
  const load = sure(await worker.query<typeof contract.listWorkload>('posts.workload', { gridPath: '1' }))
  expect(load.norm).toEqual({ least: 300, most: 500 })
  expect(load.grids).toHaveLength(12)
  expect(load.total.households).toBe(1440)
  expect(load.grids.filter(({ households }) => households === 144).every(({ fit }) => fit === 'below')).toBe(true)
  expect(load.grids.filter(({ households }) => households === 0).every(({ fit }) => fit === 'none')).toBe(true)
  const open = await town.db.pool.query(
    "select count(*)::int as count from cases.case_file where grid_path like '1.%' and status not in ('closed', 'refused', 'not-filed', 'voided')",
  )
  expect(load.total.openMatters).toBeLessThanOrEqual(open.rows[0].count)
  expect(load.total.openMatters).toBeGreaterThan(0)
})

test('who walks several cells has all of them beside the norm', async () => {
  const load = async () =>
    sure(await worker.query<typeof contract.listWorkload>('posts.workload', { gridPath: '1' })).grids
  const before = (await load()).filter(({ holder, households }) => holder !== null && households > 0)
  const [first, second] = before
  expect(first!.walks).toMatchObject({ grids: 1, households: first!.households })
  await town.db.pool.query("delete from grid.post_on_grid where grid_path = $1 and duty = 'worker'", [second!.path])
  await town.db.pool.query(
    `insert into grid.post_on_grid (grid_path, duty, post_id)
     select $2, duty, post_id from grid.post_on_grid where grid_path = $1 and duty = 'worker'`,
    [first!.path, second!.path],
  )
  const both = { grids: 2, households: first!.households + second!.households, fit: 'below' }
  const after = await load()
  expect(
    after.filter(({ path }) => [first!.path, second!.path].includes(path)).map(({ walks }) => walks),
  ).toMatchObject([both, both])
})

test('who has several posts or duties is listed, the most first', async () => {
  const { people } = sure(await worker.query<typeof contract.listDuties>('posts.duties', { gridPath: '1' }))
  const many = people.find(({ posts }) => posts.length > 1)
  expect(many!.posts.map(({ title }) => title).join()).toMatch(/网格长.*路长|路长.*网格长/)
  // 一岗双责: a grid lead is river chief as well.
  const lead = people
    .flatMap(({ posts }) => posts)
    .find(({ onThings }) => onThings.some(({ duty }) => duty === 'chief-1'))
  expect(lead).toBeDefined()
})

test('bodies have members with roles and terms; only those who keep them change them', async () => {
  const bodies = async () =>
    sure(await worker.query<typeof contract.listBodies>('posts.bodies', { gridPath: '1' })).bodies
  expect((await bodies()).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['leading-group', 'patrol']))
  const bodyId = newId()
  const body = { bodyId, kind: 'patrol' as const, name: '夜间巡逻队', gridPath: '1.1', duties: '' }
  const add = (as: Neighbour) => as.command<typeof contract.addBody>('posts.add-body', body)
  expect(await add(worker)).toMatchObject({ kind: 'not-allowed' })
  expect(await add(centre)).toEqual({ bodyId })
  expect(await add(centre)).toMatchObject({ code: 'posts/id-taken' })
  const memberId = newId()
  const member = {
    memberId,
    bodyId,
    name: '王秀英',
    postId: null,
    role: 'head' as const,
    from: '2026-01-01',
    until: '2026-08-31',
  }
  const take = (more: object = {}) =>
    centre.command<typeof contract.addMember>('posts.add-member', { ...member, ...more })
  expect(await take({ until: '2025-01-01' })).toMatchObject({ code: 'posts/term-ends-before-it-begins' })
  expect(await take({ postId: newId() })).toMatchObject({ code: 'posts/no-such-post' })
  expect(await take()).toEqual({ memberId })
  expect((await bodies()).find(one => one.bodyId === bodyId)?.members).toMatchObject([
    { name: '王秀英', state: 'over' },
  ])
  const leave = () => centre.command<typeof contract.endMember>('posts.end-member', { memberId })
  expect(await leave()).toEqual({ memberId })
  expect(await leave()).toMatchObject({ code: 'posts/not-found' })
  expect((await bodies()).find(one => one.bodyId === bodyId)?.members).toMatchObject([{ state: 'left' }])
  expect(await centre.command<typeof contract.endBody>('posts.end-body', { bodyId })).toEqual({ bodyId })
  expect((await bodies()).some(one => one.bodyId === bodyId)).toBe(false)
})

test('a cadre answers for an area, a group, a household', async () => {
  const list = async () =>
    sure(await worker.query<typeof contract.listAssignments>('posts.assignments', { gridPath: '1' })).assignments
  expect(new Set((await list()).map(({ kind }) => kind))).toEqual(new Set(['area', 'group', 'household']))
  const [post] = sure(await worker.query<typeof listPosts>('identity.list-posts', { gridPath: '1.1.1', limit: 1 })).rows
  const assignmentId = newId()
  const assignment = {
    assignmentId,
    postId: post!.id,
    kind: 'household' as const,
    gridPath: '1.1.1',
    target: '文化路1号101',
  }
  const assign = (more: object = {}) =>
    centre.command<typeof contract.assign>('posts.assign', { ...assignment, ...more })
  expect(await assign({ postId: newId() })).toMatchObject({ code: 'posts/no-such-post' })
  expect(await assign({ gridPath: '7' })).toMatchObject({ code: 'posts/not-found' })
  expect(await assign()).toEqual({ assignmentId })
  expect((await list()).find(one => one.assignmentId === assignmentId)?.target).toBe('文化路1号101')
  const end = () => centre.command<typeof contract.endAssignment>('posts.end-assignment', { assignmentId })
  expect(await end()).toEqual({ assignmentId })
  expect(await end()).toMatchObject({ code: 'posts/not-found' })
})

test('a substitute has the rights of the post for that time, and not a minute longer', async () => {
  const committee = await town.as('committee')
  const { person, posts: own } = await personOf(committee)
  const lead = sure(
    await worker.query<typeof listPosts>('identity.list-posts', { search: '小网格长', limit: 100 }),
  ).rows.find(({ gridPath, holder }) => gridPath === '1.1.1' && holder !== null)!
  const now = town.clock.now()
  const later = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString()
  const arrange = (more: object = {}, as = centre) =>
    as.command<typeof substitute>('identity.substitute', {
      ...{ substitutionId: newId(), postId: lead.id, personId: person.id, reason: '年假' },
      ...{ fromAt: now, untilAt: later(8), ...more },
    })
  const centreId = (await personOf(centre)).person.id
  expect(await arrange({ untilAt: now })).toMatchObject({ code: 'identity/period-wrong' })
  expect(await arrange({ personId: centreId })).toMatchObject({ code: 'identity/not-yourself' })
  expect(await arrange({ postId: newId() })).toMatchObject({ code: 'identity/post-not-found' })
  expect(await arrange({ personId: lead.holder!.personId })).toMatchObject({ code: 'identity/holds-it-already' })
  expect(await arrange({}, worker)).toMatchObject({ kind: 'not-allowed' })
  const substitutionId = newId()
  expect(await arrange({ substitutionId })).toEqual({ substitutionId })
  expect(await arrange({ fromAt: later(4), untilAt: later(12) })).toMatchObject({
    code: 'identity/substituted-already',
  })

  expect((await personOf(committee)).posts.map(({ id }) => id)).toEqual([...own.map(({ id }) => id), lead.id])
  sure(await committee.command<typeof switchPost>('identity.switch-post', { postId: lead.id }))
  expect((await personOf(committee)).permissions).toContain('places.see-phones')
  const vacancyView = sure(
    await worker.query<typeof listSubstitutions>('identity.list-substitutions', { gridPath: '1.1.1' }),
  )
  expect(vacancyView.substitutions).toMatchObject([{ personId: person.id, reason: '年假', endedAt: null }])
  const notices = sure(await committee.query<typeof listNotices>('notices.list', { limit: 10 }))
  expect(notices.rows[0]).toMatchObject({ kind: 'identity.substituted' })

  town.clock.advance({ hours: 8 })
  const after = await town.as('committee')
  expect((await personOf(after)).posts.map(({ id }) => id)).toEqual(own.map(({ id }) => id))
  const again = newId()
  const soon = town.clock.now()
  const until = new Date(Date.parse(soon) + 3_600_000).toISOString()
  const boss = await town.as('street-centre')
  expect(await arrange({ substitutionId: again, fromAt: soon, untilAt: until }, boss)).toEqual({
    substitutionId: again,
  })
  const end = () => boss.command<typeof endSubstitution>('identity.end-substitution', { substitutionId: again })
  expect(await end()).toEqual({ postId: lead.id })
  expect(await end()).toMatchObject({ code: 'identity/substitution-not-found' })
  expect((await personOf(after)).posts.map(({ id }) => id)).toEqual(own.map(({ id }) => id))
})

test('an administrator’s post cannot be stood in for', async () => {
  const hub = await town.as('district-hub')
  const [admin] = sure(
    await hub.query<typeof listPosts>('identity.list-posts', { roleCode: 'security-administrator', limit: 1 }),
  ).rows
  const [somebody] = sure(await hub.query<typeof listPeople>('identity.list-people', { limit: 1 })).rows
  const now = town.clock.now()
  const untilAt = new Date(Date.parse(now) + 3_600_000).toISOString()
  const answer = await hub.command<typeof substitute>('identity.substitute', {
    ...{ substitutionId: newId(), postId: admin!.id, personId: somebody!.id, fromAt: now, untilAt, reason: '试' },
  })
  expect(answer).toMatchObject({ code: 'identity/may-not-be-substituted' })
})
