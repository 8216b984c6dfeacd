import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { openChoices } from './choices.ts'
import { picture } from './picture.ts'
import { expectSound, expectSoundInBoth } from './sound.ts'
import { screens, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const list = (page: Page) => page.locator('.pl-items')

test('the street sets up a market grid over a cell, gives it a lead, and sees who answers there', async () => {
  const centre = await visitor(browser, address)
  await signInQuietly(centre, 'street-centre')
  const { page } = centre
  await page.goto('/office/places?layer=special')
  await page.getByRole('button', { name: '新建网格' }).click()
  await expectSoundInBoth(page, 'setting up a special grid')
  await page.getByRole('button', { name: '从今天起启用' }).click()
  await page.getByText('还有 3 处需要修改').waitFor()
  await page.getByLabel('名称', { exact: true }).fill('周末跳蚤市场')
  await page.getByLabel('用途', { exact: true }).click()
  await page.getByTitle('市场', { exact: true }).click()
  const cells = page.getByLabel('由哪些网格组成')
  await cells.click()
  await cells.fill('2号网格')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '从今天起启用' }).click()
  await page.getByText('“周末跳蚤市场”已启用。').waitFor()
  await list(page)
    .getByRole('button', { name: /周末跳蚤市场/ })
    .click()
  await page.getByRole('button', { name: /^安排岗位/ }).click()
  await page.getByLabel('加一个岗位').fill('网格员')
  await openChoices(page).first().click()
  await expectSoundInBoth(page, 'putting a post on a grid')
  await page.getByRole('button', { name: '从今天起这样安排' }).click()
  await page.getByText('已安排，今天起生效。').waitFor()
  await page.getByRole('button', { name: '停用', exact: true }).click()
  await page.getByText('停用“周末跳蚤市场”？').waitFor()
  expect(centre.complaints).toEqual([])
  await centre.leave()
})

test('roads, cleaning sections and houses are in list, map and card alike', async () => {
  const lead = await visitor(browser, address, { screen: screens.desk })
  await signInQuietly(lead, 'grid-lead')
  const { page } = lead
  await page.goto('/office/places?grid=1')
  await page.getByLabel('看什么').selectOption('road')
  await list(page).getByRole('button').first().click()
  await page.getByRole('cell', { name: '一级路长', exact: true }).waitFor()
  await page.getByLabel('看什么').selectOption('river')
  await list(page).getByRole('button').first().click()
  await page.getByRole('cell', { name: '一级河长', exact: true }).waitFor()
  await picture(page, 'places-river')
  // A section has its own chiefs, and tells those of the whole road.
  await page.getByLabel('看什么').selectOption('road-section')
  await list(page).getByRole('button').first().click()
  await page.getByRole('cell', { name: '三级路长', exact: true }).waitFor()
  await page
    .getByRole('region', { name: '整条道路由谁负责' })
    .getByRole('cell', { name: '一级路长', exact: true })
    .waitFor()
  await picture(page, 'places-road-section')
  await page.getByLabel('看什么').selectOption('cleaning-section')
  await page.getByText(/平方米，\d+ 段，6 名保洁员/).waitFor()
  await expectSoundInBoth(page, 'cleaning sections')
  await page.getByLabel('看什么').selectOption('buildings')
  await list(page).getByRole('button').first().click()
  await page
    .getByText(/单元：6 层，每层 3 户，共 18 户/)
    .first()
    .waitFor()
  await expectSoundInBoth(page, 'a building')
  // What may not be done is not offered.
  expect(await page.getByRole('button', { name: /^安排岗位/ }).count()).toBe(0)
  const map = page.getByRole('group', { name: '楼院道路地图' })
  await map.locator('canvas').click({ position: { x: 200, y: 200 } })
  await page.getByRole('heading', { name: '这个地方' }).waitFor()
  await page.getByText('各类网格由谁负责').waitFor()
  // 200 % text in the browser's own setting is half as much room.
  await page.setViewportSize({ width: 720, height: 450 })
  await expectSound(page, 'a place at 200 %')
  expect(lead.complaints).toEqual([])
  await lead.leave()
})

test('the grid map is chosen, seen and offered as PDF and PNG', async () => {
  const worker = await visitor(browser, address)
  await signInQuietly(worker, 'grid-worker')
  const { page } = worker
  await page.goto('/office/grid-map')
  await page.getByLabel('画到哪一级').selectOption({ label: '街巷网格' })
  await page.getByLabel('纸张').selectOption('A2')
  const picture = page.getByRole('img', { name: /的区划图，画到街巷网格/ })
  await picture.waitFor()
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.pl-sheet')?.naturalWidth === 1400)
  await page.getByText('您的岗位只能看到电话首尾').waitFor()
  await expectSoundInBoth(page, 'the sheet of the grid map')
  const pdf = await page.getByRole('link', { name: 'PDF（可打印）' }).getAttribute('href')
  const printed = await worker.context.request.get(pdf!)
  expect(printed.headers()['content-type']).toBe('application/pdf')
  expect(worker.complaints).toEqual([])
  await worker.leave()
})
