import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { driftOfSpans } from '../../testing.ts'
import { buildTown, done } from '#testkit/town.ts'
import type * as contract from '../../common/contract/duplicates.ts'
import type { findThings } from '../../common/contract/find.ts'
import type {
  askCorrection,
  cleanUp,
  decideCorrection,
  enlist,
  giveConsent,
  withdrawConsent,
  listCare,
  listConsents,
  listLooks,
  noteVisit,
  putCarePolicy,
  retention,
} from '../../common/contract/protection.ts'
import type { addThing, openThing, recordThing, relate } from '../../common/contract/things.ts'
import { citizenCheck } from '../../common/identifiers/index.ts'

const town = await buildTown()
const committee = await town.as('committee')
const gridPath = '1.1.1'
const number = (first17: string) => first17 + citizenCheck(first17)

async function add(fields: Record<string, string>, kind: 'person' | 'housing' = 'person'): Promise<string> {
  const thingId = newId()
  const given = kind === 'person' ? { population: 'registered', ...fields } : { use: 'own', ...fields }
  done(
    await committee.command<typeof addThing>('registry.add', {
      thingId,
      kind,
      gridPath,
      fields: given,
      isAnother: true,
    }),
  )
  return thingId
}
const open = async (thingId: string) => done(await committee.command<typeof openThing>('registry.open', { thingId }))
const valuesOf = async (thingId: string) =>
  Object.fromEntries((await open(thingId)).fields.map(({ key, value }) => [key, value]))
const live = async (fromId: string, toId: string) =>
  done(
    await committee.command<typeof relate>('registry.relate', {
      ...{ relationId: newId(), kind: 'lives-in', fromId, toId, from: '2026-01-01' },
    }),
  )
const pairs = async (who = committee) => done(await who.query<typeof contract.listAlike>('registry.alike', {})).rows
const merge = (input: { keptId: string; goneId: string; take: string[] }, mergeId = newId()) =>
  committee.command<typeof contract.mergeThings>('registry.merge', { mergeId, ...input, reason: '同一人，两次采集' })

const aloneConsent = newId()
const home = await add({ address: '文化路1号101' }, 'housing')
const first = await add({ name: '欧阳静', bornOn: '1990-05-06', sex: '2', phone: '13800001111', occupation: '教师' })
// The same person by sound, with the number and another job; lives behind a door.
const second = await add({
  name: '欧阳婧',
  bornOn: '1990-05-06',
  phone: '13800001111',
  occupation: '会计',
  nation: '01',
})
const twin = await add({ name: '欧阳宁', bornOn: '1990-05-06', sex: '1', phone: '13900002222' })
await live(second, home)

test('who looks alike in a grid is proposed with its reasons, and once', async () => {
  const search = () => committee.command<typeof contract.findAlike>('registry.find-alike', { gridPath })
  done(await search())
  await town.jobs.drain()
  const found = (await pairs()).filter(pair => [pair.a.thingId, pair.b.thingId].includes(first))
  expect(found).toMatchObject([{ reasons: ['name-sounds', 'born-same', 'phone-same'] }])
  expect(new Set([found[0]?.a.thingId, found[0]?.b.thingId])).toEqual(new Set([first, second]))
  expect((await pairs()).some(pair => [pair.a.thingId, pair.b.thingId].includes(twin))).toBe(false)
  const before = (await pairs()).length
  done(await search())
  await town.jobs.drain()
  expect((await pairs()).length).toBe(before)
})

