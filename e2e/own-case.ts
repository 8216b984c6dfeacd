import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { ask, order, signInQuietly, visitor } from './visitor.ts'

/**
 * A report of the test's own, by the grid worker in their grid: what lies in the demo town's queues may be gone, since
 * the files of tests share a town and run in any order.
 */
export async function freshReport(browser: Browser, address: string): Promise<string> {
  const worker = await visitor(browser, address)
  await signInQuietly(worker, 'grid-worker')
  const me = await ask<{ post: { gridPath: string } }>(worker, 'identity.me')
  const { labelPlace: place } = await ask<{ labelPlace: { lon: number; lat: number } }>(worker, 'grid.show', {
    path: me.post.gridPath,
  })
  const caseId = randomUUID()
  const description = '路边一堆暴露垃圾，没人清'
  await order(worker, 'cases.report', { caseId, source: 'worker', description, place, photos: [] })
  await worker.leave()
  return caseId
}

/** The same, dispatched to this department now, so that its clock has just begun. */
export async function freshlySentTo(browser: Browser, address: string, unitName: string): Promise<string> {
  const caseId = await freshReport(browser, address)
  const centre = await visitor(browser, address)
  await signInQuietly(centre, 'street-centre')
  const { units } = await ask<{ units: { unitId: string; name: string }[] }>(centre, 'cases.units')
  const unitId = units.find(unit => unit.name === unitName)?.unitId
  await next('cases.accept', {})
  await next('cases.file', { classKind: 'event', classCode: '06010' })
  await next('cases.dispatch', { unitId })
  await centre.leave()
  return caseId

  async function next(step: string, data: object): Promise<void> {
    const { version } = await ask<{ version: number }>(centre, 'cases.show', { caseId })
    await order(centre, step, { caseId, version, ...data })
  }
}
