import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { officeModules } from '#apps/office/modules.ts'
import { startBrowser } from './browser.ts'
import { faultsOf, settled } from './sound.ts'
import { ask, order, signInQuietly, type Visitor, visitor } from './visitor.ts'

const address = inject('address')
/** The narrowest screen that the office is made for. */
const laptop = { width: 1366, height: 768 }
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

/** Answers with the address of a page about one thing, which is looked for as the person who opens it. */
type Opens = (one: Visitor) => Promise<string>

/** The first row of a list, by the name of its id. */
const first =
  (list: string, id: string, path: string, input: Record<string, string> = {}): Opens =>
  async one => {
    const answer = await ask<Record<string, readonly Record<string, string>[]>>(one, list, input)
    const row = Object.values(answer).flatMap(rows => (Array.isArray(rows) ? rows : []))
    const found = row.flatMap(one => one[id] ?? [])[0]
    expect(found, `${list}: there is none to open`).toBeTruthy()
    return path.replace(/\$\w+/, found!)
  }

/** Every page that the office has, and as whom it is opened. A page without a line fails the first test. */
const pagesOf: Readonly<Record<string, Readonly<Record<string, true | Opens>>>> = {
  'duty-chief': {
    ...{ '/inbox': true, '/notices': true, '/me': true, '/report': true, '/desk': true, '/cases': true, '/map': true },
    ...{ '/grids': true, '/shifts': true, '/help': true },
    ...{ '/platform-sheets': true, '/standard-texts': true, '/filing-standard': true },
    '/desk/$caseId': first('cases.list', 'caseId', '/desk/$caseId', { waitsForMe: 'true', limit: '1' }),
    '/cases/$caseId': first('cases.list', 'caseId', '/cases/$caseId', { status: '["closed"]', limit: '1' }),
    '/help/$callId': async one => {
      const callId = randomUUID()
      await order(one, 'help.call', { callId, at: new Date().toISOString() })
      return `/help/${callId}`
    },
  },
  acceptor: {
    ...{ '/hotline': true, '/articles': true, '/call-backs': true },
    '/hotline/$callId': first('hotline.list-calls', 'callId', '/hotline/$callId'),
    '/articles/$articleId': first('hotline.list-articles', 'articleId', '/articles/$articleId'),
  },
  'district-hub': {
    ...{ '/places': true, '/places/intake': true, '/grid-map': true, '/grid-drafts': true },
    ...{ '/duties': true, '/duties/balance': true },
    ...{ '/routing-rules': true, '/priority': true, '/board': true, '/orders': true, '/whistles': true },
    ...{ '/filing-standard/import': true, '/filing-standard/local-classes': true, '/settings': true },
    '/grid-drafts/$draftId': async one => {
      const draftId = randomUUID()
      await order(one, 'grid.begin-draft', { draftId, name: '看看', reason: '每页都要看过' })
      return `/grid-drafts/${draftId}`
    },
  },
  'street-centre': {
    ...{ '/campaigns': true, '/programmes': true, '/institutions': true, '/cleaning': true },
    ...{ '/patrol': true, '/patrol/plans': true, '/patrol/checklists': true, '/relay': true },
    '/campaigns/$campaignId': first('campaigns.list', 'campaignId', '/campaigns/$campaignId'),
    '/campaigns/$campaignId/survey': first('campaigns.list', 'campaignId', '/campaigns/$campaignId/survey'),
    '/campaign-points/$pointId': async one => {
      const { rows } = await ask<{ rows: { campaignId: string }[] }>(one, 'campaigns.list')
      return first('campaigns.points', 'pointId', '/campaign-points/$pointId', { campaignId: rows[0]!.campaignId })(one)
    },
    '/programmes/$programmeId': first('campaigns.programmes', 'programmeId', '/programmes/$programmeId'),
    '/programme-tasks/$taskId': async one => {
      const { rows } = await ask<{ rows: { programmeId: string }[] }>(one, 'campaigns.programmes')
      const { programmeId } = rows[0]!
      const { projects } = await ask<{ projects: { tasks: { taskId: string }[] }[] }>(one, 'campaigns.programme', {
        programmeId,
      })
      return `/programme-tasks/${projects[0]!.tasks[0]!.taskId}`
    },
    '/institutions/$documentId': first('institutions.list', 'documentId', '/institutions/$documentId'),
    '/cleaning/$sectionId': first('cleaning.sections', 'sectionId', '/cleaning/$sectionId'),
    '/patrol/$roundId': first('patrol.rounds', 'roundId', '/patrol/$roundId'),
    '/relay/$wordId': first('relay.list', 'wordId', '/relay/$wordId'),
  },
  committee: {
    ...{ '/find': true, '/addresses': true, '/duplicates': true, '/people-imports': true, '/people-exports': true },
    ...{ '/registry': true, '/registry-care': true, '/registry-figures': true, '/registry-upkeep': true },
    ...{ '/diary': true, '/visits': true, '/mediation': true },
    '/registry/$thingId': first('registry.list', 'thingId', '/registry/$thingId', { kind: 'person', limit: '1' }),
    '/registry/new/$kind': async () => '/registry/new/housing',
    '/people-imports/$importId': async one => {
      const { post } = await ask<{ post: { gridPath: string } }>(one, 'identity.me')
      const importId = randomUUID()
      const begun = { importId, name: '人口.xlsx', bytes: 100, gridPath: post.gridPath, asOf: '2026-01-01' }
      await order(one, 'registry.begin-import', begun)
      return `/people-imports/${importId}`
    },
    '/diary/$entryId': first('diary.list', 'entryId', '/diary/$entryId'),
    '/visits/$visitId': async one => {
      const { rows } = await ask<{ rows: { thingId: string }[] }>(one, 'registry.list', { kind: 'person', limit: '1' })
      const visitId = randomUUID()
      const told = { kind: 'routine', at: new Date().toISOString(), thingIds: [rows[0]!.thingId], text: '都好' }
      await order(one, 'visits.record', { visitId, ...told })
      return `/visits/${visitId}`
    },
    '/mediation/$matterId': first('mediation.list', 'matterId', '/mediation/$matterId'),
  },
  'system-admin': {
    ...{ '/people': true, '/posts': true, '/units': true, '/jobs': true, '/work-calendar': true, '/clients': true },
    '/people/$personId': first('identity.list-people', 'id', '/people/$personId'),
  },
  'security-admin': { '/roles': true, '/access': true, '/keys': true, '/registry-protection': true },
  'audit-admin': { '/audit': true, '/registry-looks': true },
}

