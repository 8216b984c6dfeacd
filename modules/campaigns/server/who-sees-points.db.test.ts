import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { mayReadPoint } from '../common/actions.ts'
import { clearing, everywhere, type Figures, grants, heldAgainstHistory, openCampaigns, subtree } from '../testing.ts'
import type { Actor } from '#platform/authz/common/grants.ts'

const { db } = await freshDatabase()
const {
  house,
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
  campaign,
  point,
  order,
  step,
  shown,
  planOf,
} = await openCampaigns(db)

test('each sees what lies or was ordered where they may, the owner all; the list and the rule agree', async () => {
  const campaignId = await campaign({ title: '谁看得见' })
  const [here, there] = [await point(campaignId), await point(campaignId, '1.2')]
  await does('fix-list', { campaignId, pointIds: [here, there] }, owner)
  await does('issue-order', order(campaignId, [here!]), owner)
  const everyone = [owner, setter, cleaners, roads, worker('1.1'), worker('1.2'), worker('1.4')]
  const bodies = (await db.pool.query('select body from campaigns.point where parent_id = $1', [campaignId])).rows
  for (const actor of everyone) {
    const { rows } = await asks<{ rows: { pointId: string }[] }>('points', { campaignId }, actor)
    const allowed = bodies.filter(({ body }) => mayReadPoint(actor, { ownerPostId: ownerPost }, body))
    expect(rows.map(row => row.pointId).toSorted()).toEqual(allowed.map(({ body }) => String(body.id)).toSorted())
    for (const { body } of bodies) {
      const seen = (await shown(body.id, actor)) as unknown as { code?: string }
      expect(seen.code === undefined).toBe(mayReadPoint(actor, { ownerPostId: ownerPost }, body))
    }
  }
  const counts = await Promise.all(
    everyone.map(async actor => (await asks<Figures>('show', { campaignId }, actor)).figures.points),
  )
  expect(counts).toEqual([2, 2, 1, 0, 1, 1, 0])
  expect((await asks<Figures>('show', { campaignId }, owner)).byGrid.map(({ key, points }) => [key, points])).toEqual([
    ['1.1', 1],
    ['1.2', 1],
  ])
  const stranger = house.actor('stranger', [])
  expect(await asks('show', { campaignId }, stranger)).toMatchObject({ code: 'commands/not-allowed' })
  const elsewhere = house.actor('elsewhere', grants(subtree('9'), 'know'))
  expect(await asks('show', { campaignId }, elsewhere)).toMatchObject({ code: 'campaigns/no-such-campaign' })
})

test('points lie in the area, campaigns where one sets up, with an owner who leads, ending after they begin', async () => {
  const campaignId = await campaign()
  const survey = { pointId: newId(), campaignId, work: 'clearing', note: '堆物', place: house.placeIn('1.3') }
  expect(await does('survey-point', survey, worker('1.3'))).toMatchObject({ code: 'campaigns/outside-area' })
  const inside = { ...survey, place: house.placeIn('1.1') }
  expect(await does('survey-point', inside, worker('1.3'))).toMatchObject({ code: 'campaigns/not-allowed' })
  expect(await does('survey-point', inside, owner)).toMatchObject({ gridPath: '1.1' })
  expect(await does('survey-point', inside, owner)).toMatchObject({ code: 'campaigns/id-taken' })
  const fixing = { campaignId, pointIds: [survey.pointId] }
  const otherOwner = { ...owner, postId: otherPost }
  expect(await does('fix-list', fixing, otherOwner)).toMatchObject({ code: 'campaigns/no-such-campaign' })
  const local = house.actor('local', [...grants(everywhere, 'know'), ...grants(subtree('1.1'), 'set-up')])
  const set = (more: object, by: Actor) => does('set-up', { campaignId: newId(), ...planOf(more) }, by)
  expect(await set({}, local)).toMatchObject({ code: 'campaigns/not-allowed' })
  expect(await set({ areas: ['1.1'] }, local)).toMatchObject({ number: expect.stringContaining('专项〔2026〕') })
  expect(await set({ areas: ['1.9'] }, setter)).toMatchObject({ code: 'campaigns/no-such-grid' })
  expect(await set({ ownerPostId: newId() }, setter)).toMatchObject({ code: 'campaigns/no-such-post' })
  expect(await set({ until: '2026-08-31' }, setter)).toMatchObject({ code: 'campaigns/period-turned' })
  const moved = { campaignId, ...planOf({ areas: ['1.1'] }), reason: '范围缩小' }
  expect(await does('change', moved, local)).toMatchObject({ code: 'campaigns/not-allowed' })
  expect(await does('change', moved, setter)).toEqual({ campaignId })
})

