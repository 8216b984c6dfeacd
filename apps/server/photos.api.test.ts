import { expect, test } from 'vitest'
import type { reportCase } from '#modules/cases/common/index.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { plainPhoto, sendPhoto } from '#testkit/photo.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'
import { FilePasses } from '#platform/files/server/file-pass.ts'

const town = await buildTown()
const worker = await town.as('grid-worker')
const cleaner = await town.as('cleaner')

const see = (who: Neighbour, path: string) =>
  town.app.inject({ method: 'GET', url: `/api/files/${path}`, headers: who.cookie ? { cookie: who.cookie } : {} })
const statusOf = async (who: Neighbour, path: string) => (await see(who, path)).statusCode

async function upload(who: Neighbour): Promise<string> {
  const { status, body } = await sendPhoto(town, who, await plainPhoto())
  expect(status).toBe(200)
  return body.fileId!
}

const report = (who: Neighbour, photos: string[]) =>
  who.command<typeof reportCase>('cases.report', { caseId: newId(), source: 'worker', description: '垃圾', photos })

test('a photo that belongs to nothing is seen by its sender only', async () => {
  const id = await upload(worker)
  expect(await statusOf(worker, `${id}?size=small`)).toBe(200)
  expect(await statusOf(cleaner, id)).toBe(404)
  expect(await statusOf(town.nobody(), id)).toBe(404)
})

test('a photo of a case is seen by whoever sees the case', async () => {
  const id = await upload(worker)
  done(await report(worker, [id]))
  expect(await statusOf(await town.as('acceptor'), id)).toBe(200)
  expect(await statusOf(cleaner, id)).toBe(404)
  expect(await statusOf(await town.as('audit-admin'), id)).toBe(404)
  const shown = await see(worker, id)
  expect(shown.headers['content-type']).toBe('image/jpeg')
  expect(shown.headers['x-content-type-options']).toBe('nosniff')
})

test('one photo belongs to one thing, and only its sender can use it', async () => {
  const id = await upload(worker)
  expect(await report(await town.as('grid-worker-next'), [id])).toMatchObject({ refused: true })
  done(await report(worker, [id]))
  expect(await report(worker, [id])).toMatchObject({ refused: true })
  expect(await report(worker, [newId()])).toMatchObject({ refused: true })
})

test('disguised, empty and oversized files get a sentence', async () => {
  const page = Buffer.from('<!doctype html><script>alert(1)</script>')
  expect(await sendPhoto(town, worker, page)).toMatchObject({ status: 400, body: { code: 'files/not-a-photo' } })
  expect(await sendPhoto(town, worker, Buffer.alloc(0))).toMatchObject({ status: 400, body: { code: 'files/no-file' } })
  const large = Buffer.concat([await plainPhoto(), Buffer.alloc(16 * 1024 * 1024)])
  expect(await sendPhoto(town, worker, large)).toMatchObject({ status: 413, body: { code: 'files/too-large' } })
})

test('a body that broke off, has no boundary or holds no file gets a sentence', async () => {
  const send = async (payload: string, who = worker, url = '/api/files', boundary = '; boundary=x') => {
    const headers = { 'x-wangge': '1', 'content-type': `multipart/form-data${boundary}`, cookie: who.cookie }
    const reply = await town.app.inject({ method: 'POST', url, headers, payload })
    return reply.json<{ code: string }>().code
  }
  const part = (more: string) => `--x\r\ncontent-disposition: form-data; name="file"${more}\r\n\r\nabc`
  expect(await send(part('; filename="a.jpg"'))).toBe('files/cut-off')
  expect(await send('--x\r\ncontent-disp')).toBe('files/cut-off')
  expect(await send('garbage')).toBe('files/cut-off')
  expect(await send(part('; filename="a.jpg"'), worker, '/api/files', '')).toBe('files/cut-off')
  expect(await send(`${part('')}\r\n--x--\r\n`)).toBe('files/no-file')
  expect(await send('garbage', worker, '/api/papers')).toBe('files/cut-off')
  expect(await send('garbage', town.nobody(), '/api/papers')).toBe('commands/sign-in-first')
  expect(await send('garbage', await town.as('resident'), '/api/papers')).toBe('commands/not-allowed')
})

test('an address that is no id is not found, whatever it tries', async () => {
  for (const path of ['..%2f..%2fkeys.json', 'x', `${newId()}`, '%00']) expect(await statusOf(worker, path)).toBe(404)
})

test('a pass opens one photo for a while, and no other', () => {
  const passes = new FilePasses(Buffer.alloc(32, 1))
  const at = '2026-09-01T01:00:00.000Z'
  const pass = passes.issue('photo-1', at)
  expect(passes.isGood(pass, 'photo-1', '2026-09-01T01:59:00.000Z')).toBe(true)
  expect(passes.isGood(pass, 'photo-1', '2026-09-01T02:01:00.000Z')).toBe(false)
  expect(passes.isGood(pass, 'photo-2', at)).toBe(false)
  expect(new FilePasses(Buffer.alloc(32, 2)).isGood(pass, 'photo-1', at)).toBe(false)
  for (const forged of ['', '.', 'zzzz', `${pass}x`]) expect(passes.isGood(forged, 'photo-1', at)).toBe(false)
})

test('a photo whose report was never sent is gone on the third day; one that belongs to a case stays', async () => {
  const forgotten = await upload(worker)
  const kept = await upload(worker)
  done(await report(worker, [kept]))
  town.clock.advance({ days: 1 })
  await town.jobs.send('files.sweep-unattached')
  await town.jobs.drain()
  expect(await statusOf(await town.as('grid-worker'), forgotten)).toBe(200)
  town.clock.advance({ days: 2 })
  await town.jobs.send('files.sweep-unattached')
  expect(await town.jobs.drain()).toBeGreaterThan(0)
  expect(await statusOf(await town.as('grid-worker'), forgotten)).toBe(404)
  expect(await statusOf(await town.as('acceptor'), kept)).toBe(200)
})
