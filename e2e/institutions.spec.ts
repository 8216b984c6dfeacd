import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { printPdf } from '#platform/documents/server/index.ts'
import { startBrowser } from './browser.ts'
import { picture } from './picture.ts'
import { expectSound, expectSoundInBoth } from './sound.ts'
import { screens, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

test('a notice is published, read and acknowledged on a phone, reworded and compared', async () => {
  const centre = await visitor(browser, address)
  await signInQuietly(centre, 'street-centre')
  const { page } = centre
  await page.goto('/office/institutions')
  await page.getByRole('link', { name: '道路保洁作业安全规定' }).waitFor()
  await expectSoundInBoth(page, 'the library')
  await page.getByRole('button', { name: '发布制度' }).click()
  await page.getByRole('textbox', { name: /文号$/ }).fill('云街制〔2026〕99号')
  await page.getByRole('textbox', { name: /标题$/ }).fill('雨天巡查办法')
  await page.getByRole('textbox', { name: /内容$/ }).fill('# 出门前\n- 看预警\n- 穿雨靴')
  const roles = page.getByLabel('哪些角色要读')
  await roles.click()
  await roles.fill('网格员')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  const signed = await printPdf({ content: ['雨天巡查实施细则', '涉水路段要先看井盖，水深过膝的绕行并上报。'] })
  const scanned = await printPdf({ content: [{ canvas: [{ type: 'rect', x: 0, y: 0, w: 99, h: 99 }] }] })
  await page.locator('input[type=file]').setInputFiles([
    { name: '签发稿.pdf', mimeType: 'application/pdf', buffer: Buffer.from(signed) },
    { name: '盖章扫描件.pdf', mimeType: 'application/pdf', buffer: Buffer.from(scanned) },
  ])
  await page.getByRole('button', { name: '去掉附件“签发稿.pdf”' }).waitFor()
  await page.getByRole('button', { name: '去掉附件“盖章扫描件.pdf”' }).waitFor()
  await expectSoundInBoth(page, 'publishing an institution')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText(/已发布第 1 版，请 \d+ 人阅读/).waitFor()
  // Read apart meanwhile; the page asks again by itself.
  await page.getByText(/kB · 能按内容查到$/).waitFor()
  await page.getByText('里面没有文字（多为扫描件），只能按文件名查到').waitFor()
  await picture(page, 'places-institution-papers')
  const search = await visitor(browser, address)
  await signInQuietly(search, 'street-centre')
  await search.page.goto('/office/institutions?search=井盖')
  await search.page.getByText('附件“签发稿.pdf”里：').waitFor()
  await expectSoundInBoth(search.page, 'the library with what a paper says')
  await picture(search.page, 'places-institution-found')
  await search.leave()

  const worker = await visitor(browser, address, { screen: screens.phone })
  await signInQuietly(worker, 'grid-worker')
  await worker.page.goto('/field/')
  await worker.page
    .getByRole('link', { name: '雨天巡查办法' })
    .or(worker.page.getByRole('button', { name: '雨天巡查办法' }))
    .first()
    .click()
  await worker.page.getByRole('heading', { name: '出门前' }).waitFor()
  await worker.page.getByRole('link', { name: '签发稿.pdf' }).waitFor()
  await expectSound(worker.page, 'an institution on the phone')
  await worker.page.getByRole('button', { name: '我已读完' }).click()
  await worker.page.getByText(/已读$/).first().waitFor()
  await worker.page.goto('/field/#/institutions')
  await worker.page.getByText('要您读的都读完了。').waitFor()
  await worker.page.getByLabel('查找制度').fill('井盖')
  await worker.page.getByText(/附件“签发稿.pdf”里：.*井盖/).waitFor()
  await picture(worker.page, 'places-institution-found-on-phone')
  await expectSound(worker.page, 'the library on the phone')
  expect(worker.complaints).toEqual([])
  await worker.leave()

  await page.reload()
  await page.getByText(/应读 \d+ 人，已读 1 人/).waitFor()
  await page.getByRole('button', { name: '修订' }).click()
  await page.getByRole('textbox', { name: /内容$/ }).fill('# 出门前\n- 看预警\n- 穿雨靴和雨衣')
  await page.getByLabel('改了什么').fill('加雨衣')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText(/已发布第 2 版/).waitFor()
  // The next wording keeps what it was not told to drop.
  await page.getByRole('link', { name: '签发稿.pdf' }).waitFor()
  await page.getByText('与上一版比较').click()
  await page.getByText('穿雨靴和雨衣').first().waitFor()
  await expectSoundInBoth(page, 'an institution')
  expect(centre.complaints).toEqual([])
  await centre.leave()
})
