import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshlySentTo } from './own-case.ts'
import { gatePhoto } from './photos.ts'
import { type PhoneInHand, phoneInHand } from './persistent.ts'
import { laidOutShift } from './shift.ts'
import { startBrowser } from './browser.ts'
import { ask, demoPassword, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser
let phone: PhoneInHand

interface Job {
  readonly job: string
  readonly taps: number
  readonly typed: number
  readonly seconds: string
}
const table: Job[] = []

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => {
  console.table(table)
  await phone?.putAway()
  await browser?.close()
})

/** Counts what a thumb does: each tap (the camera's own shutter is not ours), and each field that is typed into. */
async function measured(page: Page, job: string, work: (tap: Tap, type: Type) => Promise<void>): Promise<Job> {
  let taps = 0
  let typed = 0
  const from = performance.now()
  await work(
    async locator => {
      await locator.click()
      taps++
    },
    async (locator, text) => {
      await locator.fill(text)
      typed++
    },
  )
  const row = { job, taps, typed, seconds: ((performance.now() - from) / 1000).toFixed(1) }
  table.push(row)
  return row
}
type Tap = (locator: { click(): Promise<void> }) => Promise<void>
type Type = (locator: { fill(text: string): Promise<void> }, text: string) => Promise<void>

async function enter(page: Page, login: string) {
  await page.goto('/field/')
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码').fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
}

/** A tap on "take a photo" opens the phone's camera; here the picture is handed over in its place. */
async function photograph(page: Page, tap: Tap, which: number, name: 'dumped' | 'cleared') {
  await tap(page.locator('button', { hasText: '拍照' }).nth(which))
  await page
    .locator('input[capture]')
    .nth(which)
    .setInputFiles(await gatePhoto(name))
}