test('two are made one field by field, and one is made two again', async () => {
  const before = { first: await valuesOf(first), second: await open(second) }
  const mergeId = newId()
  done(await merge({ keptId: first, goneId: second, take: ['occupation'] }, mergeId))
  // Its own name stays, the job is taken, the nation fills a gap.
  expect(await valuesOf(first)).toMatchObject({ name: '欧阳静', occupation: '会计', nation: '01', sex: '2' })
  expect(await open(second)).toMatchObject({ state: 'merged', mergedInto: first })
  expect((await open(first)).relations.filter(one => one.until === null)).toMatchObject([
    { kind: 'lives-in', from: '2026-01-01', other: { thingId: home } },
  ])
  expect(await merge({ keptId: first, goneId: second, take: [] })).toMatchObject({ code: 'registry/has-ended' })
  expect(await pairs()).toEqual([])
  const merges = done(await committee.query<typeof contract.listMerges>('registry.merges', {}))
  expect(merges.rows).toMatchObject([{ mergeId, kept: { title: '欧阳静' }, goneTitle: '欧阳婧' }])

  // What is said after the merge is about the one who remained, and stays.
  const said = { thingId: first, fields: { nation: '11' }, way: 'correction' as const }
  done(await committee.command<typeof recordThing>('registry.record', said))
  done(await committee.command<typeof contract.undoMerge>('registry.undo-merge', { mergeId }))
  expect(await valuesOf(first)).toEqual({ ...before.first, nation: '11' })
  const again = await open(second)
  expect(again).toMatchObject({ state: 'current', mergedInto: null })
  expect(again.fields.map(({ key, value }) => [key, value])).toEqual(
    before.second.fields.map(({ key, value }) => [key, value]),
  )
  expect(again.relations.filter(one => one.until === null)).toMatchObject([
    { kind: 'lives-in', other: { thingId: home } },
  ])
  expect((await open(first)).relations.filter(one => one.until === null)).toEqual([])
  expect(await pairs()).toHaveLength(1)
  expect(await committee.command<typeof contract.undoMerge>('registry.undo-merge', { mergeId })).toMatchObject({
    code: 'registry/no-such-merge',
  })
})

test('care goes on after a merge, with the nearer of two rhythms, and each has their own again when it is undone', async () => {
  const security = await town.as('security-admin')
  for (const group of ['old-alone', 'disabled'] as const)
    done(
      await security.command<typeof putCarePolicy>('registry.put-care-policy', {
        ...{ group, isOn: true, visitDays: group === 'disabled' ? 90 : 7, keepDays: 180, reason: '探访关爱方案' },
      }),
    )
  const list = async (personId: string, group: 'old-alone' | 'disabled', cause: string, more: object = {}) => {
    const careId = newId()
    const since = '2026-09-01'
    done(
      await committee.command<typeof enlist>('registry.enlist', {
        ...{ careId, personId, group, cause, basis: 'statutory' as const, since, ...more },
      }),
    )
    return careId
  }
  const careOf = async (personId: string) =>
    done(await committee.query<typeof listCare>('registry.care', { personId })).rows.filter(row => row.untilOn === null)
  const consent = { consentId: aloneConsent, way: 'signed' }
  const alone = await list(second, 'old-alone', 'alone', { basis: 'consent', consent })
  const own = await list(first, 'disabled', 'applying')
  const other = await list(second, 'disabled', 'certificate')
  done(await committee.command<typeof noteVisit>('registry.note-visit', { careId: own, on: '2026-09-15' }))
  const before = { first: await careOf(first), second: await careOf(second) }

  const mergeId = newId()
  done(await merge({ keptId: first, goneId: second, take: [] }, mergeId))
  const after = await careOf(first)
  expect(new Set(after.map(row => row.careId))).toEqual(new Set([alone, own]))
  const nearer = before.second.find(row => row.careId === other)?.nextVisitOn
  expect(after.find(row => row.careId === own)?.nextVisitOn).toBe(nearer)
  expect(await careOf(second)).toEqual([])
  const all = done(await committee.query<typeof listCare>('registry.care', {})).rows
  expect(all.some(row => row.personId === second)).toBe(false)

  // A phone that was away speaks of the record that is gone: it is the same person.
  const said = { thingId: second, fields: { workplace: '街道小学' }, way: 'visit' as const, seen: { workplace: 3 } }
  const recorded = done(await committee.command<typeof recordThing>('registry.record', said))
  expect(recorded).toMatchObject({ thingId: first, fates: { workplace: 'taken' } })
  expect(await valuesOf(first)).toMatchObject({ workplace: '街道小学' })

  done(await committee.command<typeof contract.undoMerge>('registry.undo-merge', { mergeId }))
  expect(await careOf(second)).toEqual(before.second)
  expect((await careOf(first)).map(row => row.careId)).toEqual([own])
})

