import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { openChoices } from './choices.ts'
import { freshReport } from './own-case.ts'
import { picture } from './picture.ts'
import { expectSound, expectSoundAndLarge, settled } from './sound.ts'
import { ask, order, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

test('an audit administrator finds by name what a duty chief did, from which post, and reads it in words', async () => {
  const caseId = await freshReport(browser, address)
  const chief = await visitor(browser, address)
  await signInQuietly(chief, 'duty-chief')
  const { number, version } = await ask<{ number: string; version: number }>(chief, 'cases.show', { caseId })
  const { person, post } = await ask<{
    person: { name: string }
    post: { title: string; unitName: string }
  }>(chief, 'identity.me')
  const refused = { caseId, version, reason: '不在受理范围' }
  await order(chief, 'cases.refuse', refused)
  const again = await chief.context.request.post('/api/cases.refuse', {
    headers: { 'x-wangge': '1', 'idempotency-key': randomUUID() },
    data: refused,
  })
  const { code, message } = (await again.json()) as { code: string; message: string }

  const auditor = await visitor(browser, address, { screen: { width: 1366, height: 768 } })
  await signInQuietly(auditor, 'audit-admin')
  const { page } = auditor
  await page.goto('/office/audit')
  await settled(page)
  await page.getByRole('combobox', { name: '谁' }).fill(person.name)
  await openChoices(page).filter({ hasText: person.name }).first().click()
  await page.getByRole('combobox', { name: '操作' }).fill('不予')
  await openChoices(page).getByText('不予受理', { exact: true }).click()
  await page.getByLabel('案卷号、单号或对象编号').fill(number)
  await page.getByRole('combobox', { name: /^结果/ }).selectOption('只看被拒绝的')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByText('共 1 条').waitFor()
  const row = page.getByRole('row').filter({ hasText: number })
  const words = (await row.innerText()).replaceAll(/\s+/g, ' ')
  expect(words).toContain(
    `${person.name} ${post.title} · ${post.unitName} 不予受理 案卷 ${number} 被拒绝： ${message} (${code})`,
  )
  // What was asked for stands in the address, and is there again with it.
  await page.reload()
  await page.getByText('共 1 条').waitFor()
  await page.getByTitle(person.name).first().waitFor()
  await expectSoundAndLarge(page, 'audit-found')

  // As wide as a laptop is at 200 % in the browser.
  await page.setViewportSize({ width: 683, height: 768 })
  await expectSound(page, 'the audit at 200 % in the browser')
  await picture(page, 'audit-zoomed')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('button', { name: '清除条件' }).click()
  await page.getByRole('button', { name: '没有登录的人' }).first().waitFor()
  await expectSoundAndLarge(page, 'audit-all')
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await page.getByRole('cell', { name: 'Report a matter' }).first().waitFor()
  await settled(page)
  await expectSound(page, 'the audit in English')
  await picture(page, 'audit-english')
  expect([...chief.complaints, ...auditor.complaints]).toEqual([])
  for (const one of [chief, auditor]) await one.leave()
})
