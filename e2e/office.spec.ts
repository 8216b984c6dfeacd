import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { startBrowser } from './browser.ts'
import { expectSound, settled, tabTo } from './sound.ts'
import { ask, demoPassword, signInQuietly, type Visitor, visitor } from './visitor.ts'

const address = inject('address')
/** The narrowest screen that the office is made for. */
const laptop = { width: 1366, height: 768 }
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

async function reportAsResident(description: string): Promise<string> {
  const caseId = newId()
  const headers = { 'content-type': 'application/json', 'x-wangge': '1', 'idempotency-key': newId() }
  const body = JSON.stringify({ caseId, description })
  const reply = await fetch(new URL('/api/cases.report', address), { method: 'POST', headers, body })
  expect(reply.status).toBe(200)
  return caseId
}

/** One page in both languages, without loading it twice. */
async function expectSoundInBoth({ page }: Visitor, path: string): Promise<void> {
  await page.goto(`/office/${path}`)
  for (const language of ['中文', 'English']) {
    await page.getByRole('button', { name: language, exact: true }).click()
    await settled(page)
    await expectSound(page, `${path} in ${language}`)
  }
}

describe('pages in both languages', () => {
  test('one case, one person, and each step’s form', async () => {
    const chief = await visitor(browser, address, { screen: laptop })
    await signInQuietly(chief, 'duty-chief')
    const closed = await ask<{ rows: { caseId: string }[] }>(chief, 'cases.list', { status: '["closed"]', limit: '1' })
    const me = await ask<{ person: { id: string } }>(chief, 'identity.me')
    await expectSoundInBoth(chief, `cases/${closed.rows[0]!.caseId}`)
    await expectSoundInBoth(chief, `people/${me.person.id}`)

    const waiting = await ask<{ rows: { caseId: string }[] }>(chief, 'cases.list', {
      status: '["accepted"]',
      waitsForMe: 'true',
      limit: '1',
    })
    await chief.page.goto(`/office/cases/${waiting.rows[0]!.caseId}`)
    await chief.page.getByRole('button', { name: /^(立案|File)$/ }).click()
    await settled(chief.page)
    await expectSound(chief.page, 'filing')
    expect(chief.complaints).toEqual([])
    await chief.leave()
  })

  test('a page that is not for me says whom to ask', async () => {
    const acceptor = await visitor(browser, address, { screen: laptop })
    await signInQuietly(acceptor, 'acceptor')
    await expectSoundInBoth(acceptor, 'audit')
    await acceptor.page.getByRole('button', { name: '中文', exact: true }).click()
    await acceptor.page
      .getByRole('main')
      .getByText(/系统管理员|安全管理员/)
      .first()
      .waitFor()
    // The browser itself writes the refusals on its console.
    expect(acceptor.complaints.filter(one => !one.includes('403'))).toEqual([])
    await acceptor.leave()
  })

  test('a page that is nowhere says so', async () => {
    const chief = await visitor(browser, address, { screen: laptop })
    await signInQuietly(chief, 'duty-chief')
    await expectSoundInBoth(chief, 'nowhere')
    expect(chief.complaints).toEqual([])
    await chief.leave()
  })

  test('before signing in', async () => {
    const one = await visitor(browser, address, { screen: laptop })
    await expectSoundInBoth(one, '')
    expect(one.complaints).toEqual([])
    await one.leave()
  })
})

test('by keyboard alone: sign in, open a task, decide it, report something', async () => {
  const one = await visitor(browser, address, { screen: laptop })
  const { page } = one
  const { keyboard } = page
  await page.goto('/office/')
  await page.getByRole('textbox', { name: '账号' }).waitFor()
  await keyboard.type('acceptor')
  await keyboard.press('Tab')
  await keyboard.type(demoPassword)
  await keyboard.press('Enter')

  await page.getByRole('heading', { name: '待办', level: 1 }).waitFor()
  // Fresh from a resident: what has lain there may be with somebody who checks it, and cannot be refused meanwhile.
  const caseId = await reportAsResident('小区后门路灯不亮')
  const fresh = page.getByRole('table').locator(`a[href$="${caseId}"]`)
  await fresh.waitFor()
  await tabTo(page, (await fresh.innerText()).trim())
  await keyboard.press('Enter')

  const acts = page.getByRole('region', { name: '可以做的事' })
  await acts.waitFor()
  // `x` opens the form of a refusal; leaving it by its button decides nothing.
  await keyboard.press('x')
  await page.locator('.co-act-form').getByLabel('理由').waitFor()
  await tabTo(page, /^取消$/)
  await keyboard.press('Space')
  await page.locator('.co-act-form').waitFor({ state: 'detached' })
  await tabTo(page, /^受理/)
  await keyboard.press('Enter')
  await page
    .getByText(/已受理。/)
    .first()
    .waitFor()

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await keyboard.press('n')
  await page.getByLabel('情况描述').waitFor()
  await page.getByLabel('情况描述').focus()
  await keyboard.type('电话反映：文化路路灯不亮')
  await tabTo(page, /^上报$/)
  await keyboard.press('Space')
  await page.getByText(/^已上报：/).waitFor()
  expect(one.complaints).toEqual([])
  await one.leave()
})

test('places fold into groups that are remembered; any of them opens by its name', async () => {
  const one = await visitor(browser, address, { screen: laptop })
  await signInQuietly(one, 'duty-chief')
  const { page } = one
  const { keyboard } = page
  await page.goto('/office/work-calendar')
  await settled(page)
  const places = page.getByRole('navigation', { name: '去处' })
  const rules = places.getByRole('button', { name: '规范制度' })
  await expect.poll(() => rules.getAttribute('aria-expanded')).toBe('true')
  await expect.poll(() => places.locator('[aria-current="page"]').allInnerTexts()).toEqual(['工作日历'])
  await rules.focus()
  await keyboard.press('Enter')
  await places.getByRole('link', { name: '工作日历' }).waitFor({ state: 'hidden' })
  await places.getByRole('button', { name: /规范制度.*当前页面在这里/ }).waitFor()
  const grids = places.getByRole('button', { name: '网格', exact: true })
  expect(await places.getByRole('link', { name: '网格地图' }).isVisible()).toBe(false)
  await grids.focus()
  await keyboard.press('Space')
  await expectSound(page, 'folded places')

  await page.goto('/office/cases')
  await settled(page)
  await places.getByRole('link', { name: '网格地图' }).waitFor()
  expect(await rules.getAttribute('aria-expanded')).toBe('false')
  // Nothing for this post in there, so no empty group either.
  expect(await places.getByRole('button', { name: '系统安全' }).count()).toBe(0)

  await page.getByRole('searchbox', { name: '文字', exact: true }).focus()
  await keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: '页面名称' })
  await box.waitFor()
  await keyboard.type('sh')
  await page.getByRole('option', { name: '值班表' }).waitFor()
  await expectSound(page, 'going to a page by its name')
  await keyboard.type('nowhere')
  await page.getByText(/^没有叫“shnowhere”的页面/).waitFor()
  await box.fill('值班')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: '值班表', level: 1 }).waitFor()
  await keyboard.press('Control+k')
  await box.waitFor()
  await keyboard.press('Escape')
  await box.waitFor({ state: 'detached' })
  expect(one.complaints).toEqual([])
  await one.leave()
})
