import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { freshReport } from './own-case.ts'
import { expectSound, settled } from './sound.ts'
import { ask, order, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

test('several cases chosen in the list: what may happen to each is told first, then what did', async () => {
  const centre = await visitor(browser, address, { screen: { width: 1366, height: 768 } })
  await signInQuietly(centre, 'street-centre')
  const caseIds = [await freshReport(browser, address), await freshReport(browser, address)]
  const show = (caseId: string) =>
    ask<{ number: string; version: number; status: string }>(centre, 'cases.show', { caseId })
  const [waiting, taken] = [await show(caseIds[0]!), await show(caseIds[1]!)]
  await order(centre, 'cases.accept', { caseId: caseIds[1]!, version: taken.version })
  const ofTheChief = await freshReport(browser, address)
  const chief = await visitor(browser, address)
  await signInQuietly(chief, 'duty-chief')
  await order(chief, 'cases.claim', { caseId: ofTheChief, version: (await show(ofTheChief)).version })
  const claimed = await show(ofTheChief)
  await chief.leave()
  const { page } = centre
  await page.goto('/office/cases')
  await settled(page)
  await page.getByRole('button', { name: '中文', exact: true }).click()
  for (const { number } of [waiting, taken, claimed])
    await page.getByRole('checkbox', { name: `选择 ${number}` }).check()
  await page.getByRole('button', { name: '先看看每件能不能做' }).click()
  const batch = page.getByRole('region', { name: '批量办理' })
  await batch.getByRole('listitem').filter({ hasText: waiting.number }).getByText('可以做').waitFor()
  await batch
    .getByRole('listitem')
    .filter({ hasText: taken.number })
    .getByText(/不会动它.*“受理”只用于待受理的案卷/)
    .waitFor()
  await batch
    .getByRole('listitem')
    .filter({ hasText: claimed.number })
    .getByText(/不会动它.*这个案卷已被其他岗位认领/)
    .waitFor()
  await settled(page)
  await expectSound(page, 'a batch looked at')
  await batch.getByRole('button', { name: '受理 1 件' }).click()
  await batch.getByRole('listitem').filter({ hasText: waiting.number }).getByText('已办').waitFor()
  await expect.poll(async () => (await show(caseIds[0]!)).status).toBe('accepted')
  expect(centre.complaints).toEqual([])
  await centre.leave()
})
