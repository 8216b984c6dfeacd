import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { type PhoneInHand, phoneInHand } from './persistent.ts'
import { laidOutShift, type Shift } from './shift.ts'
import { expectSound, settled, tabTo } from './sound.ts'
import { type RunningServer, startServer } from './start-server.ts'
import { ask, demoPassword, order, signInQuietly, visitor } from './visitor.ts'

let server: RunningServer
let address = ''
const reports = 50
const visits = 20
let browser: Browser
let at: { lon: number; lat: number }
let gridPath = ''
let phone: PhoneInHand | null = null
let shift: Shift

beforeAll(async () => {
  browser = await startBrowser()
  // A town of its own: fifty reports at once would fill the first page of everybody's queue in the shared one.
  server = await startServer({ town: 'small', environment: { WANGGE_CALLS_A_MINUTE: 'unlimited' } })
  address = server.address
  const worker = await visitor(browser, address)
  await signInQuietly(worker, 'grid-worker')
  const me = await ask<{ post: { gridPath: string } }>(worker, 'identity.me')
  gridPath = me.post.gridPath
  at = (await ask<{ labelPlace: typeof at }>(worker, 'grid.show', { path: gridPath })).labelPlace
  await worker.leave()
  shift = await laidOutShift(browser, address, visits)
})
afterEach(async () => {
  await phone?.putAway()
  phone = null
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Each its own colour, so that no two are the same file. */
function photo(n: number): Promise<Buffer> {
  const background = { r: (n * 53) % 256, g: (n * 97) % 256, b: (n * 31) % 256 }
  return sharp({ create: { width: 1600, height: 1200, channels: 3, background } })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** Signed in, the app on the phone, and what the shift needs fetched. */
async function takePhone(): Promise<PhoneInHand> {
  phone = await phoneInHand({ address, at })
  const { page } = phone
  const stocked = page.waitForResponse(response => response.url().includes('/basemap/cut/grids.pmtiles'))
  await signIn(page)
  await stocked
  await page.evaluate(async () => navigator.serviceWorker.ready)
  await expect.poll(() => keptNames(page), { timeout: 20_000 }).toContain('map-grids')
  return phone
}

async function signIn(page: Page) {
  await page.goto('/field/')
  await enter(page)
}

async function enter(page: Page) {
  await page.getByLabel('账号').fill('grid-worker')
  await page.getByLabel('密码').fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
}

/** Every row of the phone's database as text: keys in the open, contents as they lie there. */
function rows(page: Page): Promise<{ key: string; text: string }[]> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('wangge-field')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const all = await new Promise<{ key: string; body: ArrayBuffer }[]>((resolve, reject) => {
      const request = db.transaction('sealed').objectStore('sealed').getAll()
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    db.close()
    return all.map(({ key, body }) => ({ key, text: new TextDecoder().decode(body) }))
  })
}

function keys(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('wangge-field')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const all = await new Promise<IDBValidKey[]>((resolve, reject) => {
      const request = db.transaction('sealed').objectStore('sealed').getAllKeys()
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    db.close()
    return all.map(String)
  })
}

const keptNames = async (page: Page) => (await keys(page)).map(key => key.split('/').slice(2).join('/'))

async function report(page: Page, n: number): Promise<void> {
  const more = page.getByRole('button', { name: '再报一条' })
  await ((await more.count()) > 0 ? more : page.getByRole('link', { name: '上报', exact: true })).click()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `${n}.jpg`, mimeType: 'image/jpeg', buffer: await photo(n) })
  await page.getByText('已存手机').waitFor()
  await page.getByLabel('情况').fill(`离线上报第 ${n} 件`)
  await page.getByRole('button', { name: '上报', exact: true }).click()
  await page.getByRole('heading', { name: '已存在手机里' }).waitFor()
}

/** How many colours the map shows: bare ground is one. */
function coloursOfMap(page: Page): Promise<number> {
  return page.evaluate(() => {
    const map = document.querySelector<HTMLCanvasElement>('.m-canvas canvas')
    if (!map) return 0
    const copy = document.createElement('canvas')
    copy.width = 120
    copy.height = 120
    const brush = copy.getContext('2d')!
    brush.drawImage(map, 0, 0, copy.width, copy.height)
    const { data } = brush.getImageData(0, 0, copy.width, copy.height)
    const seen = new Set<number>()
    for (let i = 0; i < data.length; i += 4) seen.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!)
    return seen.size
  })
}

async function expectMap(page: Page) {
  await page.getByRole('link', { name: '地图', exact: true }).click()
  await expect.poll(() => coloursOfMap(page), { timeout: 30_000 }).toBeGreaterThan(20)
}

