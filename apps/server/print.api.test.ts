import { expect, test } from 'vitest'
import { reportCase } from '#modules/cases/testing.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'

const town = await buildTown()
const worker = await town.as('grid-worker')

const print = (who: Neighbour, caseId: string) =>
  town.app.inject({
    method: 'GET',
    url: `/api/cases.print?caseId=${caseId}`,
    headers: who.cookie ? { cookie: who.cookie } : {},
  })

test('a case file comes as a PDF to whoever sees the case, and as the usual refusal to others', async () => {
  const { caseId, number } = await reportCase(worker, { source: 'worker' })
  const paper = await print(worker, caseId)
  expect(paper.statusCode).toBe(200)
  expect(paper.headers['content-type']).toBe('application/pdf')
  expect(paper.headers['cache-control']).toBe('no-store')
  expect(paper.headers['content-disposition']).toContain(encodeURIComponent(`${number}.pdf`))
  expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  const refused = await print(await town.as('cleaner'), caseId)
  expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([404, 'cases/not-found'])
  expect((await print(town.nobody(), caseId)).statusCode).toBe(401)
  // What leaves the house is on record, once for each paper; what was refused did not leave it.
  const { rows } = await town.db.pool.query<{ actor_id: string; outcome: string }>(
    "select actor_id, outcome from audit.entry where command = 'cases.print' and subject_kind = 'case' and subject_id = $1",
    [caseId],
  )
  const { person } = done(await worker.query('identity.me' as never, {} as never)) as unknown as {
    person: { id: string }
  }
  expect(rows).toEqual([{ actor_id: person.id, outcome: 'done' }])
})

test('an order comes as a PDF in the form of official papers, and its printing is on record', async () => {
  const supervisor = await town.as('supervisor')
  const { rows } = done(await supervisor.query('supervision.orders' as never, {} as never)) as unknown as {
    rows: { orderId: string }[]
  }
  const { orderId } = rows[0]!
  const paper = await town.app.inject({
    ...{ method: 'GET', url: `/api/supervision.print-order?orderId=${orderId}` },
    headers: { cookie: supervisor.cookie },
  })
  expect(paper.headers['content-type']).toBe('application/pdf')
  const kept = await town.db.pool.query(
    "select outcome from audit.entry where command = 'supervision.print-order' and subject_id = $1",
    [orderId],
  )
  expect(kept.rows).toEqual([{ outcome: 'done' }])
})
