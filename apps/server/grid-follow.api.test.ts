import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reduceCampaign } from '#modules/campaigns/common/index.ts'
import type * as cases from '#modules/cases/common/index.ts'
import type * as grid from '#modules/grid/common/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'
import { followedColumns } from './grid-columns.ts'

// A small grid comes under another middle grid. Everything that named it or a grid below it names it still.
const town = await buildTown()
const { grids } = town.program
const gone = '1.1.2'
const below = `${gone}.1`
let heir = ''
const owner = new pg.Client({ connectionString: town.ownerUrl })
afterAll(() => owner.end())

let street: Neighbour
let hub: Neighbour
async function signIn() {
  street = await town.as('street-centre')
  hub = await town.as('district-hub')
}

const rows = async (statement: string, values: unknown[] = []) => (await owner.query(statement, values)).rows
/** A row of a table, put into the grid that moves, in whichever column. */
async function place(column: string, value: unknown = below, where = 'true'): Promise<string> {
  const [schema, table, name] = column.split('.')
  const [row] = await rows(
    `update ${schema}.${table} set ${name} = $1 where ctid = (select ctid from ${schema}.${table} where ${where} limit 1)
    returning ctid`,
    [value],
  )
  expect([column, row]).toEqual([column, expect.anything()])
  return column
}
const counts = async (column: string, path: string, where = 'true') => {
  const [schema, table, name] = column.split('.')
  const [row] = await rows(
    `select count(*)::int as count from ${schema}.${table} where (${name}::text = $1 or starts_with(${name}::text, $2)) and ${where}`,
    [path, `${path}.`],
  )
  return row.count as number
}

/** What of each column follows; the rest is history. */
const still: Readonly<Partial<Record<keyof typeof followedColumns, string>>> = {
  'campaigns.campaign.grid_path': `state <> 'closed'`,
  'campaigns.point.grid_path': `state not in ('ticked-off', 'dropped')`,
  'cases.case_file.grid_path': `status not in ('closed', 'refused', 'joined', 'voided')`,
  'cases.case_file.work_path': `status not in ('closed', 'refused', 'joined', 'voided')`,
  'coordination.call.grid_path': `state in ('called', 'coming', 'arrived', 'confirmed')`,
  'exchange.client.grid_path': 'revoked_at is null',
  'grid.draft.under': `state = 'open'`,
  'institutions.document.grid_path': 'repealed_from is null',
  'patrol.round.grid_path': `state <> 'ended'`,
  'places.lies_in.grid_path': 'valid_to is null',
  'places.overlay_cell.grid_path': 'valid_to is null',
  'posts.assignment.grid_path': 'valid_to is null',
  'posts.body.grid_path': 'valid_to is null',
  'registry.thing.grid_path': `state = 'current'`,
  'supervision.order_paper.grid_path': `state <> 'ended'`,
}
/** Asked for by itself below: only the last version counts. */
const versioned = ['routing.rule.grid_path', 'institutions.version.areas', 'institutions.version.reader_grid']

const begin = async (name: string) => {
  const draftId = newId()
  done(await street.command<typeof grid.beginDraft>('grid.begin-draft', { draftId, name, reason: '调整管理片区' }))
  return draftId
}
const draw = async (draftId: string, ...edits: grid.BoundaryEdit[]) =>
  done(await street.command<typeof grid.editDraft>('grid.edit-draft', { draftId, after: 0, edits }))

beforeAll(async () => {
  await owner.connect()
  await signIn()
})

