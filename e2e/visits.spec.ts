import { expect, test } from 'vitest'
import { arrivals } from './arrivals.ts'
import { expectSoundAndLarge } from './sound.ts'
import { ask, screens } from './visitor.ts'

const arrive = arrivals()

test('a visit is told on a phone once; the community opens its words, and that is said', async () => {
  const worker = await arrive('grid-worker', { screen: screens.phone })
  const { rows } = await ask<{ rows: { title: string }[] }>(worker, 'registry.list', { kind: 'person', limit: '1' })
  const name = rows[0]!.title
  const phone = worker.page
  await phone.goto('/field/#/visits')
  await phone.getByRole('heading', { name: '近期该去看看的' }).waitFor()
  await expectSoundAndLarge(phone, 'visits-list')
  await phone.getByRole('link', { name: '记一次走访' }).click()
  await phone.getByLabel('姓名或户名').fill(name)
  await phone.getByRole('button', { name: '查找' }).click()
  await phone
    .getByRole('button', { name: `选 ${name}` })
    .first()
    .click()
  await phone.getByRole('button', { name: '记下' }).click()
  await phone.getByText('请写一句；没人在家就选“没人在家”。').waitFor()
  await phone.getByLabel(/^了解到的情况/).fill('腿脚不便，想在楼道装扶手')
  await phone.getByLabel(/^有需要解决的事/).fill('三单元楼道没有扶手，老人上下不便')
  await expectSoundAndLarge(phone, 'visits-write')
  await phone.getByRole('button', { name: '记下' }).click()
  await phone.getByText('记好了。').waitFor()
  await phone.getByText(/^已上报：\d{6}-\d{4}-\d{6}$/).waitFor()

  const committee = await arrive('committee')
  const { page } = committee
  await page.goto('/office/visits')
  await page.getByRole('link', { name, exact: true }).first().waitFor()
  expect(await page.content()).not.toContain('想在楼道装扶手')
  await expectSoundAndLarge(page, 'visits-office-list')
  await page.getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('button', { name: '打开内容' }).click()
  await page.getByText('腿脚不便，想在楼道装扶手').waitFor()
  await expectSoundAndLarge(page, 'visits-office-one')
  expect([...worker.complaints, ...committee.complaints]).toEqual([])
  await Promise.all([worker.leave(), committee.leave()])
})
