import type { Transaction } from 'kysely'
import { expect, test } from 'vitest'
import { nobody } from '#platform/authz/common/grants.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import type * as contract from '../common/contract.ts'
import type * as queries from '../common/contract-queries.ts'
import * as verbs from '../testing.ts'
import { caseSources } from '../common/case-file.ts'
import { caseNumber } from '../common/case-number.ts'
import { nextCaseNumber } from './number-store.ts'
import type { CasesTables } from './tables.ts'

const { db } = await freshDatabase()
const house = await verbs.CasesHouse.open(db)
const { cast } = house
const stranger = house.as(nobody)
const worker = house.as(cast.worker)
const acceptor = house.as(cast.acceptor)

const report = (as: verbs.Somebody, more: object = {}) =>
  as.command<typeof contract.reportCase>('cases.report', { caseId: newId(), description: '路面有坑', ...more })

async function photoOf(personId: string): Promise<string> {
  const id = newId()
  await db.pool.query(
    `insert into files.file (id, uploaded_by, uploaded_at, width, height, bytes, sha256) values ($1, $2, now(), 4, 3, 9, '')`,
    [id, personId],
  )
  return id
}

test('anybody may report; what they send is kept as text, whatever it says', async () => {
  const description = `'; drop table cases.case_file; --\u0000<img src=x onerror=alert(1)>\u202E%_\\`
  const { caseId, noGrid } = await verbs.reportCase(stranger, { description, place: house.placeIn('1.2') })
  expect(noGrid).toBe(false)
  const page = await verbs.showCase(acceptor, caseId)
  expect(page.description).toBe(`'; drop table cases.case_file; --<img src=x onerror=alert(1)>%_\\`)
  expect(page).toMatchObject({ source: 'resident', gridNames: ['示范街道', '第2管理区'], reporter: null })
})

test('residents cannot pass as staff, and texts have their limits', async () => {
  expect(await report(stranger, { source: 'worker' })).toMatchObject({ code: 'cases/source-not-yours' })
  expect(await report(worker, { title: '长'.repeat(10_000) })).toMatchObject({
    code: 'cases/text-too-long',
    detail: { field: 'title', limit: 100, length: 10_000 },
  })
  expect(await report(worker, { description: ' \n ' })).toMatchObject({ code: 'cases/text-missing' })
})

test.each(caseSources.filter(source => source !== 'resident'))(
  'what comes from %s is taken in by staff, kept as such and found by it; a resident cannot say so',
  async source => {
    const place = house.placeIn('1.2')
    const { caseId } = await verbs.reportCase(worker, { source, place })
    expect(await verbs.showCase(acceptor, caseId)).toMatchObject({ source })
    const found = await verbs.listCases(acceptor, { source: [source] })
    expect(found.map(row => row.caseId)).toContain(caseId)
    expect(await report(stranger, { source })).toMatchObject({ code: 'cases/source-not-yours' })
  },
)

test('outside every grid, or without a place, it is kept, flagged, and lies with the centre', async () => {
  for (const place of [{ lon: 100, lat: 30 }, undefined]) {
    const kept = await verbs.reportCase(worker, { source: 'worker', ...(place ? { place } : {}) })
    expect(kept).toMatchObject({ gridPath: null, noGrid: true, gridNames: ['示范街道'] })
    expect(await verbs.showCase(acceptor, kept.caseId)).toMatchObject({ gridPath: '1', noGrid: true })
  }
  expect(await verbs.listCases(acceptor, { noGrid: true })).toHaveLength(2)
})

test('swapped coordinates are refused with the pair as it should be; GCJ-02 is turned back when declared', async () => {
  const { lon, lat } = house.placeIn('1.3')
  expect(await report(worker, { place: { lon: lat, lat: lon } })).toMatchObject({
    code: 'grid/coordinates-swapped',
    detail: { lon, lat },
  })
  const { default: gcoord } = await import('gcoord')
  const [x, y] = gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02)
  const { caseId } = await verbs.reportCase(worker, { place: { lon: x, lat: y, frame: 'gcj02', accuracyMetres: 8 } })
  const page = await verbs.showCase(acceptor, caseId)
  expect(page).toMatchObject({ frame: 'gcj02', accuracyMetres: 8, gridPath: '1.3' })
  expect(page.point!.lon).toBeCloseTo(lon, 5)
  expect(page.point!.lat).toBeCloseTo(lat, 5)
})