describe('a small grid comes under another middle grid', () => {
  let draftId: string
  let campaignId: string
  let overlayId: string
  let documentId: string
  let ruleId: string
  const before = new Map<string, number>()

  test('with something of every kind in it', async () => {
    await begin('另一份草案')
    await place('grid.draft.under', gone)
    await place('exchange.client.grid_path')
    await place('patrol.plan.grid_path')
    await place('patrol.round.grid_path', below, still['patrol.round.grid_path'])
    await place('posts.body.grid_path', below, 'valid_to is null')
    await place('posts.assignment.grid_path', below, 'valid_to is null')
    await place('institutions.document.grid_path')
    const caseId = newId()
    const worker = await town.as('grid-worker')
    const at = { ...grids.find(below)!.labelPlace, frame: 'wgs84' as const, accuracyMetres: 8 }
    const told = { caseId, source: 'worker' as const, description: '路口堆物', place: at }
    done(await worker.command<typeof cases.reportCase>('cases.report', told))
    // As if it had been raised to the small grid.
    await owner.query(
      `update cases.case_file set work_path = $1, procedure = jsonb_set(procedure::jsonb, '{workPath}', to_jsonb($1::text))::json
      where id = $2`,
      [gone, caseId],
    )
    const [campaign] = await rows(`select id::text, body from campaigns.campaign where state <> 'closed' limit 1`)
    campaignId = campaign.id
    const areas = [{ path: gone, name: '旧名' }]
    await owner.query(`update campaigns.campaign set grid_path = $1, body = body || $2::jsonb where id = $3`, [
      ...[gone, JSON.stringify({ areas, gridPath: gone }), campaignId],
    ])
    await owner.query(
      `update campaigns.event set body = jsonb_set(body, '{areas}', $1::jsonb) where subject_id = $2 and body ? 'areas'`,
      [JSON.stringify(areas), campaignId],
    )
    for (const table of ['point', 'programme']) {
      await owner.query(
        `update campaigns.${table} set grid_path = $1, body = body || jsonb_build_object('gridPath', $1::text, 'lon', null)
        where id = (select id from campaigns.${table} order by id desc limit 1)`,
        [below],
      )
    }
    overlayId = newId()
    const special = { overlayId, kind: 'special', use: 'market', name: '菜市场专项', parentId: null, leadPostId: null }
    done(await street.command('places.add-overlay' as never, { ...special, cells: [below] } as never))
    const [document] = await rows(
      `select document_id::text as id from institutions.version where in_force_until is null order by 1 limit 1`,
    )
    documentId = document.id
    await owner.query(`update institutions.version set areas = $1, reader_grid = $2 where document_id = $3`, [
      ...[[gone], gone, documentId],
    ])
    const [rule] = await rows(`select id::text from routing.rule where not is_ended limit 1`)
    ruleId = rule.id
    await owner.query(`update routing.rule set grid_path = $1 where id = $2`, [below, ruleId])
    const [post] = await rows(`select id::text, unit_id::text as unit from identity.post limit 1`)
    await owner.query(
      `insert into supervision.order_paper (id, number, kind, state, demand, unit_id, unit_name, grid_path, issued_by,
        issued_at, timer, entries)
      values ($1, '督办〔2026〕900号', 'order', 'issued', '办', $2, '城管', $3, $4, now(), '{}', '[]')`,
      [newId(), post.unit, below, post.id],
    )
    await owner.query(
      `insert into coordination.call (id, whistle_id, number, what, place, grid_path, unit_id, unit_name, state, owner_id,
        blown_at, timer)
      values ($1, $1, '哨〔2026〕900号', '吹哨', '路口', $2, $3, '城管', 'called', $4, now(), '{}')`,
      [newId(), below, post.unit, post.id],
    )
    for (const column of Object.keys(followedColumns) as (keyof typeof followedColumns)[]) {
      if (!versioned.includes(column)) before.set(column, await counts(column, gone, still[column]))
    }
    expect([...before].filter(([, count]) => count === 0).map(([column]) => column)).toEqual([])
  })

  test('is counted before it is decided: people of the homes that move, not households of the buildings', async () => {
    draftId = await begin('划转小网格')
    await draw(draftId, { do: 'move-under', path: gone, parent: '1.2' })
    const { comparison, findings } = done(await street.query<typeof grid.showDraft>('grid.draft', { draftId }))
    expect(findings).toEqual([])
    heir = comparison.moved[0]!.to
    expect(comparison.moved.every(({ code, codeBefore }) => code === codeBefore)).toBe(true)
    const { moves } = done(await street.query<typeof grid.draftMoves>('grid.draft-moves', { draftId }))
    const total = new Map(moves.map(({ kind, total: count }) => [kind, count]))
    const [people] = await rows(
      `select count(*)::int as count from registry.thing where kind = 'person' and state = 'current' and grid_path like $1`,
      [`${gone}.%`],
    )
    expect(people.count).toBeGreaterThan(0)
    expect(total.get('people')).toBe(people.count)
    expect(total.get('cases')).toBe(before.get('cases.case_file.grid_path'))
    expect(total.get('rules')).toBe(1)
    expect(total.get('patrols')).toBe(before.get('patrol.plan.grid_path')! + before.get('patrol.round.grid_path')!)
  })

  test('and from its day nothing that holds names the old path', async () => {
    const { serial } = done(await street.query<typeof grid.showDraft>('grid.draft', { draftId }))
    done(await street.command<typeof grid.submitDraft>('grid.submit-draft', { draftId, after: serial }))
    const inForceFrom = dayOf(town.clock.now(), 1)
    const approval = { draftId, isApproved: true, inForceFrom, words: '' }
    done(await hub.command<typeof grid.decideDraft>('grid.decide-draft', approval))
    town.clock.advance({ hours: 24 })
    await town.jobs.send('grid.put-in-force')
    await town.jobs.drain()
    await grids.reload()
    await signIn()
    const left: [string, number][] = []
    for (const [column, count] of before) {
      const where = still[column as keyof typeof followedColumns]
      const after = await counts(column, gone, where)
      if (after > 0) left.push([column, after])
      // Rounds of the night may have been walked or come due meanwhile; all else is there, no less.
      if (column !== 'patrol.round.grid_path' && column !== 'inbox.item.grid_path') {
        expect([column, await counts(column, heir, where)]).toEqual([column, count])
      }
    }
    expect(left).toEqual([])
  })

  test('journals say why: the campaign by an event, the rule and the document by another version', async () => {
    const events = await rows(`select body from campaigns.event where subject_id = $1 order by serial`, [campaignId])
    const [campaign] = await rows(`select body from campaigns.campaign where id = $1`, [campaignId])
    expect(events.at(-1).body).toMatchObject({ type: 'campaign.changed', reason: '划转小网格', by: 'clock' })
    expect(campaign.body).toEqual(reduceCampaign(events.map(({ body }) => body)))
    expect(campaign.body.areas).toEqual([{ path: heir, name: grids.find(heir)!.name }])
    const rules = await rows(`select grid_path, by_id from routing.rule where id = $1 order by version desc`, [ruleId])
    expect(rules[0]).toEqual({ grid_path: `${heir}.1`, by_id: 'clock' })
    expect(rules.at(-1)!.grid_path).toBe(below)
    const [wording] = await rows(
      `select areas, reader_grid, asks_again, change_note from institutions.version where document_id = $1
      order by version desc`,
      [documentId],
    )
    expect(wording).toEqual({ areas: [heir], reader_grid: heir, asks_again: false, change_note: '划转小网格' })
    const cells = await rows(
      `select grid_path, valid_from::text, valid_to::text from places.overlay_cell where overlay_id = $1 order by valid_from`,
      [overlayId],
    )
    const day = dayOf(town.clock.now())
    expect(cells).toEqual([
      { grid_path: below, valid_from: expect.any(String), valid_to: day },
      { grid_path: `${heir}.1`, valid_from: day, valid_to: null },
    ])
  })

  test('once more changes nothing', async () => {
    const state = () =>
      rows(`select count(*)::int as rules, (select count(*)::int from institutions.version) as wordings,
      (select count(*)::int from campaigns.event) as events from routing.rule`)
    const first = await state()
    await owner.query('delete from grid.follow_up where draft_id = $1', [draftId])
    await town.jobs.send('grid.put-in-force')
    await town.jobs.drain()
    expect(await state()).toEqual(first)
  })
})
