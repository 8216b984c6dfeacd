import { expect, test } from 'vitest'
import { cleaningUnit } from '#modules/cases/testing.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { openSupervision } from '../testing.ts'

const { db } = await freshDatabase()
const { house, notes, unit, handler, does, asks } = await openSupervision(db)
const waitingTasks = async (id: string) =>
  (await db.pool.query('select task from inbox.item where subject_kind = $1 and subject_id = $2', ['order', id])).rows

test('an order is issued, answered, sent back, answered again, accepted and filed away; another unit is kept out', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const orderId = newId()
  const issued = await does('supervision.issue', { orderId, kind: 'order', caseId, demand: '三日内清理完毕' })
  expect(issued).toMatchObject({ number: '督办〔2026〕1号' })
  expect(await waitingTasks(orderId)).toEqual([{ task: 'reply' }])
  expect(await does('supervision.accept', { orderId })).toMatchObject({ code: 'supervision/other-state' })
  const stranger = unit('elsewhere')
  expect(await does('supervision.reply', { orderId, text: '不归我' }, stranger)).toMatchObject({ refused: true })
  expect((await asks('supervision.orders', {}, stranger))['rows']).toEqual([])
  expect(await does('supervision.reply', { orderId, text: '已安排' }, handler)).toMatchObject({ state: 'replied' })
  expect(await waitingTasks(orderId)).toEqual([{ task: 'approve' }])
  expect(await does('supervision.send-back', { orderId, text: '没有照片' })).toMatchObject({ state: 'sent-back' })
  expect(await does('supervision.reply', { orderId, text: '已清理' }, handler)).toMatchObject({ state: 'replied' })
  expect(await does('supervision.accept', { orderId, text: '同意' })).toMatchObject({ state: 'accepted' })
  expect(await does('supervision.end', { orderId, text: '归档' })).toMatchObject({ state: 'ended' })
  expect(await waitingTasks(orderId)).toEqual([])
  const paper = (await asks('supervision.print-order', { orderId }, handler)) as { bytes?: Uint8Array }
  expect(Buffer.from(paper.bytes!).subarray(0, 5).toString()).toBe('%PDF-')
  const kept = await asks('supervision.print-order', { orderId }, stranger)
  expect(kept).toMatchObject({ refused: true, code: 'supervision/no-such-order' })
  const { rows } = await asks('supervision.orders', { caseId })
  const steps = ['issue', 'reply', 'send-back', 'reply', 'accept', 'end']
  expect(notes.filter(note => note.caseId === caseId).map(({ text }) => text)).toEqual([
    ...['督办〔2026〕1号 三日内清理完毕', '督办〔2026〕1号 回复：已安排', '督办〔2026〕1号 退回：没有照片'],
    ...['督办〔2026〕1号 回复：已清理', '督办〔2026〕1号 认可：同意', '督办〔2026〕1号 结束：归档'],
  ])
  expect(rows).toMatchObject([{ entries: steps.map(step => ({ step })) }])
})

test('who oversees a street finds its orders behind those of elsewhere', async () => {
  for (const demand of ['别处一', '别处二']) {
    await does('supervision.issue', { orderId: newId(), kind: 'urge', unitId: cleaningUnit, demand })
  }
  const { caseId } = await house.caseThatIs('dispatched')
  const orderId = newId()
  await does('supervision.issue', { orderId, kind: 'order', caseId, demand: '本街道的事' })
  const within = { kind: 'subtree', path: '1' } as const
  const street = house.actor('street', [{ permission: 'supervision.board', within }])
  const { rows } = await asks('supervision.orders', { state: 'open', limit: 1 }, street)
  expect(rows).toMatchObject([{ orderId, demand: '本街道的事' }])
})

test('an urge is over once it is answered, and orders have numbers of their own kind', async () => {
  const orderId = newId()
  const urged = await does('supervision.issue', { orderId, kind: 'urge', unitId: cleaningUnit, demand: '请抓紧' })
  expect(urged).toMatchObject({ number: '催办〔2026〕3号' })
  expect(await does('supervision.reply', { orderId, text: '今天办完' }, handler)).toMatchObject({ state: 'ended' })
  const nowhere = { orderId: newId(), kind: 'urge', unitId: 'none', demand: '请抓紧' }
  expect(await does('supervision.issue', nowhere)).toMatchObject({ code: 'supervision/no-such-unit' })
})
