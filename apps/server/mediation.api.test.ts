import { expect, test } from 'vitest'
import type * as mediation from '#modules/mediation/common/index.ts'
import type { listInbox } from '#platform/inbox/common/contract.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { expectUnreadable } from '#testkit/expect-unreadable.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'

const town = await buildTown()
const [worker, next, committee] = (await Promise.all(
  ['grid-worker', 'grid-worker-next', 'committee'].map(login => town.as(login)),
)) as [Neighbour, Neighbour, Neighbour]

const day = (days: number) => dayOf(town.clock.now(), days)
const matterWith = (more: object = {}) => ({
  ...{ matterId: newId(), at: town.clock.now(), kind: 'neighbours' as const, outcome: 'agreed-written' as const },
  parties: [{ name: '张三丰', phone: '13800001111' }, { name: '李四光' }],
  ...{ text: '楼上漏水，泡了楼下的顶棚', agreement: '七日内修好并赔 500 元', followUpOn: day(7), ...more },
})
const record = (matter: ReturnType<typeof matterWith>) =>
  worker.command<typeof mediation.recordMatter>('mediation.record', matter, { requestId: newId() })
const follow = (matterId: string, more: object) =>
  worker.command<typeof mediation.followUp>(
    'mediation.follow-up',
    { matterId, at: town.clock.now(), keeping: 'kept', text: '修好了', ...more },
    { requestId: newId() },
  )
const show = (as: Neighbour, matterId: string) =>
  as.command<typeof mediation.showMatter>('mediation.show', { matterId }, { requestId: newId() })
const waits = async (matterId: string) =>
  done(await worker.query<typeof listInbox>('inbox.list', { limit: 100 })).rows.find(
    ({ subjectId }) => subjectId === matterId,
  )

test('parties and words are sealed and in no list; opening what others wrote is on record; next door sees nothing', async () => {
  const matter = matterWith()
  done(await record(matter))
  const rows = await town.db.pool.query(
    'select e.said_sealed, m.* from mediation.event e join mediation.matter m on m.id = e.matter_id where m.id = $1',
    [matter.matterId],
  )
  expectUnreadable(rows.rows, ['张三丰', '漏水', '500 元'])
  const listed = done(await committee.query<typeof mediation.listMatters>('mediation.list', {}))
  expect(listed.rows.map(row => row.matterId)).toContain(matter.matterId)
  expect(JSON.stringify(listed)).not.toMatch(/张三丰|漏水/)
  const looks = async () =>
    (await town.db.pool.query('select 1 from mediation.look where matter_id = $1', [matter.matterId])).rowCount
  expect(done(await show(worker, matter.matterId))).toMatchObject({ agreement: matter.agreement, mayFollowUp: true })
  expect(await looks()).toBe(0)
  expect(done(await show(committee, matter.matterId)).parties).toEqual([
    { name: '张三丰', phone: '13800001111' },
    { name: '李四光', phone: '' },
  ])
  expect(await looks()).toBe(1)
  expect(await show(next, matter.matterId)).toMatchObject({ code: 'mediation/no-such-matter' })
})

test('the follow-up waits under its kind until it is told; broken is not closed; what is handed on waits no more', async () => {
  const { matterId } = done(await record(matterWith()))
  const waiting = await waits(matterId)
  expect(waiting).toMatchObject({ task: 'follow-up', title: '邻里纠纷' })
  expect(dayOf(waiting!.dueAt!)).toBe(day(7))
  expect(await follow(matterId, { keeping: 'broken', text: '没有修' })).toMatchObject({
    code: 'mediation/broken-yet-closed',
  })
  expect(await follow(matterId, { keeping: 'partly', nextOn: day(-1) })).toMatchObject({ code: 'mediation/day-over' })
  expect(done(await follow(matterId, { keeping: 'partly', nextOn: day(14) }))).toMatchObject({ followUpOn: day(14) })
  expect(dayOf((await waits(matterId))!.dueAt!)).toBe(day(14))
  done(await follow(matterId, { keeping: 'broken', text: '不肯修', isHandedOn: true }))
  expect(await waits(matterId)).toBeUndefined()
  expect(await follow(matterId, {})).toMatchObject({ code: 'mediation/nothing-to-follow' })
  const shown = done(await show(worker, matterId))
  expect(shown).toMatchObject({ outcome: 'handed-on', keeping: 'broken', mayFollowUp: false })
  expect(shown.followUps.map(({ keeping }) => keeping)).toEqual(['partly', 'broken'])
})

test('what is missing is refused by name, and a second telling is no second matter', async () => {
  const code = async (more: object) => record(matterWith(more))
  expect(await code({ parties: [{ name: '张三丰' }] })).toMatchObject({ code: 'mediation/parties-missing' })
  expect(await code({ text: ' ' })).toMatchObject({ code: 'mediation/words-missing' })
  expect(await code({ agreement: '' })).toMatchObject({ code: 'mediation/agreement-missing' })
  expect(await code({ followUpOn: null })).toMatchObject({ code: 'mediation/follow-up-missing' })
  const matter = matterWith({ outcome: 'not-agreed', agreement: '', followUpOn: null })
  done(await record(matter))
  expect(await waits(matter.matterId)).toBeUndefined()
  expect(await record(matter)).toMatchObject({ code: 'mediation/matter-id-taken' })
})
