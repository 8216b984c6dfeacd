import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { startBrowser } from './browser.ts'
import { picture } from './picture.ts'
import { expectSound, settled } from './sound.ts'
import { type RunningServer, startServer } from './start-server.ts'
import { ask, order, signInQuietly, type Visitor, visitor } from './visitor.ts'

// The middle level of the tree drawn anew: a small grid goes to another middle grid, a middle grid is split.
const screen = { width: 1440, height: 900 }
let browser: Browser
let folder: string
let server: RunningServer

beforeAll(async () => {
  browser = await startBrowser()
  folder = await mkdtemp(join(tmpdir(), 'wangge-moving-'))
  server = await startServer({ town: 'small', folder })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function atDesk(login: string): Promise<Visitor> {
  const one = await visitor(browser, server.address, { screen, locale: 'zh-CN' })
  await signInQuietly(one, login)
  return one
}

interface Shown {
  readonly path: string
  readonly name: string
  readonly code: string
  readonly labelPlace: { readonly lon: number; readonly lat: number }
}
interface Matter {
  readonly gridPath: string
  readonly timeline: readonly { readonly type: string }[]
}

const moving = '1.1.2'
let parted = ''
let now = ''

test('a small grid goes to another middle grid, a middle grid is split, a border is redrawn; all hold from tomorrow', async () => {
  const worker = await atDesk('grid-worker')
  const before = await ask<Shown>(worker, 'grid.show', { path: `${moving}.1` })
  const caseId = newId()
  const place = { ...before.labelPlace, frame: 'wgs84', accuracyMetres: 5 }
  await order(worker, 'cases.report', { caseId, source: 'worker', description: '楼道堆物没有清', place })
  await worker.leave()

  const drawer = await atDesk('street-centre')
  const { page } = drawer
  await page.goto('/office/grid-drafts')
  await page.getByRole('button', { name: '新建草案' }).click()
  await page.getByLabel('名称').fill('片区重划')
  await page.getByLabel('调整原因').fill('两个管理片区户数相差过大')
  await page.getByRole('button', { name: '新建草案' }).click()
  const noFault = page.getByText('没有问题：不缝、不叠、不漏。')
  await noFault.waitFor()
  const chosen = page.getByRole('combobox', { name: '网格' }).first()

  await chosen.selectOption(moving)
  await page.getByLabel('新的上级网格').selectOption('1.2')
  await page.getByRole('button', { name: '移到这个上级' }).click()
  await page.getByText('第 1 步 换上级网格').waitFor()
  await noFault.waitFor()
  const comparison = page.getByRole('region', { name: '与现行网格对比' })
  await comparison.getByText('换上级').first().waitFor()
  const to = /1\.2\.\d+/.exec((await comparison.getByRole('listitem').first().textContent())!)![0]
  await comparison.getByText(/人口：\d+，转到别的网格：/).waitFor()
  await picture(page, 'grid-moving-moved')
  await expectSound(page, 'a grid under another')

  await chosen.selectOption('1.2')
  await page.getByRole('checkbox', { name: new RegExp(`^${to} `) }).check()
  await page.getByLabel('分出后的新网格名称').fill('东片区')
  await picture(page, 'grid-moving-choosing')
  await expectSound(page, 'choosing what is parted')
  await page.getByRole('button', { name: '分出为新网格' }).click()
  await page.getByText('第 2 步 分出下级网格').waitFor()
  await noFault.waitFor()
  parted = /东片区（(1\.\d+)）/.exec((await comparison.textContent())!)![1]!
  now = `${parted}${to.slice('1.2'.length)}`

  // From its first corner to the next, by way of a point a metre beside the middle.
  await chosen.selectOption(`${now}.1`)
  await page.getByRole('button', { name: '选一段来重画' }).click()
  const [from, until] = await page
    .getByRole('listbox', { name: '界址点列表' })
    .getByRole('option')
    .evaluateAll(options => options.slice(0, 2).map(option => /[\d.]+, [\d.]+$/.exec(option.textContent ?? '')![0]))
  const [a, b] = [from!, until!].map(corner => corner.split(', ').map(Number) as [number, number]) as [
    [number, number],
    [number, number],
  ]
  const beside = [(a[0] + b[0]) / 2 + 0.000005, (a[1] + b[1]) / 2 + 0.000005]
  await page.getByLabel('各点坐标').fill(beside.map(degrees => degrees.toFixed(7)).join(','))
  await page.getByText('原来这一段有 2 个界址点。').waitFor()
  await picture(page, 'grid-moving-stretch')
  await page.getByRole('button', { name: '按新线重画' }).click()
  await page.getByText('第 3 步 重画一段边界').waitFor()
  await noFault.waitFor()
  await expectSound(page, 'a border redrawn')
  await picture(page, 'grid-moving-redrawn')

  await page.getByRole('button', { name: '提交审批' }).click()
  await page.getByRole('heading', { name: /待审批/ }).waitFor()
  const draftUrl = new URL(page.url()).pathname
  expect(drawer.complaints).toEqual([])
  await drawer.leave()

  const hub = await atDesk('district-hub')
  await hub.page.goto(draftUrl)
  await hub.page.getByRole('button', { name: '批准' }).click()
  await hub.page.getByRole('heading', { name: /已批准，待生效/ }).waitFor()
  await hub.leave()

  await server.stop()
  server = await startServer({
    ...{ town: 'small', folder },
    environment: { NODE_OPTIONS: `--import ${new URL('tomorrow.mjs', import.meta.url).pathname}` },
  })
  const later = await atDesk('street-centre')
  await expect
    .poll(async () => (await ask<Matter>(later, 'cases.show', { caseId })).gridPath, { timeout: 150_000 })
    .toBe(`${now}.1`)
  const after = await ask<Shown>(later, 'grid.show', { path: `${now}.1` })
  expect([after.name, after.code]).toEqual([before.name, before.code])
  await later.page.goto(`/office/grids?grid=${parted}`)
  await later.page.getByText('东片区').first().waitFor()
  await settled(later.page)
  await picture(later.page, 'grid-moving-in-force')
  expect(later.complaints).toEqual([])
  await later.leave()
}, 400_000)

test('figures of the day before are those of the grids of that day, and a grid that came later says so', async () => {
  const desk = await atDesk('street-centre')
  const { page } = desk
  const before = dayOf(instantOf(Date.now()))
  const people = async (gridPath: string, on: string) =>
    (await ask<{ people: number }>(desk, 'registry.figures', { gridPath, on })).people
  await expect.poll(() => people(now, dayOf(instantOf(Date.now()), 1)), { timeout: 60_000 }).toBeGreaterThan(0)
  const count = await people(now, before)
  expect(count).toBe(await people(moving, before))

  await page.goto(`/office/registry-figures?grid=${now}`)
  await page.getByRole('button', { name: `查看实有人口的名单 ${count}` }).waitFor()
  await page.getByLabel('统计日期').fill(before)
  const line = page.getByText(`按 ${before} 当天施行的网格统计`)
  await line.waitFor()
  // Where it stood then: under the other middle grid.
  const above = await ask<Shown>(desk, 'grid.show', { path: '1.1' })
  expect(await line.textContent()).toContain(above.name)
  await page.getByRole('button', { name: `查看实有人口的名单 ${count}` }).click()
  await page.getByRole('heading', { name: '名单：实有人口' }).waitFor()
  await picture(page, 'grid-moving-figures-before')
  await expectSound(page, 'figures of a day before a move')

  await page.goto(`/office/registry-figures?grid=${parted}&on=${before}`)
  await page.getByText(`${before} 还没有“东片区”`).waitFor()
  await picture(page, 'grid-moving-figures-not-yet')
  await expectSound(page, 'a grid that was not there yet')
  await page.getByRole('button', { name: /当天的数字/ }).click()
  await line.waitFor()
  expect(desk.complaints.filter(text => !text.includes('404'))).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/office/registry-figures?grid=${parted}&on=${before}`)
  await page.getByText(`${before} 还没有“东片区”`).waitFor()
  await picture(page, 'grid-moving-figures-not-yet-phone')
  await page.goto(`/office/registry-figures?grid=${now}&on=${before}`)
  await line.waitFor()
  await picture(page, 'grid-moving-figures-before-phone')
  await expectSound(page, 'figures on a phone')
  await desk.leave()
}, 120_000)