test('every page of the office is opened here', () => {
  const opened = Object.values(pagesOf).flatMap(pages => Object.keys(pages))
  const pages = officeModules.flatMap(module => module.pages.map(page => page.path))
  expect(opened.toSorted()).toEqual(pages.toSorted())
})

/** What shows the hand of something to be clicked and cannot be reached without a mouse. */
async function beyondKeys(page: Page, name: string): Promise<string[]> {
  const beyond = await page.evaluate(() => {
    const reached =
      'a[href], button, input, select, textarea, summary, label, [tabindex="0"], [role="option"], [role="treeitem"], canvas, .ant-select, .ant-input-number'
    return [...document.querySelectorAll<HTMLElement>('main *')]
      .filter(one => getComputedStyle(one).cursor === 'pointer' && one.offsetParent !== null)
      .filter(one => one.closest(reached) === null && one.querySelector(reached) === null)
      .map(one => one.outerHTML.slice(0, 200))
  })
  return beyond.map(one => `${name}: ${one}`)
}

test.each(Object.entries(pagesOf))(
  'sound in both languages, and reached without a mouse: as %s',
  async (login, pages) => {
    const one = await visitor(browser, address, { screen: laptop })
    await signInQuietly(one, login)
    const faults: string[] = []
    for (const [path, opens] of Object.entries(pages)) {
      await one.page.goto(`/office${opens === true ? path : await opens(one)}`)
      for (const [language, without] of [
        ['中文', []],
        // Colours are the same in every language, and take the longest to look at.
        ['English', ['color-contrast']],
      ] as const) {
        await one.page.getByRole('button', { name: language, exact: true }).click()
        await settled(one.page)
        faults.push(...(await faultsOf(one.page, `${path} in ${language}`, { without })))
      }
      faults.push(...(await beyondKeys(one.page, path)))
    }
    expect([...faults, ...one.complaints]).toEqual([])
    await one.leave()
  },
  900_000,
)
