import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { startBrowser } from './browser.ts'
import { signInQuietly, type Visitor, visitor, type Wants } from './visitor.ts'

/** How people come to the devices of one spec file, signed in, out of one browser. Call it at the top level. */
export function arrivals(): (login: string, wants?: Wants) => Promise<Visitor> {
  const address = inject('address')
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())
  return async (login, wants) => {
    const person = await visitor(browser, address, wants)
    await signInQuietly(person, login)
    return person
  }
}
