import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { gatePhoto } from './photos.ts'
import { expectSound, settled } from './sound.ts'
import { ask, screens, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

async function expectSoundAndLarge(page: Page, name: string): Promise<void> {
  await settled(page)
  const folder = process.env['WANGGE_PICTURES']
  if (folder) await page.screenshot({ path: join(folder, `cleaning-${name}.png`), fullPage: true })
  await expectSound(page, name)
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  await expectSound(page, `${name} at 200 %`)
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
}

test('a cleaner sees what was taken off with its photo, objects without a signal, and reads what somebody else decided', async () => {
  const cleaner = await visitor(browser, address, { screen: screens.phone })
  await signInQuietly(cleaner, 'cleaner')
  const phone = cleaner.page
  await phone.goto('/field/')
  await phone.getByRole('heading', { name: '我的路段', level: 1 }).waitFor()
  await phone
    .getByText(/^本月 \d+ 分（满分 100）$/)
    .first()
    .waitFor()
  await expectSoundAndLarge(phone, 'home')
  const { sections } = await ask<{ sections: { sectionId: string; name: string }[] }>(cleaner, 'cleaning.mine')
  const [{ sectionId, name }] = sections as [(typeof sections)[number]]

  const inspector = await visitor(browser, address, { screen: screens.phone })
  await signInQuietly(inspector, 'supervisor')
  const other = inspector.page
  await other.goto('/field/#/cleaning/check')
  await other.getByLabel(/^路段/).selectOption(sectionId)
  await other.getByRole('radio', { name: '有问题，扣分' }).check()
  await other.getByRole('button', { name: '记下' }).click()
  await other.getByText('扣分要有照片。请拍一张。').waitFor()
  await other.getByLabel(/^哪一项/).selectOption('bin')
  await other
    .locator('input[type=file]')
    .first()
    .setInputFiles(await gatePhoto('dumped'))
  await other.getByLabel(/^什么问题/).fill('果皮箱满溢，袋子堆在旁边')
  await expectSoundAndLarge(other, 'check')
  await other.getByRole('button', { name: '记下' }).click()
  await other.getByText(/^记好了，扣 2 分。/).waitFor()

  const card = phone.getByRole('article', { name: '果皮箱洁 果皮箱满溢，袋子堆在旁边' })
  await card.getByRole('img', { name: '照片 1' }).waitFor()
  await cleaner.context.setOffline(true)
  await card.getByRole('button', { name: '我要申诉' }).focus()
  await phone.keyboard.press('Enter')
  await card.getByLabel(/^为什么不该扣/).fill('收运车晚到，我已经打电话催过')
  await expectSoundAndLarge(phone, 'object')
  await card.getByRole('button', { name: '提出申诉' }).click()
  await card.getByText('申诉处理中').waitFor({ timeout: 30_000 })
  await cleaner.context.setOffline(false)

  const centre = await visitor(browser, address)
  await signInQuietly(centre, 'street-centre')
  const desk = centre.page
  await desk.goto('/office/cleaning')
  await desk.getByRole('link', { name, exact: true }).waitFor()
  await expectSoundAndLarge(desk, 'office')
  await desk.getByRole('link', { name, exact: true }).click()
  const shown = desk.getByRole('article', { name: '果皮箱洁 果皮箱满溢，袋子堆在旁边' })
  await shown.getByRole('form', { name: /^处理申诉/ }).waitFor({ timeout: 60_000 })
  await shown.getByLabel('结果').selectOption('withdrawn')
  await shown.getByLabel(/^理由/).fill('收运延误属实，与保洁员无关')
  await expectSoundAndLarge(desk, 'section')
  await shown.getByRole('button', { name: '作出处理' }).click()
  await desk.getByText('申诉已处理，保洁员已收到。').waitFor()

  await card.getByText('撤销扣分').waitFor()
  await card.getByText('原扣 2 分，现扣 0 分').waitFor()
  await expectSoundAndLarge(phone, 'decided')
  expect(centre.complaints).toEqual([])
  await Promise.all([cleaner.leave(), inspector.leave(), centre.leave()])
})
