import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '#platform/kernel/server/clock.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import type { JobHandler } from './job.ts'
import { JobQueue, prepareQueues } from './queue.ts'

const { db, appUrl, ownerUrl } = await freshDatabase()
const done: unknown[] = []
const record: JobHandler = { name: 'test.record', run: async ({ data }) => void done.push(data) }
let mends = false
const fail: JobHandler = {
  name: 'test.fail',
  retries: 0,
  run: async () => {
    if (!mends) throw new Error('cannot reach the other side')
    done.push('mended')
  },
}
const queue = new JobQueue(appUrl, db, systemClock, 'worker')

beforeAll(async () => {
  await Promise.all([prepareQueues(ownerUrl, [record, fail]), prepareQueues(ownerUrl, [record, fail])])
  await queue.start(error => {
    throw error
  })
  await queue.work([record, fail])
})
afterAll(() => queue.stop())

const send = (name: string, data: object) => db.unitOfWork(tx => queue.enqueue(tx, { name, data }))

test('a job put in with the work runs after commit', async () => {
  const data = { id: newId() }
  await send('test.record', data)
  await expect.poll(() => done, { timeout: 15_000 }).toContainEqual(data)
})

test('a job put in by work that is undone never was', async () => {
  const data = { id: newId() }
  const undone = db.unitOfWork(async tx => {
    await queue.enqueue(tx, { name: 'test.record', data })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  const after = { id: newId() }
  await send('test.record', after)
  await expect.poll(() => done, { timeout: 15_000 }).toContainEqual(after)
  expect(done).not.toContainEqual(data)
})

test('a job that fails for good lies in the dead letters with its reason, and can be sent back', async () => {
  await send('test.fail', {})
  await expect.poll(() => queue.failed(10), { timeout: 15_000 }).toHaveLength(1)
  const [letter] = await queue.failed(10)
  expect(letter).toMatchObject({ name: 'test.fail', error: 'cannot reach the other side' })
  mends = true
  expect(await queue.retry([letter!.id])).toBe(1)
  await expect.poll(() => done, { timeout: 15_000 }).toContain('mended')
  expect(await queue.failed(10)).toEqual([])
})

test('what the database would not take is not read out to whoever looks after the jobs', async () => {
  const spilling: JobHandler = {
    name: 'test.spill',
    retries: 0,
    run: async () => void (await db.pool.query('select $1::date', ['张伟家的生日'])),
  }
  await prepareQueues(ownerUrl, [spilling])
  await send('test.spill', {})
  await expect(queue.drain([spilling])).rejects.toThrow('the job test.spill failed')
  const about = { name: 'test.spill', error: 'invalid input syntax for type date: "…"' }
  await expect.poll(() => queue.failed(10), { timeout: 15_000 }).toMatchObject([about])
  await queue.retry((await queue.failed(10)).map(({ id }) => id))
  await queue.drain([{ ...spilling, run: async () => {} }])
})

test('draining runs jobs that jobs have put in, says how many ran, and is loud about one that fails', async () => {
  const steps: string[] = []
  const second: JobHandler = { name: 'test.second', run: async () => void steps.push('second') }
  const first: JobHandler = {
    name: 'test.first',
    run: async () => {
      steps.push('first')
      await send('test.second', {})
    },
  }
  const broken: JobHandler = {
    name: 'test.broken',
    retries: 0,
    run: async () => {
      throw new Error('out of paper')
    },
  }
  await prepareQueues(ownerUrl, [first, second, broken])
  await send('test.first', {})
  expect(await queue.drain([second, first])).toBe(2)
  expect(steps).toEqual(['first', 'second'])
  expect(await queue.drain([second, first])).toBe(0)
  await send('test.broken', {})
  await expect(queue.drain([broken])).rejects.toThrow('the job test.broken failed')
  await expect.poll(() => queue.failed(10), { timeout: 15_000 }).toMatchObject([{ error: 'out of paper' }])
})
