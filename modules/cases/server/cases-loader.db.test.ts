import { expect, test } from 'vitest'
import { createSecretBox } from '#platform/crypto/server/index.ts'
import { nobody } from '#platform/authz/common/grants.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import type { CaseEvent } from '../common/case-file.ts'
import * as verbs from '../testing.ts'
import { plainClocks } from './plain-clocks.ts'
import { closedWithReachableReporter } from './reachable-store.ts'
import { CasesLoader, type LoadedMatter } from './cases-loader-store.ts'

const { db } = await freshDatabase()
const house = await verbs.CasesHouse.open(db)
const at = '2026-03-01T01:00:00.000Z'
const by = { at, by: 'desk', postId: 'p' }

function matter(serial: number, ...further: CaseEvent[]): LoadedMatter {
  const place = {
    point: house.placeIn('1.2', serial),
    accuracyMetres: null,
    frame: 'wgs84',
    address: null,
    gridPath: '1.2',
    gridNames: ['示范街道', '第2管理区'],
    noGrid: false,
  }
  const reported: CaseEvent = {
    type: 'case.reported',
    ...by,
    caseId: newId(),
    number: `370113-2026-${String(serial).padStart(6, '0')}`,
    source: 'worker',
    title: null,
    description: '积存垃圾渣土',
    place,
    photos: [],
    madeAt: null,
    clockOffSeconds: null,
  }
  return { events: [reported, ...further], reporter: serial === 1 ? { name: '李四', phone: '13700000000' } : null }
}

test('matters brought in with their history are cases like all others: found, waiting, followed by new numbers', async () => {
  const matters = [matter(1, { type: 'case.accepted', ...by }), matter(41), matter(7)]
  const box = createSecretBox({ current: 'test', keys: { test: Buffer.alloc(32, 7) } })
  await db.unitOfWork<unknown, void>(tx => new CasesLoader(tx, box, Buffer.alloc(32, 9)).add(matters))
  const supervisor = house.as(house.cast.supervisor)
  expect(await verbs.listCases(supervisor, { text: '渣土' })).toHaveLength(3)
  const caseId = (matters[0]!.events[0] as { caseId: string }).caseId
  const page = await verbs.showCase(house.as(house.cast.acceptor), caseId)
  expect(page).toMatchObject({ status: 'accepted', reporter: { name: '李*', phone: '137****0000' } })
  const { rows } = await db.pool.query(`select task from inbox.item order by task`)
  expect(rows).toEqual([{ task: 'accept' }, { task: 'accept' }, { task: 'file' }])
  expect((await verbs.reportCase(house.as(nobody))).number).toBe('370113-2026-000042')
})

test('whose reporters can be called back is told of all that were closed, however many', async () => {
  const box = createSecretBox({ current: 'test', keys: { test: Buffer.alloc(32, 7) } })
  // More than are read at once; most were closed at the same moment.
  const many = Array.from({ length: 1105 }, (_, i) => {
    const closedAt = i < 1001 ? at : `2026-03-01T02:00:00.${String(i - 1001).padStart(3, '0')}Z`
    const closed: CaseEvent = { type: 'case.force-closed', ...by, at: closedAt, reason: '已办' }
    return { ...matter(1000 + i, closed), reporter: { name: '李四', phone: '13700000000' } }
  })
  await db.unitOfWork<unknown, void>(tx => new CasesLoader(tx, box, Buffer.alloc(32, 9)).add(many))
  const everywhere = { kind: 'everywhere' } as const
  const desk = house.actor('desk', [{ permission: 'cases.see-reporter', within: everywhere }])
  const found = await closedWithReachableReporter(db.read(), desk, '2026-02-28T00:00:00.000Z')
  expect(found).toHaveLength(1105)
  expect(new Set(found.map(({ id }) => id)).size).toBe(1105)
  expect(found.map(({ since }) => since)).toEqual(found.map(({ since }) => since).toSorted((a, b) => (a < b ? -1 : 1)))
  const last = found.at(-1)!
  const one = await closedWithReachableReporter(db.read(), desk, '2026-02-28T00:00:00.000Z', last.id)
  expect(one).toEqual([last])
  expect(await closedWithReachableReporter(db.read(), house.actor('none', []), '2026-02-28T00:00:00.000Z')).toEqual([])
})

test('limits that still run are handed to whoever watches them; those of ended matters are not', async () => {
  const starts = [{ name: 'whole', limit: { clock: 'work-day', amount: 10 } }] as const
  const open = matter(51)
  const ended = matter(52, { type: 'case.refused', ...by, reason: '不属于本辖区' })
  const timed = [open, ended].map(({ events: [first, ...rest], reporter }) => ({
    events: [{ ...first!, starts }, ...rest],
    reporter,
  }))
  const kept: string[] = []
  const clocks = {
    ...plainClocks,
    keep: async (...[, subject, path, timers]: Parameters<typeof plainClocks.keep>) => {
      kept.push(`${subject.id} ${path} ${timers.map(({ name }) => name).join()}`)
    },
  }
  const box = createSecretBox({ current: 'test', keys: { test: Buffer.alloc(32, 7) } })
  await db.unitOfWork<unknown, void>(tx => new CasesLoader(tx, box, null, clocks).add(timed))
  expect(kept).toEqual([`${(open.events[0] as { caseId: string }).caseId} 1.2 whole`])
})
