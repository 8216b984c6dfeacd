import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { gatePhoto } from './photos.ts'
import { expectSoundAndLarge, expectSoundInBoth, settled } from './sound.ts'
import { ask, screens, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

/** A worker writes an entry on a phone; answers with its words, which nothing else has. */
async function writtenOnAPhone(words: string): Promise<void> {
  const worker = await visitor(browser, address, { screen: screens.phone })
  await signInQuietly(worker, 'grid-worker')
  const { page } = worker
  await page.goto('/field/#/diary')
  await page.getByRole('link', { name: '写日记' }).click()
  await page.getByLabel(/^说了什么/).fill(words)
  await page.getByLabel(/^走访的人/).fill('二单元刘大爷')
  await page.getByLabel('投诉').check()
  await expectSoundAndLarge(page, 'writing in the diary')
  await page.getByRole('button', { name: '交日记' }).click()
  await page.getByText(/前会有反馈/).waitFor()
  await page.getByRole('link', { name: '我的日记' }).click()
  await page.getByRole('link', { name: words }).click()
  await page.getByText('还没有反馈。').waitFor()
  await expectSoundAndLarge(page, 'an entry on the phone')
  expect(worker.complaints).toEqual([])
  await worker.leave()
}

test('written on a phone, found among those not answered today, handed to the street with an order', async () => {
  const words = '地下车库积水没人抽，车都开不进去'
  await writtenOnAPhone(words)
  const committee = await visitor(browser, address)
  await signInQuietly(committee, 'committee')
  const { page } = committee
  await page.goto('/office/diary')
  await page.getByRole('link', { name: '今日未反馈' }).click()
  await page.getByRole('link', { name: words }).waitFor()
  await settled(page)
  await expectSoundInBoth(page, 'the diary')
  await page.getByRole('link', { name: words }).click()
  await page.getByRole('button', { name: '查看走访的人' }).click()
  await page.getByLabel('查看理由').fill('联系反映人')
  await page.getByRole('button', { name: '查看走访的人' }).click()
  await page.getByText('二单元刘大爷').waitFor()
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('t')
  await page.getByLabel('转交理由').fill('社区没有抽水设备，请街道协调')
  await expectSoundInBoth(page, 'handing an entry to the street')
  await page.getByRole('button', { name: '转交街道' }).click()
  await page
    .getByText(/\d{6}-ZJ\d{4}-\d{4}/)
    .first()
    .waitFor()
  await page.getByRole('link', { name: /^打开案卷 / }).click()
  await page.getByText('社区没有抽水设备').first().waitFor()
  expect(committee.complaints).toEqual([])
  await committee.leave()
})

test('answered in the office, read on the phone of whoever wrote it', async () => {
  const words = '单元门禁坏了三天，想知道什么时候修'
  await writtenOnAPhone(words)
  const committee = await visitor(browser, address, { screen: screens.phone })
  await signInQuietly(committee, 'committee')
  const { page } = committee
  const { rows } = await ask<{ rows: { entryId: string; text: string }[] }>(committee, 'diary.list', { text: '门禁' })
  const entry = rows.find(row => row.text === words)!
  await page.goto(`/office/diary/${entry.entryId}`)
  await page.getByRole('button', { name: /^答复/ }).click()
  await page.getByLabel(/^反馈内容/).fill('物业明天上午更换读卡器')
  await page.getByRole('button', { name: '记下反馈' }).click()
  await page.getByText('物业明天上午更换读卡器').last().waitFor()
  await settled(page)
  await expectSoundAndLarge(page, 'an answered entry in a narrow window')
  await page.goto('/office/diary')
  await settled(page)
  await expectSoundAndLarge(page, 'the diary in a narrow window')
  await committee.leave()
  const worker = await visitor(browser, address, { screen: screens.phone })
  await signInQuietly(worker, 'grid-worker')
  await worker.page.goto(`/field/#/diary/${entry.entryId}`)
  await worker.page.getByText('物业明天上午更换读卡器').waitFor()
  await worker.leave()
})

test('a photo that the phone is still reading when the entry is sent goes with it', async () => {
  const worker = await visitor(browser, address, { screen: screens.phone })
  await signInQuietly(worker, 'grid-worker')
  const { page } = worker
  await page.goto('/field/#/diary/write')
  const words = '楼顶水箱漏水'
  await page.getByLabel(/^说了什么/).fill(words)
  // An old phone takes seconds to read a picture; this one reads it only when it is told to.
  await page.evaluate(() => {
    const read = globalThis.createImageBitmap as (picture: ImageBitmapSource) => Promise<ImageBitmap>
    const told = new Promise<void>(resolve => addEventListener('read-now', () => resolve(), { once: true }))
    globalThis.createImageBitmap = async (picture: ImageBitmapSource) => {
      await told
      return read(picture)
    }
  })
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles(await gatePhoto('dumped'))
  await page.getByRole('button', { name: '交日记' }).click()
  await page.locator('button[type="submit"][aria-busy="true"]').waitFor()
  await page.evaluate(() => dispatchEvent(new Event('read-now')))
  await page.getByText(/前会有反馈/).waitFor()
  const { rows } = await ask<{ rows: { entryId: string; text: string }[] }>(worker, 'diary.list', { mine: 'true' })
  const { entryId } = rows.find(row => row.text === words)!
  const { photos } = await ask<{ photos: string[] }>(worker, 'diary.show', { entryId })
  expect(photos.length).toBe(1)
  expect(worker.complaints).toEqual([])
  await worker.leave()
})
