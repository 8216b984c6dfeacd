import { expect, test } from 'vitest'
import { reportCase } from '#modules/cases/testing.ts'
import { buildTown, type Neighbour } from '#testkit/town.ts'

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
})
