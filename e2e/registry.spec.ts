import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { openChoices } from './choices.ts'
import { expectSoundAtRest } from './sound.ts'
import { type RunningServer, startServer } from './start-server.ts'
import { ask, order, signInQuietly, type Visitor, visitor } from './visitor.ts'

let server: RunningServer
let address = ''
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
  // A town of its own, where no care list is on yet: other journeys turn some on.
  server = await startServer({ town: 'small' })
  address = server.address
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function somebody(login: string, screen = { width: 1440, height: 900 }): Promise<Visitor> {
  const one = await visitor(browser, address, { screen })
  await signInQuietly(one, login)
  return one
}

interface Listed {
  readonly rows: readonly {
    readonly thingId: string
    readonly title: string
    readonly fields: { readonly bornOn?: string }
  }[]
}

test('a worker and a committee member keep one person, each seeing what their post may see', async () => {
  const worker = await somebody('grid-worker')
  const { page } = worker
  const { rows } = await ask<Listed>(worker, 'registry.list', { kind: 'person', limit: '200' })
  const adults: { thingId: string; title: string }[] = []
  for (const row of rows.slice(0, 12)) {
    const shown = await order<{ fields: { key: string }[] }>(worker, 'registry.open', { thingId: row.thingId })
    if (shown.fields.some(field => field.key === 'phone')) adults.push(row)
  }
  const person = adults[0]!

  await page.goto('/office/registry?kind=person')
  await page.getByRole('link', { name: person.title, exact: true }).first().waitFor()
  await expectSoundAtRest(page, 'people of a worker')
  await page.goto(`/office/registry/${person.thingId}`)
  await page.getByRole('heading', { level: 1, name: person.title }).waitFor()
  // The worker's post has no word for identity numbers: there is no such line.
  expect(await page.getByText('证件号码').count()).toBe(0)
  await page.getByRole('button', { name: '查看联系电话' }).click()
  await page.getByLabel('查看事由（本人可以要求查阅这条记录）').fill('约定上门时间')
  await expectSoundAtRest(page, 'asking for a number')
  await page.locator('button[type=submit]').click()
  await page.getByText(/^1990002\d{4}$/).waitFor()
  await page.getByRole('button', { name: '隐去' }).click()

  await page.getByRole('button', { name: '更新内容' }).click()
  await page.getByLabel('职业').fill('社区厨师')
  await expectSoundAtRest(page, 'updating a person')
  await page.locator('button[type=submit]').click()
  await page.getByRole('cell', { name: '社区厨师' }).waitFor()
  await expectSoundAtRest(page, 'a person as the worker sees it')

  // Somebody else says something else of the same day, not knowing of it.
  const committee = await somebody('committee')
  const desk = committee.page
  const record = { thingId: person.thingId, fields: { occupation: '小区保安' }, way: 'visit' }
  const late = await order<{ fates: Record<string, string> }>(committee, 'registry.record', record)
  expect(late.fates).toEqual({ occupation: 'conflict' })
  await desk.goto(`/office/registry/${person.thingId}`)
  await desk.getByRole('rowheader', { name: '证件号码' }).waitFor()
  await desk.getByText('约定上门时间').waitFor()
  await expectSoundAtRest(desk, 'a person as the committee sees it')
  await desk.getByRole('link', { name: '有 1 处信息冲突等待裁定' }).click()
  const card = desk.getByRole('article', { name: `${person.title} 职业` })
  await card.getByText('小区保安').waitFor()
  await card.getByRole('button', { name: '采用另一个' }).click()
  await card.getByLabel('裁定理由').fill('电话核对过')
  await expectSoundAtRest(desk, 'settling a conflict')
  await card.locator('button[type=submit]').click()
  await card.waitFor({ state: 'detached' })
  await page.goto('/office/notices')
  await page
    .getByText(/已裁定：采用新值。理由：电话核对过/)
    .first()
    .waitFor()

  // Moving away: looked at first, then done.
  await desk.goto(`/office/registry/${person.thingId}`)
  await desk.getByRole('button', { name: '迁出' }).click()
  await desk.getByRole('button', { name: '先看会改什么' }).click()
  await desk.getByText(`${person.title} 状态变为“已迁出”`).waitFor()
  await expectSoundAtRest(desk, 'what a move will do')
  await desk.getByRole('button', { name: '确认登记' }).click()
  await desk.getByText('已迁出').first().waitFor()

  const phone = await somebody('grid-worker', { width: 360, height: 740 })
  await phone.page.goto('/office/registry?kind=housing')
  await expectSoundAtRest(phone.page, 'homes on a phone')
  await phone.page.goto(`/office/registry/${adults[1]!.thingId}`)
  await expectSoundAtRest(phone.page, 'a person on a phone')

  expect([...worker.complaints, ...committee.complaints, ...phone.complaints]).toEqual([])
  for (const one of [worker, committee, phone]) await one.leave()
})

