import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { gatePhoto } from './photos.ts'
import { expectSoundAndLarge, expectSoundAtRest } from './sound.ts'
import { ask, screens, signInQuietly, type Visitor, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

interface Campaigns {
  readonly rows: readonly { readonly campaignId: string; readonly title: string }[]
}
interface Shown {
  readonly figures: { readonly spentFen: number; readonly byState: Readonly<Record<string, number>> }
}

async function streetCampaign(who: Visitor): Promise<string> {
  const { rows } = await ask<Campaigns>(who, 'campaigns.list', { state: 'running' })
  return rows.find(row => row.title.includes('背街小巷'))!.campaignId
}

const note = '学校后墙外堆着拆下的门板'

/** The worker stands in their own grid, finds a point, and records it with a photo. */
async function surveyedOnAPhone(): Promise<void> {
  const asked = await visitor(browser, address)
  await signInQuietly(asked, 'grid-worker')
  const me = await ask<{ post: { gridPath: string } }>(asked, 'identity.me')
  const { labelPlace: at } = await ask<{ labelPlace: { lon: number; lat: number } }>(asked, 'grid.show', {
    path: me.post.gridPath,
  })
  await asked.leave()
  const worker = await visitor(browser, address, { screen: screens.phone, at })
  await signInQuietly(worker, 'grid-worker')
  const { page } = worker
  await page.goto('/field/#/campaigns')
  const card = page.getByRole('listitem').filter({ hasText: '背街小巷' })
  await card.getByRole('link', { name: '登记点位' }).waitFor()
  await expectSoundAndLarge(page, 'campaigns on the phone')
  await card.getByRole('link', { name: '登记点位' }).click()
  await page.getByRole('button', { name: '登记点位' }).click()
  await page.getByText('请写下看到的情况。').waitFor()
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles(await gatePhoto('dumped'))
  await page.getByLabel(/^情况/).fill(note)
  await page.getByLabel(/^估算数量（立方米）/).fill('3.5')
  await page.getByLabel(/^估算经费/).fill('700')
  await expectSoundAndLarge(page, 'surveying a point')
  await page.getByRole('button', { name: '登记点位' }).click()
  await page.getByText('牵头岗位会把它列入清单。').waitFor()
  expect(worker.complaints).toEqual([])
  await worker.leave()
}

/** The owner puts it on the list with a reason, since the list is fixed, and orders it to the department. */
async function listedAndOrdered({ page }: Visitor, campaignId: string, unitName: string): Promise<void> {
  await page.goto('/office/campaigns')
  await page.getByRole('link', { name: '背街小巷环境综合整治' }).waitFor()
  await expectSoundAtRest(page, 'campaigns')
  await page.goto(`/office/campaigns/${campaignId}`)
  await page.getByRole('button', { name: /^已摸底 \d+/ }).click()
  const row = page.getByRole('listitem').filter({ hasText: note })
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: '列入清单 1' }).click()
  await page.getByLabel('追加原因').fill('巡查新发现')
  await page.locator('form').getByRole('button', { name: '列入清单 1' }).click()
  await row.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^已列清单 \d+/ }).click()
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: '下令整改 1' }).click()
  await page.getByLabel('整改单位').click()
  await page.keyboard.type(unitName.slice(-6))
  await page.locator('.ant-select-item-option', { hasText: unitName }).first().click()
  await page.getByLabel('整改要求').fill('两天内清走，墙根扫净')
  await expectSoundAtRest(page, 'ordering a point')
  await page.locator('form').getByRole('button', { name: '下令 1' }).click()
  await row.waitFor({ state: 'detached' })
}

/** The department finds it among its own points and reports it done with a photo from after. */
async function reportedOnAPhone(handler: Visitor): Promise<void> {
  const { page } = handler
  await page.goto('/field/#/campaigns')
  await page.getByRole('link', { name: new RegExp(note) }).click()
  await page.getByText('两天内清走，墙根扫净').waitFor()
  await expectSoundAndLarge(page, 'a point to put right')
  await page.getByRole('button', { name: '报告完成' }).click()
  await page.getByText('请至少拍一张整治后的照片。').waitFor()
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles(await gatePhoto('cleared'))
  await page.getByLabel(/^实际清运垃圾杂物/).fill('4')
  await page.getByLabel(/^出动人次/).fill('3')
  await page.getByLabel(/^实际经费/).fill('650.5')
  await page.getByRole('button', { name: '报告完成' }).click()
  await page.getByText('待核验').first().waitFor()
  await expectSoundAtRest(page, 'a point reported done')
}

/** The owner looks at both photos on a phone, says that nobody is on them, and ticks the point off. */
async function tickedOffOnAPhone(pointId: string): Promise<void> {
  const owner = await visitor(browser, address, { screen: screens.phone })
  await signInQuietly(owner, 'street-centre')
  const { page } = owner
  await page.goto(`/field/#/campaigns/${pointId}`)
  await page.getByAltText('整治后照片 1').waitFor()
  await page.getByRole('button', { name: '销号' }).click()
  await page.getByLabel('照片里没有人和车牌，可以公开').check()
  await expectSoundAndLarge(page, 'ticking off on the phone')
  await page.locator('form').getByRole('button', { name: '销号' }).click()
  await page.getByText('已销号').first().waitFor()
  expect(owner.complaints).toEqual([])
  await owner.leave()
}

