import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { expectSound, expectSoundInBoth, settled, tabTo } from './sound.ts'
import { ask, screens, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

test('a clerk takes a call by keyboard, opens a case from it, and sees it in the list of cases', async () => {
  const clerk = await visitor(browser, address)
  await signInQuietly(clerk, 'acceptor')
  const { page } = clerk
  const { keyboard } = page
  await page.goto('/office/hotline')
  await page.getByLabel('来电号码').waitFor()
  await keyboard.type('199 0002 0077')
  await page.getByRole('textbox', { name: /来电内容$/ }).focus()
  await keyboard.type('文化路东口的健身器材松动，孩子在上面玩')
  await page.getByLabel(/^地点/).focus()
  await keyboard.type('文化路东口')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: '199****0077 的来电' }).waitFor()
  await expectSoundInBoth(page, 'a call on the desk')

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await keyboard.press('o')
  await page.getByLabel('情况描述').waitFor()
  expect(await page.getByLabel(/^地址/).inputValue()).toBe('文化路东口')
  await page.getByRole('region', { name: '当前来电' }).locator('canvas').waitFor()
  await expectSound(page, 'opening a case')
  await tabTo(page, /^开这个案卷$/)
  await keyboard.press('Enter')
  const link = page.getByRole('link', { name: /^打开案卷 / })
  await link.waitFor()
  const number = (await link.innerText()).replace('打开案卷 ', '')
  const seen = await ask<{ rows: { number: string }[] }>(clerk, 'cases.list', { text: number })
  expect(seen.rows.map(row => row.number)).toEqual([number])
  await link.click()
  await page.getByText('孩子在上面玩').first().waitFor()
  expect(clerk.complaints).toEqual([])
  await clerk.leave()
})

test('a clerk answers from the knowledge base, links a call, and looks at the caller with a reason', async () => {
  const clerk = await visitor(browser, address)
  await signInQuietly(clerk, 'acceptor')
  const { page } = clerk
  await page.goto('/office/hotline?open=yes')
  await page.getByText('路口的井盖松了').click()
  await page.getByRole('button', { name: /^查看号码和来电历史/ }).click()
  await page.getByLabel('查看理由').fill('核对来电人')
  await page.getByLabel('查看理由').press('Enter')
  await page.getByRole('link', { name: /^1990001\d{4}$/ }).waitFor()
  await page.getByRole('button', { name: /^关联已有案卷/ }).click()
  const one = await ask<{ rows: { number: string }[] }>(clerk, 'cases.list', { limit: '1' })
  const { number } = one.rows[0]!
  await page
    .getByRole('searchbox', { name: /查案卷/ })
    .last()
    .fill(number)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: `关联案卷 ${number}` }).click()
  await page.getByRole('link', { name: `打开案卷 ${number}` }).waitFor()
  await expectSoundInBoth(page, 'a linked call with its caller')

  await page.getByText('烧烤摊把桌子摆到人行道上').click()
  await page.getByRole('button', { name: /^用这篇答复：噪声扰民/ }).click()
  await page.getByLabel('答复内容').waitFor()
  expect(await page.getByLabel('答复内容').inputValue()).toContain('夜间施工')
  await expectSound(page, 'answering')
  await page.getByRole('button', { name: '记下答复' }).click()
  await page.getByText('来电都办结了').waitFor()
  expect(clerk.complaints).toEqual([])
  await clerk.leave()
})

test('a clerk calls back: not reached, then reached and not content', async () => {
  const clerk = await visitor(browser, address)
  await signInQuietly(clerk, 'acceptor')
  const { page } = clerk
  await page.goto('/office/call-backs')
  const due = page.getByRole('region', { name: '待回访' })
  await due.getByText(/^待回访 \d+ 个/).waitFor()
  await expectSoundInBoth(page, 'call-backs')
  await due.getByRole('button').first().click()
  await page.getByLabel('没有接通').check()
  await page.getByRole('button', { name: '记下回访' }).click()
  await page.getByText('已记下第 1 次没有接通').waitFor()
  await page.getByRole('button', { name: '下一个' }).click()
  await page.getByLabel('接通了').check()
  await page.getByRole('button', { name: '记下回访' }).click()
  await page.getByRole('link', { name: '请填写“满意程度”' }).waitFor()
  await page.getByLabel('没有解决').check()
  await page.getByLabel('不满意', { exact: true }).check()
  await page.getByLabel(/^备注/).fill('说还是老样子')
  await expectSoundInBoth(page, 'a call-back')
  await page.getByRole('button', { name: '记下回访' }).click()
  await page.getByText('来电人不满意或问题没有解决').waitFor()
  await expectSound(page, 'after a call-back')
  expect(clerk.complaints).toEqual([])
  await clerk.leave()

  const supervisor = await visitor(browser, address)
  await signInQuietly(supervisor, 'supervisor')
  await supervisor.page.goto('/office/call-backs?from=2020-01-01')
  await supervisor.page.getByRole('rowheader', { name: '不满意', exact: true }).waitFor()
  await expectSoundInBoth(supervisor.page, 'figures')
  expect(supervisor.complaints).toEqual([])
  await supervisor.leave()
})

test('the chief writes an article and its next version; on a phone and with large text nothing is cut off', async () => {
  const chief = await visitor(browser, address)
  await signInQuietly(chief, 'duty-chief')
  const { page } = chief
  await page.goto('/office/articles')
  await page.getByRole('button', { name: '写新的知识' }).click()
  await page.getByLabel('标题').fill('暖气不热找谁')
  await page.getByLabel('内容').fill('先看阀门，再打供热公司电话。')
  await expectSoundInBoth(page, 'writing an article')
  await page.getByRole('button', { name: '保存这一版' }).click()
  await page.getByRole('heading', { name: '暖气不热找谁', level: 1 }).waitFor()
  await page.getByRole('button', { name: '写新的一版' }).click()
  await page.getByRole('textbox', { name: '生效日' }).fill('2099-01-01')
  await page.getByRole('button', { name: '保存这一版' }).click()
  await page.getByText('第 2 版', { exact: true }).waitFor()
  await page.getByText(/现在用这一版/).waitFor()
  await expectSoundInBoth(page, 'an article')

  await page.setViewportSize(screens.phone)
  for (const path of ['hotline', 'call-backs', 'articles']) {
    await page.goto(`/office/${path}`)
    await expectSoundInBoth(page, `${path} on a phone`)
  }
  // 200 % text on a laptop, as set in the browser: the page's own breakpoints must follow it.
  await page.setViewportSize({ width: 1366, height: 768 })
  const devtools = await chief.context.newCDPSession(page)
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  for (const path of ['hotline', 'call-backs', 'articles']) {
    await page.goto(`/office/${path}`)
    await settled(page)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
    await expectSound(page, `${path} with large text`)
  }
  expect(chief.complaints).toEqual([])
  await chief.leave()
})
