import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { picture } from './picture.ts'
import { expectSound, settled } from './sound.ts'
import { screens, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

/** What the person chose, as it stands on the page. */
const marksOf = (page: Page) =>
  page.evaluate(() => {
    const { contrast, touch, size } = document.documentElement.dataset
    return { contrast, touch, size }
  })

test('sunlight, large text and gloves are switches under Me, reached by keyboard, kept, and sound on every first page', async () => {
  for (const login of ['building-head', 'cleaner', 'grid-worker'] as const) {
    const person = await visitor(browser, address, { screen: screens.phone })
    await signInQuietly(person, login)
    const { page } = person
    await page.goto('/field/#/mine')
    await page.getByText(/^省电：应用打开着才收发、才定位/).waitFor()
    for (const name of [/^强光模式/, /^大字/, /^手套模式/]) {
      await page.getByRole('switch', { name }).focus()
      await page.keyboard.press('Space')
    }
    const chosen = { contrast: 'high', touch: 'gloves', size: 'large' }
    expect(await marksOf(page)).toEqual(chosen)
    await page.reload()
    await page.getByRole('switch', { name: /^手套模式/ }).waitFor()
    expect(await marksOf(page)).toEqual(chosen)
    await expectSound(page, `${login}: me in all modes`)
    await page.goto('/field/#/')
    await page.getByRole('link', { name: '求助', exact: true }).waitFor()
    await settled(page)
    await picture(page, `modes-${login}`)
    await expectSound(page, `${login}: first page in all modes`)
    const target = page.getByRole('link', { name: '求助', exact: true })
    expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(68)
    expect(person.complaints).toEqual([])
    await person.leave()
  }
})
