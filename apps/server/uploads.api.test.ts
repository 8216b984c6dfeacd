import { expect, test } from 'vitest'
import type { reportCase } from '#modules/cases/common/index.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { plainPhoto } from '#testkit/photo.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'

const town = await buildTown()
const worker = await town.as('grid-worker')
const photo = await plainPhoto()

async function piece(
  who: Neighbour,
  id: string,
  offset: number,
  bytes: Buffer,
  total = photo.length,
  takenAt = '2026-09-01T00:30:00.000Z',
) {
  const reply = await town.app.inject({
    method: 'POST',
    url: `/api/uploads/${id}?total=${total}&offset=${offset}&takenAt=${takenAt}`,
    headers: {
      'x-wangge': '1',
      'content-type': 'application/octet-stream',
      ...(who.cookie ? { cookie: who.cookie } : {}),
    },
    payload: bytes,
  })
  return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() }
}
const half = Math.floor(photo.length / 2)
const nothing = Buffer.alloc(0)

test('a photo in pieces, one doubled, one late, one asked about: whole once, and part of a report by the phone’s id', async () => {
  const id = newId()
  expect((await piece(worker, id, 0, photo.subarray(0, half))).body).toEqual({ arrived: half, isWhole: false })
  expect((await piece(worker, id, 0, photo.subarray(0, half))).body).toEqual({ arrived: half, isWhole: false })
  expect((await piece(worker, id, half + 5, photo.subarray(half + 5))).body).toEqual({ arrived: half, isWhole: false })
  expect((await piece(worker, id, half, nothing)).body).toEqual({ arrived: half, isWhole: false })
  expect((await piece(worker, id, half, photo.subarray(half))).body).toEqual({ arrived: photo.length, isWhole: true })
  expect((await piece(worker, id, half, photo.subarray(half))).body).toEqual({ arrived: photo.length, isWhole: true })
  const report = { caseId: newId(), source: 'worker' as const, description: '垃圾', photos: [id] }
  done(await worker.command<typeof reportCase>('cases.report', report))
  const shown = await town.app.inject({ url: `/api/files/${id}`, headers: { cookie: worker.cookie! } })
  expect(shown.headers['content-type']).toBe('image/jpeg')
})

test('nobody’s, somebody else’s, too long, no photo: each is refused, and a wrong one may begin again', async () => {
  const id = newId()
  expect((await piece(town.nobody(), id, 0, photo)).status).toBe(401)
  await piece(worker, id, 0, photo.subarray(0, half))
  expect((await piece(await town.as('cleaner'), id, half, photo.subarray(half))).status).toBe(404)
  expect((await piece(worker, id, 0, photo, photo.length - 1)).body).toMatchObject({ code: 'files/piece-wrong' })
  expect((await piece(worker, newId(), 0, nothing, 16 * 1024 * 1024)).body).toMatchObject({ code: 'files/too-large' })
  expect((await piece(worker, 'x', 0, photo)).body).toMatchObject({ code: 'files/piece-wrong' })
  const yearZero = '0000-01-01T00:00:00.000Z'
  const never = await piece(worker, newId(), 0, photo, photo.length, yearZero)
  expect(never.body).toMatchObject({ code: 'files/piece-wrong' })
  const words = Buffer.from('no photo at all')
  const other = newId()
  expect((await piece(worker, other, 0, words, words.length)).body).toMatchObject({ code: 'files/not-a-photo' })
  expect((await piece(worker, other, 0, photo)).body).toEqual({ arrived: photo.length, isWhole: true })
})

test('the same last piece twice at the same moment makes one photo', async () => {
  const id = newId()
  await piece(worker, id, 0, photo.subarray(0, half))
  const both = await Promise.all([1, 2].map(() => piece(worker, id, half, photo.subarray(half))))
  expect(both.some(({ body }) => body.isWhole === true)).toBe(true)
  expect((await piece(worker, id, half, nothing)).body).toEqual({ arrived: photo.length, isWhole: true })
})

test('half a photo nobody went on with is gone on the third day', async () => {
  const id = newId()
  await piece(worker, id, 0, photo.subarray(0, half))
  town.clock.advance({ days: 3 })
  await town.jobs.send('files.sweep-unattached')
  expect(await town.jobs.drain()).toBeGreaterThan(0)
  expect((await piece(await town.as('grid-worker'), id, half, nothing)).body).toEqual({ arrived: 0, isWhole: false })
})
