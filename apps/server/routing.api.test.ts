import { expect, test } from 'vitest'
import type * as cases from '#modules/cases/common/index.ts'
import type * as routing from '#modules/routing/common/index.ts'
import type { listNotices } from '#platform/notices/common/contract.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'

const town = await buildTown()
const centre = await town.as('street-centre')
const dispatcher = await town.as('dispatcher')

async function reported(): Promise<string> {
  const caseId = newId()
  const worker = await town.as('grid-worker')
  const [place] = town.program.grids.all().filter(grid => grid.level === 4)
  const description = '商户把杂物堆在人行道上'
  const report = { caseId, source: 'worker' as const, description, place: place!.labelPlace }
  done(await worker.command<typeof cases.reportCase>('cases.report', report))
  return caseId
}

async function step(who: Neighbour, name: string, caseId: string, more: object = {}): Promise<void> {
  const { version } = done(await centre.query<typeof cases.showCase>('cases.show', { caseId }))
  done(await who.command(name as never, { caseId, version, ...more } as never))
}

async function filed(): Promise<string> {
  const caseId = await reported()
  await step(centre, 'cases.accept', caseId)
  await step(centre, 'cases.file', caseId, { classKind: 'event', classCode: '09005' })
  return caseId
}

const ruleFor = async (caseId: string) =>
  done(await dispatcher.query<typeof cases.suggestForCase>('cases.suggest', { caseId })).rule
const kindsOf = async (who: Neighbour, caseId: string) =>
  done(await who.query<typeof listNotices>('notices.list', { limit: 100 }))
    .rows.filter(row => row.subjectId === caseId)
    .map(row => row.kind)

test('the rule is suggested, a department disputes it, and the ruling decides the next such case', async () => {
  const { units } = done(await dispatcher.query<typeof cases.listUnits>('cases.units', {}))
  const unitId = (name: string) => units.find(unit => unit.name.includes(name))!.unitId
  const caseId = await filed()
  expect(await ruleFor(caseId)).toMatchObject({ unitName: '综合行政执法中队' })

  await step(dispatcher, 'cases.dispatch', caseId, { unitId: unitId('环境卫生') })
  await step(await town.as('handler'), 'cases.dispute', caseId, { reason: '店外经营不归环卫管' })
  const ruling = { unitId: unitId('市场监督'), reason: '店外经营由市场监管处置', asRule: true }
  await step(dispatcher, 'cases.rule', caseId, ruling)
  town.clock.advance({ minutes: 1 })

  const next = await filed()
  const rule = await ruleFor(next)
  expect(rule).toMatchObject({ unitName: '市场监督管理所' })
  expect(rule!.reason).toMatch(/^案卷 \S+ 裁定：店外经营由市场监管处置$/)
  const { rows } = done(await dispatcher.query<typeof routing.listRules>('routing.list-rules', {}))
  const [made] = rows.filter(row => row.fromCase?.caseId === caseId)
  expect(made).toMatchObject({ gridPath: '1', classStart: '09005', mayEdit: false })
  const compared = done(await centre.query<typeof routing.compareRules>('routing.compare', { limit: 100 }))
  expect(compared.same + compared.other + compared.noRule).toBe(compared.rows.length)
  expect(compared.rows.length).toBeGreaterThan(10)
})

test('nobody claims: the shift is reminded, then the duty chief, then the report is given to the shift', async () => {
  const caseId = await reported()
  const tick = async (minutes: number) => {
    town.clock.advance({ minutes })
    for (const job of ['worktime.tick', 'cases.clock']) await town.jobs.send(job)
    await town.jobs.drain()
  }
  const [acceptor, chief] = [await town.as('acceptor'), await town.as('duty-chief')]
  await tick(5)
  expect(await kindsOf(acceptor, caseId)).toEqual([])
  await tick(6)
  expect(await kindsOf(acceptor, caseId)).toEqual(['cases.remind-claim'])
  expect(await kindsOf(chief, caseId)).not.toContain('cases.remind-assign')
  await tick(3)
  expect(await kindsOf(acceptor, caseId)).toEqual(['cases.remind-claim'])
  expect(await kindsOf(chief, caseId)).toContain('cases.remind-assign')
  await tick(2)
  const { procedure } = done(await centre.query<typeof cases.showCase>('cases.show', { caseId }))
  // Both are on shift and may accept; acceptors 2 and 3 and the other duty chief are at home.
  expect(['受理员1', '值班长1']).toContain(procedure.claimedBy)
})

test('what is returned is told to the dispatcher of the shift too, whoever dispatched', async () => {
  const { units } = done(await dispatcher.query<typeof cases.listUnits>('cases.units', {}))
  const caseId = await filed()
  await step(centre, 'cases.dispatch', caseId, { unitId: units.find(({ name }) => name.includes('环境卫生'))!.unitId })
  const handler = await town.as('handler')
  await step(handler, 'cases.return', caseId, { reason: '不归环卫管' })
  expect(await kindsOf(dispatcher, caseId)).toEqual(['cases.returned-to-shift'])
  expect(await kindsOf(centre, caseId)).toContain('cases.returned-to-you')
})
