import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { freshReport } from './own-case.ts'
import { expectSound, settled } from './sound.ts'
import { ask, order, signInQuietly, type Visitor, visitor } from './visitor.ts'

const address = inject('address')
const laptop = { width: 1366, height: 768 }
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

type Login = 'committee' | 'street-centre' | 'district-hub'

async function at(login: Login): Promise<Visitor> {
  const one = await visitor(browser, address, { screen: laptop })
  await signInQuietly(one, login)
  return one
}

interface Shown {
  readonly number: string
  readonly status: string
  readonly allowed: readonly string[]
}

const show = (one: Visitor, caseId: string) => ask<Shown>(one, 'cases.show', { caseId })

/** Opens the case at this level; answers with what the page says of the level and with the steps it offers. */
async function open({ page }: Visitor, caseId: string, name: string) {
  await page.goto(`/office/cases/${caseId}`)
  await page.getByText('办理层级').waitFor()
  await settled(page)
  await expectSound(page, name)
  const rarer = page.locator('.co-acts-rarer > summary')
  if (await rarer.count()) await rarer.click()
  const level = page.locator('dt', { hasText: '办理层级' }).locator('xpath=following-sibling::dd[1]')
  return { level: (await level.innerText()).trim(), steps: await stepsOf(page) }
}

async function stepsOf(page: Visitor['page']): Promise<string[]> {
  const words = await page.locator('.co-acts button[aria-keyshortcuts]').allInnerTexts()
  return words.map(text => text.split('\n')[0]!.trim())
}

/** A step by its key, with its reason. */
async function give({ page }: Visitor, key: string, reason: string, name: string): Promise<void> {
  await page.keyboard.press(key)
  await page.locator('.co-act-form').getByLabel('理由').fill(reason)
  await settled(page)
  await expectSound(page, name)
  await page.locator('.co-act-form button[type=submit]').click()
  await page.locator('.co-act-form').waitFor({ state: 'detached' })
}

/** All that waits for one, also what is first for those on shift: the street's centre has the right and no shifts. */
const waitsIn = async (one: Visitor, caseId: string): Promise<string[]> => {
  const asked = { limit: '100', shift: 'all' }
  const { rows } = await ask<{ rows: { subjectId: string; task: string }[] }>(one, 'inbox.list', asked)
  return rows.filter(row => row.subjectId === caseId).map(row => row.task)
}

test('one case goes up from the community to the district and down again; each level sees it and may do its own', async () => {
  const caseId = await freshReport(browser, address)
  const [community, street, district] = [await at('committee'), await at('street-centre'), await at('district-hub')]

  const before = await open(community, caseId, 'a case at the community')
  expect(before.level).toBe('社区')
  expect(before.steps).toContain('上报上级')
  expect(before.steps).not.toContain('下派下级')
  expect(await waitsIn(district, caseId)).toEqual([])
  await give(community, 'P', '社区没有清运车，请街道办理', 'handing a case up')
  await community.page.getByText('社区没有清运车，请街道办理').first().waitFor()
  const handedUp = await open(community, caseId, 'a case that the community handed up')
  expect(handedUp.level).toBe('街道')
  expect(handedUp.steps.filter(step => ['上报上级', '下派下级'].includes(step))).toEqual([])

  const atStreet = await open(street, caseId, 'a case at the street')
  expect(atStreet.level).toBe('街道')
  expect(atStreet.steps).toEqual(expect.arrayContaining(['受理', '上报上级', '下派下级']))
  expect(await waitsIn(street, caseId)).toContain('accept')
  await give(street, 'P', '涉及两个街道交界，请区里协调', 'handing a case up to the district')
  expect((await open(street, caseId, 'a case that the street handed up')).level).toBe('区')
  expect((await show(street, caseId)).allowed).not.toContain('accept')
  expect(await waitsIn(street, caseId)).toEqual([])

  const atDistrict = await open(district, caseId, 'a case at the district')
  expect(atDistrict.level).toBe('区')
  expect(atDistrict.steps).toEqual(expect.arrayContaining(['受理', '下派下级']))
  expect(atDistrict.steps).not.toContain('上报上级')
  // Reasons of both levels below stand in the story.
  for (const reason of ['社区没有清运车，请街道办理', '涉及两个街道交界，请区里协调'])
    await district.page.getByText(reason).first().waitFor()
  await district.page.keyboard.press('a')
  // The page has heard of it: the next step stands where this one stood.
  await district.page.locator('.co-acts button[aria-keyshortcuts="f"]').waitFor()
  expect((await show(district, caseId)).status).toBe('accepted')
  await give(district, 'o', '已明确由本街道负责', 'assigning a case down')
  await expect.poll(() => waitsIn(street, caseId)).toContain('file')
  expect(await waitsIn(district, caseId)).toEqual([])

  const back = await open(street, caseId, 'a case that came down to the street')
  expect(back.level).toBe('街道')
  expect(back.steps).toContain('立案')
  await open(community, caseId, 'the whole way, seen by the community')
  await community.page.getByText('已明确由本街道负责').first().waitFor()
  for (const one of [community, street, district]) {
    expect(one.complaints).toEqual([])
    await one.leave()
  }
})

test('an entry of the diary becomes a transfer order, which the street opens, prints and follows back', async () => {
  const worker = await visitor(browser, address)
  await signInQuietly(worker, 'grid-worker')
  const entryId = randomUUID()
  await order(worker, 'diary.write', { entryId, kind: 'complaint', text: '河边护栏断了一段，孩子常在那里玩' })
  await worker.leave()
  const [community, street] = [await at('committee'), await at('street-centre')]

  const { page } = community
  await page.goto(`/office/diary/${entryId}`)
  await page.getByRole('button', { name: /^转交督办/ }).waitFor()
  await settled(page)
  await expectSound(page, 'an entry of the diary')
  await page.keyboard.press('t')
  await page.getByLabel('转交理由').fill('护栏属街道管护，请尽快修复')
  await page.getByRole('button', { name: '转交街道' }).click()
  const number = page.getByText(/\d{6}-ZJ\d{4}-\d{4}/).first()
  await number.waitFor()
  await settled(page)
  await expectSound(page, 'an entry with its transfer order')
  const paper = await page.getByRole('link', { name: '打印督办单 PDF' }).getAttribute('href')
  const printed = await community.context.request.get(paper!)
  expect(printed.headers()['content-type']).toBe('application/pdf')
  expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-')

  const way = page.getByRole('link', { name: /^打开案卷 / })
  const caseId = (await way.getAttribute('href'))!.split('/').at(-1)!
  const seen = await open(street, caseId, 'a transferred case at the street')
  expect(seen.level).toBe('街道')
  expect(seen.steps).toContain('受理')
  await street.page.getByText('护栏属街道管护，请尽快修复').first().waitFor()
  expect(await waitsIn(street, caseId)).toContain('accept')
  await street.page.getByRole('region', { name: '民情日记' }).getByRole('link').click()
  await street.page.getByText('河边护栏断了一段，孩子常在那里玩').first().waitFor()
  await settled(street.page)
  await expectSound(street.page, 'the entry, opened from its case')
  for (const one of [community, street]) {
    expect(one.complaints).toEqual([])
    await one.leave()
  }
})
