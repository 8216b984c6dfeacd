import { beforeAll, describe, expect, test } from 'vitest'
import type * as cases from '#modules/cases/common/index.ts'
import type * as grid from '#modules/grid/common/index.ts'
import type { listInbox } from '#platform/inbox/common/contract.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'

const town = await buildTown()
const { grids } = town.program

type Corner = [number, number]
let street: Neighbour
let hub: Neighbour
async function signIn(): Promise<void> {
  street = await town.as('street-centre')
  hub = await town.as('district-hub')
}
beforeAll(signIn)

const begin = async (who: Neighbour, name: string) => {
  const draftId = newId()
  done(await who.command<typeof grid.beginDraft>('grid.begin-draft', { draftId, name, reason: '户数过多' }))
  return draftId
}
const show = async (draftId: string, who = street) =>
  done(await who.query<typeof grid.showDraft>('grid.draft', { draftId }))
const draw = async (draftId: string, edits: readonly grid.BoundaryEdit[], who = street) => {
  const { serial } = await show(draftId, who)
  return who.command<typeof grid.editDraft>('grid.edit-draft', { draftId, after: serial, edits: [...edits] })
}
const submit = async (draftId: string) =>
  street.command<typeof grid.submitDraft>('grid.submit-draft', { draftId, after: (await show(draftId)).serial })
const decide = (draftId: string, more: object, who = hub) =>
  who.command<typeof grid.decideDraft>('grid.decide-draft', { draftId, isApproved: true, ...more })
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done')

/** From south to north through a grid, at a share of its width. */
function cutThrough(path: string, share = 0.5): Corner[] {
  const [west, south, east, north] = grids.find(path)!.bounds
  const lon = west + (east - west) * share
  return [
    [lon, south - 0.001],
    [lon + 0.00002, north + 0.001],
  ]
}

async function report(place: Point): Promise<string> {
  const caseId = newId()
  const worker = await town.as('grid-worker')
  const description = '路口有一堆垃圾没有清走'
  const at = { ...place, frame: 'wgs84' as const, accuracyMetres: 8 }
  done(
    await worker.command<typeof cases.reportCase>('cases.report', { caseId, source: 'worker', description, place: at }),
  )
  return caseId
}

const tomorrow = () => dayOf(town.clock.now(), 1)
async function nextMorning(): Promise<void> {
  town.clock.advance({ hours: 24 })
  await town.jobs.send('grid.put-in-force')
  await town.jobs.drain()
  await grids.reload()
  // Sessions end overnight.
  await signIn()
}

