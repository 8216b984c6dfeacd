import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { enter, keptNames, photo, report, rows, townWithPhone } from './phone-town.ts'
import { laidOutShift, type Shift } from './shift.ts'
import { expectSound, tabTo } from './sound.ts'

const { town, phoneNow, takePhone, killPhone } = townWithPhone()
const reports = 50
const visits = 20
let shift: Shift

beforeAll(async () => {
  const { browser, address } = town()
  shift = await laidOutShift(browser, address, visits)
})

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
      ;({ page, context } = await killPhone())
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
    expect(shown.gridPath).toBe(town().gridPath)
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
  expect(phoneNow().complaints).toEqual([])
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
