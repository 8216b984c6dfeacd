import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { freshlySentTo } from './own-case.ts'
import { gatePhoto } from './photos.ts'
import { expectSound, expectSoundAndLarge, settled } from './sound.ts'
import { ask, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
const phone = { width: 360, height: 740 }
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

test('the department asks for more time on a phone, and the case says that it waits for the answer', async () => {
  const handler = await visitor(browser, address, { screen: phone })
  await signInQuietly(handler, 'handler')
  const { page } = handler
  const me = await ask<{ post: { unitName: string } }>(handler, 'identity.me')
  const caseId = await freshlySentTo(browser, address, me.post.unitName)
  await page.goto(`/field/#/case/${caseId}`)
  await page.getByRole('button', { name: /^(申请延期|Ask for more time)$/ }).click()
  await settled(page)
  await expectSoundAndLarge(page, 'asking for more time')
  await page.getByLabel(/^(理由|Reason)/).fill('下雨，沥青铺不了')
  await page.getByLabel(/^(常用语|Standard texts)/).selectOption({ index: 1 })
  await expect.poll(() => page.getByLabel(/^(理由|Reason)/).inputValue()).toMatch(/^下雨，沥青铺不了\n需开挖施工/)
  await page.getByRole('button', { name: /^(申请延期|Ask for more time)$/ }).click()
  await page
    .getByText(/下雨，沥青铺不了/)
    .first()
    .waitFor()
  expect(handler.complaints).toEqual([])
  await handler.leave()
})

test('the department says what it used up, by kind, amount and unit, and the case shows it', async () => {
  const handler = await visitor(browser, address, { screen: phone })
  await signInQuietly(handler, 'handler')
  const { page } = handler
  const me = await ask<{ post: { unitName: string } }>(handler, 'identity.me')
  const caseId = await freshlySentTo(browser, address, me.post.unitName)
  await page.goto(`/field/#/case/${caseId}`)
  await page.getByLabel('做了什么').fill('坑洼补平，围挡已撤')
  await page.getByLabel('材料 1').fill('沥青')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText(/^请把材料名称和数量都写上/).waitFor()
  await page.getByLabel('数量 1').fill('2.5')
  await page.getByLabel('单位 1').selectOption('bag')
  await page.getByRole('button', { name: '再加一种材料' }).click()
  await page.getByLabel('材料 2').fill('井盖')
  await page.getByLabel('数量 2').fill('1')
  await settled(page)
  await expectSoundAndLarge(page, 'materials used')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('用料：沥青 2.5 袋、井盖 1 个').waitFor()
  expect(handler.complaints).toEqual([])
  await handler.leave()
})

test('the department finds the place on the map and gives back what is not theirs: that it is gone is no trouble', async () => {
  const handler = await visitor(browser, address, { screen: phone })
  await signInQuietly(handler, 'handler')
  const { page } = handler
  const me = await ask<{ post: { unitName: string } }>(handler, 'identity.me')
  const caseId = await freshlySentTo(browser, address, me.post.unitName)
  await page.goto(`/field/#/case/${caseId}`)
  await page.getByRole('button', { name: '在地图上看' }).click()
  await page.locator('canvas').waitFor()
  await settled(page)
  await expectSound(page, 'the place of a case')
  await page.getByRole('button', { name: '不归我们办，退回' }).click()
  await page.getByLabel(/^退回理由/).fill('绿地里的，归园林')
  await page.getByRole('button', { name: '退回', exact: true }).click()
  await page.getByText('这件事已转给下一个岗位，不再由您办理。').waitFor()
  await expectSoundAndLarge(page, 'given back')
  await page.getByRole('link', { name: '回到今日' }).click()
  await page.getByRole('heading', { name: '今日' }).waitFor()
  // The phone asked once more for what it may not see now.
  expect(handler.complaints.filter(one => !one.includes('404'))).toEqual([])
  await handler.leave()
})

test('a grid worker settles a small matter on the spot in one step', async () => {
  const asked = await visitor(browser, address)
  await signInQuietly(asked, 'grid-worker')
  const me = await ask<{ post: { gridPath: string } }>(asked, 'identity.me')
  const { labelPlace: at } = await ask<{ labelPlace: { lon: number; lat: number } }>(asked, 'grid.show', {
    path: me.post.gridPath,
  })
  await asked.leave()
  const worker = await visitor(browser, address, { screen: phone, at })
  await signInQuietly(worker, 'grid-worker')
  const { page } = worker
  await page.goto('/field/#/on-spot')
  await page.locator('select option').nth(5).waitFor({ state: 'attached' })
  await settled(page)
  await expectSoundAndLarge(page, 'settling on the spot')
  const files = page.locator('input[type="file"]')
  const inputs = await files.count()
  await files.first().setInputFiles(await gatePhoto('dumped'))
  await files.nth(inputs / 2).setInputFiles(await gatePhoto('cleared'))
  await page.getByLabel(/^(查找类别|Find a class)/).fill('暴露垃圾')
  const fitting = page.locator('select option', { hasText: '暴露垃圾' })
  await fitting.first().waitFor({ state: 'attached' })
  await page.locator('select').selectOption((await fitting.first().getAttribute('value')) ?? '')
  await page
    .getByLabel(/^(情况|What is it)/)
    .first()
    .fill('门口一堆垃圾')
  await page
    .getByLabel(/^(做了什么|What was done)/)
    .first()
    .fill('已经扫净')
  await page.getByRole('button', { name: /^(办结|Close it)$/ }).click()
  await page.getByRole('heading', { name: /^(已办结|Closed)$/ }).waitFor()
  const { rows } = await ask<{ rows: { isSimple: boolean; status: string }[] }>(worker, 'cases.list', {
    mine: 'true',
    limit: '1',
  })
  expect(rows[0]).toMatchObject({ isSimple: true, status: 'closed' })
  expect(worker.complaints).toEqual([])
  await worker.leave()
})
