import { expect, test } from 'vitest'
import type { dispatchCase, fileCase, listUnits, showCase } from '#modules/cases/common/index.ts'
import { reportCase } from '#modules/cases/testing.ts'
import { toQueryString } from '#platform/contract/common/query-string.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'

const town = await buildTown()
const name = '欧阳举报'
const phone = '13900007788'
const traces = [name, phone, '欧**', '欧*', '139****7788']

const [nobody, chief, dispatcher, handler] = [
  town.nobody(),
  ...(await Promise.all(['street-centre', 'dispatcher', 'handler'].map(login => town.as(login)))),
] as [Neighbour, Neighbour, Neighbour, Neighbour]
const version = async (caseId: string) => done(await chief.query<typeof showCase>('cases.show', { caseId })).version

/** With the handler's own department, reported by somebody who left name and number. */
const { caseId, number } = await reportCase(nobody, {
  ...{ description: '这家单位自己堆的垃圾', reporter: { name, phone } },
  place: { lon: 113.7, lat: 34.76, frame: 'wgs84' },
})
done(await chief.command('cases.accept' as never, { caseId, version: 1 } as never))
const filed = { caseId, version: 2, classKind: 'event', classCode: '06010' } as const
done(await chief.command<typeof fileCase>('cases.file', filed))
const { units } = done(await dispatcher.query<typeof listUnits>('cases.units', {}))
const { post } = done(await handler.query('identity.me' as never, {} as never)) as unknown as {
  post: { unitName: string }
}
const { unitId } = units.find(unit => unit.name === post.unitName)!
done(
  await dispatcher.command<typeof dispatchCase>('cases.dispatch', { caseId, version: await version(caseId), unitId }),
)

/** Every way in which somebody may ask about it. */
const inputs: readonly object[] = [
  ...[{}, { caseId }, { caseIds: [caseId], action: 'handle' }, { subjectKind: 'case', subjectId: caseId }, { number }],
  ...[{ text: name }, { text: phone }, { q: name }, { limit: 50 }, { state: 'open' }, { lon: 113.7, lat: 34.76 }],
  { bbox: [113, 34, 114, 35] },
]

test('whoever handles a matter is told by no endpoint who reported it', async () => {
  const queries = town.program.modules.flatMap(module => module.queries).map(({ endpoint }) => endpoint)
  const about = new Set<string>()
  for (const { name: asked } of queries) {
    for (const input of inputs) {
      const url = `/api/${asked}?${toQueryString(input)}`
      const reply = await town.app.inject({ method: 'GET', url, headers: { 'x-wangge': '1', cookie: handler.cookie } })
      // What was asked for is said back in no answer but a refusal's; files are made of the same page as `cases.show`.
      const said = Object.values(input).some(value => value === name || value === phone) ? [] : traces
      const { body } = reply
      if (reply.statusCode === 200 && body.includes(caseId)) about.add(asked)
      expect([asked, input, said.filter(trace => body.includes(trace))]).toEqual([asked, input, []])
    }
  }
  // Else the test would ask the wrong questions: these answer a handler about the case.
  for (const asked of ['cases.show', 'cases.list', 'cases.points', 'inbox.list', 'cases.try-step'])
    expect([...about]).toContain(asked)
})

test('finding by name or number of a reporter finds nothing, and looking is refused', async () => {
  for (const text of [name, phone]) {
    const reply = await town.app.inject({
      ...{ method: 'GET', url: `/api/cases.list?${toQueryString({ text })}` },
      headers: { 'x-wangge': '1', cookie: handler.cookie },
    })
    expect(reply.json()).toMatchObject({ rows: [] })
  }
  const look = await handler.command('cases.see-reporter' as never, { caseId, reason: '想知道是谁' } as never)
  expect(look).toMatchObject({ refused: true })
})

test('the desk that may ask for it is shown the masked name, and the department gives it back without learning it', async () => {
  const acceptor = await town.as('acceptor')
  const page = done(await acceptor.query<typeof showCase>('cases.show', { caseId }))
  expect(page.reporter).toMatchObject({ name: '欧**', phone: '139****7788', maySee: true })
  const back = { caseId, version: page.version, reason: '不归我单位' }
  const answer = await handler.command('cases.return' as never, back as never)
  expect(traces.filter(trace => JSON.stringify(answer).includes(trace))).toEqual([])
})
