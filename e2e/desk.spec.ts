import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { freshReport } from './own-case.ts'
import { picture } from './picture.ts'
import { expectSound, settled } from './sound.ts'
import { ask, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

interface Shown {
  readonly status: string
  readonly unitId: string | null
  readonly classCode: string | null
  readonly procedure: { readonly condition: { readonly conditionId: string } | null }
}

test('a report is accepted, filed and dispatched by keys alone, with what closed cases suggest', async () => {
  const desk = await visitor(browser, address, { screen: { width: 1366, height: 768 } })
  await signInQuietly(desk, 'street-centre')
  const { page } = desk
  const caseId = await freshReport(browser, address)
  await page.goto(`/office/desk/${caseId}`)
  await page.locator('.co-acts button[aria-keyshortcuts="a"]').waitFor()
  await settled(page)

  const begun = performance.now()
  await page.keyboard.press('a')
  await page.locator('.co-acts button[aria-keyshortcuts="f"]').waitFor()
  await page.keyboard.press('f')
  await page.locator('.co-suggest button').first().waitFor()
  await settled(page)
  await page.keyboard.press('1')
  // The class has several filing conditions: the first has the focus, space chooses it.
  await page.locator('.co-conditions input:focus').waitFor()
  await page.keyboard.press('Space')
  expect((await ask<Shown>(desk, 'cases.show', { caseId })).status).toBe('accepted')
  await page.keyboard.press('Enter')
  await page.locator('.co-acts button[aria-keyshortcuts="d"]').waitFor()
  await page.keyboard.press('d')
  await page.locator('.co-suggest button').first().waitFor()
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await ask<Shown>(desk, 'cases.show', { caseId })).status).toBe('dispatched')
  const seconds = (performance.now() - begun) / 1000
  console.info(`filed and dispatched by keys alone in ${seconds.toFixed(1)} s`)

  const shown = await ask<Shown>(desk, 'cases.show', { caseId })
  expect(shown.unitId).not.toBeNull()
  expect(shown.classCode).not.toBeNull()
  expect(shown.procedure.condition?.conditionId).toMatch(new RegExp(`-${shown.classCode}-1$`))
  expect(desk.complaints).toEqual([])
  await desk.leave()
})

test('the keys are told at a question mark, and the limits say why', async () => {
  const desk = await visitor(browser, address, { screen: { width: 1366, height: 768 } })
  await signInQuietly(desk, 'street-centre')
  const { page } = desk
  const { rows } = await ask<{ rows: { caseId: string }[] }>(desk, 'cases.list', {
    status: '["dispatched"]',
    limit: '1',
  })
  await page.goto(`/office/cases/${rows[0]!.caseId}`)
  for (const folded of await page.locator('.co-deadlines summary').all()) await folded.click()
  await settled(page)
  await expectSound(page, 'a case with its limits open')
  await page.goto('/office/desk')
  await settled(page)
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await settled(page)
  await expectSound(page, 'keys of the desk')
  await page.keyboard.press('Escape')
  expect(desk.complaints).toEqual([])
  await desk.leave()
})

test('new work is the shift’s first; another with the right sees it by asking, in the inbox and on the desk', async () => {
  const centre = await visitor(browser, address, { screen: { width: 1366, height: 768 } })
  await signInQuietly(centre, 'street-centre')
  const { page } = centre
  const caseId = await freshReport(browser, address)
  await page.goto('/office/inbox')
  const line = page.getByRole('table').locator(`a[href$="${caseId}"]`)
  const also = page.getByRole('checkbox', { name: /也看当班先办/ })
  await also.waitFor()
  expect(await line.count()).toBe(0)
  await also.check()
  await page.getByText('当班先办或已认领', { exact: true }).first().waitFor()
  await settled(page)
  await expectSound(page, 'an inbox with what the shift has first')
  await picture(page, 'shift-inbox')
  await page.getByRole('link', { name: /办案台/ }).click()
  const queue = page.getByRole('region', { name: '待办队列' })
  await queue.getByRole('checkbox', { name: /也看当班先办/ }).waitFor()
  await settled(page)
  await expectSound(page, 'a desk with what the shift has first')
  await picture(page, 'shift-desk')
  expect(centre.complaints).toEqual([])
  await centre.leave()
})