test('figures open to their people; care lists are turned on for a purpose; keys are replaced; looks are audited', async () => {
  const committee = await somebody('committee')
  const { page } = committee
  await page.goto('/office/registry-figures')
  await page.getByRole('button', { name: /查看实有人口的名单/ }).click()
  await page.getByRole('heading', { name: '名单：实有人口' }).waitFor()
  await expectSoundAtRest(page, 'figures with the people behind them')

  const hub = await somebody('district-hub')
  await hub.page.goto('/office/registry-figures')
  await hub.page.getByText(/只能看到汇总/).waitFor()
  expect(await hub.page.getByRole('button', { name: /的名单/ }).count()).toBe(0)
  await expectSoundAtRest(hub.page, 'figures without people')

  const security = await somebody('security-admin')
  await page.goto('/office/registry-care')
  await page.getByText('没有启用任何关爱名单').waitFor()
  await security.page.goto('/office/registry-protection')
  await security.page.getByRole('button', { name: '启用：独居老人' }).click()
  await security.page.getByLabel('依据和理由').fill('居家养老探访关爱方案')
  await expectSoundAtRest(security.page, 'turning a care list on')
  await security.page.locator('button[type=submit]').click()
  await security.page.getByRole('button', { name: '停用：独居老人' }).waitFor()
  await security.page.goto('/office/keys')
  await security.page.getByRole('button', { name: '更换加密密钥' }).click()
  await security.page.getByLabel('更换原因').fill('例行更换')
  await security.page.locator('button[type=submit]').click()
  await security.page.getByText(/完成，共 \d+ 条/).waitFor({ timeout: 60_000 })
  await expectSoundAtRest(security.page, 'keys after a change')

  const { rows } = await ask<Listed>(committee, 'registry.list', { kind: 'person', limit: '200' })
  // Somebody old enough to agree in person.
  const person = rows.find(({ fields }) => fields.bornOn !== undefined && fields.bornOn < '1990')!
  await page.goto(`/office/registry/${person.thingId}`)
  await page.getByRole('button', { name: '列入关爱名单' }).click()
  for (const [label, option] of [
    ['原因', '独居'],
    ['依据', '本人同意'],
  ] as const) {
    await page.getByLabel(label, { exact: true }).click()
    await openChoices(page).getByText(option, { exact: true }).click()
  }
  await page.getByLabel('同意方式').click()
  await openChoices(page).getByText('书面', { exact: true }).click()
  await expectSoundAtRest(page, 'putting a person on a list')
  await page.locator('form[id=enlist] button[type=submit]').click()
  await page.getByRole('button', { name: '撤回“独居老人 · 定期探访，防止意外”的同意' }).waitFor()
  await page.goto('/office/registry-care')
  await page.getByRole('link', { name: person.title }).waitFor()
  await expectSoundAtRest(page, 'a care list')
  // By a duty they are on another list, too: that one stays.
  await order(security, 'registry.put-care-policy', {
    ...{ group: 'disabled', isOn: true, visitDays: 90, keepDays: 365, reason: '残疾人保障法' },
  })
  await order(committee, 'registry.enlist', {
    ...{ careId: randomUUID(), personId: person.thingId, group: 'disabled', cause: 'certificate', basis: 'statutory' },
    since: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
  })
  // They come to the window and withdraw: said before it is pressed, gone from the list afterwards.
  await page.goto(`/office/registry/${person.thingId}`)
  await page.getByRole('button', { name: '撤回“独居老人 · 定期探访，防止意外”的同意' }).click()
  await page.getByText(/^撤回后立即退出：独居老人。/).waitFor()
  await page.getByText('依法定职责仍在名单上，不因撤回而退出：残疾人（残疾人保障法）。').waitFor()
  await page.getByText(/^撤回不影响给本人办其他事。/).waitFor()
  await expectSoundAtRest(page, 'withdrawing a consent')
  await page.locator('form[id^=withdraw] button[type=submit]').click()
  await page.getByText('已撤回，已退出：独居老人。').waitFor()
  await page.getByText(/退出原因：本人撤回同意/).waitFor()
  await expectSoundAtRest(page, 'a person who withdrew a consent')
  await page.goto('/office/registry-care?group=old-alone')
  await page.getByText('这份名单上没有您能看到的人。').waitFor()
  await page.goto('/office/registry-upkeep')
  await expectSoundAtRest(page, 'what is to be checked')

  const clerk = await somebody('window-clerk')
  await clerk.page.goto('/office/registry/new/person')
  await clerk.page.getByLabel('姓名').fill('新登记')
  await expectSoundAtRest(clerk.page, 'a new person')

  const auditor = await somebody('audit-admin')
  await auditor.page.goto('/office/registry-looks')
  await auditor.page.getByRole('cell', { name: '日常服务' }).first().waitFor()
  await expectSoundAtRest(auditor.page, 'looks for the audit')
  expect(await auditor.page.getByText(person.title).count()).toBe(0)

  const all = [committee, hub, security, clerk, auditor]
  expect(all.flatMap(one => one.complaints)).toEqual([])
  for (const one of all) await one.leave()
})

