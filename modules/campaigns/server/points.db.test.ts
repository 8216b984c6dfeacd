import { expect, test } from 'vitest'
import { cleaningUnit } from '#modules/cases/testing.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { usualLightPercents } from '#platform/worktime/common/index.ts'
import { freshDatabase } from '#testkit/database.ts'
import { clearing, type Figures, heldAgainstHistory, openCampaigns } from '../testing.ts'

const { db } = await freshDatabase()
const {
  kept,
  place,
  ownerPost,
  otherPost,
  setter,
  owner,
  worker,
  cleaners,
  roads,
  does,
  asks,
  photo,
  tasks,
  campaign,
  point,
  order,
  step,
  shown,
  planOf,
} = await openCampaigns(db)

test('surveyed, fixed, ordered, done and ticked off: inbox, photos, money and quantities follow', async () => {
  const campaignId = await campaign()
  const pointId = await point(campaignId)
  expect(await tasks(campaignId)).toEqual(['fix-list'])
  expect(await does('fix-list', { campaignId, pointIds: [pointId] }, owner)).toEqual({ campaignId, listed: 1 })
  expect(await tasks(campaignId)).toEqual(['issue-orders'])

  const later = await point(campaignId, '1.2')
  const fixing = { campaignId, pointIds: [later] }
  expect(await does('fix-list', fixing, owner)).toMatchObject({ code: 'campaigns/reason-missing' })
  expect(await does('fix-list', { ...fixing, reason: '漏报' }, owner)).toMatchObject({ listed: 2 })
  const correcting = { pointId, work: 'clearing', note: '旧家具', estimate: clearing(5), estimateFen: 90_000 }
  expect(await does('amend-point', correcting, owner)).toMatchObject({ code: 'campaigns/reason-missing' })
  expect(await does('amend-point', { ...correcting, reason: '复量' }, owner)).toMatchObject({ state: 'listed' })
  expect(await does('amend-point', correcting, worker('1.1'))).toMatchObject({ code: 'campaigns/other-state' })

  const both = order(campaignId, [pointId, later], { postId: newId() })
  expect(await does('issue-order', both, owner)).toMatchObject({ code: 'campaigns/unit-and-post' })
  const nobody = order(campaignId, [pointId], { unitId: newId() })
  expect(await does('issue-order', nobody, owner)).toMatchObject({ code: 'campaigns/no-such-holder' })
  expect(await does('issue-order', order(campaignId, [pointId, later]), owner)).toMatchObject({
    number: '整改〔2026〕1号',
  })
  expect(await tasks(campaignId)).toEqual([])
  expect([await tasks(pointId), kept.get(pointId)]).toMatchObject([['rectify'], [{ name: 'rectify' }]])

  const done = { pointId, lines: clearing(6), costFen: 95_000 }
  expect(await does('report-point', done, cleaners)).toMatchObject({ code: 'campaigns/photo-missing' })
  const fine = { ...done, photos: [await photo(cleaners)] }
  expect(await does('report-point', fine, roads)).toMatchObject({ code: 'campaigns/no-such-point' })
  const unfit = { ...fine, lines: [{ kind: 'clearing', measure: 'm2', amount: 6 }] }
  expect(await does('report-point', unfit, cleaners)).toMatchObject({ code: 'campaigns/measure-unfit' })
  expect(await does('report-point', fine, cleaners)).toMatchObject({ state: 'reported' })
  expect(await tasks(pointId)).toEqual(['check-point'])
  const money = async () => (await asks<Figures>('show', { campaignId }, owner)).figures
  expect(await money()).toMatchObject({ plannedFen: 170_000, spentFen: 0, done: [] })
  expect(await step(pointId, 'return', owner)).toMatchObject({ code: 'campaigns/reason-missing' })
  expect(await step(pointId, 'return', owner, '墙根还有')).toMatchObject({ state: 'ordered' })
  expect(await does('report-point', { ...done, photos: [await photo(cleaners)] }, cleaners)).toMatchObject({
    state: 'reported',
  })
  expect(await step(pointId, 'tick-off', owner)).toMatchObject({ state: 'ticked-off' })
  expect(await tasks(pointId)).toEqual([])
  expect(await money()).toMatchObject({ spentFen: 95_000, done: clearing(6) })
  const page = await shown(pointId, worker('1.1'))
  expect(page.photos.map(({ role }) => role)).toEqual(['before', 'after', 'after'])
  expect(page.history.map(entry => entry.step)).toEqual([
    ...['surveyed', 'listed', 'amended', 'ordered', 'reported', 'returned', 'reported', 'ticked-off'],
  ])
  expect(await step(pointId, 'tick-off', owner)).toMatchObject({ code: 'campaigns/other-state' })

  expect(await does('close', { campaignId }, owner)).toMatchObject({ code: 'campaigns/points-unfinished' })
  expect(await step(later, 'withdraw', owner, '派错单位')).toMatchObject({ state: 'listed' })
  expect([await tasks(later), kept.get(later)]).toEqual([[], []])
  expect(await step(later, 'drop', owner, '与一号重复')).toMatchObject({ state: 'dropped' })
  expect(await does('close', { campaignId }, owner)).toEqual({ campaignId })
  expect(await does('link-case', { pointId, caseId: newId() }, owner)).toMatchObject({
    code: 'campaigns/campaign-closed',
  })
  const told = await db.pool.query('select person_id, kind from notices.notice where subject_id = any($1)', [
    [pointId, campaignId],
  ])
  expect(told.rows.map(({ person_id, kind }) => `${kind} ${person_id}`).toSorted()).toEqual([
    ...['campaign-yours owner', 'point-reported owner', 'point-reported owner'],
    ...[
      `point-returned of-${cleaningUnit}`,
      `point-ticked-off of-${cleaningUnit}`,
      `points-ordered of-${cleaningUnit}`,
    ],
  ])
})

