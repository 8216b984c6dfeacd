import { expect, test } from 'vitest'
import type { showCase } from '#modules/cases/common/index.ts'
import type { listThings } from '#modules/registry/common/index.ts'
import type * as visits from '#modules/visits/common/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { expectUnreadable } from '#testkit/expect-unreadable.ts'
import { buildTown, done } from '#testkit/town.ts'

const town = await buildTown()
const [worker, next, committee, security] = await Promise.all(
  ['grid-worker', 'grid-worker-next', 'committee', 'security-admin'].map(login => town.as(login)),
)

async function somebody() {
  const page = done(await worker!.query<typeof listThings>('registry.list', { kind: 'person', limit: 5 }))
  return page.rows[0]!
}
const visitOf = (thingId: string, more: object = {}) => ({
  ...{
    visitId: newId(),
    kind: 'routine' as const,
    at: town.clock.now(),
    thingIds: [thingId],
    text: '身体还好，想装扶手',
  },
  ...more,
})
const record = (as: NonNullable<typeof worker>, visit: ReturnType<typeof visitOf>) =>
  as.command<typeof visits.recordVisit>('visits.record', visit)

test('told once: the record is sealed, the library has the new phone, the need is a case without a name', async () => {
  const person = await somebody()
  const caseId = newId()
  const visit = visitOf(person.thingId, {
    consent: 'given',
    updates: [{ thingId: person.thingId, fields: { phone: '13700001111' } }],
    needs: [{ caseId, text: '楼道没有扶手，老人上下不便' }],
  })
  const told = done(await record(worker!, visit))
  expect(told).toMatchObject({ conflicts: 0, cases: [{ caseId }] })
  const opened = done(await worker!.query<typeof showCase>('cases.show', { caseId }))
  expect(JSON.stringify(opened)).not.toContain(person.title)
  const kept = await town.db.pool.query('select text_sealed, topic from visits.visit where id = $1', [visit.visitId])
  expectUnreadable(kept.rows, ['扶手'])
  const entries = await town.db.pool.query('select way, ref from registry.entry where ref = $1', [visit.visitId])
  expect(entries.rows).toEqual([{ way: 'visit', ref: visit.visitId }])
  expect(await record(worker!, { ...visit, text: '另一次' })).toMatchObject({ code: 'visits/visit-id-taken' })
})

test('its words are opened one by one: my own without a trace, those of others on record, next door not at all', async () => {
  const person = await somebody()
  const visit = visitOf(person.thingId)
  done(await record(worker!, visit))
  const show = (as: NonNullable<typeof worker>) =>
    as.command<typeof visits.showVisit>('visits.show', { visitId: visit.visitId })
  const looks = async () =>
    (await town.db.pool.query('select by_id from visits.look where visit_id = $1', [visit.visitId])).rowCount
  expect(done(await show(worker!))).toMatchObject({ text: visit.text, whom: [{ name: person.title }] })
  expect(await looks()).toBe(0)
  expect(done(await show(committee!))).toMatchObject({ text: visit.text })
  expect(await looks()).toBe(1)
  expect(await show(next!)).toMatchObject({ code: 'visits/no-such-visit' })
  const listed = done(await committee!.query<typeof visits.listVisits>('visits.list', { thingId: person.thingId }))
  expect(listed.rows.map(row => row.visitId)).toContain(visit.visitId)
  expect(JSON.stringify(listed)).not.toContain(visit.text)
})

test('visits of a home are those to whoever lives there now and may be seen', async () => {
  const person = await somebody()
  const visit = visitOf(person.thingId)
  done(await record(worker!, visit))
  const { rows } = await town.db.pool.query<{ to_id: string }>(
    `select to_id from registry.relation where from_id = $1 and kind = 'lives-in' and until_on is null`,
    [person.thingId],
  )
  const of = async (thingId: string) =>
    done(await worker!.query<typeof visits.listVisits>('visits.list', { thingId })).rows.map(row => row.visitId)
  expect(await of(rows[0]!.to_id)).toContain(visit.visitId)
  await town.db.pool.query(
    `update registry.relation set until_on = from_on + 1, ended_at = now(), ended_by = 'x' where from_id = $1 and kind = 'lives-in' and until_on is null`,
    [person.thingId],
  )
  expect(await of(rows[0]!.to_id)).not.toContain(visit.visitId)
})

