import { expect, test } from 'vitest'
import { arrivals } from './arrivals.ts'
import { expectSoundAndLarge } from './sound.ts'
import { screens } from './visitor.ts'

const arrive = arrivals()

test('a dispute is told on a phone, followed up from the day, and opened in the office on record', async () => {
  const worker = await arrive('grid-worker', { screen: screens.phone })
  const phone = worker.page
  await phone.goto('/field/#/mine')
  await phone.getByRole('link', { name: '调解', exact: true }).click()
  await phone.getByRole('link', { name: '记一次调解' }).click()
  await phone.getByLabel('什么纠纷').selectOption('management')
  await phone.getByRole('button', { name: '记下' }).click()
  await phone.getByText('请写清双方是谁，至少两方。').first().waitFor()
  await phone.getByLabel('第 1 方姓名').fill('赵甲')
  await phone.getByLabel('第 2 方姓名').fill('钱乙')
  await phone.getByLabel('是什么事、谈得怎样').fill('晚上十点后练琴，楼下老人睡不好')
  await phone.getByLabel(/^约定了什么/).fill('晚上九点后不练琴')
  await expectSoundAndLarge(phone, 'mediation-write')
  // By keyboard alone.
  await phone.getByRole('button', { name: '记下' }).focus()
  await phone.keyboard.press('Enter')
  await phone.getByText('记好了。').waitFor()
  await phone.goto('/field/#/')
  await phone.getByRole('link', { name: '物业纠纷' }).first().click()
  await phone.getByText('晚上九点后不练琴').waitFor()
  await expectSoundAndLarge(phone, 'mediation-matter')
  await phone.getByRole('radio', { name: '没有履行' }).check()
  await phone.getByLabel('双方怎么说').fill('又弹到十一点')
  await phone.getByRole('button', { name: '记下回访' }).click()
  await phone.getByText(/^没有履行，还不能结束。/).waitFor()
  await phone.getByLabel(/^下次回访/).fill('2099-01-01')
  await phone.getByRole('button', { name: '记下回访' }).click()
  await phone.getByText('请在 2099-01-01 回访').waitFor()
  await phone.goto('/field/#/mediation')
  await phone.getByText('请在 2099-01-01 回访').first().waitFor()
  await expectSoundAndLarge(phone, 'mediation-list')

  const committee = await arrive('committee')
  const desk = committee.page
  await desk.goto('/office/mediation')
  await desk.getByRole('link', { name: '物业纠纷' }).first().waitFor()
  expect(await desk.content()).not.toMatch(/赵甲|练琴/)
  await expectSoundAndLarge(desk, 'mediation-office-list')
  await desk.getByRole('link', { name: '物业纠纷' }).first().click()
  await desk.getByRole('button', { name: '打开内容' }).click()
  await desk.getByText('赵甲、钱乙').waitFor()
  await expectSoundAndLarge(desk, 'mediation-office-one')
  expect([...worker.complaints, ...committee.complaints]).toEqual([])
  await Promise.all([worker.leave(), committee.leave()])
})
