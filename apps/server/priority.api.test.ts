import { expect, test } from 'vitest'
import type { listCases, previewPriority } from '#modules/cases/common/index.ts'
import { buildTown, done } from '#testkit/town.ts'

const town = await buildTown()
await town.jobs.send('cases.weigh')
await town.jobs.drain()
const preview = async (login: string, input: object) =>
  done(await (await town.as(login)).query<typeof previewPriority>('cases.preview-priority', input))

test('the list shows how much each open case presses, as the inbox says it, and nothing to whom it does not concern', async () => {
  const supervisor = await town.as('supervisor')
  const { rows } = done(await supervisor.query<typeof listCases>('cases.list', { limit: 100 }))
  const ended = rows.filter(row => ['closed', 'refused', 'joined', 'voided'].includes(row.status))
  expect(ended.every(row => row.score === null && row.band === 0)).toBe(true)
  const open = rows.filter(row => !ended.includes(row))
  expect(open.every(row => row.score !== null)).toBe(true)
  expect(open.filter(row => row.band > 0).every(row => row.score! >= 45)).toBe(true)
  const resident = await town.as('resident')
  const own = done(await resident.query<typeof listCases>('cases.list', { limit: 100 }))
  expect(own.rows.every(row => row.score === null)).toBe(true)
})

test('other weights are tried on all open cases, which are listed as far as one may see them, and change none', async () => {
  const same = await preview('supervisor', {})
  expect(same).toMatchObject({ up: 0, down: 0, rows: [] })
  expect(same.total).toBeGreaterThan(10)
  const onlyTime = { danger: 0, people: 0, repetition: 0, weak: 0, time: 100 }
  const tried = await preview('supervisor', onlyTime)
  const late = tried.rows.find(row => row.after === 100)
  expect(late).toMatchObject({ bandAfter: 3 })
  expect(tried.up).toBe(tried.rows.filter(row => row.bandAfter > row.bandBefore).length)
  const band = Math.abs(tried.rows[0]!.bandAfter - tried.rows[0]!.bandBefore)
  expect(tried.rows.every(row => Math.abs(row.bandAfter - row.bandBefore) <= band)).toBe(true)
  const supervisor = await town.as('supervisor')
  const { rows } = done(await supervisor.query<typeof listCases>('cases.list', { limit: 100 }))
  expect(rows.find(row => row.caseId === late!.caseId)?.score).toBe(late!.before)
  // Who sets the weights sees what they do to the whole place, and no case.
  const { total, up, down } = tried
  expect(await preview('system-admin', onlyTime)).toMatchObject({ total, up, down, seen: 0, changed: 0, rows: [] })
  expect(tried).toMatchObject({ seen: total, changed: expect.any(Number) })
})