describe('a grid is cut in two', () => {
  const path = '1.1.1.1'
  let draftId: string
  let inNew: Point
  let open: string
  let ended: string

  test('drawn by one, with what is wrong and what it changes', async () => {
    draftId = await begin(street, '文化路网格拆分')
    expect(codeOf(await draw(draftId, [{ do: 'split', path, line: cutThrough(path, 0.5), names: ['新街网格'] }]))).toBe(
      'done',
    )
    const draft = await show(draftId)
    expect(draft.findings).toEqual([])
    expect(draft.comparison.fresh).toMatchObject([{ path: '1.1.1.5', name: '新街网格', cutFrom: path }])
    expect(draft.comparison.redrawn.map(each => each.path)).toEqual([path])
    expect(draft.acts).toEqual(['draw', 'submit', 'withdraw'])
    const cells = done(await street.query<typeof grid.draftCells>('grid.draft-cells', { draftId })).cells
    expect(cells.filter(({ isLeaf }) => isLeaf)).toHaveLength(13)
    // The same id, somebody else's step in between, and steps that cannot be.
    const again = { draftId, name: '又一份', reason: '无' }
    expect(codeOf(await street.command<typeof grid.beginDraft>('grid.begin-draft', again))).toBe('grid/draft-id-taken')
    const edits: grid.BoundaryEdit[] = [{ do: 'rename', path, name: '改名' }]
    expect(codeOf(await hub.command<typeof grid.editDraft>('grid.edit-draft', { draftId, after: 0, edits }))).toBe(
      'grid/draft-changed',
    )
    const abroad: [number, number] = [12.5, 41.9]
    expect(codeOf(await draw(draftId, [{ do: 'move-corner', from: abroad, to: abroad }]))).toBe('grid/too-wide')
    expect(codeOf(await draw(draftId, [{ do: 'merge', paths: ['1.2.1.1'], into: path }]))).toBe(
      'grid/not-of-one-parent',
    )
  })

  test('a border of one grid alone leaves a gap, and the draft does not get on until it is mended', async () => {
    const cells = done(await street.query<typeof grid.draftCells>('grid.draft-cells', { draftId })).cells
    const inner = cells.find(cell => cell.path === '1.1.1.5')!
    const ring = (inner.polygon.coordinates as Corner[][])[0]!
    const from = ring[0]!
    const middle = grids.find(path)!.labelPlace
    const to: Corner = [from[0] + (middle.lon - from[0]) * 0.3, from[1] + (middle.lat - from[1]) * 0.3]
    done(await draw(draftId, [{ do: 'move-corner', from, to, only: '1.1.1.5' }]))
    const faulty = await show(draftId)
    expect(faulty.findingCount).toBeGreaterThan(0)
    expect(faulty.findings[0]!.grids.map(({ name }) => name)).not.toHaveLength(0)
    expect(codeOf(await submit(draftId))).toBe('grid/draft-has-findings')
    const undo = { draftId, after: faulty.serial }
    done(await street.command<typeof grid.undoEdit>('grid.undo-edit', undo))
    const mended = await show(draftId)
    expect(mended.findings).toEqual([])
    expect(mended.edits.map(({ isUndone }) => isUndone)).toEqual([false, true])
  })

  test('a line through a house is a finding that names the house', async () => {
    done(await draw(draftId, [{ do: 'split', path: '1.1.1.2', line: cutThrough('1.1.1.2', 0.3), names: [] }]))
    const cut = await show(draftId)
    expect(cut.findings.map(({ kind }) => kind)).toContain('building-cut')
    expect(cut.findings[0]!.building).toMatch(/号$/)
    done(await street.command<typeof grid.undoEdit>('grid.undo-edit', { draftId, after: cut.serial }))
  })

  test('what moves is counted before anybody decides', async () => {
    const cells = done(await street.query<typeof grid.draftCells>('grid.draft-cells', { draftId })).cells
    const [ring] = cells.find(cell => cell.path === '1.1.1.5')!.polygon.coordinates as Corner[][]
    const middle = (axis: 0 | 1) => ring!.slice(1).reduce((sum, corner) => sum + corner[axis], 0) / (ring!.length - 1)
    inNew = { lon: middle(0), lat: middle(1) }
    open = await report(inNew)
    ended = await report(inNew)
    const acceptor = await town.as('acceptor')
    const refusal = { caseId: ended, version: 1, reason: '不属于受理范围' }
    done(await acceptor.command<typeof cases.refuseCase>('cases.refuse', refusal))
    const { moves, withoutPosts } = done(await street.query<typeof grid.draftMoves>('grid.draft-moves', { draftId }))
    const matters = moves.find(({ kind }) => kind === 'cases')!
    expect(matters.from).toMatchObject([{ path, to: '1.1.1.5', toName: '新街网格' }])
    expect(matters.total).toBeGreaterThanOrEqual(1)
    // Two of the block's four houses lie east of the line.
    expect(moves.find(({ kind }) => kind === 'buildings')!.total).toBe(2)
    expect(moves.find(({ kind }) => kind === 'households')!.total).toBe(72)
    expect(withoutPosts).toBe(1)
  })

  test('is approved by another person, for a day to come', async () => {
    done(await submit(draftId))
    expect(codeOf(await draw(draftId, [{ do: 'rename', path, name: '改名' }]))).toBe('grid/draft-not-open')
    const { rows } = done(await hub.query<typeof listInbox>('inbox.list', { limit: 100 }))
    expect(rows.filter(row => row.subjectId === draftId).map(row => row.task)).toEqual(['decide-draft'])
    expect(codeOf(await decide(draftId, { inForceFrom: dayOf(town.clock.now()) }))).toBe('grid/day-too-early')
    expect(codeOf(await decide(draftId, { isApproved: false }))).toBe('grid/words-missing')
    done(await decide(draftId, { inForceFrom: tomorrow() }))
    // Not before its day.
    await town.jobs.send('grid.put-in-force')
    await town.jobs.drain()
    await grids.reload()
    expect(grids.find('1.1.1.5')).toBeUndefined()
    expect(grids.locate(inNew)).toBe(path)
  })

  test('holds from that day: the new grid has its code, open matters follow with a note, ended ones keep their grid', async () => {
    const before = { code: grids.find(path)!.code, names: grids.names(path) }
    await nextMorning()
    expect(grids.locate(inNew)).toBe('1.1.1.5')
    expect(grids.find(path)!.code).toBe(before.code)
    const siblings = grids.childrenOf('1.1.1').map(({ code }) => code)
    expect(new Set(siblings).size).toBe(5)
    expect(grids.find('1.1.1.5')!.code > before.code).toBe(true)
    const worker = await town.as('grid-worker')
    const moved = done(await worker.query<typeof cases.showCase>('cases.show', { caseId: open }))
    expect(moved).toMatchObject({ gridPath: '1.1.1.5' })
    expect(moved.gridNames.at(-1)).toBe('新街网格')
    const last = moved.timeline.at(-1)!
    expect(last.type).toBe('grid-moved')
    expect(last.note).toContain(`${before.names.at(-1)} → 新街网格（文化路网格拆分）`)
    const kept = done(await worker.query<typeof cases.showCase>('cases.show', { caseId: ended }))
    expect(kept).toMatchObject({ gridPath: path, gridNames: before.names })
    expect(kept.timeline.map(({ type }) => type)).not.toContain('grid-moved')
    expect((await show(draftId)).state).toBe('in-force')
    const lying = await town.db.pool.query(
      `select lies.grid_path, lies.valid_from::text, was.valid_to::text as was_until
      from places.lies_in lies join places.lies_in was on was.place_id = lies.place_id and was.valid_to = lies.valid_from
      where lies.kind = 'building' and lies.grid_path = '1.1.1.5' and lies.valid_to is null`,
    )
    const day = dayOf(town.clock.now())
    expect(lying.rows).toEqual(Array(2).fill({ grid_path: '1.1.1.5', valid_from: day, was_until: day }))
    const history = await town.db.pool.query(
      `select valid_from::text, valid_to::text from grid.grid where path = $1 order by valid_from`,
      [path],
    )
    expect(history.rows).toHaveLength(2)
    expect(history.rows[0].valid_to).toBe(history.rows[1].valid_from)
    // Running again changes nothing.
    const { version } = grids
    await town.jobs.send('grid.put-in-force')
    await town.jobs.drain()
    await grids.reload()
    expect(grids.version).toBe(version)
  })
})

