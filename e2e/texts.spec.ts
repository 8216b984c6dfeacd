import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { freshReport } from './own-case.ts'
import { expectSound, settled } from './sound.ts'
import { ask, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

test('a refusal is written with a standard text, and may be changed before it is sent', async () => {
  const caseId = await freshReport(browser, address)
  const desk = await visitor(browser, address, { screen: { width: 1366, height: 768 } })
  await signInQuietly(desk, 'street-centre')
  const { page } = desk
  await page.goto(`/office/cases/${caseId}`)
  await page.getByRole('button', { name: '不予受理', exact: true }).click()
  const reason = page.getByRole('textbox', { name: /理由|原因/ })
  await reason.fill('已电话告知。')
  await page.getByRole('combobox', { name: '插入常用语' }).click()
  await page.locator('.ant-select-item-option', { hasText: '现场查看未发现所述问题' }).click()
  await expect.poll(() => reason.inputValue()).toMatch(/^已电话告知。\n现场查看未发现所述问题/)
  await settled(page)
  await expectSound(page, 'a reason with standard texts')
  expect((await ask<{ status: string }>(desk, 'cases.show', { caseId })).status).toBe('reported')
  expect(desk.complaints).toEqual([])
  await desk.leave()
})

test.each(['zh-CN', 'en'] as const)('standard texts are kept on their page (%s)', async locale => {
  const chief = await visitor(browser, address, { screen: { width: 390, height: 844 }, locale })
  await signInQuietly(chief, 'duty-chief')
  const { page } = chief
  const words = locale === 'en' ? ['New standard text', 'Text', 'Save'] : ['新增常用语', '内容', '保存']
  const body = `试写的常用语 ${locale}`
  await page.goto('/office/standard-texts')
  await page.getByRole('button', { name: words[0]! }).click()
  await page.getByLabel(words[1]!, { exact: true }).fill(body)
  await settled(page)
  await expectSound(page, `standard texts, ${locale}`)
  await page.getByRole('button', { name: words[2]!, exact: true }).click()
  await page.getByRole('listitem').filter({ hasText: body }).waitFor()
  expect(chief.complaints).toEqual([])
  await chief.leave()
})