test('work waits for whoever it was ordered to, the look at it for the owner alone', async () => {
  const campaignId = await campaign()
  const pointId = await point(campaignId)
  const waits = async (id: string) =>
    (
      await db.pool.query(
        'select task, permission, unit_id, post_id, grid_path, due_at is not null as due from inbox.item where subject_id = $1',
        [id],
      )
    ).rows
  const owners = { permission: 'campaigns.manage', unit_id: null, post_id: ownerPost, grid_path: null, due: false }
  expect(await waits(campaignId)).toEqual([{ task: 'fix-list', ...owners }])
  await does('fix-list', { campaignId, pointIds: [pointId] }, owner)
  await does('issue-order', order(campaignId, [pointId]), owner)
  const units = { permission: 'campaigns.handle', unit_id: cleaningUnit, post_id: null, grid_path: null, due: true }
  expect(await waits(pointId)).toEqual([{ task: 'rectify', ...units }])
  await does('report-point', { pointId, photos: [await photo(cleaners)] }, cleaners)
  expect(await waits(pointId)).toEqual([{ task: 'check-point', ...owners }])
  const next = { campaignId, ...planOf({ ownerPostId: otherPost }), reason: '牵头岗位调整' }
  expect(await does('change', next, setter)).toEqual({ campaignId })
  expect(await waits(pointId)).toEqual([{ task: 'check-point', ...owners, post_id: otherPost }])
})

test('a limit that begins keeps the shares of yellow and orange that the place has set, and nothing of what is usual', async () => {
  const campaignId = await campaign()
  const [usual, own] = [await point(campaignId), await point(campaignId)]
  await does('fix-list', { campaignId, pointIds: [usual, own] }, owner)
  await does('issue-order', order(campaignId, [usual]), owner)
  place.lights = { yellowPercent: 50, orangePercent: 80 }
  await does('issue-order', order(campaignId, [own]), owner)
  place.lights = usualLightPercents
  expect(kept.get(usual)?.[0]).not.toHaveProperty('lights')
  expect(kept.get(own)).toMatchObject([{ lights: { yellow: 0.5, orange: 0.8 } }])
})

test('two who fix the list at the same moment give no number twice', async () => {
  const campaignId = await campaign()
  const pointIds = await Promise.all(Array.from({ length: 6 }, () => point(campaignId)))
  const halves = [pointIds.slice(0, 3), pointIds.slice(3)]
  await Promise.all(halves.map(some => does('fix-list', { campaignId, pointIds: some, reason: '分两批' }, owner)))
  const { rows } = await asks<{ rows: { listNumber: number }[] }>('points', { campaignId, state: 'listed' }, owner)
  expect(rows.map(row => row.listNumber)).toEqual([1, 2, 3, 4, 5, 6])
})

test('each row is what its history adds up to, and the program can change no event', async () => {
  expect(await heldAgainstHistory(db)).toEqual({ kinds: ['campaign', 'point'], wrong: [] })
  for (const sql of ['update campaigns.event set type = type', 'delete from campaigns.work_order']) {
    await expect(db.pool.query(sql)).rejects.toThrow('permission denied')
  }
})