/** Whose door it is: the list is walked through, and begun again where it is shorter than the day. */
const visited = (n: number) => shift.people[(n - 1) % shift.people.length]!

/** Told at the n-th door, with a photo: off the list of who is due, and later off the household's own page. */
async function visit(page: Page, n: number): Promise<void> {
  const { name, personId } = visited(n)
  await page.goto(n <= shift.people.length ? '/field/#/visits' : `/field/#/household/${personId}`)
  await page
    .getByRole('link', { name: `记走访：${name}`, exact: true })
    .first()
    .click()
  await page.getByText(`去掉 ${name}`, { exact: true }).waitFor()
  await page.getByLabel(/^了解到的情况/).fill(`离线走访第 ${n} 户`)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `${n}.jpg`, mimeType: 'image/jpeg', buffer: await photo(100 + n) })
  await page.getByText('已存手机').waitFor()
  await page.getByRole('button', { name: '记下', exact: true }).click()
  await page.getByText('有网络后自动发送').waitFor()
}

const openRound = (page: Page) =>
  page.goto('/field/#/patrol').then(() =>
    page
      .getByRole('link', { name: new RegExp(shift.roundTitle) })
      .first()
      .click(),
  )

async function patrolPoint(page: Page, n: number): Promise<void> {
  await openRound(page)
  const name = shift.points[n]!
  if (n === 2) {
    await page.getByRole('button', { name: `逐项检查、有不对的：${name}` }).click()
    await page.getByRole('combobox').first().selectOption({ label: '有问题' })
    await page.getByLabel(/哪里不对/).fill('消防通道上停着货车')
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'lane.jpg', mimeType: 'image/jpeg', buffer: await photo(200) })
    await page.getByText('已存手机').waitFor()
    await page.getByRole('button', { name: '记下', exact: true }).click()
  } else if (n === 1) {
    await page.getByRole('button', { name: `没走到，说明原因：${name}` }).click()
    await page.getByLabel('原因', { exact: true }).selectOption({ label: '进不去（上锁、无人）' })
    await page.getByRole('button', { name: '记下原因' }).click()
  } else {
    await page.getByRole('button', { name: `全部正常：${name}` }).click()
  }
  // The button is gone once the point is noted.
  await page.getByRole('button', { name: `再看一次：${name}` }).waitFor()
}

async function answerOf<T>(context: BrowserContext, path: string): Promise<T> {
  return (await (await context.request.get(`/api/${path}`)).json()) as T
}

interface ShownRound {
  readonly steps: readonly {
    readonly type: string
    readonly pointId: string | null
    readonly findings: readonly { readonly caseId: string }[]
  }[]
}