test('two grids become one: posts and what they may do go along, and the path is never given again', async () => {
  const { rows } = await town.db.pool.query(
    `select id::text from identity.post where grid_path like '1.2.%.%' order by grid_path, id limit 1`,
  )
  const gone = '1.2.1.2'
  const heir = '1.2.1.1'
  const post = rows[0]?.id as string
  await town.db.pool.query('update identity.post set grid_path = $2 where id = $1', [post, gone])
  const draftId = await begin(street, '并网格')
  done(await draw(draftId, [{ do: 'merge', paths: [gone], into: heir }]))
  done(await submit(draftId))
  done(await decide(draftId, { inForceFrom: tomorrow() }))
  await nextMorning()
  expect(grids.find(gone)).toBeUndefined()
  const moved = await town.db.pool.query('select grid_path from identity.post where id = $1', [post])
  expect(moved.rows).toEqual([{ grid_path: heir }])
  const next = await begin(street, '再拆开')
  done(await draw(next, [{ do: 'split', path: heir, line: cutThrough(heir), names: [] }]))
  const { fresh } = (await show(next)).comparison
  expect(fresh.map(each => each.path)).not.toContain(gone)
  const succession = await town.db.pool.query('select from_path, to_path from grid.succession where draft_id = $1', [
    draftId,
  ])
  expect(succession.rows).toEqual([{ from_path: gone, to_path: heir }])
  done(await street.command<typeof grid.withdrawDraft>('grid.withdraw-draft', { draftId: next }))
})

test('whoever drew does not decide, and a draft that was drawn on another tree is looked at again', async () => {
  const first = await begin(hub, '甲')
  const second = await begin(street, '乙')
  const third = await begin(street, '丙')
  done(await draw(first, [{ do: 'rename', path: '1.2.2.1', name: '甲改名' }], hub))
  const { serial } = await show(first, hub)
  done(await hub.command<typeof grid.submitDraft>('grid.submit-draft', { draftId: first, after: serial }))
  expect(codeOf(await decide(first, { inForceFrom: tomorrow() }))).toBe('grid/second-person')
  expect(codeOf(await decide(first, { inForceFrom: tomorrow() }, street))).toBe('commands/not-allowed')
  done(await hub.command<typeof grid.withdrawDraft>('grid.withdraw-draft', { draftId: first }))

  expect(codeOf(await submit(second))).toBe('grid/draft-empty')
  for (const draftId of [second, third]) {
    done(await draw(draftId, [{ do: 'rename', path: '1.2.2.2', name: `改名${draftId.slice(-3)}` }]))
    done(await submit(draftId))
  }
  done(await decide(second, { inForceFrom: tomorrow() }))
  expect(codeOf(await decide(third, { inForceFrom: tomorrow() }))).toBe('grid/other-draft-waits')
  await nextMorning()
  expect(codeOf(await decide(third, { inForceFrom: tomorrow() }))).toBe('grid/draft-no-longer-fits')
  done(await decide(third, { isApproved: false, words: '请在现行网格上重新核对' }))
  done(await submit(third))
  done(await decide(third, { inForceFrom: tomorrow() }))
})

test('GeoJSON of what is in force runs by the right-hand rule and has seven decimals', async () => {
  const worker = await town.as('grid-worker')
  const { features } = done(await worker.query<typeof grid.boundaries>('grid.boundaries', {}))
  expect(features).toHaveLength(grids.all().length)
  for (const { geometry } of features) {
    const [outer] = geometry.coordinates as Corner[][]
    const double = outer!.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = outer![(i + 1) % outer!.length]!
      return sum + (x - outer![0]![0]) * (nextY - outer![0]![1]) - (nextX - outer![0]![0]) * (y - outer![0]![1])
    }, 0)
    expect(double).toBeGreaterThan(0)
    expect(outer![0]).toEqual(outer!.at(-1))
    for (const [x] of outer!) expect(Math.round(x * 1e7) / 1e7).toBe(x)
  }
})

test('what was drawn cannot be rewritten', async () => {
  for (const statement of [
    `update grid.draft_edit set edits = '[]'`,
    'delete from grid.draft_edit',
    'delete from grid.draft_step',
    `update grid.succession set to_path = null`,
    `update grid.draft set name = 'x'`,
  ]) {
    await expect(town.db.pool.query(statement)).rejects.toThrow('permission denied')
  }
})