test('a clock that is off is flagged, one that waited offline is not; both times are kept', async () => {
  const madeAt = '2026-09-14T20:00:00+08:00'
  const off = await verbs.reportCase(worker, { madeAt })
  const waited = await verbs.reportCase(worker, { madeAt, sentAt: house.now })
  const clock = async (caseId: string) => (await verbs.showCase(acceptor, caseId)).clock
  expect(await clock(off.caseId)).toEqual({ madeAt: '2026-09-14T12:00:00.000Z', offSeconds: -14 * 3600 })
  expect(await clock(waited.caseId)).toEqual({ madeAt: '2026-09-14T12:00:00.000Z', offSeconds: null })
  expect((await verbs.showCase(acceptor, off.caseId)).reportedAt).toBe(house.now)
})

test('the same report sent again, at once or later, with another time of sending, is one case with one answer', async () => {
  const input = { caseId: newId(), description: '井盖松动', place: house.placeIn('1.1') }
  const send = (requestId: string, more: object = {}) =>
    house.as(nobody).again('cases.report', { ...input, ...more }, requestId)
  const requestId = newId()
  const first = await Promise.all([1, 2, 3, 4].map(() => send(requestId)))
  const later = await send(requestId, { sentAt: house.now })
  const anew = await send(newId())
  for (const answer of [...first, later, anew]) expect(answer).toEqual(first[0])
  expect(first[0]).toMatchObject({ followCode: expect.stringMatching(/^\w{10}$/) as unknown })
  const { rows } = await db.pool.query('select version from cases.case_event where case_id = $1', [input.caseId])
  expect(rows).toEqual([{ version: 1 }])
  expect(await send(newId(), { description: '别的' })).toMatchObject({ code: 'cases/case-id-taken' })
  expect(await send(requestId, { caseId: newId() })).toMatchObject({ code: 'commands/request-reused' })
  expect(await house.as(cast.worker).again('cases.report', input, newId())).toMatchObject({
    code: 'cases/case-id-taken',
  })
})

test('the follow code is kept nowhere, neither in our tables nor with the answers already given', async () => {
  const { caseId, followCode } = await verbs.reportCase(stranger)
  const { rows } = await db.pool.query(
    `select (select to_jsonb(r)::text from cases.receipt r where case_id = $1)
       || (select jsonb_agg(e.body)::text from cases.case_event e where case_id = $1)
       || coalesce((select jsonb_agg(c)::text from commands.request c), '') as everything`,
    [caseId],
  )
  expect((rows as { everything: string }[])[0]!.everything).not.toContain(followCode)
})

const serialOf = ({ number }: { number: string }) => Number(number.split('-')[2])

test('numbers of one district and year run without gap or double, however many report at once', async () => {
  const from = serialOf(await verbs.reportCase(worker)) + 1
  const reports = await Promise.all(Array.from({ length: 70 }, () => verbs.reportCase(worker)))
  expect(reports.map(serialOf).sort((a, b) => a - b)).toEqual(Array.from({ length: 70 }, (_, i) => from + i))
})

test('a report that is undone lays its number back; a refused one takes none; another year begins anew', async () => {
  const last = serialOf(await verbs.reportCase(worker))
  const undone = db.unitOfWork(async (tx: Transaction<CasesTables>) => {
    throw new Error(await nextCaseNumber(tx, { district: '370113', year: 2026 }))
  })
  await expect(undone).rejects.toThrow(caseNumber('370113', 2026, last + 1))
  expect(await report(worker, { photos: [newId()] })).toMatchObject({ code: 'files/unknown' })
  expect(serialOf(await verbs.reportCase(worker))).toBe(last + 1)
  const now = house.now
  house.now = '2026-12-31T16:00:00.000Z'
  expect((await verbs.reportCase(worker)).number).toBe('370113-2027-000001')
  house.now = now
})

