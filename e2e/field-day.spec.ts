import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { keptNames, sendAll } from './phone-town.ts'
import { expectSound } from './sound.ts'
import { ask, order, screens, signInQuietly, type Visitor, visitor } from './visitor.ts'

const address = inject('address')
let browser: Browser
let at: { lon: number; lat: number }

beforeAll(async () => {
  browser = await startBrowser()
  const worker = await visitor(browser, address)
  await signInQuietly(worker, 'grid-worker')
  const me = await ask<{ post: { gridPath: string } }>(worker, 'identity.me')
  at = (await ask<{ labelPlace: typeof at }>(worker, 'grid.show', { path: me.post.gridPath })).labelPlace
  await worker.leave()
})
afterAll(() => browser?.close())

const picture = (colour: string) =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()

/** In somebody's hand, with what the shift needs fetched. */
async function phoneOf(login: string): Promise<Visitor> {
  const one = await visitor(browser, address, { screen: screens.phone, at })
  await signInQuietly(one, login)
  await one.page.goto('/field/')
  await one.page.evaluate(async () => navigator.serviceWorker.ready)
  return one
}

const expectKept = (page: Page, name: string) =>
  expect.poll(async () => (await keptNames(page)).some(one => one.startsWith(name)), { timeout: 30_000 }).toBe(true)

async function offline({ page, context }: Visitor): Promise<void> {
  await context.setOffline(true)
  await page.reload()
  await page.getByText('没有网络，照常工作').waitFor()
}

