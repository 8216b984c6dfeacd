import { expect, test } from 'vitest'
import { arrivals } from './arrivals.ts'
import { gatePhoto } from './photos.ts'
import { expectSoundAndLarge } from './sound.ts'
import { screens } from './visitor.ts'

const arrive = arrivals()

test('a building head without training: two buttons; reports from the own yard, tells, and reads the answers', async () => {
  const committee = await arrive('committee')
  const desk = committee.page
  await desk.goto('/office/relay')
  await desk.getByRole('button', { name: '写一条转告' }).click()
  await desk.getByLabel('标题').fill('周五检修电梯')
  await desk.getByLabel('要告诉住户的话').fill('周五 9 点到 11 点检修电梯，请走楼梯。')
  await desk.getByLabel('最晚哪天告诉到').fill('2099-12-31')
  await expectSoundAndLarge(desk, 'relay-write')
  await desk.getByRole('button', { name: '发给楼门院长' }).click()
  await desk.getByText(/^已发给 \d+ 位楼门院长。$/).waitFor()
  await expectSoundAndLarge(desk, 'relay-office')

  const head = await arrive('building-head', { screen: screens.phone })
  const phone = head.page
  await phone.goto('/field/')
  await phone.getByRole('link', { name: /^转告 \d+ 条要告诉住户/ }).waitFor()
  await expectSoundAndLarge(phone, 'relay-home')

  // By keyboard alone: the first of the two large buttons is reached and followed.
  await phone.getByRole('link', { name: /^上报 拍照/ }).focus()
  await phone.keyboard.press('Enter')
  await phone.getByRole('heading', { name: '上报', level: 1 }).waitFor()
  expect(
    await phone
      .getByRole('radiogroup', { name: '在哪里' })
      .or(phone.getByRole('group', { name: '在哪里' }))
      .count(),
  ).toBe(1)
  await phone
    .locator('input[type=file]')
    .first()
    .setInputFiles(await gatePhoto('dumped'))
  await phone.getByRole('textbox').first().fill('楼道灯坏了，晚上看不见')
  await expectSoundAndLarge(phone, 'relay-report')
  await phone.getByRole('button', { name: '上报', exact: true }).click()
  await phone.getByText(/\d{6}-\d{4}-\d{6}/).waitFor()

  await phone.goto('/field/#/')
  await phone.getByText('楼道灯坏了，晚上看不见').waitFor()
  await phone.getByText('收到了，正在看。').first().waitFor()
  await phone.getByRole('link', { name: /^转告/ }).click()
  const word = phone.getByRole('article', { name: '周五检修电梯' })
  await head.context.setOffline(true)
  await word.getByRole('textbox').fill('三楼问坐轮椅的老人怎么下楼')
  await expectSoundAndLarge(phone, 'relay-words')
  await word.getByRole('button', { name: '已告诉住户' }).click()
  await word.getByText('住户问：三楼问坐轮椅的老人怎么下楼').waitFor({ timeout: 30_000 })
  await head.context.setOffline(false)

  await desk.getByRole('link', { name: '周五检修电梯' }).click()
  await desk.getByText('三楼问坐轮椅的老人怎么下楼').waitFor({ timeout: 60_000 })
  await desk.getByRole('button', { name: /^答复/ }).click()
  await desk.getByLabel('答复的话').fill('物业会派人把老人抬下楼。')
  await expectSoundAndLarge(desk, 'relay-answer')
  await desk.getByRole('button', { name: '发出答复' }).click()
  await desk.getByText('答复已发出。').waitFor()
  await word.getByText(/答复：物业会派人把老人抬下楼。/).waitFor()
  await expectSoundAndLarge(phone, 'relay-answered')
  expect(committee.complaints).toEqual([])
  await Promise.all([committee.leave(), head.leave()])
})
