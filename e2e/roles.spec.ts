import { expect, test } from 'vitest'
import { arrivals } from './arrivals.ts'
import { expectSound, settled } from './sound.ts'
import { ask, type Visitor } from './visitor.ts'

const arrive = arrivals()

interface Roles {
  readonly roles: readonly { code: string; permissions: { permission: string; scope: string }[] }[]
}
async function rightsOf(security: Visitor): Promise<string[]> {
  const { roles } = await ask<Roles>(security, 'identity.list-roles')
  const { permissions } = roles.find(({ code }) => code === 'grid-worker')!
  return permissions.map(({ permission, scope }) => `${permission} ${scope}`)
}

test('one right of a role is changed and taken back; every other keeps all the ways in which it reaches', async () => {
  const security = await arrive('security-admin')
  const { page } = security
  const before = await rightsOf(security)
  const several = before.filter(right => right.startsWith('cases.read '))
  expect(several).toEqual(['cases.read own', 'cases.read place', 'cases.read post'])
  const reachOf = (word: string) =>
    page
      .getByRole('row')
      .filter({ has: page.getByText(word, { exact: true }) })
      .getByRole('combobox')
  await page.goto('/office/roles?role=grid-worker')
  await settled(page)
  expect(await reachOf('cases.read').locator('option:checked').innerText()).toBe('所在网格及下级 + 本岗位 + 本人')
  await expectSound(page, 'a role')
  const save = async () => {
    await page.getByRole('button', { name: '保存权限' }).click()
    await page
      .getByText(/已保存/)
      .first()
      .waitFor()
  }
  await reachOf('settings.read').selectOption('everywhere')
  await save()
  await expect.poll(() => rightsOf(security)).toEqual([...before, 'settings.read everywhere'].sort())
  await settled(page)
  await reachOf('settings.read').selectOption('')
  await save()
  await expect.poll(() => rightsOf(security)).toEqual(before)
  expect(security.complaints).toEqual([])
  await security.leave()
})
