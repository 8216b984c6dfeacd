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

test('a supervisor asks that a case be left out of the rates, the hub agrees, and it is counted again', async () => {
  const caseId = await freshReport(browser, address)
  const supervisor = await visitor(browser, address, { screen: { width: 1366, height: 768 } })
  await signInQuietly(supervisor, 'supervisor')
  const { number } = await ask<{ number: string }>(supervisor, 'cases.show', { caseId })
  const { page } = supervisor
  await page.goto(`/office/cases/${caseId}`)
  await page.getByText(/其他可做的事/).click()
  await page.getByRole('button', { name: '申请统计剔除' }).first().click()
  await page.getByLabel('剔除理由').click()
  await page.locator('.ant-select-item-option', { hasText: '重复反映' }).click()
  await page.getByLabel('为什么符合这条理由').fill('同一堆垃圾昨天已经立案')
  await settled(page)
  await expectSound(page, 'asking to leave a case out')
  await picture(supervisor.page, 'left-out-asking')
  await page.locator('.co-act-form button[type=submit]').click()
  await page.getByText(/申请统计剔除（待另一人审批）：重复反映/).waitFor()

  const hub = await visitor(browser, address, { screen: { width: 1366, height: 768 } })
  await signInQuietly(hub, 'district-hub')
  await hub.page.goto(`/office/cases/${caseId}`)
  await hub.page
    .getByRole('button', { name: /审批统计剔除/ })
    .first()
    .click()
  await picture(hub.page, 'left-out-hub')
  await hub.page.getByText('申请剔除：重复反映。同一堆垃圾昨天已经立案').waitFor()
  await hub.page.getByRole('radio', { name: '同意', exact: true }).check()
  await settled(hub.page)
  await expectSound(hub.page, 'agreeing to leave a case out')
  await hub.page.locator('.co-act-form button[type=submit]').click()
  await hub.page.getByText(/人工剔除，三率不计：重复反映/).waitFor()
  // Nothing needs a reload: whoever asked sees the answer on the open page.
  await page.getByText(/人工剔除，三率不计：重复反映/).waitFor()
  await picture(supervisor.page, 'left-out-case')

  await page.goto('/office/board')
  await page.getByRole('region', { name: /人工剔除/ }).waitFor()
  await settled(page)
  await expectSound(page, 'the board with what was left out')
  await picture(supervisor.page, 'left-out-board')

  await page.goto(`/office/cases/${caseId}`)
  await page.getByText(/其他可做的事/).click()
  await page
    .getByRole('button', { name: /恢复计入统计/ })
    .first()
    .click()
  await page.getByLabel('理由').fill('查实是另一堆')
  await page.locator('.co-act-form button[type=submit]').click()
  await expect
    .poll(async () => {
      const { procedure } = await ask<{ procedure: { leftOut: object | null } }>(supervisor, 'cases.show', { caseId })
      return procedure.leftOut
    })
    .toBeNull()
  expect(number).toMatch(/^\d{6}-\d{4}-\d{6}$/)
  expect([...supervisor.complaints, ...hub.complaints]).toEqual([])
  await supervisor.leave()
  await hub.leave()
})