test('an old number is explained, a home is chosen by its building, and a household gets another head', async () => {
  const committee = await somebody('committee')
  const { page } = committee
  await page.goto('/office/registry/new/person')
  await page.getByLabel('姓名', { exact: true }).fill('周老号')
  await page.getByLabel('证件号码').fill('110105491231002')
  await page.getByLabel('籍贯').focus()
  await page.getByText(/^这是 1999 年以前的 15 位号码。升位后应为 11010519491231002X/).waitFor()
  await expectSoundAtRest(page, 'an old number')
  await page.getByRole('button', { name: '采用 11010519491231002X' }).click()
  // Nobody types what the number says, and nobody may say otherwise beside it.
  const birthday = page.getByLabel('出生日期')
  expect(await birthday.inputValue()).toBe('1949-12-31')
  await birthday.fill('1950-12-31')
  await page.getByLabel('籍贯').focus()
  await page.getByText('和证件号码里的出生日期不一致。').waitFor()
  await birthday.fill('1949-12-31')
  await page.getByLabel('人口类型').click()
  await openChoices(page).getByText('户籍人口', { exact: true }).click()
  await page.locator('form[id=add-person] button[type=submit]').click()
  await page.getByRole('heading', { level: 1, name: '周老号' }).waitFor()
  await page.getByRole('cell', { name: '女', exact: true }).waitFor()

  const homes = await ask<Listed>(committee, 'registry.list', { kind: 'housing', limit: '1' })
  interface Field {
    readonly key: string
    readonly words: string | null
  }
  const known = await order<{ fields: Field[] }>(committee, 'registry.open', { thingId: homes.rows[0]!.thingId })
  const building = known.fields.find(({ key }) => key === 'building')!.words!.replace(/（.*/, '')
  await page.goto('/office/registry/new/housing')
  await page.getByLabel('楼栋').fill(building)
  await openChoices(page).first().click()
  await page.getByLabel('户室').fill('2901')
  await expect.poll(() => page.getByLabel('地址', { exact: true }).inputValue()).toMatch(/2901室$/)
  expect(await page.getByLabel('楼层').inputValue()).toBe('29')
  await page.getByLabel('使用情况').click()
  await openChoices(page).getByText('空置', { exact: true }).click()
  await expectSoundAtRest(page, 'a new home')
  await page.locator('form[id=add-housing] button[type=submit]').click()
  await page.getByRole('heading', { level: 1, name: /2901室$/ }).waitFor()
  await page.getByRole('rowheader', { name: '楼栋' }).waitFor()
  await page.getByText(/前有效，之后要再核实/).waitFor()
  await expectSoundAtRest(page, 'a home in its building')
  await page.getByRole('link', { name: building }).first().click()
  await page.getByRole('article').getByText(building).first().waitFor()

  // Who keeps a facility is said by credit code: the name follows, and the two are joined.
  const firms = await ask<{ rows: { title: string; fields: { uscc?: string } }[] }>(committee, 'registry.list', {
    kind: 'organisation',
    limit: '20',
  })
  const firm = firms.rows.find(({ fields }) => fields.uscc !== undefined)!
  await page.goto('/office/registry/new/facility')
  await page.getByLabel('管理部件标识码').fill('37010201001000001')
  await page.getByLabel('名称', { exact: true }).fill('供水井盖')
  await page.getByLabel('状态').click()
  await openChoices(page).getByText('完好', { exact: true }).click()
  await page.getByLabel('养护单位代码').fill(firm.fields.uscc!)
  await expect.poll(() => page.getByLabel('养护单位', { exact: true }).inputValue()).toBe(firm.title)
  await page.getByText('选了点，所在网格自动填好。').waitFor()
  await expectSoundAtRest(page, 'a new facility')
  await page.locator('form[id=add-facility] button[type=submit]').click()
  await page.getByRole('heading', { level: 1, name: '供水井盖' }).waitFor()
  await page.getByRole('link', { name: firm.title }).first().click()
  await page.getByRole('heading', { level: 1, name: firm.title }).waitFor()
  await page.getByRole('link', { name: '供水井盖' }).waitFor()
  await page.getByRole('heading', { level: 2, name: '在地图上' }).waitFor()
  await expectSoundAtRest(page, 'a firm with what it keeps')

  const households = await ask<Listed>(committee, 'registry.list', { kind: 'household', limit: '60' })
  interface Group {
    readonly relations: readonly { kind: string; role: string | null; other: { title: string } | null }[]
  }
  let chosen: { thingId: string; next: string; before: string; child: string } | null = null
  for (const { thingId } of households.rows) {
    const { relations } = await order<Group>(committee, 'registry.open', { thingId })
    const members = relations.filter(({ kind, other }) => kind === 'member-of' && other)
    const named = (roles: readonly string[]) => members.find(({ role }) => roles.includes(role ?? ''))?.other?.title
    const [before, next, child] = [named(['01']), named(['10']), named(['20', '30'])]
    const isSmall = members.every(({ role }) => ['01', '10', '20', '30'].includes(role ?? ''))
    if (isSmall && before && next && child) chosen = { thingId, next, before, child }
    if (chosen) break
  }
  await page.goto(`/office/registry/${chosen!.thingId}`)
  await page.getByRole('button', { name: '变更户主' }).click()
  await page.getByLabel('新户主').click()
  await openChoices(page).getByText(chosen!.next).click()
  await page.getByRole('button', { name: '先看会改什么' }).click()
  await page.getByRole('button', { name: '确认登记' }).click()
  const memberIs = (who: string, what: string) =>
    page.getByRole('listitem').filter({ hasText: who }).getByText(what).first().waitFor()
  await memberIs(chosen!.next, '本人或户主')
  // Nobody had to say it: it follows from what they were to the head before.
  await memberIs(chosen!.before, '配偶')
  await expectSoundAtRest(page, 'a household with another head')

  // The head leaves with the child, who heads the new household: who stays needs a head of their own.
  await page.getByRole('button', { name: '分户' }).click()
  await page.getByLabel('人员（可多选）').click()
  for (const who of [chosen!.next, chosen!.child]) await openChoices(page).getByText(who, { exact: true }).click()
  await page.keyboard.press('Escape')
  // The same names stand in the next list.
  await openChoices(page).first().waitFor({ state: 'hidden' })
  await page.getByLabel('新户主', { exact: true }).click()
  await openChoices(page).getByText(chosen!.child, { exact: true }).click()
  await page.getByLabel('留下的人的新户主').click()
  await openChoices(page).getByText(chosen!.before, { exact: true }).click()
  const kin = page.locator('.ant-form-item').filter({ hasText: `${chosen!.next}与户主${chosen!.child}的关系` })
  await kin.getByText('父母').waitFor()
  await expectSoundAtRest(page, 'splitting a household')
  await page.getByRole('button', { name: '先看会改什么' }).click()
  await page.getByText(/属于户 .*· 父母$/).waitFor()
  await expectSoundAtRest(page, 'what a split will do')
  await page.getByRole('button', { name: '确认登记' }).click()
  await memberIs(chosen!.before, '本人或户主')
  expect(committee.complaints).toEqual([])
  await committee.leave()
})
