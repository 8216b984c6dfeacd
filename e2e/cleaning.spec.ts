import { expect, test } from 'vitest'
import { arrivals } from './arrivals.ts'
import { gatePhoto } from './photos.ts'
import { expectSoundAndLarge } from './sound.ts'
import { ask, screens } from './visitor.ts'

const arrive = arrivals()

test('a cleaner sees what was taken off with its photo, objects without a signal, and reads what somebody else decided', async () => {
  const cleaner = await arrive('cleaner', { screen: screens.phone })
  const phone = cleaner.page
  await phone.goto('/field/')
  await phone.getByRole('heading', { name: '我的路段', level: 1 }).waitFor()
  await phone
    .getByText(/^本月 \d+ 分（满分 100）$/)
    .first()
    .waitFor()
  await expectSoundAndLarge(phone, 'cleaning-home')
  const { sections } = await ask<{ sections: { sectionId: string; name: string }[] }>(cleaner, 'cleaning.mine')
  const [{ sectionId, name }] = sections as [(typeof sections)[number]]

  const inspector = await arrive('supervisor', { screen: screens.phone })
  const other = inspector.page
  await other.goto('/field/#/cleaning/check')
  await other.getByLabel(/^路段/).selectOption(sectionId)
  await other.getByRole('radio', { name: '有问题，扣分' }).check()
  await other.getByRole('button', { name: '记下' }).click()
  await other.getByText('扣分要有照片。请拍一张。').waitFor()
  await other.getByLabel(/^哪一项/).selectOption('bin')
  await other
    .locator('input[type=file]')
    .first()
    .setInputFiles(await gatePhoto('dumped'))
  await other.getByLabel(/^什么问题/).fill('果皮箱满溢，袋子堆在旁边')
  await expectSoundAndLarge(other, 'cleaning-check')
  await other.getByRole('button', { name: '记下' }).click()
  await other.getByText(/^记好了，扣 2 分。/).waitFor()

  const card = phone.getByRole('article', { name: '果皮箱洁 果皮箱满溢，袋子堆在旁边' })
  await card.getByRole('img', { name: '照片 1' }).waitFor()
  await cleaner.context.setOffline(true)
  await card.getByRole('button', { name: '我要申诉' }).focus()
  await phone.keyboard.press('Enter')
  await card.getByLabel(/^为什么不该扣/).fill('收运车晚到，我已经打电话催过')
  await expectSoundAndLarge(phone, 'cleaning-object')
  await card.getByRole('button', { name: '提出申诉' }).click()
  await card.getByText('申诉处理中').waitFor({ timeout: 30_000 })
  await cleaner.context.setOffline(false)

  const centre = await arrive('street-centre')
  const desk = centre.page
  await desk.goto('/office/cleaning')
  await desk.getByRole('link', { name, exact: true }).waitFor()
  await expectSoundAndLarge(desk, 'cleaning-office')
  await desk.getByRole('link', { name, exact: true }).click()
  const shown = desk.getByRole('article', { name: '果皮箱洁 果皮箱满溢，袋子堆在旁边' })
  await shown.getByRole('form', { name: /^处理申诉/ }).waitFor({ timeout: 60_000 })
  await shown.getByLabel('结果').selectOption('withdrawn')
  await shown.getByLabel(/^理由/).fill('收运延误属实，与保洁员无关')
  await expectSoundAndLarge(desk, 'cleaning-section')
  // Nothing is taken off without a photo, by the made-up road chiefs neither.
  const widths = await desk
    .getByRole('article')
    .evaluateAll(all => all.map(one => one.querySelector('img')?.naturalWidth))
  expect(widths.length).toBeGreaterThan(1)
  for (const width of widths) expect(width).toBeGreaterThan(100)
  await shown.getByRole('button', { name: '作出处理' }).click()
  await desk.getByText('申诉已处理，保洁员已收到。').waitFor()

  await card.getByText('撤销扣分').waitFor()
  await card.getByText('原扣 2 分，现扣 0 分').waitFor()
  await expectSoundAndLarge(phone, 'cleaning-decided')
  expect(centre.complaints).toEqual([])
  await Promise.all([cleaner.leave(), inspector.leave(), centre.leave()])
})