test('everybody sees what was ticked off and marked as public: no words, no address, no door', async () => {
  const campaignId = await campaign()
  const pointIds = [await point(campaignId, '1.1', { address: '和平里5号' }), await point(campaignId)]
  await does('fix-list', { campaignId, pointIds }, owner)
  await does('issue-order', order(campaignId, pointIds), owner)
  for (const pointId of pointIds) {
    await does('report-point', { pointId, lines: clearing(4), photos: [await photo(cleaners)] }, cleaners)
  }
  const nobody = house.actor('nobody', [], { postId: null })
  const ticking = { pointId: pointIds[0], step: 'tick-off', isPublic: true }
  expect(await asks('results', {}, nobody)).toEqual({ rows: [], next: null })
  await does('step-point', ticking, owner)
  await step(pointIds[1]!, 'tick-off', owner)
  const { rows } = await asks<{ rows: { resultId: string; photos: { role: string; pass: string }[] }[] }>(
    'results',
    {},
    nobody,
  )
  expect(rows.map(row => row.resultId)).toEqual([pointIds[0]])
  expect(rows[0]!.photos.map(({ role }) => role)).toEqual(['before', 'after'])
  expect(JSON.stringify(rows)).not.toMatch(/和平里|旧家具|worker|owner/u)
})

test('a point becomes a case, or refers to one that its owner may see', async () => {
  const campaignId = await campaign()
  const [one, two] = [await point(campaignId), await point(campaignId)]
  const opening = { pointId: one, caseId: newId(), description: '屋后整面墙要倒' }
  expect(await does('open-case', opening, owner)).toMatchObject({ code: 'campaigns/may-not-report' })
  const reports = ['cases.report', 'cases.read'].map(permission => ({ permission, within: everywhere }))
  const strong = { ...owner, grants: [...owner.grants, ...reports] }
  const opened = await does('open-case', opening, strong)
  expect(opened).toMatchObject({ caseId: opening.caseId })
  const source = await db.pool.query('select source from cases.case_file where id = $1', [opening.caseId])
  expect(source.rows).toEqual([{ source: 'campaign' }])
  const linking = { pointId: two, caseId: opening.caseId }
  expect(await does('link-case', linking, owner)).toMatchObject({ code: 'campaigns/no-such-case' })
  expect(await does('link-case', linking, strong)).toMatchObject({ state: 'surveyed' })
  expect(await shown(two!, owner)).toMatchObject({ caseFile: { caseId: opening.caseId, number: opened['number'] } })
  await does('fix-list', { campaignId, pointIds: [two!] }, owner)
  await step(two!, 'drop', strong, '并入案卷办理')
  const told = await db.pool.query(
    "select body ->> 'note' as note from cases.case_event where case_id = $1 and body ->> 'type' = 'case.noted' order by version",
    [opening.caseId],
  )
  expect(told.rows.map(row => String(row.note).replace(/^.*号\S* /u, ''))).toEqual(['关联案卷', '剔除'])
})

test('each row is what its history adds up to', async () => {
  expect(await heldAgainstHistory(db)).toEqual({ kinds: ['campaign', 'point'], wrong: [] })
})
