import { expect, test } from 'vitest'
import { arrivals } from './arrivals.ts'
import { expectSound, expectSoundAndLarge } from './sound.ts'
import { ask, screens } from './visitor.ts'

const arrive = arrivals()

test('a building head holds the button; the office sees it on every page, takes it, closes it; the phone is told', async () => {
  const lead = await arrive('grid-lead')
  await lead.page.goto('/office/cases')
  await lead.page.getByRole('heading', { level: 1 }).waitFor()

  const { labelPlace: at } = await ask<{ labelPlace: { lon: number; lat: number } }>(lead, 'grid.show', {
    path: '1.1.1',
  })
  const head = await arrive('building-head', { screen: screens.phone, at })
  const phone = head.page
  await phone.goto('/field/')
  await phone.getByRole('link', { name: '求助', exact: true }).click()
  await phone.getByRole('heading', { name: '值班电话与求助' }).waitFor()
  await phone.getByRole('link', { name: /^打给/ }).first().waitFor()
  await expectSoundAndLarge(phone, 'help-phone')

  // A short press asks first, and no is no.
  await phone.getByRole('button', { name: '按住求助' }).click()
  await phone.getByRole('dialog', { name: '确定求助吗？' }).waitFor()
  await expectSound(phone, 'the question')
  await phone.keyboard.press('Escape')
  const { rows: none } = await ask<{ rows: { status: string }[] }>(head, 'help.list', { mine: 'true', isOpen: 'true' })
  expect(none).toEqual([])

  await phone.getByRole('button', { name: '按住求助' }).hover()
  await phone.mouse.down()
  await phone.getByText(/^求助已发出，\d+ 人收到/).waitFor()
  await phone.mouse.up()
  expect(await phone.getByRole('dialog').count()).toBe(0)
  await phone.getByText('等待接手').waitFor()
  await expectSoundAndLarge(phone, 'help-called')

  const desk = lead.page
  const band = desk.getByRole('region', { name: '现场求助' })
  await band.getByText(/还没有人接手/).waitFor()
  await expectSoundAndLarge(desk, 'help-band')
  await band.getByRole('link', { name: /^打开/ }).click()
  await desk.getByText(/（约 8 米以内）/).waitFor()
  await desk.getByRole('group', { name: '求助的位置在地图上' }).waitFor()
  await desk.getByRole('button', { name: '我来处理' }).click()
  await band.getByText(/已接手/).waitFor()
  await phone.getByText('已有人接手').waitFor()
  await desk.getByRole('textbox', { name: '经过' }).fill('上门看过，人没有事')
  await expectSoundAndLarge(desk, 'help-taken')
  await desk.getByRole('button', { name: '办结' }).click()
  await desk.getByText('求助已办结。').waitFor()
  await band.getByText(/求助：/).waitFor({ state: 'detached' })
  await phone.getByText('已有人接手').waitFor({ state: 'detached' })
  await desk.goto('/office/help')
  await desk.getByText('已到场帮助').first().waitFor()
  await expectSoundAndLarge(desk, 'help-list')
  expect([...lead.complaints, ...head.complaints]).toEqual([])
  await Promise.all([lead.leave(), head.leave()])
})

test('without a signal the numbers are there and the call waits; by keyboard it is asked for; it goes out by itself', async () => {
  const worker = await arrive('grid-worker', { screen: screens.phone })
  const { page, context } = worker
  await page.goto('/field/#/help')
  await page.getByRole('link', { name: /^打给/ }).first().waitFor()
  await context.setOffline(true)
  await page.getByRole('button', { name: '按住求助' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: '确定求助' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(/没有信号，求助还没有发出/).waitFor()
  expect(await page.getByRole('link', { name: /^打给/ }).count()).toBeGreaterThan(0)
  expect(await page.getByRole('link', { name: /^110/ }).getAttribute('href')).toBe('tel:110')
  await expectSoundAndLarge(page, 'help-no-signal')
  await context.setOffline(false)
  await page.getByRole('link', { name: '补充一句' }).waitFor()
  await expect
    .poll(
      async () => (await ask<{ rows: unknown[] }>(worker, 'help.list', { mine: 'true', isOpen: 'true' })).rows.length,
      {
        timeout: 60_000,
      },
    )
    .toBe(1)
  await page.getByRole('link', { name: '补充一句' }).click()
  await page.getByRole('textbox', { name: /^补充一句/ }).fill('二单元六楼的平台')
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByText('二单元六楼的平台').first().waitFor()
  await expectSoundAndLarge(page, 'help-own-call')
  await worker.leave()
})

test('the centre sets a duty phone where it is missing', async () => {
  const centre = await arrive('street-centre')
  const { page } = centre
  await page.goto('/office/duties?tab=phones')
  const set = page.getByRole('button', { name: /^设置.+的值班电话$/ }).first()
  await set.waitFor()
  await expectSoundAndLarge(page, 'help-duty-phones')
  await set.click()
  await page
    .getByLabel(/的值班电话$/)
    .and(page.getByRole('textbox'))
    .fill('一二三')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText(/这不是电话号码/).waitFor()
  await page
    .getByLabel(/的值班电话$/)
    .and(page.getByRole('textbox'))
    .fill('0531-86660000')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('值班电话已保存。').waitFor()
  await page.getByText('0531-86660000').first().waitFor()
  expect(centre.complaints).toHaveLength(1)
  await centre.leave()
})
