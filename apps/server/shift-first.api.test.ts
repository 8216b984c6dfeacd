import { expect, test } from 'vitest'
import type * as cases from '#modules/cases/common/index.ts'
import type { countInbox, listInbox } from '#platform/inbox/common/contract.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type { putSetting } from '#platform/settings/common/contract.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'

// Half past ten in the morning: acceptor 1, duty chief 1 and dispatcher 1 are on shift. The street's command centre has
// the same rights and works without shifts.
const town = await buildTown()

async function reported(): Promise<string> {
  const caseId = newId()
  const [place] = town.program.grids.all().filter(grid => grid.level === 4)
  const report = { caseId, source: 'worker' as const, description: '杂物堵路', place: place!.labelPlace }
  done(await (await town.as('grid-worker')).command<typeof cases.reportCase>('cases.report', report))
  return caseId
}

async function step(who: Neighbour, name: string, caseId: string, more: object = {}): Promise<void> {
  const { version } = done(await who.query<typeof cases.showCase>('cases.show', { caseId }))
  done(await who.command(name as never, { caseId, version, ...more } as never))
}

async function lineOf(who: Neighbour, caseId: string, shift: 'first' | 'all' = 'first') {
  for (let cursor: string | undefined; ; ) {
    const asked = { limit: 100, shift, ...(cursor ? { cursor } : {}) }
    const page = done(await who.query<typeof listInbox>('inbox.list', asked))
    const found = page.rows.find(row => row.subjectId === caseId)
    if (found || page.next === null) return found
    cursor = page.next
  }
}
const waitsFor = async (login: string, caseId: string) => (await lineOf(await town.as(login), caseId)) !== undefined
const counted = async (login: string) => done(await (await town.as(login)).query<typeof countInbox>('inbox.count', {}))

async function told(): Promise<{ subject_kind: string; subject_id: string; permission: string; grid_path: string }[]> {
  const { rows: before } = await town.db.pool.query<{ id: string }>(
    'select coalesce(max(id), 0) as id from live.change',
  )
  await town.jobs.send('cases.turns')
  await town.jobs.drain()
  const { rows } = await town.db.pool.query(
    'select subject_kind, subject_id, permission, grid_path from live.change where id > $1 order by id',
    [before[0]!.id],
  )
  return rows
}

test('what comes in is first for the shift, then for everybody with the right, who can see it before by asking', async () => {
  const before = await counted('street-centre')
  const caseId = await reported()
  expect(await waitsFor('acceptor', caseId)).toBe(true)
  expect(await waitsFor('duty-chief', caseId)).toBe(true)
  expect(await waitsFor('street-centre', caseId)).toBe(false)
  const after = await counted('street-centre')
  expect(after.total).toBe(before.total)
  expect(after.ofTheShift).toBe(before.ofTheShift + 1)
  expect(await counted('acceptor')).toMatchObject({ ofTheShift: 0 })
  expect(await lineOf(await town.as('street-centre'), caseId, 'all')).toMatchObject({ isOfTheShift: true })
  expect(await lineOf(await town.as('acceptor'), caseId, 'all')).toMatchObject({ isOfTheShift: false })
  // Right and turn are two things: it may be taken in all the same.
  const other = await reported()
  await step(await town.as('street-centre'), 'cases.accept', other)

  town.clock.advance({ minutes: 9 })
  expect(await waitsFor('street-centre', caseId)).toBe(false)
  town.clock.advance({ minutes: 1 })
  expect(await waitsFor('street-centre', caseId)).toBe(true)
  // Open pages ask again, though nobody did anything.
  expect(await told()).toContainEqual(
    expect.objectContaining({ subject_kind: 'case', subject_id: caseId, permission: 'cases.accept' }),
  )
  expect((await counted('street-centre')).total).toBeGreaterThan(before.total)
})

test('filing, dispatch and closing are the shift’s first as well', async () => {
  const centre = await town.as('street-centre')
  const caseId = await reported()
  await step(centre, 'cases.accept', caseId)
  expect([await waitsFor('duty-chief', caseId), await waitsFor('street-centre', caseId)]).toEqual([true, false])
  await step(centre, 'cases.file', caseId, { classKind: 'event', classCode: '06010' })
  expect([await waitsFor('dispatcher', caseId), await waitsFor('street-centre', caseId)]).toEqual([true, false])
})

test('what one post has claimed stays with that post, until its limit has passed', async () => {
  const caseId = await reported()
  const acceptor = await town.as('acceptor')
  await step(acceptor, 'cases.claim', caseId)
  expect([await waitsFor('acceptor', caseId), await waitsFor('duty-chief', caseId)]).toEqual([true, false])
  expect(await lineOf(await town.as('duty-chief'), caseId, 'all')).toMatchObject({ isOfTheShift: true })
  town.clock.advance({ minutes: 29 })
  expect(await waitsFor('duty-chief', caseId)).toBe(false)
  town.clock.advance({ minutes: 1 })
  expect(await waitsFor('duty-chief', caseId)).toBe(true)
  expect((await told()).map(row => row.subject_id)).toContain(caseId)
})

test('at the change of shifts the desks ask again, and by night another acceptor is first', async () => {
  // Twenty past eleven in the morning: nobody comes or goes.
  expect((await told()).filter(row => row.subject_kind === 'shift')).toEqual([])
  const minutes = (Date.parse('2026-09-15T12:00:30.000Z') - Date.parse(town.clock.now())) / 60_000
  town.clock.advance({ minutes })
  const desks = (await told()).filter(row => row.subject_kind === 'shift')
  expect(desks.map(row => row.permission)).toEqual(
    expect.arrayContaining(['cases.accept', 'cases.file', 'cases.dispatch', 'cases.close']),
  )
  expect(new Set(desks.map(row => row.grid_path)).size).toBe(1)
  // For an hour both are there, so that work is handed over.
  expect(await waitsFor('acceptor', await reported())).toBe(true)
  town.clock.advance({ minutes: 60 })
  expect((await told()).map(row => row.permission)).toContain('cases.accept')
  const caseId = await reported()
  expect(await waitsFor('acceptor', caseId)).toBe(false)
  expect(await waitsFor('street-centre', caseId)).toBe(false)
  // No dispatcher works at night: what waits for dispatch waits for whoever may.
  const centre = await town.as('street-centre')
  await step(centre, 'cases.accept', caseId)
  await step(centre, 'cases.file', caseId, { classKind: 'event', classCode: '06010' })
  expect([await waitsFor('dispatcher', caseId), await waitsFor('street-centre', caseId)]).toEqual([true, true])
})

test('a place may give no precedence, from the next request on', async () => {
  // What a process changed itself it need not hear of.
  await town.program.feed.stop()
  const setting = { group: 'procedure', key: 'shiftFirstMinutes', seenVersion: 0, value: 0, reason: '人少，不分先后' }
  const from = town.clock.now().slice(0, 10)
  done(await (await town.as('system-admin')).command<typeof putSetting>('settings.put', { ...setting, from }))
  expect(await waitsFor('street-centre', await reported())).toBe(true)
  expect(await waitsFor('acceptor', await reported())).toBe(true)
})