/** A resident without an account sees both photos, the amount and the community, and nothing that anybody wrote. */
async function shownToEverybody(): Promise<void> {
  const resident = await visitor(browser, address, { screen: screens.phone })
  const { page } = resident
  await page.goto('/#/')
  await page.getByRole('link', { name: /整治前后/ }).click()
  const card = page.getByRole('listitem').filter({ hasText: '清运垃圾杂物 4 立方米' }).first()
  await card.getByAltText(/^整治后/).waitFor()
  await expect
    .poll(() => card.getByAltText(/^整治后/).evaluate(image => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0)
  expect(await page.getByText(note).count()).toBe(0)
  await expectSoundAndLarge(page, 'before and after for everybody')
  expect(resident.complaints).toEqual([])
  await resident.leave()
}

test('a point is surveyed on a phone, listed, ordered, done and ticked off; progress and money follow', async () => {
  await surveyedOnAPhone()
  const owner = await visitor(browser, address)
  await signInQuietly(owner, 'street-centre')
  const handler = await visitor(browser, address, { screen: screens.phone })
  await signInQuietly(handler, 'handler')
  const { post } = await ask<{ post: { unitName: string } }>(handler, 'identity.me')
  const campaignId = await streetCampaign(owner)
  const before = await ask<Shown>(owner, 'campaigns.show', { campaignId })
  await listedAndOrdered(owner, campaignId, post.unitName)
  await reportedOnAPhone(handler)

  const { page } = owner
  await page.goto(`/office/campaigns/${campaignId}?state=reported`)
  await page.getByRole('listitem').filter({ hasText: note }).getByRole('link').click()
  await page.getByAltText('整改后照片 1').waitFor()
  await expectSoundAtRest(page, 'a point with both photos')
  await page.getByText('期限怎样算出').click()
  await page
    .getByText(/起算，时限 5 工作日/)
    .first()
    .waitFor()
  await expectSoundAtRest(page, 'how a limit is counted')
  await tickedOffOnAPhone(page.url().split('/').at(-1)!)
  await page.getByText('已销号').first().waitFor()
  const after = await ask<Shown>(owner, 'campaigns.show', { campaignId })
  expect(after.figures.spentFen - before.figures.spentFen).toBe(65_050)
  expect(after.figures.byState['ticked-off']).toBe(before.figures.byState['ticked-off']! + 1)

  await page.goto(`/office/campaigns/${campaignId}`)
  await page
    .getByRole('button', { name: /^超期完成 \d+/ })
    .first()
    .waitFor()
  await expectSoundAndLarge(page, 'a campaign')
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await expectSoundAtRest(page, 'a campaign in English')
  await page.getByRole('button', { name: '中文', exact: true }).click()
  await shownToEverybody()
  expect([...owner.complaints, ...handler.complaints]).toEqual([])
  await owner.leave()
  await handler.leave()
}, 480_000)

test('the list equals the map’s points by number; a late figure opens exactly its points', async () => {
  const owner = await visitor(browser, address)
  await signInQuietly(owner, 'street-centre')
  const campaignId = await streetCampaign(owner)
  const { figures } = await ask<{ figures: { overdue: number } }>(owner, 'campaigns.show', { campaignId })
  const { page } = owner
  await page.goto(`/office/campaigns/${campaignId}`)
  await page.getByRole('button', { name: `已超期 ${figures.overdue}，查看点位` }).click()
  await page.getByText(`列出 ${figures.overdue} 个点位，与地图一致。`).waitFor()
  const region = page.getByRole('region', { name: '点位清单' })
  expect(
    await region
      .getByRole('listitem')
      .filter({ has: page.locator('p') })
      .count(),
  ).toBe(figures.overdue)
  const accountability = page.getByRole('region', { name: '问责清单' }).first()
  expect(await accountability.getByText('已超期', { exact: true }).count()).toBe(figures.overdue)
  await owner.leave()
})

test('a programme is read as a time line and as a table; its owner reaches a milestone', async () => {
  const owner = await visitor(browser, address)
  await signInQuietly(owner, 'street-centre')
  const { page } = owner
  await page.goto('/office/programmes')
  await page.getByRole('link', { name: '迎大会六百天行动计划' }).waitFor()
  await expectSoundAtRest(page, 'programmes')
  await page.getByRole('link', { name: '迎大会六百天行动计划' }).click()
  await page.getByRole('link', { name: '背街小巷环境整治' }).first().waitFor()
  await expectSoundAndLarge(page, 'a programme')
  await page.getByLabel('只看滞后的').check()
  await page
    .getByRole('row', { name: /背街小巷环境整治/ })
    .getByText(/滞后/)
    .waitFor()
  await page
    .getByRole('row', { name: /背街小巷环境整治/ })
    .getByRole('link')
    .click()
  const late = page.getByRole('row').filter({ hasText: '滞后' }).first()
  await late.getByRole('button', { name: /^完成：/ }).click()
  await expectSoundAtRest(page, 'a task')
  await page
    .locator('form')
    .getByRole('button', { name: /^完成：/ })
    .click()
  await page.getByText('节点完成').last().waitFor()
  await expect.poll(() => page.getByRole('row').filter({ hasText: '滞后' }).count()).toBe(0)
  expect(owner.complaints).toEqual([])
  await owner.leave()
})
