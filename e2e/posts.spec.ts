import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { startBrowser } from './browser.ts'
import { openChoices } from './choices.ts'
import { picture } from './picture.ts'
import { expectSoundInBoth } from './sound.ts'
import { signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

test('a vacancy is seen, a substitute arranged (not for too long), a team set up, and an even cutting looked at', async () => {
  const centre = await visitor(browser, address)
  await signInQuietly(centre, 'street-centre')
  const { page } = centre
  await page.goto('/office/duties?grid=1')
  await page.getByText(/^\d+ 个岗位空缺$/).waitFor()
  await expectSoundInBoth(page, 'vacancies')
  await page.getByRole('link', { name: '安排顶岗' }).first().click()
  const person = page.getByLabel('顶岗人')
  await person.click()
  await openChoices(page).first().click()
  const moment = (days: number) => `${dayOf(new Date().toISOString(), days)}T08:00`
  await page.getByLabel('从何时起').fill(moment(1))
  await page.getByLabel('到何时止').fill(moment(20_000))
  await page.getByLabel('事由').fill('空缺期间')
  await page.getByRole('button', { name: '安排', exact: true }).click()
  await page.getByText('起止时间不对').waitFor()
  await expectSoundInBoth(page, 'arranging a substitute')
  await page.getByLabel('到何时止').fill(moment(8))
  await page.locator('button[type=submit]').click()
  await page.getByRole('cell', { name: '空缺期间' }).waitFor()
  await page.getByRole('cell', { name: /明天 08:00/ }).waitFor()
  await picture(page, 'places-substitutes')
  for (const tab of ['网格负荷', '一人多岗、一岗双责', '包片包组包户'] as const) {
    await page.getByRole('link', { name: tab }).click()
    await page.getByRole('table').first().waitFor()
    await expectSoundInBoth(page, tab)
    await picture(page, `places-duties-${tab.slice(0, 4)}`)
  }
  await page.getByRole('link', { name: '队伍名册' }).click()
  await page.getByRole('button', { name: '登记队伍' }).click()
  await page.getByRole('textbox', { name: /名称$/ }).fill('护河志愿队')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('button', { name: '加成员 护河志愿队' }).click()
  await page.getByRole('textbox', { name: /姓名$/ }).fill('李大河')
  await page.getByRole('button', { name: '加成员', exact: true }).click()
  await page.getByRole('cell', { name: '李大河', exact: true }).waitFor()
  await expectSoundInBoth(page, 'bodies')
  await page.goto('/office/duties/balance?grid=1')
  await page.getByText('照建议是 5 格，').waitFor()
  // Twice as many as there are: each cell is cut in two between its houses.
  await page.getByLabel('共分几格').fill('20')
  await page.getByText('照建议是 20 格，').waitFor()
  await expectSoundInBoth(page, 'an even cutting')
  await picture(page, 'places-balance')
  await page.getByRole('button', { name: '以此起草' }).click()
  await expectSoundInBoth(page, 'a cutting to be drafted')
  await page.getByLabel('草案名称').fill('按户数重划')
  await page.getByRole('button', { name: '以此起草' }).click()
  await page.getByText('没有问题：不缝、不叠、不漏。').waitFor()
  await page.getByText(/第 1 步 按户数重划/).waitFor()
  await picture(page, 'places-balance-draft')
  await page.getByRole('button', { name: '撤回草案' }).click()
  // The browser itself writes the refusal that was asked for on its console.
  expect(centre.complaints.filter(one => !one.includes('/api/identity.substitute'))).toEqual([])
  await centre.leave()
})