test(`a shift without a network: ${reports} reports, ${visits} visits and a patrol, killed in between, arrive once each and in order`, async () => {
  let { page, context } = await takePhone()
  await context.setOffline(true)
  await page.reload()
  await page.getByText('没有网络，照常工作').waitFor()
  for (let n = 1; n <= reports; n++) {
    await report(page, n)
    if (n % 2 === 0 && n / 2 <= visits) await visit(page, n / 2)
    if (n % 10 === 0) await patrolPoint(page, n / 10 - 1)
    if (n === 20 || n === 40) {
      await expectMap(page)
      // Something begun is there again, too, photo and all.
      await page.getByRole('link', { name: '上报', exact: true }).click()
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: await photo(0) })
      await page.getByText('已存手机').waitFor()
      await page.getByLabel('情况').fill('写到一半')
      await expect.poll(() => keptNames(page), { timeout: 10_000 }).toContain('report')
      // As long as it takes to put a phone into a pocket.
      await page.waitForTimeout(600)
      phone = await phone!.killed()
      ;({ page, context } = phone)
      await context.setOffline(true)
      await page.goto('/field/#/report')
      expect(await page.getByLabel('情况').inputValue()).toBe('写到一半')
      await page.getByRole('img', { name: '第 1 张照片' }).waitFor()
      await page.getByRole('button', { name: '删掉这条' }).click()
      await page.getByRole('link', { name: `${n + n / 2 + n / 10} 件等待发送` }).waitFor()
    }
  }
  for (const { key, text } of await rows(page))
    expect(`${key} ${text}`).not.toMatch(/离线上报|离线走访|消防通道|grid-worker|垃圾/)

  await context.setOffline(false)
  await page.getByRole('link', { name: `${reports + visits + shift.points.length} 件等待发送` }).click()
  await page.getByRole('button', { name: '现在全部发送' }).click()
  await page.getByText('都发出去了').waitFor({ timeout: 120_000 })
  await expectSound(page, 'outbox, all sent')

  const mine = await (await context.request.get('/api/cases.my-reports?limit=100')).json()
  const arrived = mine.rows.filter((row: { title: string }) => row.title.startsWith('离线上报第')).reverse()
  expect(arrived.map((row: { title: string }) => row.title)).toEqual(
    Array.from({ length: reports }, (_, at) => `离线上报第 ${at + 1} 件`),
  )
  for (const { caseId } of arrived) {
    const shown = await (await context.request.get(`/api/cases.show?caseId=${caseId}`)).json()
    expect(shown.photos).toHaveLength(1)
    expect(shown.gridPath).toBe(gridPath)
  }

  type Listed = { visitId: string; whom: { thingId: string }[] }
  const told = (await answerOf<{ rows: Listed[] }>(context, 'visits.list?mine=true&limit=100')).rows.reverse()
  expect(told.map(one => one.whom[0]?.thingId)).toEqual(
    Array.from({ length: visits }, (_, n) => visited(n + 1).personId),
  )
  for (const [n, { visitId }] of told.entries()) {
    const reply = await context.request.post('/api/visits.show', {
      headers: { 'x-wangge': '1', 'idempotency-key': randomUUID() },
      data: { visitId },
    })
    expect(await reply.json()).toMatchObject({ text: `离线走访第 ${n + 1} 户`, photos: [expect.any(String)] })
  }

  const { rounds } = await answerOf<{ rounds: { roundId: string; title: string; state: string }[] }>(
    context,
    'patrol.my-rounds?days=1',
  )
  const walked = rounds.find(({ title }) => title === shift.roundTitle)!
  expect(walked.state).toBe('ended')
  const { steps } = await answerOf<ShownRound>(context, `patrol.round?roundId=${encodeURIComponent(walked.roundId)}`)
  expect(steps.map(({ type, pointId }) => [type, pointId])).toEqual(
    shift.points.map((_, n) => [n === 1 ? 'round.skipped' : 'round.checked', `${n}`]),
  )
  const found = steps.flatMap(({ findings }) => findings)
  expect(found).toHaveLength(1)
  expect(await answerOf(context, `cases.show?caseId=${found[0]!.caseId}`)).toMatchObject({
    description: '消防通道上停着货车',
    photos: [expect.anything()],
  })
  expect(phone!.complaints).toEqual([])
})

test('a session that runs out stops nothing; after signing in what waited is sent', async () => {
  const { page, context } = await takePhone()
  await context.clearCookies()
  await page.reload()
  await page.getByText('登录已过期，照常工作').waitFor()
  await page.getByRole('link', { name: '上报', exact: true }).click()
  await page.locator('.f-place strong').waitFor()
  await page.getByLabel('情况').fill('登录过期时的上报')
  await page.getByRole('button', { name: '上报', exact: true }).click()
  await page.getByRole('heading', { name: '已存在手机里' }).waitFor()
  await page.goto('/field/#/waiting')
  await page.getByText('要您处理').first().waitFor()
  await expectSound(page, 'outbox that needs me')
  await tabTo(page, /^登录$/)
  await page.keyboard.press('Enter')
  await enter(page)
  await page.getByRole('heading', { name: '今日' }).waitFor()
  await page.goto('/field/#/waiting')
  await page.getByText('都发出去了').waitFor()
})

/** To look at, where somebody asks for pictures. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['WANGGE_PICTURES']
  if (folder) await page.screenshot({ path: join(folder, `offline-${name}.png`), fullPage: true })
}

/** A phone in the field with a report on it and no line, and the security administrator, who knows it is lost. */
async function lostPhone() {
  const { page, context } = await takePhone()
  const { person } = (await (await context.request.get('/api/identity.me')).json()) as { person: { id: string } }
  await context.setOffline(true)
  await page.reload()
  await report(page, 1)
  expect((await rows(page)).length).toBeGreaterThan(5)
  const security = await visitor(browser, address)
  await signInQuietly(security, 'security-admin')
  const devices = async () =>
    (
      await ask<{ rows: { deviceId: string; wipedAt: string | null }[] }>(security, 'identity.list-devices', {
        personId: person.id,
      })
    ).rows
  const { deviceId } = (await devices())[0]!
  return {
    page,
    context,
    personId: person.id,
    /** As the administrator does it: on the page of locks and sessions, asked once more. */
    async wipeByHand() {
      const desk = security.page
      await desk.goto('/office/access')
      const table = desk.getByRole('table', { name: '存有数据的手机' })
      await table
        .getByRole('button', { name: /^抹除 .+ 的手机$/ })
        .first()
        .click()
      await settled(desk)
      await expectSound(desk, 'phones that keep data')
      await picture(desk, 'phones')
      await desk
        .getByRole('tooltip')
        .getByRole('button', { name: /^抹\s?除$/ })
        .click()
      await table.getByText('要求抹除，等手机联网').first().waitFor()
    },
    async expectShownForgotten() {
      await security.page.reload()
      await security.page.getByRole('table', { name: '存有数据的手机' }).getByText('已抹除').first().waitFor()
    },
    wipe: () => order(security, 'identity.wipe-device', { deviceId, personId: person.id }),
    async expectForgotten() {
      await page.getByLabel('账号').waitFor()
      await expect.poll(async () => (await rows(page)).length, { timeout: 20_000 }).toBe(0)
      await expect
        .poll(async () => (await devices()).find(one => one.deviceId === deviceId)?.wipedAt ?? null)
        .not.toBeNull()
      await security.leave()
    },
  }
}

