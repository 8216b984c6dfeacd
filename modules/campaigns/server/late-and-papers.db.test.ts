import { expect, test } from 'vitest'
import { readSheet } from '#platform/sheets/common/sheet.ts'
import { freshDatabase } from '#testkit/database.ts'
import { clearing, heldAgainstHistory, openCampaigns } from '../testing.ts'

const { db } = await freshDatabase()
const { house, owner, cleaners, roads, does, asks, photo, campaign, point, order, step } = await openCampaigns(db)

test('what is late says why, and stands on the accountability list until and after it is done', async () => {
  const campaignId = await campaign({ title: '迟到的' })
  const pointIds = [await point(campaignId), await point(campaignId, '1.2')]
  await does('fix-list', { campaignId, pointIds }, owner)
  await does('issue-order', order(campaignId, pointIds), owner)
  house.later(60 * 24)
  const done = { pointId: pointIds[0], lines: clearing(4), photos: [await photo(cleaners)] }
  expect(await does('report-point', done, cleaners)).toMatchObject({ code: 'campaigns/late-reason-missing' })
  expect(await step(pointIds[1]!, 'explain', cleaners, '挖机未到')).toMatchObject({ state: 'ordered' })
  expect(await does('report-point', { ...done, lateReason: '道路封闭' }, cleaners)).toMatchObject({ state: 'reported' })
  const { rows } = await asks<{ rows: readonly Late[] }>('accountability', { campaignId }, owner)
  // Ordered at 10:00 with four working hours, so due at 15:30; the next day at 10:00 is two and one hour later.
  const told = rows.map(row => [row.standing, row.lateBy, ...row.lateReasons, row.order.holderName].join(' '))
  expect(told.toSorted()).toEqual(['late 180 道路封闭 环卫所', 'overdue 180 挖机未到 环卫所'])
  expect((await asks<{ rows: unknown[] }>('points', { campaignId, standing: 'overdue' }, owner)).rows).toHaveLength(1)
  expect((await asks<{ rows: unknown[] }>('accountability', { campaignId }, roads)).rows).toEqual([])
})
interface Late {
  readonly standing: string
  readonly lateBy: number
  readonly lateReasons: readonly string[]
  readonly order: { readonly holderName: string }
}

test('the list is a sheet, the order and the accountability list are papers, for those who may see them', async () => {
  const campaignId = await campaign({ title: '纸面' })
  const pointId = await point(campaignId)
  await does('fix-list', { campaignId, pointIds: [pointId] }, owner)
  const ordering = order(campaignId, [pointId])
  await does('issue-order', ordering, owner)
  house.later(60 * 48)
  const sheet = await asks<{ fileName: string; bytes: Uint8Array }>('export-list', { campaignId }, owner)
  const lines = await readSheet(sheet.bytes)
  expect(sheet.fileName).toMatch(/^专项〔2026〕\d+号 清单\.xlsx$/u)
  const [mark, ...below] = typeof lines === 'string' ? [] : lines
  expect(mark?.cells[0]).toMatch(/^导出人：\S+　时间：.*用后删除$/u)
  expect(below.map(line => line.cells.slice(7, 12))).toEqual([
    ['估算经费（元）', '整改通知单', '整改单位', '期限', '期限情况'],
    ['800.00', expect.stringContaining('整改〔2026〕'), '环卫所', expect.any(String), '已超期'],
  ])
  const { orderId } = ordering
  for (const [name, input] of [
    ['print-order', { orderId }] as const,
    ['print-accountability', { campaignId }] as const,
  ]) {
    const paper = await asks<{ bytes: Uint8Array }>(name, input, owner)
    expect(Buffer.from(paper.bytes).subarray(0, 5).toString()).toBe('%PDF-')
  }
  expect(await asks('print-order', { orderId }, cleaners)).toMatchObject({ fileName: expect.stringContaining('整改') })
  expect(await asks('print-order', { orderId }, roads)).toMatchObject({ code: 'campaigns/no-such-order' })
})

test('each row is what its history adds up to', async () => {
  expect(await heldAgainstHistory(db)).toEqual({ kinds: ['campaign', 'point'], wrong: [] })
})
