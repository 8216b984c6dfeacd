import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { browserType, launchArguments } from './browser.ts'

export interface PhoneInHand {
  readonly context: BrowserContext
  readonly page: Page
  /** Script errors so far. */
  readonly complaints: string[]
  /** The app is killed and opened again: another process, the same memory. */
  killed(): Promise<PhoneInHand>
  /** Put away for good: memory too. */
  putAway(): Promise<void>
}

interface PhoneWants {
  readonly address: string
  readonly at: { readonly lon: number; readonly lat: number }
  readonly folder?: string
}

/** A phone with a memory of its own, as an app on a home screen has: it outlives the browser that shows it. */
export async function phoneInHand(wants: PhoneWants): Promise<PhoneInHand> {
  const { address, at } = wants
  const folder = wants.folder ?? (await mkdtemp(join(tmpdir(), 'wangge-phone-')))
  const { type, executablePath } = await browserType()
  const context = await type.launchPersistentContext(folder, {
    executablePath,
    args: launchArguments,
    baseURL: address,
    viewport: { width: 360, height: 740 },
    locale: 'zh-CN',
    permissions: ['geolocation'],
    geolocation: { longitude: at.lon, latitude: at.lat, accuracy: 8 },
  })
  context.setDefaultTimeout(30_000)
  const page = context.pages()[0] ?? (await context.newPage())
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error)))
  return {
    context,
    page,
    complaints,
    async killed() {
      await context.close()
      return phoneInHand({ ...wants, folder })
    },
    async putAway() {
      await context.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
