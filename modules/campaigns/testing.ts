import { isDeepStrictEqual } from 'node:util'
import { noteOnCase, openCase, plainClocks, readKnownCases, usualProcedure } from '#modules/cases/server/index.ts'
import { CasesHouse, cleaningUnit, roadsUnit } from '#modules/cases/testing.ts'
import type { Actor, Grant } from '#platform/authz/common/grants.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { createSecretBox } from '#platform/crypto/server/index.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import {
  chinaOffsetMinutes,
  compileCalendar,
  type LightPercents,
  type Timer,
  usualLightPercents,
  usualWeek,
} from '#platform/worktime/common/index.ts'
import { reduceCampaign } from './common/campaign.ts'
import { reducePoint } from './common/point.ts'
import { reduceTask } from './common/programme.ts'
import { campaignsModule } from './module.ts'

export { campaignsAccess } from './server/access-table.ts'

export interface Shown {
  readonly state: string
  readonly standing: string
  readonly allowed: readonly string[]
  readonly photos: readonly { readonly role: string }[]
  readonly history: readonly { readonly step: string; readonly text: string }[]
}
export interface Figures {
  readonly figures: {
    readonly points: number
    readonly plannedFen: number
    readonly spentFen: number
    readonly done: object[]
  }
  readonly byGrid: readonly { readonly key: string; readonly points: number }[]
}

const plan = { key: 'default', name: '', offsetMinutes: chinaOffsetMinutes, week: usualWeek, days: [], years: [2026] }
const calendar = compileCalendar({ ...plan, version: 1 } as never)
const unitNames = new Map([
  [cleaningUnit, '环卫所'],
  [roadsUnit, '市政所'],
])

export const grants = (within: Grant['within'], ...words: readonly string[]): Grant[] =>
  words.map(word => ({ permission: `campaigns.${word}`, within }))
export const everywhere = { kind: 'everywhere' } as const
export const subtree = (path: string) => ({ kind: 'subtree', path }) as const
export const clearing = (amount: number) => [{ kind: 'clearing', measure: 'm3', amount }]

