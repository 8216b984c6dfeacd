import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, onTestFailed, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { gatePhoto } from './photos.ts'
import { ask, demoPassword, screens, signInQuietly, type Visitor, visitor, type Wants } from './visitor.ts'

const address = inject('address')
let browser: Browser
const everybody: Visitor[] = []

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

async function arrives(wants: Wants): Promise<Visitor> {
  const one = await visitor(browser, address, wants)
  everybody.push(one)
  return one
}

async function signsIn({ page }: Visitor, app: 'office' | 'field', login: string): Promise<void> {
  await page.goto(`/${app}/`)
  await page.getByRole('textbox', { name: '账号' }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** Opens a task from the list of what waits, by the number of its case. */
async function opensFromInbox(page: Page, task: string, number: string): Promise<void> {
  await page.goto(`/office/inbox?task=${task}`)
  const row = page.getByRole('row').filter({ hasText: number })
  const more = page.getByRole('button', { name: '再显示一些' })
  await row.or(more).first().waitFor()
  while (!(await row.isVisible()) && (await more.isVisible())) await more.click()
  await row.getByRole('link').first().click()
  await page.getByRole('region', { name: '可以做的事' }).waitFor()
  await page.locator('.co-desk').getByText(number).first().waitFor()
}

const stepForm = (page: Page) => page.locator('.co-act-form')
const said = (page: Page, words: string) => page.getByText(words).first().waitFor()

/** A point in the worker's own grid: then the worker is the nearest to verify. */
async function ownGrid(worker: Visitor) {
  await signInQuietly(worker, 'grid-worker')
  const { post } = await ask<{ post: { gridPath: string } }>(worker, 'identity.me')
  const grid = await ask<{ name: string; labelPlace: { lon: number; lat: number } }>(worker, 'grid.show', {
    path: post.gridPath,
  })
  await worker.context.clearCookies()
  return grid
}

test('dumped rubbish, from a phone to a rated case: five personas, three apps', async () => {
  onTestFailed(showEverybody)
  const scout = await arrives({})
  const grid = await ownGrid(scout)
  const phone = { screen: screens.phone, at: grid.labelPlace }

  // The acceptor is at work before anything happens, and never reloads.
  const acceptor = await arrives({})
  await signsIn(acceptor, 'office', 'acceptor')
  const atDesk = acceptor.page
  await atDesk.getByRole('heading', { name: '待办', level: 1 }).waitFor()

  const worker = await arrives(phone)
  await signsIn(worker, 'field', 'grid-worker')
  const inField = worker.page
  await inField.getByRole('navigation', { name: '主菜单' }).getByText('上报').click()
  await inField
    .locator('input[type=file]')
    .last()
    .setInputFiles(await gatePhoto('dumped'))
  await inField.getByText('已存手机').waitFor()
  await inField.getByText(grid.name).waitFor()
  await inField.getByLabel(/^情况/).fill('菜市场后门有人倒了一堆建筑垃圾，占了半条路')
  await inField.getByRole('button', { name: '上报', exact: true }).click()
  const number = /编号 (\S+)/.exec(await inField.getByText(/^编号 /).innerText())![1]!

  await atDesk.getByRole('row').filter({ hasText: number }).waitFor()

  const resident = await arrives(phone)
  const atHome = resident.page
  await atHome.goto('/')
  await atHome.getByRole('link', { name: /反映问题/ }).click()
  await atHome.getByLabel(/请说说是什么事/).fill('楼下垃圾没人管，气味很大')
  await atHome.getByRole('button', { name: '下一步', exact: true }).click()
  await atHome.getByRole('heading', { name: '拍张照片' }).waitFor()
  await atHome.getByRole('button', { name: '跳过，下一步' }).click()
  await atHome.getByRole('button', { name: '用手机定位' }).click()
  await atHome.getByText(grid.name).waitFor()
  await atHome.getByRole('button', { name: '下一步', exact: true }).click()
  await atHome.getByLabel(/^称呼/).fill('王阿姨')
  await atHome.getByRole('button', { name: '下一步', exact: true }).click()
  await atHome.getByRole('button', { name: '提交', exact: true }).click()
  const slip = atHome.locator('.p-code')
  const [theirNumber, code] = [await slip.nth(0).innerText(), await slip.nth(1).innerText()]
  expect(theirNumber).not.toBe(number)

  // Accepted; the resident's report is about the same heap and joins it.
  await atDesk.getByRole('row').filter({ hasText: theirNumber }).waitFor()
  await atDesk.getByRole('row').filter({ hasText: number }).getByRole('link').click()
  await atDesk.getByRole('button', { name: '受理', exact: true }).click()
  await said(atDesk, `${number} 已受理`)
  await opensFromInbox(atDesk, 'accept', theirNumber)
  await atDesk.getByRole('button', { name: '并案', exact: true }).click()
  await stepForm(atDesk).getByRole('listitem').filter({ hasText: number }).getByRole('button').click()
  await said(atDesk, `${theirNumber} 已并案`)

  const chief = await arrives({})
  await signsIn(chief, 'office', 'duty-chief')
  await chief.page.getByRole('heading', { name: '待办', level: 1 }).waitFor()
  await opensFromInbox(chief.page, 'file', number)
  await chief.page.getByRole('button', { name: '立案', exact: true }).click()
  await stepForm(chief.page).getByLabel('按名称或代码查找类别').fill('06010')
  await stepForm(chief.page)
    .getByRole('radio', { name: /暴露垃圾/ })
    .check()
  await stepForm(chief.page)
    .getByRole('radio', { name: /有散落或成袋垃圾.*4 工作时/ })
    .check()
  await stepForm(chief.page).getByRole('button', { name: '立案', exact: true }).click()
  await said(chief.page, `${number} 已立案`)

  const dispatcher = await arrives({})
  await signsIn(dispatcher, 'office', 'dispatcher')
  await dispatcher.page.getByRole('heading', { name: '待办', level: 1 }).waitFor()

  const handler = await arrives(phone)
  await signsIn(handler, 'field', 'handler')
  await handler.page.getByRole('heading', { name: '今日' }).waitFor()

  await opensFromInbox(dispatcher.page, 'dispatch', number)
  await dispatcher.page.getByRole('button', { name: '派遣', exact: true }).click()
  await stepForm(dispatcher.page).getByLabel('处置单位').fill('环境卫生管理所')
  await dispatcher.page.locator('.ant-select-item-option').filter({ hasText: '环境卫生管理所' }).first().click()
  await stepForm(dispatcher.page).getByRole('button', { name: '派遣', exact: true }).click()
  await said(dispatcher.page, `${number} 已派遣`)

  // It comes to the handler's phone by itself.
  const done = handler.page
  await done.getByRole('listitem').filter({ hasText: number }).getByRole('link').click()
  await done
    .locator('input[type=file]')
    .last()
    .setInputFiles(await gatePhoto('cleared'))
  await done.getByText('已存手机').waitFor()
  await done.getByLabel('做了什么').fill('两车清运完毕，地面已冲洗')
  await done.getByRole('button', { name: '提交', exact: true }).click()
  await done.getByText('待核查').first().waitFor()

  // The nearest grid worker is asked: whoever reported it here, since it is their own grid.
  await inField.getByRole('navigation', { name: '主菜单' }).getByText('今日').click()
  await inField.getByRole('listitem').filter({ hasText: number }).getByRole('link').click()
  await inField.getByRole('radio', { name: '到位', exact: true }).check()
  await inField
    .locator('input[type=file]')
    .last()
    .setInputFiles(await gatePhoto('cleared'))
  await inField.getByText('已存手机').waitFor()
  await inField.getByRole('button', { name: '提交核查' }).click()
  await inField.getByText('待结案').first().waitFor()

  await opensFromInbox(chief.page, 'close', number)
  const caseId = /desk\/([^/?]+)/.exec(chief.page.url())![1]!
  await chief.page.getByRole('button', { name: '结案', exact: true }).click()
  await stepForm(chief.page).getByRole('button', { name: '结案', exact: true }).click()
  await said(chief.page, `${number} 已结案`)

  // By number and code, on a device that has never been here.
  const elsewhere = await arrives({ screen: screens.phone })
  await elsewhere.page.goto('/#/follow')
  await elsewhere.page.getByLabel('编号').fill(theirNumber)
  await elsewhere.page.getByLabel('查询码').fill(code)
  await elsewhere.page.getByRole('button', { name: '查一查' }).click()
  for (const step of ['已收到您的反映', '已立案', '已交给负责的单位', '单位说已经处理好', '已办结'])
    await elsewhere.page.getByText(step).first().waitFor()
  expect(await elsewhere.page.content()).not.toContain('王阿姨')
  await elsewhere.page.getByRole('radio', { name: '5 星' }).check({ force: true })
  await elsewhere.page.getByRole('radio', { name: '解决了', exact: true }).check()
  await elsewhere.page.getByLabel(/还想说点什么/).fill('清得干净，谢谢')
  await elsewhere.page.getByRole('button', { name: '提交评价' }).click()
  await elsewhere.page.getByText('您的评价：5 星，解决了').waitFor()

  // The story on the case page names every hand.
  await chief.page.goto(`/office/cases/${caseId}`)
  for (const step of ['上报', '受理', '立案', '派遣', '处置', '核查', '结案', '评价'])
    await chief.page.getByRole('main').getByText(new RegExp(step)).filter({ visible: true }).first().waitFor()
  await chief.page.getByText('清得干净，谢谢').first().waitFor()
  if (process.env.WANGGE_PICTURES === 'yes') await takePictures(chief.page)

  expect(everybody.flatMap(one => one.complaints)).toEqual([])
})

/** What everybody had before their eyes when it went wrong. */
async function showEverybody(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'wangge-journey-'))
  for (const [at, { page }] of everybody.entries()) await page.screenshot({ path: join(folder, `${at}.png`) })
  console.error(`the screens of everybody: ${folder}`)
}

/** The two pictures of README. Only on demand, so that a test run leaves the tree as it was. */
async function takePictures(page: Page): Promise<void> {
  await mkdir(new URL('../docs/pictures/', import.meta.url), { recursive: true })
  const take = async (name: string) => {
    // The map draws tile by tile and says nothing when it is done.
    await page.waitForTimeout(8_000)
    const small = await sharp(await page.screenshot())
      .png({ palette: true, quality: 90 })
      .toBuffer()
    expect(small.length).toBeLessThan(400_000)
    await writeFile(new URL(`../docs/pictures/${name}.png`, import.meta.url), small)
  }
  await take('case')
  await page.goto('/office/map')
  await take('map')
}
