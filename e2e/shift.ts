import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { ask, order, signInQuietly, visitor } from './visitor.ts'

interface Plan {
  readonly gridPath: string
  readonly postId: string
}

/** One day of a worker's work as the office lays it out: people on a care list, and a round with points. */
export interface Shift {
  readonly people: readonly { readonly personId: string; readonly name: string }[]
  readonly points: readonly string[]
  readonly roundTitle: string
}

/** Puts so many people of the grid on a care list, due within the coming days, and writes a plan for today. */
export async function laidOutShift(browser: Browser, address: string, visits: number): Promise<Shift> {
  const worker = await visitor(browser, address)
  const security = await visitor(browser, address)
  const committee = await visitor(browser, address)
  const lead = await visitor(browser, address)
  await signInQuietly(worker, 'grid-worker')
  await signInQuietly(security, 'security-admin')
  await signInQuietly(committee, 'committee')
  await signInQuietly(lead, 'grid-lead')
  await order(security, 'registry.put-care-policy', {
    ...{ group: 'old-alone', isOn: true, visitDays: 2, keepDays: 180, reason: '探访关爱' },
  })
  const { rows } = await ask<{ rows: { thingId: string; title: string }[] }>(worker, 'registry.list', {
    kind: 'person',
    limit: String(visits),
  })
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  for (const { thingId } of rows) {
    await order(committee, 'registry.enlist', {
      ...{ careId: randomUUID(), personId: thingId, group: 'old-alone', cause: 'alone', basis: 'statutory' },
      since: today,
    })
  }
  const own = (await ask<{ rows: Plan[] }>(worker, 'patrol.plans')).rows[0]!
  const points = ['东门', '地下车库', '消防通道', '西门', '北门']
  const roundTitle = '离线全天巡查'
  await order(lead, 'patrol.write-plan', {
    ...{ planId: randomUUID(), version: 0, title: roundTitle, gridPath: own.gridPath, postId: own.postId },
    points: points.map((name, n) => ({
      ...{ pointId: `${n}`, name, place: null, indoors: n === 1, note: '' },
      checklistId: n === 2 ? 'fire-lane' : 'daily-patrol',
    })),
    rhythm: { weekdays: [1, 2, 3, 4, 5, 6, 7], spans: [{ name: '全天', from: '00:00', until: '00:00' }] },
    ...{ validFrom: today, validUntil: null },
  })
  await Promise.all([worker, security, committee, lead].map(one => one.leave()))
  return { people: rows.map(({ thingId, title }) => ({ personId: thingId, name: title })), points, roundTitle }
}