test('a report takes four taps and no typing; the other jobs of the day are measured beside it', async () => {
  const shift = await laidOutShift(browser, address, 1)
  const asked = await visitor(browser, address)
  await signInQuietly(asked, 'grid-worker')
  const me = await ask<{ post: { gridPath: string } }>(asked, 'identity.me')
  const { labelPlace: at } = await ask<{ labelPlace: { lon: number; lat: number } }>(asked, 'grid.show', {
    path: me.post.gridPath,
  })
  await asked.leave()
  phone = await phoneInHand({ address, at })
  const { page } = phone
  await enter(page, 'grid-worker')

  // What one mostly reports stands first: one matter of the kind is settled on the spot before the measure.
  const settled = await measured(page, 'settle a small matter on the spot', async (tap, type) => {
    await tap(page.getByRole('link', { name: '上报', exact: true }))
    await tap(page.getByRole('link', { name: '小问题当场处理了？一步办结' }))
    await page.locator('select option').nth(5).waitFor({ state: 'attached' })
    await photograph(page, tap, 0, 'dumped')
    await photograph(page, tap, 1, 'cleared')
    await type(page.getByLabel(/^情况/), '门口暴露垃圾')
    await page.locator('select').first().selectOption('event 06010')
    await type(page.getByLabel(/^做了什么/), '已经扫净')
    await page.getByText('误差约').waitFor()
    await tap(page.getByRole('button', { name: '办结', exact: true }))
    await page.getByRole('heading', { name: '已办结' }).waitFor()
  })
  expect(settled.typed).toBeLessThanOrEqual(2)

  await page.goto('/field/')
  await page.reload()
  const reported = await measured(page, 'report with a photo', async tap => {
    await tap(page.getByRole('link', { name: '上报', exact: true }))
    await photograph(page, tap, 0, 'dumped')
    await tap(page.locator('.f-chip').first())
    await page.getByText('误差约').waitFor()
    await page.getByText('已存手机').waitFor()
    await tap(page.getByRole('button', { name: '上报', exact: true }))
    await page.getByRole('heading', { name: '已上报' }).waitFor()
  })
  expect(reported).toMatchObject({ taps: 4, typed: 0 })

  await measured(page, 'open what is first today', async tap => {
    await tap(page.getByRole('link', { name: /今日/ }))
    await page.getByRole('heading', { name: '今日' }).waitFor()
  })
  await measured(page, 'read notices', async tap => {
    await tap(page.getByRole('link', { name: '我的', exact: true }))
    await tap(page.getByRole('link', { name: /^通知/ }))
    await page.getByRole('heading', { name: '通知' }).waitFor()
  })

  const unit = await visitor(browser, address)
  await signInQuietly(unit, 'handler')
  const { post } = await ask<{ post: { unitName: string } }>(unit, 'identity.me')
  await unit.leave()
  const caseId = await freshlySentTo(browser, address, post.unitName)
  await phone.putAway()
  phone = await phoneInHand({ address, at })
  await enter(phone.page, 'handler')
  const handler = phone.page
  await handler.goto(`/field/#/case/${caseId}`)
  await measured(handler, 'tell that a case is handled, with a photo', async (tap, type) => {
    await photograph(handler, tap, 0, 'cleared')
    await type(handler.getByLabel(/^做了什么/), '已清运')
    await handler.getByText('已存手机').waitFor()
    await tap(handler.getByRole('button', { name: '提交', exact: true }))
    await handler.getByText('待核查').first().waitFor()
  })
  // Shown at once, sent a moment later: the phone is not put away before.
  await handler.goto('/field/#/waiting')
  await handler.getByText('都发出去了').waitFor()

  await phone.putAway()
  phone = await phoneInHand({ address, at })
  await enter(phone.page, 'grid-worker')
  const worker = phone.page
  await worker.goto(`/field/#/case/${caseId}`)
  await measured(worker, 'verify what was handled', async tap => {
    await tap(worker.getByText('到位', { exact: true }))
    await tap(worker.getByRole('button', { name: '提交核查' }))
    await worker.getByText('待结案').first().waitFor()
  })
  await worker.goto('/field/')
  const { name } = shift.people[0]!
  await measured(worker, 'tell of a visit to somebody who is due', async (tap, type) => {
    await tap(worker.getByRole('link', { name: '我的', exact: true }))
    await tap(worker.getByRole('link', { name: '走访', exact: true }))
    await tap(worker.getByRole('link', { name: `记走访：${name}`, exact: true }).first())
    await type(worker.getByLabel(/^了解到的情况/), '身体还好')
    await tap(worker.getByRole('button', { name: '记下', exact: true }))
    await worker.getByText('记好了。').waitFor()
  })
  await worker.goto('/field/')
  await measured(worker, 'a point of a patrol, nothing wrong', async tap => {
    await tap(worker.getByRole('link', { name: '我的', exact: true }))
    await tap(worker.getByRole('link', { name: '我的巡查', exact: true }))
    await tap(worker.getByRole('link', { name: new RegExp(shift.roundTitle) }).first())
    await tap(worker.getByRole('button', { name: `全部正常：${shift.points[0]}` }))
    await worker.getByRole('button', { name: `再看一次：${shift.points[0]}` }).waitFor()
  })
})

test('the app opens on a slow phone: told, not judged', async () => {
  const { page, context } = phone
  const tools = await context.newCDPSession(page)
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await tools.send('Network.enable')
  // Slow 4G as Lighthouse means it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms.
  const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }
  await tools.send('Network.emulateNetworkConditions', slow)
  const opens = async (job: string) => {
    const from = performance.now()
    await page.goto('/field/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    table.push({ job, taps: 0, typed: 0, seconds: ((performance.now() - from) / 1000).toFixed(1) })
  }
  await page.evaluate(async () => navigator.serviceWorker.ready)
  await opens('open the app again, processor 4 times slower, slow 4G')
  await tools.send('Network.emulateNetworkConditions', { ...slow, offline: true })
  await opens('open the app again with no network')
  expect(table.at(-1)?.job).toContain('no network')
})