test('photos become part of the case: own uploads only, and each only once', async () => {
  const mine = await photoOf('worker')
  const { caseId } = await verbs.reportCase(worker, { photos: [mine, mine] })
  expect((await verbs.showCase(acceptor, caseId)).photos).toMatchObject([{ fileId: mine, role: 'before' }])
  expect(await report(worker, { photos: [mine] })).toMatchObject({ code: 'files/taken-by-another' })
  expect(await report(worker, { photos: [await photoOf('somebody')] })).toMatchObject({ code: 'files/unknown' })
})

test('photos before, after and at verification stand on the page; the follower gets passes for them', async () => {
  const reported = await house.caseThatIs('dispatched', { photos: [await photoOf('resident')] })
  const after = await photoOf('handler')
  await verbs.handleCase(house.as(cast.handler), reported.caseId, { photos: [after] })
  const seen = await photoOf('verifier')
  await verbs.verifyCase(house.as(cast.verifier), reported.caseId, { photos: [seen] })
  const page = await verbs.showCase(acceptor, reported.caseId)
  expect(page.photos.map(({ role }) => role)).toEqual(['before', 'after', 'verify'])
  const view = await verbs.followCase(stranger, reported)
  expect(view.steps.find(({ step }) => step === 'handled')!.photos).toEqual([
    { fileId: after, pass: `pass-for-${after}` },
  ])
  expect(await house.module.sees.case!(cast.resident, { kind: 'case', id: reported.caseId })).toBe(true)
  expect(await house.module.sees.case!(nobody, { kind: 'case', id: reported.caseId })).toBe(false)
})

test('followed by number and code as people type it; never with names of staff', async () => {
  const reported = await house.caseThatIs('handled')
  const typed = reported.followCode.toLowerCase().replace(/(.{5})/, '$1-')
  const view = await verbs.followCase(stranger, { number: ` ${reported.number} `, followCode: typed })
  expect(view).toMatchObject({
    status: 'handled',
    next: { step: 'verified', role: 'grid-worker' },
    steps: [{ role: 'reporter' }, {}, {}, { unitName: '环卫所' }, { role: 'department', text: '已经清理干净' }],
  })
  expect(JSON.stringify(view)).not.toMatch(/人员|在岗|岗位/)
})

test('a wrong code and a number that is none are answered alike, and not many times', async () => {
  const reported = await house.caseThatIs('reported')
  const attempt = (number: string, followCode: string) =>
    stranger.query<typeof queries.followCase>('cases.follow', { number, followCode })
  const wrong = await attempt(reported.number, 'AAAAAAAAAA')
  expect(await attempt('370113-2026-999999', 'AAAAAAAAAA')).toEqual(wrong)
  expect(wrong).toMatchObject({ code: 'cases/wrong-code' })
  for (let i = 0; i < 9; i++) await attempt(reported.number, `CCCCCCCCC${i}`)
  expect(await attempt(reported.number, reported.followCode)).toMatchObject({ code: 'cases/too-many-wrong-codes' })
  house.later(16)
  expect(await attempt(reported.number, reported.followCode)).toMatchObject({ number: reported.number })
})

test('rated with the code by whoever holds it, once, and only when closed', async () => {
  const open = await house.caseThatIs('verified')
  const rate = (who: { number: string; followCode: string }) =>
    stranger.command<typeof contract.rateCase>('cases.rate', { who, stars: 2, solved: false, comment: '又脏了' })
  expect(await rate(open)).toMatchObject({ code: 'cases/not-in-this-status' })
  expect(await rate({ ...open, followCode: 'AAAAAAAAAA' })).toMatchObject({ code: 'cases/wrong-code' })
  await verbs.closeCase(house.as(cast.chief), open.caseId)
  expect(await rate(open)).toMatchObject({ status: 'closed' })
  expect(await rate(open)).toMatchObject({ code: 'cases/already-rated' })
  const page = await verbs.showCase(acceptor, open.caseId)
  expect(page.rating).toEqual({ stars: 2, solved: false, comment: '又脏了' })
  const audit = await db.pool.query(
    `select subject_id from audit.entry where command = 'cases.rate' and outcome = 'done' order by id desc limit 1`,
  )
  expect(audit.rows).toEqual([{ subject_id: open.caseId }])
})
