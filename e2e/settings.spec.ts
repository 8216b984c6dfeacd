import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { expectSound, settled } from './sound.ts'
import { ask, signInQuietly, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

interface Listed {
  readonly groups: readonly {
    readonly name: string
    readonly parts: readonly { readonly key: string; readonly version: number; readonly versions: readonly object[] }[]
  }[]
}

test.each([
  ['zh-CN', { width: 1366, height: 768 }, '挂账最长天数'],
  ['en', { width: 390, height: 844 }, 'Most suspensions'],
] as const)(
  'a number of the procedure is set with its day and reason, and its history can be read (%s)',
  async (locale, screen, name) => {
    const admin = await visitor(browser, address, { screen, locale })
    await signInQuietly(admin, 'system-admin')
    const { page } = admin
    const words =
      locale === 'en'
        ? ['Change: ', 'Value', 'Why', 'Save', 'Changes so far']
        : ['修改：', '数值', '为什么改', '保存', '历次修改']
    await page.goto('/office/settings')
    await page.getByRole('button', { name: `${words[0]}${name}` }).click()
    await settled(page)
    await expectSound(page, `settings, ${locale}`)
    const row = page.getByRole('listitem').filter({ hasText: name })
    await row.getByLabel(words[1]!, { exact: true }).fill('2')
    await row.getByLabel(words[2]!, { exact: true }).fill('试行')
    await row.getByRole('button', { name: words[3]!, exact: true }).click()
    await row.getByText(words[4]!).click()
    await row.getByText('试行').waitFor()
    const { groups } = await ask<Listed>(admin, 'settings.list', {})
    const changed = groups.flatMap(group => group.parts).filter(part => part.versions.length > 0)
    expect(changed.length).toBeGreaterThan(0)
    expect(admin.complaints).toEqual([])
    await admin.leave()
  },
)

test.each(['zh-CN', 'en'] as const)(
  'a local class is added, and one that the nation has by now is handed over (%s)',
  async locale => {
    const keeper = await visitor(browser, address, { screen: { width: 1366, height: 768 }, locale })
    await signInQuietly(keeper, 'district-hub')
    const { page } = keeper
    const isEnglish = locale === 'en'
    await page.goto('/office/filing-standard/local-classes')
    await page
      .getByRole('combobox', { name: isEnglish ? 'Major' : '所属大类' })
      .selectOption(isEnglish ? 'event 08' : 'event 07')
    const name = isEnglish ? '夜间施工灯光扰民' : '横幅褪色'
    await page.getByLabel(isEnglish ? 'Name (Chinese)' : '名称', { exact: true }).fill(name)
    await settled(page)
    await expectSound(page, `local classes, ${locale}`)
    await page.getByRole('button', { name: isEnglish ? 'Save' : '保存', exact: true }).click()
    await page.getByRole('listitem').filter({ hasText: name }).waitFor()
    const { majors } = await ask<{
      majors: { kind: string; code: string; classes: { code: string; name: object }[] }[]
    }>(keeper, 'cases.classes', {})
    const own = majors.find(major => major.kind === 'event' && major.code === (isEnglish ? '08' : '07'))
    expect(own?.classes.at(-1)).toMatchObject({ name: { 'zh-CN': name } })
    if (!isEnglish) {
      await page.getByRole('button', { name: /并入 06040/ }).click()
      await page.getByRole('button', { name: '并入国标', exact: true }).click()
      await page
        .getByText(/并入国标 06040/)
        .first()
        .waitFor()
      await expectSound(page, 'an adopted class')
    }
    expect(keeper.complaints).toEqual([])
    await keeper.leave()
  },
)
