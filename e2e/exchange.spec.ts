import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { startBrowser } from './browser.ts'
import { expectSound, expectSoundInBoth, settled } from './sound.ts'
import { screens, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

test('an administrator makes a client, its key reports an event, and it is revoked', async () => {
  const administrator = await visitor(browser, address)
  await signInQuietly(administrator, 'system-admin')
  const { page } = administrator
  await page.goto('/office/clients')
  await page.getByRole('button', { name: '新建客户端' }).click()
  await page.getByLabel(/^名称/).fill('桥下积水监测')
  await settled(page)
  await expectSoundInBoth(page, 'a new client')
  await page.getByRole('button', { name: /^新\s?建$/ }).click()
  await page.getByText(/^wgx_/).waitFor()
  const key = await page.getByText(/^wgx_/).innerText()
  await expectSoundInBoth(page, 'the key of a client')
  const event = { eventId: 'bridge-1', description: '桥下积水 30 厘米', address: '铁路桥下' }
  const reply = await fetch(`${address}/api/exchange.report`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(event),
  })
  expect(reply.status).toBe(200)
  await page.reload()
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '桥下积水监测' }) })
  await card.getByRole('button', { name: '报送记录' }).click()
  await card.getByText('bridge-1').waitFor()
  await expectSoundInBoth(page, 'what a client reported')
  await card.getByRole('button', { name: /^停\s?用$/ }).click()
  await card.getByRole('button', { name: '确定停用' }).click()
  await card.getByText(/ · .+ 停用$/).waitFor()
  const late = await fetch(`${address}/api/exchange.state?eventId=bridge-1`, {
    headers: { authorization: `Bearer ${key}` },
  })
  expect(late.status).toBe(401)
  expect(administrator.complaints).toEqual([])
  await administrator.leave()
})

test('a sheet of the higher platform is looked at, its good rows are taken, its faults are named', async () => {
  const centre = await visitor(browser, address, { screen: screens.phone })
  await signInQuietly(centre, 'street-centre')
  const { page } = centre
  await page.goto('/office/platform-sheets')
  await page.getByText('市级城市运行平台').first().waitFor({ state: 'attached' })
  const rows = [
    ['上级编号', '问题描述', '地址'],
    ['SJ-2026-1', '人行道地砖破损', '中心路'],
    ['SJ-2026-2', '', '中心路'],
    ['SJ-2026-1', '同一编号', '文化路'],
  ]
  const buffer = Buffer.from(await writeXlsx({ sheets: [{ name: '交办', rows }] }))
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.getByLabel(/^选择表格/).setInputFiles({ name: '交办.xlsx', mimeType, buffer })
  await page.getByText('新的 1 行，已收过的 0 行，有错的 2 处。').waitFor()
  await page.getByText('这个编号在表里出现了两次').waitFor()
  await settled(page)
  await expectSoundInBoth(page, 'a sheet before it is taken')
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  await expectSound(page, 'a sheet before it is taken at 200 %')
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  await page.getByRole('button', { name: '接收 1 行' }).click()
  await page.getByText('已接收 1 行，开了 1 个案卷。').waitFor()
  await page.getByLabel(/^选择表格/).setInputFiles({ name: '再来.xlsx', mimeType, buffer })
  await page.getByText('新的 0 行，已收过的 1 行，有错的 2 处。').waitFor()
  expect(centre.complaints).toEqual([])
  await centre.leave()
})
