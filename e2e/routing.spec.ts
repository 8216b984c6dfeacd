import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { openChoices } from './choices.ts'
import { freshReport } from './own-case.ts'
import { expectSound, expectSoundInBoth, settled } from './sound.ts'
import { ask, order, screens, signInQuietly, type Visitor, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

async function signedIn(login: string): Promise<Visitor> {
  const someone = await visitor(browser, address)
  await signInQuietly(someone, login)
  return someone
}

/** On a phone, and with 200 % text on a laptop. */
async function expectSoundEverywhere({ page, context }: Visitor, path: string): Promise<void> {
  await page.setViewportSize(screens.phone)
  await page.goto(`/office/${path}`)
  await expectSoundInBoth(page, `${path} on a phone`)
  await page.setViewportSize({ width: 1366, height: 768 })
  const devtools = await context.newCDPSession(page)
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  await page.goto(`/office/${path}`)
  await settled(page)
  await expectSound(page, `${path} with large text`)
}

async function pick(page: Page, field: string, words: string, form: Page | ReturnType<Page['locator']> = page) {
  const box = form.getByRole('combobox', { name: field })
  await box.fill(words)
  await openChoices(page).first().waitFor()
  await box.press('Enter')
}

test('a rule is written, tried in the dry run, and suggested with its reason where a case is dispatched', async () => {
  const centre = await signedIn('street-centre')
  const { page } = centre
  await page.goto('/office/routing-rules')
  await settled(page)
  await page.getByRole('button', { name: '新建规则' }).click()
  const form = page.getByRole('region', { name: '新建规则' })
  const me = await ask<{ post: { gridPath: string } }>(centre, 'identity.me')
  const { names } = await ask<{ names: { name: string }[] }>(centre, 'grid.show', { path: me.post.gridPath })
  await pick(page, '地区', names.at(-1)!.name, form)
  await pick(page, '类别', '06036', form)
  await form.getByLabel('周一').check()
  await pick(page, '派给单位', '园林绿化所', form)
  await form.getByLabel('理由').fill('乱堆杂物周一由园林牵头清理')
  await expectSoundInBoth(page, 'a new rule')
  await form.getByRole('button', { name: '保存规则' }).click()
  await page.getByText('规则已保存（第 1 版）。').waitFor()
  const row = page.getByRole('row', { name: /乱堆杂物周一由园林牵头清理/ })
  await row.waitFor()
  await row.getByRole('button', { name: /^历次版本/ }).click()
  await page.getByText('第 1 版', { exact: true }).waitFor()
  await page.getByRole('button', { name: '关闭' }).click()

  // A Monday, and a Tuesday.
  const dry = page.getByRole('region', { name: '试算：会派给谁' })
  await pick(page, '地点', names.at(-1)!.name, dry)
  await pick(page, '类别', '06036', dry)
  await dry.getByLabel(/^时间/).fill('2099-01-05T10:00')
  await dry.getByRole('button', { name: '试算' }).click()
  await dry.getByText('建议派给 园林绿化所').waitFor()
  await dry.getByText('类别更宽，让位于更具体类别的规则').first().waitFor()
  await dry.getByLabel(/^时间/).fill('2099-01-06T10:00')
  await dry.getByRole('button', { name: '试算' }).click()
  await dry.getByText('不含这一天').first().waitFor()
  const compare = page.getByRole('region', { name: '对照最近结案的案卷' })
  await compare.getByRole('button', { name: '对照' }).click()
  await compare.getByText(/^一致 \d+ 件，/).waitFor()
  await expectSoundInBoth(page, 'rules, tried')

  const caseId = await freshReport(browser, address)
  for (const [step, more] of [
    ['cases.accept', {}],
    ['cases.file', { classKind: 'event', classCode: '06042' }],
  ] as const) {
    const { version } = await ask<{ version: number }>(centre, 'cases.show', { caseId })
    await order(centre, step, { caseId, version, ...more })
  }
  await page.goto(`/office/desk/${caseId}`)
  await page.getByRole('button', { name: /^派遣/ }).click()
  const suggested = page.getByRole('button', { name: /派遣规则：.* · .*（.+）/ })
  await suggested.waitFor()
  expect(await suggested.getAttribute('aria-pressed')).toBe('false')
  await suggested.click()
  await page.getByRole('button', { name: /派遣规则：/, pressed: true }).waitFor()
  expect((await ask<{ status: string }>(centre, 'cases.show', { caseId })).status).toBe('filed')
  await expectSoundEverywhere(centre, 'routing-rules')
  expect(centre.complaints).toEqual([])
  await centre.leave()
})

test('the duty chief plans a week, somebody stands in, and a report is given to whoever is on duty', async () => {
  const chief = await signedIn('duty-chief')
  const { page } = chief
  await page.goto('/office/shifts')
  await settled(page)
  await page.getByRole('button', { name: '下一周' }).click()
  await page.getByRole('button', { name: '下一周' }).click()
  await page.getByText('这一周还没有排班').waitFor()
  const plan = page.getByRole('region', { name: '排班', exact: true })
  await pick(page, '岗位', '派遣员2', plan)
  await page.keyboard.press('Escape')
  await plan.getByRole('button', { name: '保存排班' }).click()
  await page.getByText('已排 7 个班次，替换 0 个。').waitFor()
  await page
    .getByRole('button', { name: /^替班：派遣员2/ })
    .first()
    .click()
  const standIn = page.getByRole('region', { name: /^替班：派遣员2/ })
  await pick(page, '由谁替班', '派遣员1', standIn)
  await standIn.getByLabel('原因').fill('培训')
  await standIn.getByRole('button', { name: '确定替班' }).click()
  await page.getByText('替 派遣员2：培训').waitFor()
  await expectSoundInBoth(page, 'a planned week')
  await page.getByRole('button', { name: '下一周' }).click()
  await page.getByText('这一周还没有排班').waitFor()
  await page.getByRole('button', { name: '复制上一周的排班' }).click()
  await page.getByRole('rowheader', { name: /派遣员1/ }).waitFor()

  const caseId = await freshReport(browser, address)
  await page.goto(`/office/desk/${caseId}`)
  await page.getByRole('button', { name: /^受理/ }).waitFor()
  await page.keyboard.press('N')
  await page.getByRole('combobox', { name: '交给哪个岗位' }).click()
  await page
    .getByTitle(/^受理员.*· 在岗$/)
    .first()
    .click()
  await page.getByRole('button', { name: '指定岗位', exact: true }).click()
  await expect
    .poll(async () => {
      const shown = await ask<{ procedure: { claimedBy: string | null } }>(chief, 'cases.show', { caseId })
      return shown.procedure.claimedBy
    })
    .toMatch(/^受理员/)
  await expectSoundEverywhere(chief, 'shifts')
  expect(chief.complaints).toEqual([])
  await chief.leave()
})
