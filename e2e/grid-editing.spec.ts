import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { startBrowser } from './browser.ts'
import { picture } from './picture.ts'
import { expectSound, settled } from './sound.ts'
import { type RunningServer, startServer } from './start-server.ts'
import { ask, order, signInQuietly, type Visitor, visitor } from './visitor.ts'

const screen = { width: 1440, height: 900 }
const path = '1.1.1.1'
let browser: Browser
let folder: string
let server: RunningServer

beforeAll(async () => {
  browser = await startBrowser()
  folder = await mkdtemp(join(tmpdir(), 'wangge-grids-'))
  server = await startServer({ town: 'small', folder })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function atDesk(login: string, locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<Visitor> {
  const one = await visitor(browser, server.address, { screen, locale })
  await signInQuietly(one, login)
  return one
}

interface Shown {
  readonly path: string
  readonly bounds: readonly [number, number, number, number]
}
interface Matter {
  readonly gridPath: string
  readonly gridNames: readonly string[]
  readonly status: string
  readonly timeline: readonly { readonly type: string; readonly note: string | null }[]
}

/** A matter in the west of the grid, where the cut will put it into the new one. */
async function report(worker: Visitor, [west, south, , north]: Shown['bounds']): Promise<string> {
  const caseId = newId()
  const place = { lon: west + 0.0005, lat: (south + north) / 2, frame: 'wgs84', accuracyMetres: 5 }
  await order(worker, 'cases.report', { caseId, source: 'worker', description: '路边有垃圾没有清', place })
  return caseId
}

interface Boundaries {
  readonly features: { properties: { path: string }; geometry: { coordinates: [number, number][][] } }[]
}

/** A file that redraws one grid alone: said before it is taken, found faulty, taken back. */
async function importOneGrid(drawer: Visitor): Promise<void> {
  const { page } = drawer
  const { features } = await ask<Boundaries>(drawer, 'grid.boundaries', { under: '1.2.2' })
  const feature = features.find(({ properties }) => properties.path.split('.').length === 4)!
  const [ring] = feature.geometry.coordinates
  // Well inwards from the last corner but the closing one.
  const [west, south] = ring![0]!
  const far = ring![2]!
  ring![2] = [far[0] - (far[0] - west) * 0.1, far[1] - (far[1] - south) * 0.1]
  const file = { type: 'FeatureCollection', features: [feature, { type: 'Feature', properties: {}, geometry: null }] }
  await page.goto('/office/grid-drafts')
  await page.getByRole('button', { name: '新建草案' }).click()
  await page.getByLabel('名称').fill('测绘成果导入')
  await page.getByLabel('调整原因').fill('重新测绘')
  await page.getByRole('button', { name: '新建草案' }).click()
  await page.getByText('从文件导入边界').click()
  const buffer = Buffer.from(JSON.stringify(file))
  await page.getByLabel('选择文件').setInputFiles({ name: 'one.geojson', mimeType: 'application/geo+json', buffer })
  await page.getByText('按数值判断为：CGCS2000 经纬度').waitFor()
  await page.getByText('重画 1 个网格，新增 0 个，有问题 1 行。').waitFor()
  await page.getByText('第 2 行没有导入：没有边界').waitFor()
  await picture(page, 'grid-editing-import')
  await expectSound(page, 'an import')
  await page.getByRole('button', { name: '把 1 行放进草案' }).click()
  await page.getByText(/共 \d+ 处问题/).waitFor()
  await page.getByRole('button', { name: '撤销上一步' }).click()
  await page.getByText('没有问题：不缝、不叠、不漏。').waitFor()

  // A new grid drawn by hand on the ground of another: an overlap until the ground is given to it.
  const middle = (axis: 0 | 1) => ring!.slice(1).reduce((sum, corner) => sum + corner[axis], 0) / (ring!.length - 1)
  // In the south-west of the block, clear of its houses.
  const at = (east: number, north: number) =>
    `${(middle(0) - 0.0006 + east).toFixed(7)},${(middle(1) - 0.00045 + north).toFixed(7)}`
  await page.getByRole('combobox', { name: '网格' }).first().selectOption(feature.properties.path)
  await page.getByRole('button', { name: '在地图上画边界' }).click()
  const around = [at(0, 0), at(0.0001, 0), at(0.0001, 0.0001), at(0, 0.0001)]
  await page.getByLabel('各点坐标').fill(around.join('\n'))
  await page.getByLabel('新画网格名称').fill('岗亭网格')
  await page.getByRole('button', { name: '围成新网格' }).click()
  await page.getByText('网格重叠').waitFor()
  await page.getByRole('button', { name: '划给岗亭网格' }).click()
  await page.getByText('没有问题：不缝、不叠、不漏。').waitFor()
  await picture(page, 'grid-editing-drawn')
}

test('an alley grid is split, a border moved, a gap found and mended; it holds from tomorrow, and yesterday’s matter keeps its grid', async () => {
  const worker = await atDesk('grid-worker')
  const shown = await ask<Shown>(worker, 'grid.show', { path })
  const [open, ended] = [await report(worker, shown.bounds), await report(worker, shown.bounds)]
  const acceptor = await atDesk('acceptor')
  await order(acceptor, 'cases.refuse', { caseId: ended, version: 1, reason: '不属于受理范围' })
  await acceptor.leave()
  await worker.leave()

  const drawer = await atDesk('street-centre')
  const { page } = drawer
  await page.goto('/office/grid-drafts')
  await settled(page)
  await expectSound(page, 'drafts, none yet')
  await page.getByRole('button', { name: '新建草案' }).click()
  await page.getByLabel('名称').fill('文化路拆格')
  await page.getByLabel('调整原因').fill('户数超过五百')
  await page.getByRole('button', { name: '新建草案' }).click()
  await page.getByText('没有问题：不缝、不叠、不漏。').waitFor()

  // Split with the mouse: the map shows the chosen grid whole, so a line down its middle has both ends outside.
  await page.getByRole('combobox', { name: '网格' }).first().selectOption(path)
  await page.getByRole('button', { name: '在地图上画分割线' }).click()
  const canvas = page.locator('.m-canvas canvas')
  const box = (await canvas.boundingBox())!
  const drawLine = async (top: number, bottom: number) => {
    await page.mouse.click(box.x + box.width * top, box.y + 4)
    await page.mouse.click(box.x + box.width * bottom, box.y + box.height - 30)
  }
  await page.waitForTimeout(1500)
  // Straight down it would cut through houses: the check says so by their address, and the step is taken back.
  await drawLine(0.57, 0.57)
  await page.getByRole('button', { name: '按线拆分' }).click()
  await page.getByText('建筑物被边界切开').first().waitFor()
  await picture(page, 'grid-editing-cut')
  await page.getByRole('button', { name: '撤销上一步' }).click()
  await page.getByText('没有问题：不缝、不叠、不漏。').waitFor()
  await page.getByRole('button', { name: '在地图上画分割线' }).click()
  await drawLine(0.583, 0.433)
  await page.getByLabel('分出网格名称').fill('文化路西段网格')
  await picture(page, 'grid-editing-line')
  await page.getByRole('button', { name: '按线拆分' }).click()
  await page.getByText('文化路西段网格（1.1.1.5）').first().waitFor()
  await page.getByText('没有问题：不缝、不叠、不漏。').waitFor()

  // A border moved with the keys, and both neighbours follow.
  await page.getByRole('combobox', { name: '网格' }).first().selectOption('1.1.1.5')
  const corners = page.getByRole('listbox', { name: '界址点列表' })
  await corners.selectOption({ index: 2 })
  const move = page.getByRole('button', { name: '移到这里' })
  await move.focus()
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByText('第 4 步 移动界址点').waitFor()
  await page.getByText('没有问题：不缝、不叠、不漏。').waitFor()

  // The same for one grid alone leaves a gap (or an overlap), named with its place; the draft cannot go on.
  await page.getByLabel('只动这一个网格（相邻网格不跟着动）').check()
  await page.getByLabel('方向键每次移动（米）').fill('8')
  await corners.selectOption({ index: 2 })
  await page.getByRole('button', { name: '移到这里' }).focus()
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByText(/共 \d+ 处问题，处理完才能提交。/).waitFor()
  await page.getByText('网格之间有空隙').first().waitFor()
  expect(await page.getByRole('button', { name: '提交审批' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: '在地图上看第 1 处' }).click()
  await page.waitForTimeout(800)
  await picture(page, 'grid-editing-gap')
  await expectSound(page, 'a draft with a gap')

  // Mended: each fault is given to one of the grids beside it.
  const faults = page.getByText(/共 \d+ 处问题/)
  for (let left = 6; left > 0 && (await faults.count()) > 0; left--) {
    const drawn = await page.locator('#gd-journal ~ ol > li').count()
    await page.getByRole('button', { name: /^划给/ }).first().click()
    await expect.poll(() => page.locator('#gd-journal ~ ol > li').count(), { timeout: 20_000 }).toBe(drawn + 1)
    await page.waitForTimeout(500)
  }
  await page.getByText('没有问题：不缝、不叠、不漏。').waitFor()
  await page.getByText(/未办结事项：[1-9]\d*，转到别的网格/).waitFor()
  await picture(page, 'grid-editing-compared')
  await expectSound(page, 'a draft without faults')
  await page.getByRole('button', { name: '提交审批' }).click()
  await page
    .getByText('现在没有要您办理的。')
    .or(page.getByRole('button', { name: '撤回草案' }))
    .first()
    .waitFor()
  await page.getByRole('heading', { name: /待审批/ }).waitFor()
  const draftUrl = new URL(page.url()).pathname
  await importOneGrid(drawer)
  expect(drawer.complaints).toEqual([])
  await drawer.leave()

  // Somebody else approves it, for tomorrow.
  const hub = await atDesk('district-hub')
  await hub.page.goto(draftUrl)
  await hub.page.getByRole('button', { name: '批准' }).waitFor()
  await expectSound(hub.page, 'a draft to decide on')
  await hub.page.getByRole('button', { name: 'English', exact: true }).click()
  await hub.page.getByRole('button', { name: 'Approve' }).waitFor()
  await expectSound(hub.page, 'a draft to decide on, in English')
  await picture(hub.page, 'grid-editing-english')
  await hub.page.getByRole('button', { name: '中文', exact: true }).click()
  await hub.page.getByRole('button', { name: '批准' }).click()
  await hub.page.getByRole('heading', { name: /已批准，待生效/ }).waitFor()
  expect(hub.complaints).toEqual([])
  await hub.leave()

  // Tomorrow comes.
  await server.stop()
  server = await startServer({
    ...{ town: 'small', folder },
    environment: { NODE_OPTIONS: `--import ${new URL('tomorrow.mjs', import.meta.url).pathname}` },
  })
  const later = await atDesk('street-centre')
  await later.page.goto('/office/grid-drafts')
  await settled(later.page)
  const row = later.page.getByRole('row').filter({ hasText: '文化路拆格' })
  const until = Date.now() + 150_000
  while (!(await row.textContent())?.includes('已生效') && Date.now() < until) {
    await later.page.waitForTimeout(3000)
    await later.page.reload()
    await settled(later.page)
  }
  await row.getByText('已生效').waitFor()
  await later.page.goto('/office/grids?grid=1.1.1.5')
  await later.page.getByText('文化路西段网格').first().waitFor()
  await picture(later.page, 'grid-editing-in-force')

  await expect
    .poll(async () => (await ask<Matter>(later, 'cases.show', { caseId: open })).gridPath, { timeout: 90_000 })
    .toBe('1.1.1.5')
  const moved = await ask<Matter>(later, 'cases.show', { caseId: open })
  expect(moved.timeline.at(-1)).toMatchObject({ type: 'grid-moved' })
  const kept = await ask<Matter>(later, 'cases.show', { caseId: ended })
  expect(kept.gridPath).toBe(path)
  expect(kept.gridNames.at(-1)).not.toBe('文化路西段网格')
  await later.page.goto(`/office/cases/${open}`)
  await later.page.getByText('随网格调整转入新网格').waitFor()
  expect(later.complaints).toEqual([])
  await later.leave()
}, 400_000)
