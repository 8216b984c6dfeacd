import { expect, test } from 'vitest'
import { createSecretBox } from '#platform/crypto/server/index.ts'
import { nobody } from '#platform/authz/common/grants.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import type { CaseEvent } from '../common/case-file.ts'
import * as verbs from '../testing.ts'
import { plainClocks } from './plain-clocks.ts'
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