test('what waits about the record that would go is settled first; consents and looks are found under the one that remains', async () => {
  const correctionId = newId()
  done(
    await committee.command<typeof askCorrection>('registry.ask-correction', {
      ...{ correctionId, thingId: second, field: 'nation', wanted: '02', reason: '户口簿' },
    }),
  )
  const mergeId = newId()
  const refused = await merge({ keptId: first, goneId: second, take: [] }, mergeId)
  expect(refused).toMatchObject({ code: 'registry/questions-open', detail: { count: 1 } })
  const decided = { correctionId, outcome: 'refused' as const, answer: '与户口簿不符' }
  done(await committee.command<typeof decideCorrection>('registry.decide-correction', decided))
  const consent = { consentId: newId(), personId: second, purpose: '独居探访', way: 'signed' as const }
  done(await committee.command<typeof giveConsent>('registry.give-consent', { ...consent, givenOn: '2026-09-01' }))
  const looks = async () => done(await committee.query<typeof listLooks>('registry.looks', { thingId: first })).total
  const consents = async () =>
    done(await committee.query<typeof listConsents>('registry.consents', { personId: first })).rows.length
  const before = [await looks(), await consents()]
  done(await merge({ keptId: first, goneId: second, take: [] }, mergeId))
  expect(await consents()).toBe(before[1]! + 2)
  // What was agreed to under the record that is gone is withdrawn by the one that remains, and ends what came over.
  const withdraw = { consentId: aloneConsent, on: '2026-09-15' }
  const withdrawn = done(await committee.command<typeof withdrawConsent>('registry.withdraw-consent', withdraw))
  expect(withdrawn.ended).toEqual(['old-alone'])
  expect(await looks()).toBeGreaterThan(before[0]!)
  done(await committee.command<typeof contract.undoMerge>('registry.undo-merge', { mergeId }))
  expect([await looks(), await consents()]).toEqual(before)
})

test('a pair is opened side by side with a look at each on record, and may be said to be two', async () => {
  const [pair] = await pairs()
  const alikeId = pair?.alikeId ?? ''
  const shown = done(await committee.command<typeof contract.openAlike>('registry.open-alike', { alikeId }))
  expect([shown.a.thingId, shown.b.thingId].toSorted()).toEqual([first, second].toSorted())
  const { rows } = await town.db.pool.query(
    `select thing_id from registry.look where reason = '查重比对' and thing_id = any($1::uuid[])`,
    [[first, second]],
  )
  expect(rows).toHaveLength(2)
  done(await committee.command<typeof contract.keepApart>('registry.keep-apart', { alikeId }))
  expect(await pairs()).toEqual([])
  done(await committee.command<typeof contract.findAlike>('registry.find-alike', { gridPath }))
  await town.jobs.drain()
  expect(await pairs()).toEqual([])
})

test('who does not answer for the place sees no pair and merges nothing', async () => {
  const worker = await town.as('grid-worker')
  expect(await worker.query<typeof contract.listAlike>('registry.alike', {})).toMatchObject({ refused: true })
  expect(await merge({ keptId: first, goneId: first, take: [] })).toMatchObject({ code: 'registry/cannot-merge' })
  expect(await merge({ keptId: first, goneId: home, take: [] })).toMatchObject({ code: 'registry/cannot-merge' })
  expect(await merge({ keptId: first, goneId: newId(), take: [] })).toMatchObject({ code: 'registry/no-such-thing' })
})

test('the one box finds by name, initials and words, the whole name first, and leaves numbers to the command', async () => {
  const find = async (text: string, who = committee) =>
    done(await who.query<typeof findThings>('registry.find', { text }))
  expect((await find('欧阳静')).rows[0]).toMatchObject({ title: '欧阳静', kind: 'person' })
  expect((await find('oyj')).rows.map(row => row.title).toSorted()).toEqual(['欧阳婧', '欧阳静'].toSorted())
  expect((await find('文化路1号101')).rows.some(row => row.thingId === home)).toBe(true)
  expect(await find('13800001111')).toEqual({ rows: [], isNumber: 'phone' })
  expect(await find(number('37011319900506123'))).toEqual({ rows: [], isNumber: 'id-number' })
  expect((await find('欧阳静', await town.as('grid-worker-next'))).rows).toEqual([])
  expect((await find('  ')).rows).toEqual([])
})

test('what is sealed of a record that was merged goes when its time is over, after a dry run', async () => {
  done(await merge({ keptId: first, goneId: second, take: [] }))
  town.clock.advance({ hours: 24 * 181 })
  const security = await town.as('security-admin')
  const due = async () =>
    done(await security.query<typeof retention>('registry.retention', {})).rules.find(one => one.rule === 'merged')?.due
  const sealed = async (thingId: string) => {
    const { rows } = await town.db.pool.query('select field from registry.secret where thing_id = $1', [thingId])
    return rows.length
  }
  expect([await due(), await sealed(second)]).toEqual([1, 1])
  const kept = await sealed(first)
  done(await security.command<typeof cleanUp>('registry.clean-up', { rule: 'merged', reason: '到期' }))
  expect([await due(), await sealed(second), await sealed(first)]).toEqual([0, 0, kept])
})

test('the figures know all of it', async () => {
  expect(await driftOfSpans(town.db)).toEqual([])
})
