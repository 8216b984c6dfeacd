import { expect, test } from 'vitest'
import type * as help from '#modules/help/common/index.ts'
import type { setPhone } from '#modules/places/common/index.ts'
import type { listInbox } from '#platform/inbox/common/contract.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type { listNotices } from '#platform/notices/common/contract.ts'
import { expectUnreadable } from '#testkit/expect-unreadable.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'

const town = await buildTown()
const [worker, next, head, lead, centre, supervisor, handler] = (await Promise.all(
  ['grid-worker', 'grid-worker-next', 'building-head', 'grid-lead', 'street-centre', 'supervisor', 'handler'].map(
    login => town.as(login),
  ),
)) as [Neighbour, Neighbour, Neighbour, Neighbour, Neighbour, Neighbour, Neighbour]

/** The lead of the small grid next door, who has no part in the demo. */
const { rows: nextDoor } = await town.db.pool.query<{ login: string }>(
  `select account.login from identity.staffed_post post join identity.account on account.person_id = post.person_id
   where post.role_code = 'grid-lead' and post.grid_path = '1.1.2'`,
)
const besideLead = await town.as(nextDoor[0]!.login)

async function callAs(as: Neighbour, more: object = {}) {
  const callId = newId()
  const input = { callId, at: town.clock.now(), ...more }
  const answer = done(await as.command<typeof help.callForHelp>('help.call', input))
  return { callId, told: answer.told }
}
const show = (as: Neighbour, callId: string) => as.query<typeof help.showCall>('help.show', { callId })
const take = (as: Neighbour, callId: string, takesOver = false) =>
  as.command<typeof help.takeCall>('help.take', { callId, takesOver })
const end = (as: Neighbour, callId: string) =>
  as.command<typeof help.endCall>('help.end', { callId, outcome: 'helped', text: '到场，人没有事' })
const inboxOf = async (as: Neighbour, callId: string) =>
  done(await as.query<typeof listInbox>('inbox.list', { limit: 50 })).rows.filter(row => row.subjectId === callId)

test('a building head sees whom to call, with whole numbers of the own ground only', async () => {
  const { posts, gridNames } = done(await head.query<typeof help.onCall>('help.on-call', {}))
  expect(gridNames.length).toBeGreaterThan(2)
  const told = posts.filter(({ isTold }) => isTold)
  expect(told.some(({ title }) => title.includes('小网格长'))).toBe(true)
  expect(told.some(({ title }) => title.includes('指挥中心'))).toBe(true)
  const phones = posts.flatMap(({ phone }) => phone ?? [])
  expect(phones.length).toBeGreaterThan(2)
  for (const phone of phones) expect(phone).toMatch(/^1990000\d{4}$/)
  // What the office sets is what the phone shows.
  const changed = posts.find(({ phone }) => phone !== null)!
  done(await centre.command<typeof setPhone>('places.set-phone', { postId: changed.postId, phone: '0531-88880000' }))
  const again = done(await head.query<typeof help.onCall>('help.on-call', {}))
  expect(again.posts.find(({ postId }) => postId === changed.postId)?.phone).toBe('0531-88880000')
  const others = done(await next.query<typeof help.onCall>('help.on-call', {}))
  expect(others.posts.map(({ gridName }) => gridName)).not.toContain(gridNames.at(-1))
})

test('a call reaches lead and centre at once: notice, top of the inbox; sealed; nobody else’s to see', async () => {
  const { callId, told } = await callAs(head, { text: '楼道里有人持刀' })
  expect(told).toBeGreaterThanOrEqual(2)
  for (const as of [lead, centre]) {
    expect(await inboxOf(as, callId)).toMatchObject([{ task: 'help', priority: 2 }])
    const notices = done(await as.query<typeof listNotices>('notices.list', { limit: 5 }))
    expect(notices.rows).toContainEqual(expect.objectContaining({ kind: 'help-called', subjectId: callId }))
    expect(done(await show(as, callId))).toMatchObject({ status: 'waiting', mayAnswer: true })
  }
  expect(done(await show(lead, callId)).phone, 'whom to call back').toMatch(/^1990000\d{4}$/)
  expect(done(await show(head, callId))).toMatchObject({ isMine: true, mayAnswer: false })
  for (const as of [next, supervisor, worker])
    expect(await show(as, callId)).toMatchObject({ code: 'help/no-such-call' })
  const kept = await town.db.pool.query('select said_sealed from help.event where call_id = $1', [callId])
  expectUnreadable(kept.rows, ['持刀'])
  expect(await inboxOf(worker, callId)).toEqual([])
})

