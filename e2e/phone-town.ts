import sharp from 'sharp'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { startBrowser } from './browser.ts'
import { type PhoneInHand, phoneInHand } from './persistent.ts'
import { type RunningServer, startServer } from './start-server.ts'
import { ask, demoPassword, signInQuietly, type Visitor, visitor } from './visitor.ts'

/**
 * A town of its own for phones that are killed, lost and wiped, and one phone in hand at a time. Call it at the top level;
 * what it gives is there once the first test begins.
 */
export function townWithPhone() {
  let server: RunningServer
  let browser: Browser
  let at: { lon: number; lat: number }
  let gridPath = ''
  let phone: PhoneInHand | null = null
  beforeAll(async () => {
    browser = await startBrowser()
    server = await startServer({ town: 'small', environment: { WANGGE_CALLS_A_MINUTE: 'unlimited' } })
    const worker = await visitor(browser, server.address)
    await signInQuietly(worker, 'grid-worker')
    const me = await ask<{ post: { gridPath: string } }>(worker, 'identity.me')
    gridPath = me.post.gridPath
    at = (await ask<{ labelPlace: typeof at }>(worker, 'grid.show', { path: gridPath })).labelPlace
    await worker.leave()
  })
  afterEach(async () => {
    await phone?.putAway()
    phone = null
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  return {
    town: () => ({ browser, address: server.address, gridPath }),
    phoneNow: () => phone!,
    /** Signed in, the app on the phone, and what the shift needs fetched. */
    async takePhone(): Promise<PhoneInHand> {
      phone = await phoneInHand({ address: server.address, at })
      const { page } = phone
      const stocked = page.waitForResponse(response => response.url().includes('/basemap/cut/grids.pmtiles'))
      await page.goto('/field/')
      await enter(page)
      await stocked
      await page.evaluate(async () => navigator.serviceWorker.ready)
      await expect.poll(() => keptNames(page), { timeout: 20_000 }).toContain('map-grids')
      return phone
    },
    /** The program dies and is started again, with what lies on the phone. */
    async killPhone(): Promise<PhoneInHand> {
      phone = await phone!.killed()
      return phone
    },
  }
}

export async function enter(page: Page) {
  await page.getByLabel('账号').fill('grid-worker')
  await page.getByLabel('密码').fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
}

/** Every row of the phone's database as text: keys in the open, contents as they lie there. */
export function rows(page: Page): Promise<{ key: string; text: string }[]> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('wangge-field')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const all = await new Promise<{ key: string; body: ArrayBuffer }[]>((resolve, reject) => {
      const request = db.transaction('sealed').objectStore('sealed').getAll()
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    db.close()
    return all.map(({ key, body }) => ({ key, text: new TextDecoder().decode(body) }))
  })
}

function keys(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('wangge-field')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const all = await new Promise<IDBValidKey[]>((resolve, reject) => {
      const request = db.transaction('sealed').objectStore('sealed').getAllKeys()
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    db.close()
    return all.map(String)
  })
}

/** What lies on the phone, by name: keys are in the open, contents are not. */
export const keptNames = async (page: Page) => (await keys(page)).map(key => key.split('/').slice(2).join('/'))

/** Each its own colour, so that no two are the same file. */
export function photo(n: number): Promise<Buffer> {
  const background = { r: (n * 53) % 256, g: (n * 97) % 256, b: (n * 31) % 256 }
  return sharp({ create: { width: 1600, height: 1200, channels: 3, background } })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** With a photo, from wherever one is. */
export async function report(page: Page, n: number): Promise<void> {
  const more = page.getByRole('button', { name: '再报一条' })
  await ((await more.count()) > 0 ? more : page.getByRole('link', { name: '上报', exact: true })).click()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `${n}.jpg`, mimeType: 'image/jpeg', buffer: await photo(n) })
  await page.getByText('已存手机').waitFor()
  await page.getByLabel('情况').fill(`离线上报第 ${n} 件`)
  await page.getByRole('button', { name: '上报', exact: true }).click()
  await page.getByRole('heading', { name: '已存在手机里' }).waitFor()
}

/** The network is back, and everything that waited on the phone has arrived. */
export async function sendAll({ page, context }: Pick<Visitor, 'page' | 'context'>): Promise<void> {
  await context.setOffline(false)
  await page.goto('/field/#/waiting')
  // With the network back the phone sends by itself, often before anybody has found the button.
  const all = page.getByRole('button', { name: '现在全部发送' })
  const done = page.getByText('都发出去了')
  await all.or(done).first().waitFor()
  if (await all.isVisible()) await all.click({ timeout: 2000 }).catch(() => undefined)
  await done.waitFor({ timeout: 60_000 })
}