test('what cannot be kept is refused by name, and nothing of it remains', async () => {
  const person = await somebody()
  const code = async (more: object) => record(worker!, visitOf(person.thingId, more))
  expect(await code({ thingIds: [] })).toMatchObject({ code: 'visits/whom-missing' })
  expect(await code({ text: ' ' })).toMatchObject({ code: 'visits/words-missing' })
  expect(await code({ outcome: 'agreed' })).toMatchObject({ code: 'visits/outcome-wrong' })
  expect(await code({ thingIds: [newId()] })).toMatchObject({ code: 'visits/no-such-person' })
  const update = (fields: object) => ({ updates: [{ thingId: person.thingId, fields }] })
  expect(await code(update({ phone: '12' }))).toMatchObject({
    code: 'visits/fields-wrong',
    detail: { fields: '联系电话' },
  })
  expect(await code({ ...update({ phone: '13700002222' }), consent: 'refused' })).toMatchObject({
    code: 'visits/refused-yet-updated',
  })
  const taken = newId()
  done(await record(worker!, visitOf(person.thingId, { needs: [{ caseId: taken, text: '路灯不亮' }] })))
  const before = await town.db.pool.query('select count(*)::int as n from visits.visit')
  expect(await code({ needs: [{ caseId: taken, text: '路灯不亮' }] })).toMatchObject({ code: 'cases/case-id-taken' })
  expect((await town.db.pool.query('select count(*)::int as n from visits.visit')).rows).toEqual(before.rows)
})

test('an errand waits for whoever took it on until it is done, under its topic and without a name', async () => {
  const person = await somebody()
  const errand = visitOf(person.thingId, {
    kind: 'errand',
    topic: '代买药',
    outcome: 'open',
    dueOn: dayOf(town.clock.now(), 2),
  })
  done(await record(worker!, errand))
  const waiting = async () =>
    (await town.db.pool.query('select task, title from inbox.item where subject_id = $1', [errand.visitId])).rows
  expect(await waiting()).toEqual([{ task: 'errand', title: '代买药' }])
  const finish = () =>
    worker!.command<typeof visits.finishErrand>(
      'visits.finish-errand',
      { visitId: errand.visitId, at: town.clock.now(), text: '药已送到' },
      { requestId: newId() },
    )
  expect(done(await finish())).toMatchObject({ outcome: 'done' })
  expect(await waiting()).toEqual([])
  expect(await finish()).toMatchObject({ code: 'visits/not-open' })
})

test('whoever is on a care list is due in its rhythm; a visit moves it on, a closed door does not', async () => {
  const person = await somebody()
  const policy = { group: 'old-alone', isOn: true, visitDays: 7, keepDays: 180, reason: '探访关爱' }
  done(await security!.command('registry.put-care-policy' as never, policy as never))
  const careId = newId()
  const entry = {
    careId,
    personId: person.thingId,
    group: 'old-alone',
    cause: 'alone',
    basis: 'statutory',
    since: dayOf(town.clock.now(), -30),
  }
  done(await committee!.command('registry.enlist' as never, entry as never))
  town.clock.advance({ days: 7 })
  const community = await town.as('committee')
  const due = async (as: NonNullable<typeof worker>) =>
    done(await as.query<typeof visits.dueVisits>('visits.due', { days: 3 })).rows.filter(row => row.careId === careId)
  expect(await due(community!)).toMatchObject([{ name: person.title, everyDays: 7, group: { 'zh-CN': '独居老人' } }])
  const closed = visitOf(person.thingId, { kind: 'care', careIds: [careId], meeting: 'nobody-home', text: '' })
  expect(done(await record(community!, closed))).toMatchObject({ nextVisits: [] })
  expect(await due(community!)).toHaveLength(1)
  const visit = visitOf(person.thingId, { kind: 'care', careIds: [careId] })
  expect(done(await record(community!, visit)).nextVisits).toEqual([{ careId, on: dayOf(town.clock.now(), 7) }])
  expect(await due(community!)).toEqual([])
})

test('the worker of the grid is told whom to visit and why, and sees no more of the list than that', async () => {
  const careId = newId()
  const [again, community, neighbour] = await Promise.all(
    ['grid-worker', 'committee', 'grid-worker-next'].map(login => town.as(login)),
  )
  const people = await again!.query<typeof listThings>('registry.list', { kind: 'person', limit: 5 })
  const person = done(people).rows[1]!
  const entry = { personId: person.thingId, cause: 'alone', basis: 'statutory', since: dayOf(town.clock.now(), -30) }
  done(await community!.command('registry.enlist' as never, { ...entry, careId, group: 'old-alone' } as never))
  const due = async (as: NonNullable<typeof worker>) =>
    done(await as.query<typeof visits.dueVisits>('visits.due', { days: 14 })).rows.filter(row => row.careId === careId)
  expect(await due(again!)).toMatchObject([{ name: person.title, group: { 'zh-CN': '独居老人' } }])
  expect(await due(neighbour!)).toEqual([])
  expect(done(await again!.query('registry.care' as never, {} as never))).toMatchObject({ rows: [] })
  const own = await record(again!, visitOf(person.thingId, { kind: 'care', careIds: [careId] }))
  expect(done(own).nextVisits).toEqual([{ careId, on: dayOf(town.clock.now(), 7) }])
})

test('the program can change neither words nor looks', async () => {
  await expect(town.db.pool.query("update visits.visit set topic = 'x'")).rejects.toThrow('permission denied')
  await expect(town.db.pool.query('delete from visits.look')).rejects.toThrow('permission denied')
})
