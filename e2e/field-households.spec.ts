import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { startBrowser } from './browser.ts'
import { sendAll } from './phone-town.ts'
import { expectSoundAndLarge } from './sound.ts'
import { ask, order, screens, signInQuietly, type Visitor, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

interface Home {
  readonly personId: string
  readonly name: string
  readonly householdId: string
  readonly household: string
}

interface Shown {
  readonly relations: readonly {
    readonly kind: string
    readonly until: string | null
    readonly other: { thingId: string; title: string } | null
  }[]
}

/** Somebody of a household in the worker's grid, to be visited tomorrow: so the household lies on the phones. */
async function aHome(nth: number): Promise<Home> {
  const [worker, committee, security] = await Promise.all(
    ['grid-worker', 'committee', 'security-admin'].map(async login => {
      const one = await visitor(browser, address)
      await signInQuietly(one, login)
      return one
    }),
  )
  const policy = { group: 'veterans', isOn: true, visitDays: 1, keepDays: 180, reason: '走访慰问' }
  await order(security!, 'registry.put-care-policy', policy)
  const { rows } = await ask<{ rows: { thingId: string; title: string }[] }>(worker!, 'registry.list', {
    kind: 'person',
    limit: '50',
  })
  const homes: Home[] = []
  for (const { thingId, title } of rows) {
    const { relations } = await order<Shown>(worker!, 'registry.open', { thingId })
    const of = relations.find(({ kind, until, other }) => kind === 'member-of' && until === null && other)
    if (!of?.other || homes.some(home => home.householdId === of.other!.thingId)) continue
    homes.push({ personId: thingId, name: title, householdId: of.other.thingId, household: of.other.title })
    if (homes.length > nth) break
  }
  const home = homes[nth]!
  await order(committee!, 'registry.enlist', {
    ...{ careId: randomUUID(), personId: home.personId, group: 'veterans', cause: 'family', basis: 'statutory' },
    since: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
  })
  await Promise.all([worker, committee, security].map(one => one!.leave()))
  return home
}

/** In somebody's hand, with the day's households on it. */
async function phoneOf(login: string): Promise<Visitor> {
  const one = await visitor(browser, address, { screen: screens.phone })
  await signInQuietly(one, login)
  const stocked = one.page.waitForResponse(response => response.url().endsWith('/api/registry.take-along'))
  await one.page.goto('/field/')
  await stocked
  await one.page.evaluate(async () => navigator.serviceWorker.ready)
  return one
}

/** What somebody was told at the door: another address of the household. */
async function tellAddress({ page }: Visitor, home: Home, address: string): Promise<void> {
  await page.goto(`/field/#/household/${home.personId}`)
  await page.getByRole('region', { name: home.name, exact: true }).waitFor()
  await page.getByRole('link', { name: `记走访：${home.name}`, exact: true }).click()
  const asked = page.getByRole('group', { name: `更新名册：${home.household}` })
  await asked.getByText('其他信息').click()
  await asked.getByLabel(/^户籍地址/).fill(address)
  await page.getByLabel(/^了解到的情况/).fill('上门核对了户籍地址')
  await page.getByRole('button', { name: '记下', exact: true }).click()
}

test('two phones say different things of one household without a signal: nothing is lost, a person decides, both see it', async () => {
  const home = await aHome(0)
  const [first, second] = [await phoneOf('grid-worker'), await phoneOf('grid-lead')]
  for (const [phone, said] of [
    [first, '幸福路 8 号 2 单元 301'],
    [second, '幸福路 8 号 3 单元 301'],
  ] as const) {
    await phone.context.setOffline(true)
    await phone.page.reload()
    await tellAddress(phone, home, said)
    await phone.page.getByText('有网络后自动发送').waitFor()
  }
  await first.page.goto(`/field/#/household/${home.personId}`)
  await first.page.getByText('现在连不上网络，显示的是存在手机里的内容。').waitFor()
  await first.page.getByText('这一户有 1 件等待发送。').waitFor()
  await expectSoundAndLarge(first.page, 'household-offline')
  // Closed and opened again with what it has.
  await second.page.reload()
  await sendAll(first)
  await sendAll(second)

  const shown = (phone: Visitor) => phone.page.getByRole('region', { name: home.household, exact: true })
  for (const phone of [first, second]) {
    await phone.page.goto(`/field/#/household/${home.householdId}`)
    await shown(phone).getByText('幸福路 8 号 2 单元 301').waitFor()
    await shown(phone).getByText('有 1 项与他人登记的不同，等人核对，结果会通知您。').waitFor()
  }
  await expectSoundAndLarge(second.page, 'household-conflict')

  const committee = await visitor(browser, address)
  await signInQuietly(committee, 'committee')
  await committee.page.goto('/office/registry-upkeep')
  const card = committee.page.getByRole('article', { name: `${home.household} 户籍地址` })
  await card.getByText('幸福路 8 号 2 单元 301').waitFor()
  await card.getByText('幸福路 8 号 3 单元 301').waitFor()
  await card.getByRole('button', { name: '采用另一个' }).click()
  await card.getByLabel('裁定理由').fill('看过户口簿')
  await card.locator('button[type=submit]').click()
  await card.waitFor({ state: 'detached' })

  for (const phone of [first, second]) {
    await shown(phone).getByText('幸福路 8 号 3 单元 301').waitFor()
    await shown(phone).getByText('等人核对').waitFor({ state: 'detached' })
    await phone.page.goto('/field/#/notices')
    await phone.page.getByText('已裁定：采用新值。理由：看过户口簿').first().waitFor()
  }
  expect([...first.complaints, ...second.complaints].filter(one => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual(
    [],
  )
  await Promise.all([first, second, committee].map(one => one.leave()))
})

test('a member is registered at the door without a signal, the number checked; a shop by the code of its licence', async () => {
  const home = await aHome(1)
  const phone = await phoneOf('grid-worker')
  const { page, context } = phone
  await context.setOffline(true)
  await page.reload()
  await page.goto(`/field/#/household/${home.personId}`)
  await page.getByRole('link', { name: '登记一位成员' }).click()
  await page.getByText(`登记后归入这一户：${home.household}`).waitFor()
  await page.getByLabel('不同意登记').check()
  await page.getByText('对方不同意，就不登记。').waitFor()
  await page.getByLabel('本人同意登记').check()
  await page.getByLabel('姓名', { exact: true }).fill('章小满')
  // A child's word does not count: whoever answers for it is asked, and what was chosen before is not taken for theirs.
  const bornOn = page.getByLabel(/^出生日期/)
  await bornOn.fill(dayOf(new Date().toISOString(), -3000))
  await page.getByLabel('监护人同意登记').waitFor()
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
  await bornOn.fill('')
  const number = page.getByLabel(/^证件号码/)
  await page.getByText('这个浏览器不能识别照片上的文字，请手工填写，填完会校验。').waitFor()
  await number.fill('110105194912310020')
  await page.getByText(/校验不符/).waitFor()
  await number.fill('110105491231002')
  await page.getByText(/这是 1999 年以前的 15 位号码/).waitFor()
  await expectSoundAndLarge(page, 'household-collect-number')
  await page.getByRole('button', { name: '改成 11010519491231002X' }).click()
  await page.getByText('号码校验通过').waitFor()
  expect(await bornOn.inputValue()).toBe('1949-12-31')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('必填').first().waitFor()
  await page.getByLabel(/^人口类型/).selectOption({ index: 1 })
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('有网络后自动发送').waitFor()
  await sendAll(phone)

  const { rows } = await ask<{ rows: { thingId: string; title: string }[] }>(phone, 'registry.list', {
    ...{ kind: 'person', text: '章小满' },
  })
  expect(rows).toHaveLength(1)
  const { relations } = await order<Shown>(phone, 'registry.open', { thingId: rows[0]!.thingId })
  expect(relations).toMatchObject([{ kind: 'member-of', other: { thingId: home.householdId } }])
  const consents = await ask<{ rows: { way: string }[] }>(phone, 'registry.consents', { personId: rows[0]!.thingId })
  expect(consents.rows).toMatchObject([{ way: 'spoken' }])

  // Where the browser reads codes, the licence fills the field; here one stands in that reads what it is told.
  await page.addInitScript(() => {
    class Reader {
      static getSupportedFormats(): Promise<string[]> {
        return Promise.resolve(['qr_code'])
      }
      detect(): Promise<{ rawValue: string }[]> {
        return Promise.resolve([{ rawValue: 'http://www.gsxt.gov.cn/?uniscid=91350100M000100Y43' }])
      }
    }
    Object.assign(globalThis, { BarcodeDetector: Reader })
  })
  await page.goto('/field/#/collect')
  await page.reload()
  await page.getByLabel('店铺、单位').check()
  await page.locator('button[aria-label="扫码填统一社会信用代码"]').waitFor()
  await page.locator('input[aria-label="扫码填统一社会信用代码"]').setInputFiles({
    ...{ name: 'licence.png', mimeType: 'image/png' },
    buffer: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  })
  await page.getByText('号码校验通过').waitFor()
  expect(await page.getByLabel(/^统一社会信用代码/).inputValue()).toBe('91350100M000100Y43')
  await expectSoundAndLarge(page, 'household-collect-shop')
  expect(phone.complaints.filter(one => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  await phone.leave()
})

test('what was last asked long ago is a list on the phone, and one press says that it is still so', async () => {
  const phone = await visitor(browser, address, { screen: screens.phone })
  const { page } = phone
  await signInQuietly(phone, 'grid-worker')
  interface Stale {
    readonly rows: readonly { readonly thingId: string; readonly title: string }[]
  }
  const before = (await ask<Stale>(phone, 'registry.stale', { limit: '30' })).rows
  const first = before[0]!
  await page.goto('/field/#/visits')
  await page.getByRole('link', { name: '该再问问的' }).click()
  const card = page.getByRole('region', { name: first.title, exact: true }).first()
  await card.getByText(/起该再核实/).waitFor()
  await expectSoundAndLarge(page, 'household-stale')
  await card.getByRole('button', { name: `都没有变：${first.title}` }).click()
  await card.getByText('记下了：没有变。').waitFor()
  await expect
    .poll(async () => (await ask<Stale>(phone, 'registry.stale', { limit: '30' })).rows.map(({ thingId }) => thingId))
    .not.toContain(first.thingId)
  expect(phone.complaints).toEqual([])
  await phone.leave()
})