test('photos of a matter that waits for me are seen without a network', async () => {
  const worker = await visitor(browser, address)
  await signInQuietly(worker, 'grid-worker')
  const [caseId, fileId] = [randomUUID(), randomUUID()]
  const jpeg = await picture('#884422')
  const asked = new URLSearchParams({ total: `${jpeg.length}`, offset: '0', takenAt: new Date().toISOString() })
  const sent = await worker.context.request.post(`/api/uploads/${fileId}?${asked}`, {
    headers: { 'x-wangge': '1', 'content-type': 'application/octet-stream' },
    data: jpeg,
  })
  expect(sent.status(), await sent.text()).toBe(200)
  await order(worker, 'cases.report', {
    ...{ caseId, source: 'worker', description: '单元门口堆着旧家具', place: at, photos: [fileId] },
  })
  const handler = await visitor(browser, address)
  await signInQuietly(handler, 'handler')
  const { post } = await ask<{ post: { unitName: string } }>(handler, 'identity.me')
  const centre = await visitor(browser, address)
  await signInQuietly(centre, 'street-centre')
  const { units } = await ask<{ units: { unitId: string; name: string }[] }>(centre, 'cases.units')
  const unitId = units.find(unit => unit.name === post.unitName)?.unitId
  for (const [step, data] of [
    ['cases.accept', {}],
    ['cases.file', { classKind: 'event', classCode: '06010' }],
    ['cases.dispatch', { unitId }],
  ] as const) {
    const { version } = await ask<{ version: number }>(centre, 'cases.show', { caseId })
    await order(centre, step, { caseId, version, ...data })
  }

  const phone = await phoneOf('handler')
  await expectKept(phone.page, `photo-${fileId}`)
  await offline(phone)
  await phone.page.goto(`/field/#/case/${caseId}`)
  const shown = phone.page.locator('figure img').first()
  await shown.waitFor()
  await expect.poll(() => shown.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(100)
  await expectSound(phone.page, 'a case with its photo, offline')
  await Promise.all([worker, handler, centre, phone].map(one => one.leave()))
})

test('one’s own mediation that is due is opened, called about and followed up without a network; it arrives once', async () => {
  const worker = await visitor(browser, address)
  await signInQuietly(worker, 'grid-worker')
  const matterId = randomUUID()
  await order(worker, 'mediation.record', {
    ...{ matterId, at: new Date().toISOString(), kind: 'neighbours', outcome: 'agreed-spoken' },
    parties: [{ name: '孙丙', phone: '19900000001' }, { name: '李丁' }],
    ...{ text: '楼道堆物，多次口角', agreement: '周末前清走' },
    followUpOn: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
  })
  const later = randomUUID()
  await order(worker, 'mediation.record', {
    ...{ matterId: later, at: new Date().toISOString(), kind: 'neighbours', outcome: 'agreed-spoken' },
    ...{
      parties: [{ name: '周戊' }, { name: '吴己' }],
      text: '晾衣滴水',
      agreement: '拧干再晾',
      followUpOn: '2099-01-01',
    },
  })
  const phone = await phoneOf('grid-worker')
  const { page } = phone
  await expectKept(page, `mediation.show [["matterId","${matterId}"]]`)
  expect(
    (await keptNames(page)).filter(name => name.includes(later)),
    'only what is due',
  ).toEqual([])
  await offline(phone)
  await page.goto(`/field/#/mediation/${matterId}`)
  await page.getByText('现在连不上网络，显示的是存在手机里的内容。').waitFor()
  await page.getByRole('link', { name: '19900000001' }).waitFor()
  await page.getByText('周末前清走').waitFor()
  await expectSound(page, 'a mediation, offline')
  await page.getByLabel('双方怎么说').fill('都清走了，没有再吵')
  await page.getByRole('button', { name: '记下回访' }).click()
  await page
    .getByText(/有网络后自动发送/)
    .first()
    .waitFor()
  await page.reload()
  expect(await page.getByRole('button', { name: '记下回访' }).count()).toBe(0)
  await sendAll(phone)
  const told = await order<{ followUps: object[]; followUpOn: null }>(worker, 'mediation.show', { matterId })
  expect(told).toMatchObject({ followUps: [{ keeping: 'kept', text: '都清走了，没有再吵' }], followUpOn: null })
  await Promise.all([worker, phone].map(one => one.leave()))
})

test('a walked round: the track follows the walker once it is turned on, indoors nothing is missing, and it is theirs', async () => {
  const lead = await visitor(browser, address)
  await signInQuietly(lead, 'grid-lead')
  const phone = await phoneOf('grid-worker')
  const { page, context } = phone
  const own = (await ask<{ rows: { gridPath: string; postId: string }[] }>(phone, 'patrol.plans')).rows[0]!
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await order(lead, 'patrol.write-plan', {
    ...{ planId: randomUUID(), version: 0, title: '夜间带轨迹巡查', gridPath: own.gridPath, postId: own.postId },
    points: ['楼前', '地下室'].map((name, n) => ({
      ...{ pointId: `${n}`, name, place: null, indoors: n === 1, note: '', checklistId: 'daily-patrol' },
    })),
    // From midnight to midnight: the night counts as the day does.
    rhythm: { weekdays: [1, 2, 3, 4, 5, 6, 7], spans: [{ name: '昼夜', from: '00:00', until: '00:00' }] },
    ...{ validFrom: today, validUntil: null },
  })
  await page.goto('/field/#/patrol')
  await page
    .getByRole('link', { name: /夜间带轨迹巡查 · 昼夜/ })
    .first()
    .click()
  await page.getByText('没有记录轨迹。').waitFor()
  expect(await page.getByRole('switch', { name: '记录轨迹' }).count()).toBe(0)
  await page.getByRole('button', { name: '全部正常：楼前' }).click()
  await page.getByRole('button', { name: '再看一次：楼前' }).waitFor()
  await page.getByRole('switch', { name: '记录轨迹' }).check()
  for (let step = 1; step <= 5; step++) {
    await context.setGeolocation({ longitude: at.lon + step * 0.0002, latitude: at.lat + step * 0.0001, accuracy: 8 })
    await page.getByText(new RegExp(`打开后记了 (${step}|${step + 1}) 个位置`)).waitFor()
  }
  // Down the stairs: the phone no longer knows where it is.
  await context.setGeolocation(null)
  await page.getByText('现在定不到位（多半在室内），不影响巡查。').waitFor()
  await page.getByRole('switch', { name: '记录轨迹' }).uncheck()
  await page.getByRole('img', { name: /轨迹示意，[56] 个位置/ }).waitFor()
  await expectSound(page, 'a round with its track')
  await page.getByRole('button', { name: '全部正常：地下室' }).click()
  await page.getByText('点位都已记录，这次巡查结束了。').waitFor()

  const { rounds } = await ask<{ rounds: { roundId: string; title: string }[] }>(phone, 'patrol.my-rounds', {
    days: '1',
  })
  const { roundId } = rounds.find(({ title }) => title === '夜间带轨迹巡查')!
  const { fixes } = await ask<{ fixes: { lon: number; lat: number }[] }>(phone, 'patrol.my-track', { roundId })
  expect(fixes.at(-1)!.lon).toBeCloseTo(at.lon + 0.001, 5)
  expect(fixes.at(-1)!.lat).toBeCloseTo(at.lat + 0.0005, 5)
  // Shown to the walker, and to nobody else.
  const asked = await lead.context.request.get(`/api/patrol.my-track?roundId=${encodeURIComponent(roundId)}`)
  expect(await asked.text()).not.toContain(String(fixes[0]!.lon))
  await Promise.all([lead, phone].map(one => one.leave()))
})

test('a point of a campaign is recorded and an institution acknowledged without a network; both arrive', async () => {
  const centre = await visitor(browser, address)
  await signInQuietly(centre, 'street-centre')
  const toRead = { documentId: randomUUID(), title: '楼道充电劝导办法（试行）' }
  await order(centre, 'institutions.publish', {
    ...{ ...toRead, seenVersion: 0, number: `测制〔2026〕${toRead.documentId.slice(-6)}号`, kind: 'procedure' },
    ...{ body: '# 怎么劝\n先讲火灾，再帮着推到充电棚。', inForceFrom: '2026-01-15', inForceUntil: null, areas: [] },
    ...{ readerRoles: ['grid-worker'], readerGrid: null, asksAgain: true, changeNote: '', files: [] },
  })
  await centre.leave()
  const phone = await phoneOf('grid-worker')
  const { page } = phone
  const { rows: campaigns } = await ask<{ rows: { campaignId: string; maySurvey: boolean }[] }>(
    phone,
    'campaigns.list',
    {
      state: 'running',
    },
  )
  const { campaignId } = campaigns.find(({ maySurvey }) => maySurvey)!
  await expectKept(page, 'campaigns.list')
  await expectKept(page, `institutions.show [["documentId","${toRead.documentId}"]]`)
  await offline(phone)

  await page.goto('/field/#/institutions')
  await page.getByRole('link', { name: toRead.title }).first().click()
  await page.getByRole('button', { name: '我已读完' }).click()
  await page.getByText(/已读$/).first().waitFor()
  await page.goto(`/field/#/campaigns/survey/${campaignId}`)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: await picture('#226688') })
  await page.getByText('已存手机').waitFor()
  await page.getByLabel(/^情况/).fill('离线登记：楼道堆物')
  await page.locator('.f-place strong').waitFor()
  await page.getByRole('button', { name: '登记点位', exact: true }).click()
  await page.getByRole('heading', { name: '已存在手机里' }).waitFor()
  await page.goto('/field/#/campaigns')
  await page.getByText('离线登记：楼道堆物').waitFor()
  await page.getByText('还在手机里，有网络后自动发送').waitFor()
  await expectSound(page, 'points of mine, one still on the phone')
  await page.reload()
  await sendAll(phone)

  const { surveyed } = await ask<{ surveyed: { pointId: string; note: string }[] }>(phone, 'campaigns.my-points')
  const arrived = surveyed.filter(({ note }) => note === '离线登记：楼道堆物')
  expect(arrived).toHaveLength(1)
  const { photos } = await ask<{ photos: object[] }>(phone, 'campaigns.show-point', { pointId: arrived[0]!.pointId })
  expect(photos).toHaveLength(1)
  expect(await ask(phone, 'institutions.show', { documentId: toRead.documentId })).toMatchObject({ hasRead: true })
  await phone.leave()
})
