import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { everywhere, grants, heldAgainstHistory, openCampaigns, subtree } from '../testing.ts'
import type { Actor } from '#platform/authz/common/grants.ts'

const { db } = await freshDatabase()
const { house, ownerPost, otherPost, setter, owner, worker, does, asks } = await openCampaigns(db)

test('a task is what its milestones say; its owner reaches them, slips have a reason, the next one waits', async () => {
  const [programmeId, projectId, taskId] = [newId(), newId(), newId()]
  const programme = { programmeId, title: '六百天行动', purpose: '迎大会', gridPath: '1', ownerPostId: ownerPost }
  const days = { from: '2026-01-01', until: '2027-08-24' }
  expect(await does('set-up-programme', { ...programme, ...days }, setter)).toMatchObject({ number: '行动〔2026〕1号' })
  expect(await does('set-up-programme', { ...programme, ...days }, setter)).toMatchObject({
    code: 'campaigns/id-taken',
  })
  const project = { programmeId, projectId, title: '市容', ownerPostId: ownerPost }
  const local = house.actor('local', [...grants(everywhere, 'know'), ...grants(subtree('1.1'), 'set-up')])
  expect(await does('add-project', project, local)).toMatchObject({ code: 'campaigns/not-allowed' })
  await does('add-project', project, setter)
  const [first, second] = [newId(), newId()]
  const milestones = [
    { id: first, title: '招标', plannedOn: '2026-08-01' },
    { id: second, title: '完工', plannedOn: '2026-12-01' },
  ]
  const task = { programmeId, projectId, taskId, title: '街面刷新', ownerPostId: ownerPost, milestones }
  expect(await does('add-task', { ...task, projectId: newId() }, setter)).toMatchObject({
    code: 'campaigns/no-such-project',
  })
  expect(await does('add-task', task, setter)).toMatchObject({ taskId })
  const waiting = async () =>
    (await db.pool.query('select title, due_at from inbox.item where subject_id = $1', [taskId])).rows
  expect(await waiting()).toMatchObject([{ title: '街面刷新：招标', due_at: '2026-08-01T15:59:59.999Z' }])
  const state = async () =>
    (await asks<{ progress: { state: string; percent: number } }>('task', { taskId }, worker('1.1'))).progress
  expect(await state()).toMatchObject({ state: 'late', percent: 0 })
  const does1 = (what: object, by: Actor) => does('step-task', { taskId, does: what }, by)
  const moving = { step: 'move', milestoneId: first, plannedOn: '2026-10-01', reason: '重新招标' }
  expect(await does1(moving, worker('1.1'))).toMatchObject({ code: 'campaigns/not-allowed' })
  expect(await does1(moving, owner)).toMatchObject({ state: 'waiting' })
  const reaching = { step: 'reach', milestoneId: first, on: '2026-09-30' }
  expect(await does1(reaching, owner)).toMatchObject({ code: 'campaigns/not-yet' })
  expect(await does1({ ...reaching, on: '2026-09-10' }, setter)).toMatchObject({ code: 'campaigns/not-allowed' })
  expect(await does1({ ...reaching, on: '2026-09-10' }, owner)).toMatchObject({ state: 'under-way' })
  expect(await does1({ ...reaching, on: '2026-09-10' }, owner)).toMatchObject({ code: 'campaigns/other-state' })
  expect(await waiting()).toMatchObject([{ title: '街面刷新：完工' }])
  expect(await state()).toMatchObject({ state: 'under-way', percent: 50 })
  const handing = { step: 'hand-over', ownerPostId: otherPost, reason: '分工调整' }
  expect(await does1(handing, setter)).toMatchObject({ state: 'under-way' })
  expect(await does1({ step: 'reopen', milestoneId: first, reason: '返工' }, owner)).toMatchObject({
    code: 'campaigns/not-allowed',
  })
})

test('each row is what its history adds up to', async () => {
  expect(await heldAgainstHistory(db)).toEqual({ kinds: ['task'], wrong: [] })
})