function sure(answer: Record<string, unknown>): void {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.detail)}`)
}

/** Campaigns by themselves on a fresh database, with cases beside them, and whoever sets up, owns, surveys and puts right. */
export async function openCampaigns(db: Db) {
  const house = await CasesHouse.open(db)
  const kept = new Map<string, readonly Timer[]>()
  /** What the place has set; a test may set it otherwise. */
  const place: { lights: LightPercents } = { lights: usualLightPercents }
  const [ownerPost, otherPost] = [newId(), newId()]
  const opening = {
    ...{ procedure: () => usualProcedure, clocks: plainClocks, grids: house.locator, followKey: Buffer.alloc(32, 9) },
    secrets: createSecretBox({ current: 'test', keys: { test: Buffer.alloc(32, 7) } }),
  }
  const module = campaignsModule({
    db,
    cases: {
      open: (work, { caseId, title, description, place }) =>
        openCase(opening, work, { caseId, title, description, place, source: 'campaign' }),
      note: (work, caseId, text, ref) => noteOnCase(opening, work, caseId, { kind: 'campaign', text, ref }),
      numberOf: async (read, actor, caseId) => (await readKnownCases(read, actor, [caseId]))[0]?.number,
    },
    places: {
      read: house.locator.read,
      names: path => (house.grids.find(path) ? house.grids.names(path) : []),
      topName: () => '示范街道',
    },
    staff: {
      people: async (_, ids) => new Map(ids.map(id => [id, id])),
      owner: async (_, postId) =>
        [ownerPost, otherPost].includes(postId) ? { title: '牵头岗', personId: 'owner' } : undefined,
      choices: async () => ({ owners: [], units: [], posts: [] }),
      unit: async (_, id) => (unitNames.has(id) ? { name: unitNames.get(id)!, people: [`of-${id}`] } : undefined),
      post: async () => undefined,
    },
    passes: { issue: fileId => `pass-for-${fileId}` },
    lights: () => place.lights,
    clocks: {
      calendarAt: () => calendar,
      keep: async (_, { id }, __, timers) => kept.set(id, timers),
    },
  })

  const setter = house.actor('setter', grants(everywhere, 'know', 'set-up', 'read'))
  const owner = house.actor('owner', [...grants(everywhere, 'know'), ...grants({ kind: 'own-post' }, 'manage')], {
    postId: ownerPost,
  })
  const worker = (path: string) =>
    house.actor(`worker-${path}`, [...grants(everywhere, 'know'), ...grants(subtree(path), 'survey', 'read')])
  const unit = (unitId: string): Actor =>
    house.actor(`of-${unitId}`, [...grants(everywhere, 'know'), ...grants({ kind: 'own-unit' }, 'handle', 'read')], {
      unitId,
    })
  const [cleaners, roads] = [unit(cleaningUnit), unit(roadsUnit)]

  async function does(name: string, input: object, actor: Actor): Promise<Record<string, unknown>> {
    const command = module.commands.find(({ endpoint }) => endpoint.name === `campaigns.${name}`)!
    const asked = { actor, now: house.now, requestId: newId(), input: command.endpoint.input.parse(input) as object }
    return (await runCommand(db, async () => {}, command, asked as never)) as Record<string, unknown>
  }
  async function asks<T = Record<string, never>>(name: string, input: object, actor: Actor): Promise<T> {
    const query = module.queries.find(({ endpoint }) => endpoint.name === `campaigns.${name}`)!
    const asked = { actor, everyPost: [actor], now: house.now, input: query.endpoint.input.parse(input) as object }
    return (await runQuery(db, query, asked as never)) as T
  }
  async function photo(by: Actor): Promise<string> {
    const id = newId()
    await db.pool.query(
      `insert into files.file (id, uploaded_by, uploaded_at, width, height, bytes, sha256)
       values ($1, $2, $3, 10, 10, 100, 'x')`,
      [id, by.personId, house.now],
    )
    return id
  }
  const tasks = async (id: string) =>
    (await db.pool.query('select task from inbox.item where subject_id = $1 order by task', [id])).rows.map(
      row => row.task,
    )

  const planOf = (more: object = {}) => ({
    ...{ title: '背街小巷清脏', purpose: '清死角、补绿化', areas: ['1.1', '1.2'], ownerPostId: ownerPost },
    ...{ from: '2026-09-01', until: '2026-12-31', budgetFen: 5_000_000, ...more },
  })
  async function campaign(more: object = {}): Promise<string> {
    const campaignId = newId()
    sure(await does('set-up', { campaignId, ...planOf(more) }, setter))
    return campaignId
  }
  async function point(campaignId: string, path = '1.1', more: object = {}): Promise<string> {
    const pointId = newId()
    const found = { work: 'clearing', note: '院墙后堆着旧家具', estimate: clearing(4), estimateFen: 80_000 }
    const by = worker(path)
    const survey = { pointId, campaignId, ...found, place: house.placeIn(path), photos: [await photo(by)], ...more }
    sure(await does('survey-point', survey, by))
    return pointId
  }
  const order = (campaignId: string, pointIds: readonly string[], more: object = {}) => ({
    ...{ orderId: newId(), campaignId, pointIds, unitId: cleaningUnit, demand: '清净见底' },
    ...{ limit: { clock: 'work-hour', amount: 4 }, ...more },
  })
  const step = (pointId: string, name: string, actor: Actor, reason = '') =>
    does('step-point', { pointId, step: name, reason }, actor)
  const shown = (pointId: string, actor: Actor) => asks<Shown>('show-point', { pointId }, actor)
  return {
    ...{ house, kept, place, ownerPost, otherPost, setter, owner, worker, unit, cleaners, roads },
    ...{ does, asks, photo, tasks, planOf, campaign, point, order, step, shown },
  }
}

/** Rows that are not what their history adds up to, by kind and id; and of which kinds there were any. */
export async function heldAgainstHistory(db: Db) {
  const { rows } = await db.pool.query(`
    select 'campaign' as kind, id, body, version from campaigns.campaign
    union all select 'point', id, body, version from campaigns.point
    union all select 'task', id, body, version from campaigns.task`)
  const reducers = { campaign: reduceCampaign, point: reducePoint, task: reduceTask } as Record<
    string,
    (events: never) => unknown
  >
  const wrong: string[] = []
  for (const { kind, id, body, version } of rows) {
    const events = await db.pool.query('select body from campaigns.event where subject_id = $1 order by serial', [id])
    const made = reducers[kind]!(events.rows.map(row => row.body) as never)
    if (!isDeepStrictEqual(made, body) || version !== events.rows.length) wrong.push(`${kind} ${id}`)
  }
  return { kinds: [...new Set(rows.map(row => row.kind as string))].sort(), wrong }
}
