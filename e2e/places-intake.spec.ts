import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { startBrowser } from './browser.ts'
import { picture } from './picture.ts'
import { expectSound, expectSoundInBoth, settled } from './sound.ts'
import { ask, screens, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const list = (page: Page) => page.locator('.pl-items')

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
  const [lon, lat] = [west + (middle[0]! - west) * 0.2, south + (middle[1]! - south) * 0.2]
  const house = (shift: number, name: string, corners: readonly (readonly [number, number])[]) => ({
    type: 'Feature',
    properties: { 楼名: name, 坐落: `新测路${shift + 1}号`, 层数: 6 },
    geometry: {
      type: 'Polygon',
      coordinates: [corners.map(([x, y]) => [lon + (x - 0.5) * 1e-4 + shift, lat + (y - 0.5) * 1e-4])],
    },
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
  await picture(page, 'places-intake')
  await expectSoundInBoth(page, 'a file of buildings')
  await page.setViewportSize({ width: 390, height: 844 })
  await settled(page)
  await picture(page, 'places-intake-phone')
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
  await picture(page, 'places-entrance')
  await expectSoundInBoth(page, 'an entrance')
  await page.getByRole('button', { name: /保\s?存/ }).click()
  await page.getByText('1单元：6 层，每层 3 户，共 18 户').waitFor()

  // Taken in by mistake: it can be there no longer from tomorrow, and the refusal says so.
  await page.getByRole('button', { name: '登记已不存在 新测路1号' }).click()
  await expectSoundInBoth(page, 'a building that is no more')
  await page.getByRole('button', { name: '确认不再存在' }).click()
  await page.getByText(/^这一天不行/).waitFor()
  await page.getByLabel('从这一天起').fill(dayOf(new Date().toISOString(), 1))
  await picture(page, 'places-gone')
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
  await picture(page, 'places-drawing')
  await expectSoundInBoth(page, 'drawing a road section')
  await page.setViewportSize({ width: 390, height: 844 })
  await settled(page)
  await picture(page, 'places-drawing-phone')
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
