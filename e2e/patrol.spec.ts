import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { expectSoundAndLarge } from './sound.ts'
import { screens, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

test('a lead writes a plan, the worker walks it on a phone, and the lead sees points, reasons and the case', async () => {
  const lead = await visitor(browser, address)
  await signInQuietly(lead, 'grid-lead')
  const { page } = lead
  const worker = await visitor(browser, address, { screen: screens.phone })
  await signInQuietly(worker, 'grid-worker')
  const { holder } = await postOf(worker.page)

  await page.goto('/office/patrol/plans')
  await page.getByRole('button', { name: '新建计划' }).click()
  await page.getByLabel('名称', { exact: true }).fill('夜间试巡')
  await page.getByLabel('由哪个岗位巡查').fill(holder)
  await page.getByRole('option').first().waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
  for (const day of ['周六', '周日']) await page.getByLabel(day).check()
  await page.getByLabel('时段名称').fill('全天')
  await page.getByLabel('开始', { exact: true }).fill('00:00')
  await page.getByLabel('结束', { exact: true }).fill('00:00')
  for (const name of ['东门', '地下室', '西门']) {
    await page.getByRole('button', { name: '加一个点位' }).click()
    await page.getByLabel('点位', { exact: true }).last().fill(name)
  }
  await expectSoundAndLarge(page, 'patrol-plan-form')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('article', { name: '夜间试巡' }).waitFor()

  const phone = worker.page
  await phone.goto('/field/#/patrol')
  await phone
    .getByRole('link', { name: /夜间试巡 · 全天/ })
    .first()
    .click()
  await phone.getByRole('button', { name: '逐项检查、有不对的：东门' }).click()
  const items = phone.getByRole('combobox')
  await items.first().selectOption({ label: '有问题' })
  await phone.getByLabel(/哪里不对/).fill('东门外堆着装修垃圾')
  await expectSoundAndLarge(phone, 'patrol-check')
  await phone.getByRole('button', { name: '记下', exact: true }).click()
  await phone.getByText(/已上报：/).waitFor()
  await phone.getByRole('button', { name: '没走到，说明原因：地下室' }).click()
  await phone.getByLabel('原因', { exact: true }).selectOption({ label: '进不去（上锁、无人）' })
  await phone.getByRole('button', { name: '记下原因' }).click()
  await phone.getByRole('button', { name: '全部正常：西门' }).click()
  await phone.getByText('点位都已记录，这次巡查结束了。').waitFor()
  await expectSoundAndLarge(phone, 'patrol-round')

  await page.goto('/office/patrol')
  await page.getByRole('heading', { name: '各网格巡查覆盖' }).waitFor()
  await expectSoundAndLarge(page, 'patrol-rounds')
  await page.getByRole('link', { name: '夜间试巡' }).first().click()
  await page.getByText('进不去（上锁、无人）').waitFor()
  await expectSoundAndLarge(page, 'patrol-one-round')
  await page.getByRole('link', { name: /\d{6}-\d{4}-\d{6}/ }).click()
  await page.getByText('东门外堆着装修垃圾').first().waitFor()
  await page.goto('/office/patrol/checklists')
  await page.getByRole('heading', { name: '六净一洁一见本色' }).waitFor()
  await expectSoundAndLarge(page, 'patrol-checklists')
  expect([...lead.complaints, ...worker.complaints]).toEqual([])
  await Promise.all([lead.leave(), worker.leave()])
})

/** The name by which the plan's form finds the worker's post. */
async function postOf(page: Page): Promise<{ readonly holder: string }> {
  const reply = await page.request.get('/api/identity.me')
  const { person } = (await reply.json()) as { person: { name: string } }
  return { holder: person.name }
}
