import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { citizenCheck } from '#modules/registry/common/index.ts'
import { readSheet, writeSheet } from '#platform/sheets/common/sheet.ts'
import { startBrowser } from './browser.ts'
import { picture } from './picture.ts'
import { expectSound, settled } from './sound.ts'
import { screens, signInQuietly, type Visitor, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const number = (first17: string) => first17 + citizenCheck(first17)
const headings = ['编号', '人员姓名', '身份证号码', '手机号码', '家庭住址', '人员类别', '宗教信仰', '出生年月']
const columns = headings.map(heading => ({ heading, width: 18 }))
const good = number('37011319660307001')
const faulty = good.replace(/.$/, last => (last === '1' ? '2' : '1'))
const rows = [
  ['1', '诸葛青', good, '13800001234', '文化路12号3-2-501', '户籍', '无', ''],
  ['2', '诸葛蓝', '', '13800005678', '', '流动', '', '1988-08-08'],
  ['3', '诸葛红', faulty, '', '', '户籍', '', ''],
]

async function upload({ page }: Visitor, sheet: Uint8Array, name: string): Promise<void> {
  await page.goto('/office/people-imports')
  await settled(page)
  await page.getByLabel(/表格文件/).setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(sheet) })
  await page
    .getByRole('button', { name: '上 传' })
    .or(page.getByRole('button', { name: '上传' }))
    .click()
  await page.getByRole('heading', { name: '核对列' }).waitFor()
}

async function lookAt({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: '开始预览' }).click()
  await page.getByRole('heading', { name: '预览结果' }).waitFor()
}

test('a foreign sheet is mapped, looked at and taken; its faults come back; again it changes nothing; a duplicate is merged and undone', async () => {
  const clerk = await visitor(browser, address, { screen: screens.desk })
  await signInQuietly(clerk, 'committee')
  const { page } = clerk
  await page.goto('/office/people-imports')
  await settled(page)
  await expectSound(page, 'imports')

  await upload(clerk, await writeSheet('人口', columns, rows), 'people.xlsx')
  expect(await page.getByLabel('“人员姓名”作为').inputValue()).toBe('name')
  expect(await page.getByLabel('“家庭住址”作为').inputValue()).toBe('address')
  await page.getByText('按规定不采集').waitFor()
  await expectSound(page, 'columns of an import')
  await picture(page, `people-import-columns`)
  await lookAt(clerk)
  await page.getByText('证件号码：校验不符').waitFor()
  await expectSound(page, 'rows of an import')
  await picture(page, `people-import-rows`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /下载退回表/ }).click(),
  ])
  const back = await readSheet(new Uint8Array(await readFile(await download.path())))
  expect(back).toMatchObject([
    // Who took it stands above everything.
    { cells: expect.arrayContaining([expect.stringContaining('people.xlsx')]) },
    { cells: expect.arrayContaining(['原表行号', '需要改正']) },
    { cells: expect.arrayContaining(['诸葛红', '4']) },
  ])
  await page.getByRole('button', { name: '导入 2 人' }).click()
  await page.getByText('导入完成：新增 2').waitFor()
  // A reload in the middle or at the end loses nothing.
  await page.reload()
  await page.getByText('导入完成：新增 2').waitFor()

  await upload(clerk, await writeSheet('人口', columns, rows), 'people again.xlsx')
  await page.getByText('按上次').or(page.getByText('按列名')).first().waitFor()
  await lookAt(clerk)
  await page.getByRole('button', { name: '无变化 2' }).waitFor()
  await page.getByRole('button', { name: '没有可导入的行' }).waitFor()

  const twice = [['1', '诸葛蓝', '', '13800009999', '', '户籍', '', '1988-08-08']]
  await upload(clerk, await writeSheet('人口', columns, twice), 'later.xlsx')
  await lookAt(clerk)
  await page.getByText('像 诸葛蓝：姓名相同、出生日期相同').waitFor()
  await page.getByRole('button', { name: '导入 1 人' }).click()
  await page.getByText('导入完成：新增 0').waitFor()

  await page.goto('/office/duplicates')
  await settled(page)
  await page.getByRole('button', { name: '比对 诸葛蓝 和 诸葛蓝' }).click()
  await page.getByRole('heading', { name: '比对' }).waitFor()
  await expectSound(page, 'two records side by side')
  await picture(page, `people-duplicates`)
  await page.getByRole('button', { name: '合并为一人' }).click()
  await page.getByText('诸葛蓝 并入 诸葛蓝').waitFor()
  await page.getByRole('button', { name: '撤销合并：诸葛蓝 并入 诸葛蓝' }).click()
  await page.getByRole('button', { name: '比对 诸葛蓝 和 诸葛蓝' }).waitFor()
  expect(clerk.complaints).toEqual([])
  await clerk.leave()
})

test.each(['zh-CN', 'en'] as const)('the one box, exports and addresses (%s)', async locale => {
  const isEnglish = locale === 'en'
  const clerk = await visitor(browser, address, { screen: isEnglish ? screens.phone : screens.desk, locale })
  await signInQuietly(clerk, 'committee')
  const { page } = clerk
  await page.goto('/office/inbox')
  await settled(page)
  const box = page.getByRole('search').getByRole('searchbox')
  if (await box.isVisible()) {
    await box.fill('zgq')
    await box.press('Enter')
  } else await page.goto('/office/find?text=zgq')
  await page.getByText('诸葛青').first().waitFor()
  await settled(page)
  await expectSound(page, `found, ${locale}`)
  await picture(page, `people-find-${locale}`)
  await page.goto('/office/find?text=13800001234')
  await page.getByText(isEnglish ? 'Looked up by number' : '按号码查找').waitFor()
  await page.getByText('诸葛青').first().waitFor()

  await page.goto('/office/people-exports')
  await settled(page)
  await expectSound(page, `exports, ${locale}`)
  await page.getByLabel(isEnglish ? 'Reason' : '事由').fill('核对名单')
  await picture(page, `people-exports-${locale}`)
  await page.getByRole('button', { name: isEnglish ? 'Export' : '开始导出', exact: true }).click()
  await page
    .getByRole('link', { name: isEnglish ? /Download/ : /下载/ })
    .first()
    .waitFor()

  await page.goto('/office/addresses?text=文化路十二号三号楼二单元五〇一室老供销社旁')
  await page.getByText('老供销社旁').first().waitFor()
  await settled(page)
  await expectSound(page, `addresses, ${locale}`)
  await picture(page, `people-addresses-${locale}`)
  expect(clerk.complaints).toEqual([])
  await clerk.leave()
})