test('a caller who says more from another grid is put before the people of that grid too, and the first keep the call', async () => {
  const { callId } = await callAs(worker)
  expect(await show(besideLead, callId)).toMatchObject({ code: 'help/no-such-call' })
  const inOne = async (path: string) => {
    const { rows } = await town.db.pool.query(
      'select label_lon as lon, label_lat as lat from grid.grid where path = $1',
      [path],
    )
    return { lon: Number(rows[0].lon), lat: Number(rows[0].lat), accuracyMetres: 9 }
  }
  const tell = async (path: string) =>
    done(
      await worker.command<typeof help.tellMore>('help.tell-more', {
        ...{ callId, at: town.clock.now(), text: '追到隔壁了', place: await inOne(path) },
      }),
    )
  const rung = async (as: Neighbour) =>
    done(await as.query<typeof listNotices>('notices.list', { limit: 50 })).rows.filter(
      row => row.kind === 'help-called' && row.subjectId === callId,
    ).length
  await tell('1.1.1')
  expect(await show(besideLead, callId), 'from the same grid nobody else is asked').toMatchObject({
    code: 'help/no-such-call',
  })
  await tell('1.1.2')
  await tell('1.1.2')
  const listed = done(await besideLead.query<typeof help.listCalls>('help.list', { limit: 20, isOpen: true }))
  expect(listed.rows.map(row => row.callId)).toContain(callId)
  expect(done(await show(besideLead, callId))).toMatchObject({ mayAnswer: true })
  expect(await inboxOf(besideLead, callId)).toMatchObject([{ task: 'help-moved', priority: 2 }])
  expect(await inboxOf(lead, callId)).toMatchObject([{ task: 'help' }])
  expect([await rung(besideLead), await rung(lead), await rung(centre)]).toEqual([1, 1, 1])
  done(await take(besideLead, callId))
  expect([await inboxOf(lead, callId), await inboxOf(centre, callId)]).toEqual([[], []])
  expect(await inboxOf(besideLead, callId)).toMatchObject([{ task: 'help' }])
  expect(done(await show(lead, callId))).toMatchObject({ status: 'taken', mayAnswer: true })
  done(await end(besideLead, callId))
})

test('it ends only by whoever took it; another takes over only by saying so; each step is told and on record', async () => {
  const { callId } = await callAs(worker)
  expect(await end(lead, callId)).toMatchObject({ code: 'help/not-taken' })
  done(await take(lead, callId))
  expect(await inboxOf(centre, callId)).toEqual([])
  expect(await inboxOf(lead, callId)).toMatchObject([{ task: 'help' }])
  expect(await take(centre, callId)).toMatchObject({ code: 'help/taken-by-another' })
  expect(await end(centre, callId)).toMatchObject({ code: 'help/taken-by-another' })
  done(await take(centre, callId, true))
  const safer = { callId, at: town.clock.now(), safer: 'safe' as const }
  done(await worker.command<typeof help.tellMore>('help.tell-more', safer))
  expect(done(await show(lead, callId))).toMatchObject({ status: 'taken', safer: 'safe', isWithMe: false })
  done(await end(centre, callId))
  expect(await inboxOf(centre, callId)).toEqual([])
  const shown = done(await show(worker, callId))
  expect(shown.events.map(({ kind }) => kind)).toEqual(['called', 'taken', 'taken', 'told-more', 'ended'])
  expect(shown).toMatchObject({ status: 'ended', outcome: 'helped' })
  const notices = done(await worker.query<typeof listNotices>('notices.list', { limit: 5 }))
  expect(notices.rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['help-taken', 'help-ended']))
  expect(await worker.command<typeof help.tellMore>('help.tell-more', safer)).toMatchObject({
    code: 'help/already-ended',
  })
  const audit = await town.db.pool.query('select command from audit.entry where subject_id = $1 order by at, id', [
    callId,
  ])
  expect(audit.rows.map(({ command }) => command)).toEqual(
    expect.arrayContaining(['help.call', 'help.take', 'help.end']),
  )
})

test('a call that waited for a signal keeps both times; the place that was sent decides who is told', async () => {
  const at = instantOf(millisecondsOf(town.clock.now()) - 40 * 60_000)
  const { callId } = await callAs(handler, { at })
  const shown = done(await show(centre, callId))
  expect(shown.at).toBe(at)
  expect(shown.heardAt > at).toBe(true)
  // A department's post stands in no grid: its call is everybody's at the top, and no grid lead's below.
  expect(await show(lead, callId)).toMatchObject({ code: 'help/no-such-call' })
  const grid = await town.db.pool.query("select label_lon as lon, label_lat as lat from grid.grid where path = '1.1.1'")
  expect(grid.rowCount).toBe(1)
  const place = { lon: Number(grid.rows[0].lon), lat: Number(grid.rows[0].lat), accuracyMetres: 12 }
  const placed = await callAs(handler, { place })
  const there = done(await show(lead, placed.callId))
  expect(there.place).toEqual(place)
  const swapped = { callId: newId(), at, place: { lon: place.lat, lat: place.lon, accuracyMetres: 12 } }
  expect(await handler.command<typeof help.callForHelp>('help.call', swapped)).toMatchObject({
    code: 'grid/coordinates-swapped',
  })
  expect(await handler.command<typeof help.callForHelp>('help.call', { callId, at })).toMatchObject({
    code: 'help/call-id-taken',
  })
})
