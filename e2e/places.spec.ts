import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { printPdf } from '#platform/documents/server/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { startBrowser } from './browser.ts'
import { expectSound, settled } from './sound.ts'
import { ask, screens, signInQuietly, type Visitor, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

async function expectSoundInBoth({ page }: Visitor, what: string): Promise<void> {
  for (const language of ['English', '中文'] as const) {
    await page.getByRole('button', { name: language, exact: true }).click()
    await settled(page)
    await expectSound(page, `${what} in ${language}`)
  }
}

const firstOption = (page: Page) =>
  page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').first()
const list = (page: Page) => page.locator('.pl-items')

/** To look at, where somebody asks for pictures. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['WANGGE_PICTURES']
  if (folder) await page.screenshot({ path: join(folder, `places-${name}.png`) })
}

test('the street sets up a market grid over a cell, gives it a lead, and sees who answers there', async () => {
  const centre = await visitor(browser, address)
  await signInQuietly(centre, 'street-centre')
  const { page } = centre
  await page.goto('/office/places?layer=special')
  await page.getByRole('button', { name: '新建网格' }).click()
  await expectSoundInBoth(centre, 'setting up a special grid')
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
  await firstOption(page).click()
  await expectSoundInBoth(centre, 'putting a post on a grid')
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
  await picture(page, 'river')
  // A section has its own chiefs, and tells those of the whole road.
  await page.getByLabel('看什么').selectOption('road-section')
  await list(page).getByRole('button').first().click()
  await page.getByRole('cell', { name: '三级路长', exact: true }).waitFor()
  await page
    .getByRole('region', { name: '整条道路由谁负责' })
    .getByRole('cell', { name: '一级路长', exact: true })
    .waitFor()
  await picture(page, 'road-section')
  await page.getByLabel('看什么').selectOption('cleaning-section')
  await page.getByText(/平方米，\d+ 段，6 名保洁员/).waitFor()
  await expectSoundInBoth(lead, 'cleaning sections')
  await page.getByLabel('看什么').selectOption('buildings')
  await list(page).getByRole('button').first().click()
  await page
    .getByText(/单元：6 层，每层 3 户，共 18 户/)
    .first()
    .waitFor()
  await expectSoundInBoth(lead, 'a building')
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
  await expectSoundInBoth(worker, 'the sheet of the grid map')
  const pdf = await page.getByRole('link', { name: 'PDF（可打印）' }).getAttribute('href')
  const printed = await worker.context.request.get(pdf!)
  expect(printed.headers()['content-type']).toBe('application/pdf')
  expect(worker.complaints).toEqual([])
  await worker.leave()
})

test('a notice is published, read and acknowledged on a phone, reworded and compared', async () => {
  const centre = await visitor(browser, address)
  await signInQuietly(centre, 'street-centre')
  const { page } = centre
  await page.goto('/office/institutions')
  await page.getByRole('link', { name: '道路保洁作业安全规定' }).waitFor()
  await expectSoundInBoth(centre, 'the library')
  await page.getByRole('button', { name: '发布制度' }).click()
  await page.getByRole('textbox', { name: /文号$/ }).fill('云街制〔2026〕99号')
  await page.getByRole('textbox', { name: /标题$/ }).fill('雨天巡查办法')
  await page.getByRole('textbox', { name: /内容$/ }).fill('# 出门前\n- 看预警\n- 穿雨靴')
  const roles = page.getByLabel('哪些角色要读')
  await roles.click()
  await roles.fill('网格员')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  const signed = await printPdf({ content: ['雨天巡查实施细则', '涉水路段要先看井盖，水深过膝的绕行并上报。'] })
  const scanned = await printPdf({ content: [{ canvas: [{ type: 'rect', x: 0, y: 0, w: 99, h: 99 }] }] })
  await page.locator('input[type=file]').setInputFiles([
    { name: '签发稿.pdf', mimeType: 'application/pdf', buffer: Buffer.from(signed) },
    { name: '盖章扫描件.pdf', mimeType: 'application/pdf', buffer: Buffer.from(scanned) },
  ])
  await page.getByRole('button', { name: '去掉附件“签发稿.pdf”' }).waitFor()
  await page.getByRole('button', { name: '去掉附件“盖章扫描件.pdf”' }).waitFor()
  await expectSoundInBoth(centre, 'publishing an institution')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText(/已发布第 1 版，请 \d+ 人阅读/).waitFor()
  // Read apart meanwhile; the page asks again by itself.
  await page.getByText('能按内容查到').waitFor()
  await page.getByText('里面没有文字（多为扫描件），只能按文件名查到').waitFor()
  await picture(page, 'institution-papers')
  const search = await visitor(browser, address)
  await signInQuietly(search, 'street-centre')
  await search.page.goto('/office/institutions?search=井盖')
  await search.page.getByText('附件“签发稿.pdf”里：').waitFor()
  await expectSoundInBoth(search, 'the library with what a paper says')
  await picture(search.page, 'institution-found')
  await search.leave()

  const worker = await visitor(browser, address, { screen: screens.phone })
  await signInQuietly(worker, 'grid-worker')
  await worker.page.goto('/field/')
  await worker.page
    .getByRole('link', { name: '雨天巡查办法' })
    .or(worker.page.getByRole('button', { name: '雨天巡查办法' }))
    .first()
    .click()
  await worker.page.getByRole('heading', { name: '出门前' }).waitFor()
  await worker.page.getByRole('link', { name: '签发稿.pdf' }).waitFor()
  await expectSound(worker.page, 'an institution on the phone')
  await worker.page.getByRole('button', { name: '我已读完' }).click()
  await worker.page.getByText(/已读$/).first().waitFor()
  await worker.page.goto('/field/#/institutions')
  await worker.page.getByText('要您读的都读完了。').waitFor()
  await worker.page.getByLabel('查找制度').fill('井盖')
  await worker.page.getByText(/附件“签发稿.pdf”里：.*井盖/).waitFor()
  await picture(worker.page, 'institution-found-on-phone')
  await expectSound(worker.page, 'the library on the phone')
  expect(worker.complaints).toEqual([])
  await worker.leave()

  await page.reload()
  await page.getByText(/应读 \d+ 人，已读 1 人/).waitFor()
  await page.getByRole('button', { name: '修订' }).click()
  await page.getByRole('textbox', { name: /内容$/ }).fill('# 出门前\n- 看预警\n- 穿雨靴和雨衣')
  await page.getByLabel('改了什么').fill('加雨衣')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText(/已发布第 2 版/).waitFor()
  // The next wording keeps what it was not told to drop.
  await page.getByRole('link', { name: '签发稿.pdf' }).waitFor()
  await page.getByText('与上一版比较').click()
  await page.getByText('穿雨靴和雨衣').first().waitFor()
  await expectSoundInBoth(centre, 'an institution')
  expect(centre.complaints).toEqual([])
  await centre.leave()
})

test('a vacancy is seen, a substitute arranged (not for too long), a team set up, and an even cutting looked at', async () => {
  const centre = await visitor(browser, address)
  await signInQuietly(centre, 'street-centre')
  const { page } = centre
  await page.goto('/office/duties?grid=1')
  await page.getByText(/^\d+ 个岗位空缺$/).waitFor()
  await expectSoundInBoth(centre, 'vacancies')
  await page.getByRole('link', { name: '安排顶岗' }).first().click()
  const person = page.getByLabel('顶岗人')
  await person.click()
  await firstOption(page).click()
  const moment = (days: number) => `${dayOf(new Date().toISOString(), days)}T08:00`
  await page.getByLabel('从何时起').fill(moment(1))
  await page.getByLabel('到何时止').fill(moment(20_000))
  await page.getByLabel('事由').fill('空缺期间')
  await page.getByRole('button', { name: '安排', exact: true }).click()
  await page.getByText('起止时间不对').waitFor()
  await expectSoundInBoth(centre, 'arranging a substitute')
  await page.getByLabel('到何时止').fill(moment(8))
  await page.locator('button[type=submit]').click()
  await page.getByRole('cell', { name: '空缺期间' }).waitFor()
  await page.getByRole('cell', { name: /明天 08:00/ }).waitFor()
  await picture(page, 'substitutes')
  for (const tab of ['网格负荷', '一人多岗、一岗双责', '包片包组包户'] as const) {
    await page.getByRole('link', { name: tab }).click()
    await page.getByRole('table').first().waitFor()
    await expectSoundInBoth(centre, tab)
    await picture(page, `duties-${tab.slice(0, 4)}`)
  }
  await page.getByRole('link', { name: '队伍名册' }).click()
  await page.getByRole('button', { name: '登记队伍' }).click()
  await page.getByRole('textbox', { name: /名称$/ }).fill('护河志愿队')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('button', { name: '加成员 护河志愿队' }).click()
  await page.getByRole('textbox', { name: /姓名$/ }).fill('李大河')
  await page.getByRole('button', { name: '加成员', exact: true }).click()
  await page.getByRole('cell', { name: '李大河', exact: true }).waitFor()
  await expectSoundInBoth(centre, 'bodies')
  await page.goto('/office/duties/balance?grid=1')
  await page.getByText('照建议是 5 格，').waitFor()
  // Twice as many as there are: each cell is cut in two between its houses.
  await page.getByLabel('共分几格').fill('20')
  await page.getByText('照建议是 20 格，').waitFor()
  await expectSoundInBoth(centre, 'an even cutting')
  await picture(page, 'balance')
  await page.getByRole('button', { name: '以此起草' }).click()
  await expectSoundInBoth(centre, 'a cutting to be drafted')
  await page.getByLabel('草案名称').fill('按户数重划')
  await page.getByRole('button', { name: '以此起草' }).click()
  await page.getByText('没有问题：不缝、不叠、不漏。').waitFor()
  await page.getByText(/第 1 步 按户数重划/).waitFor()
  await picture(page, 'balance-draft')
  await page.getByRole('button', { name: '撤回草案' }).click()
  // The browser itself writes the refusal that was asked for on its console.
  expect(centre.complaints.filter(one => !one.includes('/api/identity.substitute'))).toEqual([])
  await centre.leave()
})

interface Boundaries {
  readonly features: readonly {
    readonly geometry: { readonly coordinates: readonly (readonly [number, number][])[] }
  }[]
}

test('a file of buildings is read, told row by row, taken in, and changes nothing when it comes again', async () => {
  const centre = await visitor(browser, address, { screen: screens.desk })
  await signInQuietly(centre, 'street-centre')
  const { page } = centre
  const { features } = await ask<Boundaries>(centre, 'grid.boundaries', { under: '1.2.2' })
  const ring = features.at(-1)!.geometry.coordinates[0]!
  const [west, south] = ring[0]!
  const middle = [0, 1].map(of => ring.reduce((sum, corner) => sum + corner[of]!, 0) / ring.length)
  // Near a corner of the grid: there is a crossing of streets, and no house.
  const [lon, lat] = [west + (middle[0]! - west) * 0.1, south + (middle[1]! - south) * 0.1]
  const house = (shift: number, name: string, corners: readonly (readonly [number, number])[]) => ({
    type: 'Feature',
    properties: { 楼名: name, 坐落: `新测路${shift + 1}号`, 层数: 6 },
    geometry: { type: 'Polygon', coordinates: [corners.map(([x, y]) => [lon + x * 1e-4 + shift, lat + y * 1e-4])] },
  })
  const square = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ] as const
  const bow = [
    [2, 2],
    [3, 3],
    [3, 2],
    [2, 3],
    [2, 2],
  ] as const
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: [house(0, '新测1号楼', square), house(0, '交叉楼', bow), house(3, '远处楼', square)],
  })
  const file = { name: '楼栋.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(text) }

  await page.goto('/office/places')
  await page.getByRole('link', { name: '从文件登记' }).click()
  await page.getByLabel('选择文件').setInputFiles(file)
  await page.getByText('文件没有注明坐标系').waitFor()
  expect(await page.getByLabel('地址').inputValue()).toBe('坐落')
  await page.getByRole('button', { name: '检查这个文件' }).click()
  await page.getByText('新增 1 个，更正 0 个，没有变化 0 个，不收入 2 行。').waitFor()
  await page.getByText('轮廓自己交叉，请在原图里改好').waitFor()
  await settled(page)
  await picture(page, 'intake')
  await expectSoundInBoth(centre, 'a file of buildings')
  await page.setViewportSize({ width: 390, height: 844 })
  await settled(page)
  await picture(page, 'intake-phone')
  await expectSound(page, 'a file of buildings on a phone')
  await page.setViewportSize(screens.desk)
  await page.getByRole('button', { name: '收入 1 个，今天起生效' }).click()
  await page.getByText('新增 0 个，更正 0 个，没有变化 1 个，不收入 2 行。').waitFor()

  await page.getByRole('link', { name: '回到楼院道路' }).click()
  await page.getByLabel('看什么').selectOption('buildings')
  await page.getByLabel('在哪个网格').selectOption('1')
  await page.getByLabel('按名称查找').fill('新测1号楼')
  await list(page)
    .getByRole('button', { name: /新测路1号/ })
    .click()
  await page.getByRole('heading', { name: /新测/ }).waitFor()

  await page.getByRole('button', { name: '登记单元' }).click()
  await page.getByLabel('每层几户').fill('3')
  expect(await page.getByLabel('共几户').inputValue()).toBe('18')
  await picture(page, 'entrance')
  await expectSoundInBoth(centre, 'an entrance')
  await page.getByRole('button', { name: /保\s?存/ }).click()
  await page.getByText('1单元：6 层，每层 3 户，共 18 户').waitFor()

  // Taken in by mistake: it can be there no longer from tomorrow, and the refusal says so.
  await page.getByRole('button', { name: '登记已不存在 新测路1号' }).click()
  await expectSoundInBoth(centre, 'a building that is no more')
  await page.getByRole('button', { name: '确认不再存在' }).click()
  await page.getByText(/^这一天不行/).waitFor()
  await page.getByLabel('从这一天起').fill(dayOf(new Date().toISOString(), 1))
  await picture(page, 'gone')
  await page.getByRole('button', { name: '确认不再存在' }).click()
  await page.getByText(/起不再存在/).waitFor()
  // The browser tells of each refusal.
  expect(centre.complaints.filter(one => !one.includes('places.end-thing'))).toEqual([])
  await centre.leave()
})

test('a road section is drawn on the map by hand, put right by its corners, and told why where it cannot be', async () => {
  const centre = await visitor(browser, address, { screen: screens.desk })
  await signInQuietly(centre, 'street-centre')
  const { page } = centre
  const { features } = await ask<Boundaries>(centre, 'grid.boundaries', { under: '1.2.2' })
  const [[lon, lat] = [0, 0]] = features[0]!.geometry.coordinates[0]!
  await page.goto('/office/places?layer=road-section&grid=1')
  await list(page).getByRole('button').first().waitFor()
  await page.getByRole('button', { name: '在图上登记新的' }).click()
  const form = page.getByRole('form', { name: '登记新的' })
  await form.getByLabel('名称').fill('手绘路（西段）')
  await form.getByRole('button', { name: '保存，今天起生效' }).click()
  await form
    .getByRole('alert')
    .getByText(/点太少/)
    .waitFor()
  const map = page.getByRole('region', { name: '楼院道路地图' }).first()
  const { x, y, width, height } = (await map.boundingBox())!
  await page.mouse.click(x + width * 0.4, y + height * 0.3)
  await page.mouse.click(x + width * 0.65, y + height * 0.3)
  await expect.poll(() => form.getByLabel(/^边角/).inputValue()).toMatch(/^[\d.]+,[\d.]+\n[\d.]+,[\d.]+$/)
  await settled(page)
  await picture(page, 'drawing')
  await expectSoundInBoth(centre, 'drawing a road section')
  await page.setViewportSize({ width: 390, height: 844 })
  await settled(page)
  await picture(page, 'drawing-phone')
  await expectSound(page, 'drawing a road section on a phone')
  await page.setViewportSize(screens.desk)
  // With keys alone: another course, about a hundred metres.
  await form.getByLabel(/^边角/).fill(`${lon},${lat}\n${lon + 0.001},${lat}`)
  await form.getByRole('button', { name: '保存，今天起生效' }).click()
  await page.getByText('“手绘路（西段）”已登记。').waitFor()

  await page.getByLabel('按名称查找').fill('手绘路')
  await list(page)
    .getByRole('button', { name: /手绘路/ })
    .click()
  await page.getByRole('button', { name: '更正', exact: true }).click()
  const correction = page.getByRole('form', { name: '更正登记' })
  await correction.getByLabel('名称').fill('手绘路（东段）')
  await correction.getByRole('button', { name: '保存，今天起生效' }).click()
  await list(page)
    .getByRole('button', { name: /手绘路（东段）/ })
    .waitFor()
  expect(centre.complaints).toEqual([])
  await centre.leave()
})
