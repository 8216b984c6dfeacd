import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect, onTestFailed, TestRunner } from 'vitest'

export const demoPassword = 'Wangge-2026'

export const screens = {
  desk: { width: 1440, height: 900 },
  phone: { width: 360, height: 740 },
} as const

export interface Wants {
  readonly screen?: { readonly width: number; readonly height: number }
  readonly locale?: 'zh-CN' | 'en'
  /** The phone's position; without it the browser refuses to tell one. */
  readonly at?: { readonly lon: number; readonly lat: number }
}

/** One person at one device: a browser context of its own, watched for what must never happen. */
export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  /** Complaints of the page so far: script errors, console errors, requests to another machine. */
  readonly complaints: string[]
  leave(): Promise<void>
}

export async function visitor(browser: Browser, address: string, wants: Wants = {}): Promise<Visitor> {
  const { screen = screens.desk, locale = 'zh-CN', at } = wants
  const context = await browser.newContext({
    baseURL: address,
    viewport: screen,
    locale,
    ...(at ? { geolocation: { longitude: at.lon, latitude: at.lat, accuracy: 8 }, permissions: ['geolocation'] } : {}),
  })
  context.setDefaultTimeout(20_000)
  const complaints: string[] = []
  const page = await context.newPage()
  page.on('pageerror', error => complaints.push(`error: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error' && !isAnonymousQuestion(message.text(), message.location().url))
      complaints.push(`console: ${message.text()} ${message.location().url}`)
  })
  context.on('request', request => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== address) complaints.push(`left the machine: ${request.url()}`)
  })
  // Outside a test, while a town is prepared, there is nothing to fail yet.
  if (TestRunner.getCurrentTest()) onTestFailed(() => tellWhatStands(page))
  return { context, page, complaints, leave: () => context.close() }
}

/** What a page showed when its test failed: the words of the test alone seldom say why. */
async function tellWhatStands(page: Page): Promise<void> {
  if (page.isClosed()) return
  const words = await page.locator('body').innerText({ timeout: 2_000 })
  console.error(`${page.url()} showed\n${words.slice(0, 4_000)}`)
}

/** "Who am I?" is answered 401 to somebody not signed in; the browser itself writes that on its console. */
function isAnonymousQuestion(text: string, url: string): boolean {
  return text.includes('401') && new URL(url, 'http://page').pathname === '/api/identity.me'
}

/** Signs in without the form: for pages whose own matter is something else. */
export async function signInQuietly({ context }: Visitor, login: string): Promise<void> {
  const reply = await context.request.post('/api/identity.sign-in', {
    headers: { 'x-wangge': '1', 'idempotency-key': randomUUID() },
    data: { login, password: demoPassword },
  })
  expect(reply.status(), await reply.text()).toBe(200)
}

/** Asks the server as this person, to know what a page should show. */
export async function ask<T>({ context }: Visitor, name: string, input: Record<string, string> = {}): Promise<T> {
  const reply = await context.request.get(`/api/${name}?${new URLSearchParams(input)}`)
  expect(reply.status(), `${name}: ${await reply.text()}`).toBe(200)
  return (await reply.json()) as T
}

/** Does something at the server as this person, where the page for it is not what the test is about. */
export async function order<T>({ context }: Visitor, name: string, data: object): Promise<T> {
  const reply = await context.request.post(`/api/${name}`, {
    headers: { 'x-wangge': '1', 'idempotency-key': randomUUID() },
    data,
  })
  expect(reply.status(), `${name}: ${await reply.text()}`).toBe(200)
  return (await reply.json()) as T
}
