import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readSheet, writeSheet } from '#platform/sheets/common/sheet.ts'
import { startBrowser } from './browser.ts'
import { expectSound, settled } from './sound.ts'
import { ask, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const headings = ['时限', '立案标准', '代码', '类型', '结案标准', '责任部门']
const columns = headings.map(heading => ({ heading, width: 20 }))

interface Listed {
  readonly rows: readonly { readonly condition: string; readonly limit: object | null }[]
}

test('a city’s own sheet, its columns in another order: looked at, taken, its faults handed back', async () => {
  const keeper = await visitor(browser, address, { screen: { width: 1366, height: 768 } })
  await signInQuietly(keeper, 'district-hub')
  const { page } = keeper
  await page.goto('/office/filing-standard/import')
  await settled(page)
  await expectSound(page, 'import of a filing standard')
  const sheet = await writeSheet('规范', columns, [
    ['1工作日', '试验用的新条件', '06042', '事件', '清空', '环卫所'],
    ['按法定程序', '须有人定时限的条件', '06042', '事件', '清空', '环卫所'],
    ['1工作日', '写错代码的条件', '99999', '事件', '清空', '环卫所'],
  ])
  const name = 'standard.xlsx'
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(sheet) })
  await page.getByText('第 4 行的类别代码“99999”不在目录里').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载带问题说明的表' }).click(),
  ])
  const back = await readSheet(new Uint8Array(await readFile(await download.path())))
  expect(back).toMatchObject([{ cells: expect.arrayContaining(['问题']) }, { row: 2 }])
  await settled(page)
  await expectSound(page, 'preview of a sheet')
  await page.getByRole('button', { name: '导入 2 条' }).click()
  await page.getByText('已导入：新增 2').first().waitFor()
  const { rows } = await ask<Listed>(keeper, 'catalogue.list-conditions', { text: '须有人定时限的条件' })
  expect(rows).toMatchObject([{ condition: '须有人定时限的条件', limit: null }])
  expect(keeper.complaints).toEqual([])
  await keeper.leave()
})

test.each(['zh-CN', 'en'] as const)('the filing standard is read, found and changed (%s)', async locale => {
  const keeper = await visitor(browser, address, { screen: { width: 390, height: 844 }, locale })
  await signInQuietly(keeper, 'district-hub')
  const { page } = keeper
  await page.goto('/office/filing-standard?search=02014')
  await page.getByText('不亮、乱亮或方向错误').waitFor()
  await settled(page)
  await expectSound(page, `filing standard on a phone, ${locale}`)
  await page
    .getByRole('button', { name: locale === 'en' ? 'Change: 杆体倾斜、灯具松动' : '修改：杆体倾斜、灯具松动' })
    .click()
  await settled(page)
  await expectSound(page, `form of a condition, ${locale}`)
  const text = locale === 'en' ? '2工作日' : '3工作日'
  await page.getByLabel(locale === 'en' ? 'Limit as written' : '时限原文').fill(text)
  await page.getByRole('button', { name: locale === 'en' ? 'Save' : '保存', exact: true }).click()
  await page
    .getByText(locale === 'en' ? '2 working days' : '3 工作日')
    .first()
    .waitFor()
  expect(keeper.complaints).toEqual([])
  await keeper.leave()
})