test('a phone whose session is ended by the administrator forgets everything and says so', async () => {
  const { page, context, wipeByHand, expectShownForgotten, expectForgotten } = await lostPhone()
  await wipeByHand()
  await context.setOffline(false)
  await page.reload()
  await page.getByLabel('账号').waitFor()
  await expect.poll(async () => (await rows(page)).length, { timeout: 20_000 }).toBe(0)
  await expectShownForgotten()
  await expectForgotten()
})

test('it forgets, too, when the answer that said so went to nobody', async () => {
  const { page, context, wipe, expectForgotten } = await lostPhone()
  await wipe()
  // Whatever asks first is told "ended" and loses the cookie; the page hears only that there is no session.
  expect((await context.request.get('/api/identity.me')).status()).toBe(401)
  expect(await context.cookies()).toEqual([])
  await context.setOffline(false)
  await page.reload()
  await expectForgotten()
})

test('closed in the middle of forgetting, nothing can be read at the next start, and it is finished with a line', async () => {
  const { page, context, personId, wipe, expectForgotten } = await lostPhone()
  await wipe()
  // As the phone notes it before it puts anything away.
  await page.evaluate(async id => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('wangge-field')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    await new Promise((resolve, reject) => {
      const transaction = db.transaction('facts', 'readwrite')
      const facts = transaction.objectStore('facts')
      const asked = facts.get('phone')
      asked.onsuccess = () => facts.put({ ...asked.result, toAskFor: [id] }, 'phone')
      transaction.oncomplete = resolve
      transaction.onerror = reject
    })
    db.close()
  }, personId)
  await page.reload()
  await page.getByText('现在连不上网络').waitFor()
  expect((await keptNames(page)).filter(name => name.startsWith('cases.') || name.startsWith('map-'))).toEqual([])
  await context.setOffline(false)
  await page.reload()
  await expectForgotten()
})

test('signing out without a network locks the phone; what was not sent is there again after signing in', async () => {
  const { page, context } = await takePhone()
  await context.setOffline(true)
  await page.reload()
  await report(page, 7)
  await page.getByRole('link', { name: '我的', exact: true }).click()
  await page.getByText('还有 1 件没有发出去').waitFor()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('账号').waitFor()
  expect((await keptNames(page)).filter(name => name.startsWith('cases.') || name.startsWith('map-'))).toEqual([])
  await context.setOffline(false)
  await page.reload()
  // The session that was left without a line is ended before anything else is asked.
  await enter(page)
  await page.goto('/field/#/waiting')
  await page.getByText('都发出去了').waitFor()
})

test('the app can be installed, and says before a full phone loses anything', async () => {
  const { page, context } = await takePhone()
  const tools = await context.newCDPSession(page)
  expect((await tools.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([])
  await page.getByRole('link', { name: '上报', exact: true }).click()
  await page.getByLabel('情况').fill('手机快满了')
  await expect.poll(() => keptNames(page), { timeout: 10_000 }).toContain('report')
  // A disk cannot be filled here; the browser says what it says of a full one.
  await page.evaluate(() => {
    navigator.storage.estimate = async () => ({ quota: 10_000_000, usage: 9_990_000 })
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (value: { readonly body?: ArrayBuffer }, ...rest) {
      if ((value.body?.byteLength ?? 0) > 5_000) throw new DOMException('full', 'QuotaExceededError')
      return put.call(this, value, ...rest)
    }
  })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: await photo(3) })
  await page.getByText('手机空间快满了').waitFor()
  await page.reload()
  expect(await page.getByLabel('情况').inputValue()).toBe('手机快满了')
})
