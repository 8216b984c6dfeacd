import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { freshlySentTo } from './own-case.ts'
import { expectSound, settled } from './sound.ts'
import { ask, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

test('a street whistles, the department comes, the street sees it and rates it', async () => {
  const handler = await visitor(browser, address, { screen: { width: 390, height: 844 } })
  await signInQuietly(handler, 'handler')
  const me = await ask<{ post: { unitName: string } }>(handler, 'identity.me')
  const caseId = await freshlySentTo(browser, address, me.post.unitName)
  const street = await visitor(browser, address, { screen: { width: 1366, height: 768 } })
  await signInQuietly(street, 'street-centre')
  await street.page.goto(`/office/cases/${caseId}`)
  const section = street.page.getByRole('region', { name: '吹哨报到' })
  await section.getByRole('button', { name: '吹哨', exact: true }).click()
  await section.getByLabel('什么事').fill('路面塌陷，请到现场')
  await section.getByLabel('叫哪些部门').click()
  await street.page.locator('.ant-select-item-option', { hasText: me.post.unitName }).first().click()
  await street.page.keyboard.press('Escape')
  await settled(street.page)
  await expectSound(street.page, 'blowing a whistle')
  await section.locator('button[type=submit]').click()
  const card = section.getByRole('article')
  await card.getByText('待应哨').waitFor()

  await handler.page.goto('/office/notices')
  await handler.page
    .getByText(/哨〔\d+〕\d+号 吹哨：路面塌陷/)
    .first()
    .waitFor()
  await handler.page.goto('/office/whistles')
  const own = handler.page.getByRole('article').filter({ hasText: '路面塌陷' }).first()
  await own.getByRole('button', { name: '报告到场' }).click()
  await own.locator('button[type=submit]').click()
  await own.getByText('待确认到场').waitFor()
  await settled(handler.page)
  await expectSound(handler.page, 'whistles of a department on a phone')

  await card.getByRole('button', { name: '确认到场' }).click()
  await card.locator('button[type=submit]').click()
  await card.getByRole('button', { name: '评价', exact: true }).click()
  await card.getByLabel('到场速度（1 至 5 星）').fill('5')
  await card.getByLabel('处置成效（1 至 5 星）').fill('4')
  await card.getByLabel('情况或原因').fill('来得快')
  await settled(street.page)
  await expectSound(street.page, 'rating a department')
  await card.locator('button[type=submit]').click()
  await card.getByText('速度 5 星，成效 4 星').waitFor()

  await street.page.goto('/office/whistles')
  await street.page.getByRole('button', { name: `查看${me.post.unitName}的吹哨` }).click()
  await settled(street.page)
  await expectSound(street.page, 'whistles and figures of departments')
  const { timeline } = await ask<{ timeline: { type: string; note: string | null }[] }>(street, 'cases.show', {
    caseId,
  })
  expect(timeline.filter(entry => entry.type === 'noted').map(entry => entry.note)).toHaveLength(4)
  expect([...street.complaints, ...handler.complaints]).toEqual([])
  await street.leave()
  await handler.leave()
})
