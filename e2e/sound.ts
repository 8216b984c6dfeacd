import axe, { type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { picture } from './picture.ts'

/** Waits until a page of the office has its heading and its answers. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1, .o-blank-title').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.ant-skeleton, [aria-busy="true"]'))
}

/** Waits until nothing moves or fades any more: half faded text has half the contrast. What turns for ever may. */
async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const isMoving = (one: Animation) =>
      one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY
    for (let calmFrames = 0; calmFrames < 6; calmFrames = document.getAnimations().some(isMoving) ? 0 : calmFrames + 1)
      await new Promise(requestAnimationFrame)
  })
}

interface Unlooked {
  /** Rules of axe that are not asked: what the same page has been asked already. */
  readonly without?: readonly string[]
}

/** Asks axe in the page itself: our pages have no frames, and its text of half a megabyte goes there once for each. */
async function violationsOf(page: Page, options: RunOptions) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async asked => (await (window as unknown as { axe: typeof axe }).axe.run(asked)).violations,
    options,
  )
}

/** What axe finds, and whether anything is wider than the screen. */
export async function faultsOf(page: Page, name: string, { without = [] }: Unlooked = {}): Promise<string[]> {
  await still(page)
  const rules = Object.fromEntries(without.map(rule => [rule, { enabled: false }]))
  const violations = await violationsOf(page, { resultTypes: ['violations'], rules })
  const found = violations.flatMap(rule =>
    rule.nodes.map(node => `${name}: ${rule.id} ${node.html.slice(0, 300)} ${node.failureSummary}`),
  )
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return tooWide > 0 ? [...found, `${name}: ${tooWide} pixels too wide`] : found
}

/** axe finds nothing, and nothing is wider than the screen. */
export async function expectSound(page: Page, name: string): Promise<void> {
  expect(await faultsOf(page, name)).toEqual([])
}

/** A page at rest is sound; where pictures are asked for, one of it is kept. */
export async function expectSoundAtRest(page: Page, name: string): Promise<void> {
  await settled(page)
  await expectSound(page, name)
  await picture(page, name)
}

/** A page at rest is sound in both languages, without being loaded twice; Chinese is what it speaks afterwards. */
export async function expectSoundInBoth(page: Page, name: string): Promise<void> {
  await settled(page)
  for (const language of ['English', '中文']) {
    await page.getByRole('button', { name: language, exact: true }).click()
    await settled(page)
    await expectSound(page, `${name} in ${language}`)
  }
}

/** A page is sound, at the usual size of text and at twice that. */
export async function expectSoundInEverySize(page: Page, name: string): Promise<void> {
  await expectSound(page, name)
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  await expectSound(page, `${name} at 200 %`)
  await picture(page, `${name}-200`)
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
}

/** A page at rest is sound, with text of twice the size too; where pictures are asked for, both are kept. */
export async function expectSoundAndLarge(page: Page, name: string): Promise<void> {
  await settled(page)
  await picture(page, name)
  await expectSoundInEverySize(page, name)
}

/** Presses Tab until what has the focus bears this name, as somebody without a mouse does. */
export async function tabTo(page: Page, name: RegExp | string, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const one = document.activeElement
      return one?.getAttribute('aria-label') ?? one?.textContent ?? ''
    })
    if (typeof name === 'string' ? focused.trim() === name : name.test(focused)) return
  }
  throw new Error(`no Tab leads to ${name}`)
}
