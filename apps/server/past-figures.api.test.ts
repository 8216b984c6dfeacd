import { beforeAll, describe, expect, test } from 'vitest'
import type * as grid from '#modules/grid/common/index.ts'
import type { figureRows, figures } from '#modules/registry/common/index.ts'
import { driftOfSpans } from '#modules/registry/testing.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'

// Figures of a grid on a day are those of the grid as it lay on that day, however grids were drawn anew since.
const town = await buildTown()
const { grids } = town.program

let street: Neighbour
let hub: Neighbour
async function signIn(): Promise<void> {
  street = await town.as('street-centre')
  hub = await town.as('district-hub')
}
beforeAll(signIn)

const ask = (gridPath: string, on: string) => street.query<typeof figures>('registry.figures', { gridPath, on })
async function counted(gridPath: string, on: string) {
  const {
    grid: then,
    people,
    homes,
    households,
    floating,
    vacancy,
    pyramid,
    byUse,
    isExact,
  } = done(await ask(gridPath, on))
  return { path: then.path, people, homes, numbers: { households, floating, vacancy, pyramid, byUse, isExact } }
}
const refused = async (gridPath: string, on: string) => {
  const answer = await ask(gridPath, on)
  return isRefusal(answer) ? { code: answer.code, ...answer.detail } : answer
}
const below = async (gridPath: string, on: string) => done(await ask(gridPath, on)).children.map(({ path }) => path)
async function peopleBehind(gridPath: string, on: string) {
  const rows: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = done(
      await street.query<typeof figureRows>('registry.figure-rows', {
        ...{ gridPath, on, limit: 200 },
        ...(cursor === undefined ? {} : { cursor }),
      }),
    )
    rows.push(...page.rows.map(({ thingId }) => thingId))
    if (page.next === null) return rows
    cursor = page.next
  }
}

const today = () => dayOf(town.clock.now())
/** Draws, decides, and lets the night pass: the change is in force from what is then today. */
async function change(name: string, edits: readonly grid.BoundaryEdit[]): Promise<{ before: string; after: string }> {
  const draftId = newId()
  done(await street.command<typeof grid.beginDraft>('grid.begin-draft', { draftId, name, reason: '调整' }))
  done(await street.command<typeof grid.editDraft>('grid.edit-draft', { draftId, after: 0, edits: [...edits] }))
  const { serial, findings } = done(await street.query<typeof grid.showDraft>('grid.draft', { draftId }))
  expect(findings).toEqual([])
  done(await street.command<typeof grid.submitDraft>('grid.submit-draft', { draftId, after: serial }))
  const before = today()
  const approval = { draftId, isApproved: true, inForceFrom: dayOf(town.clock.now(), 1), words: '' }
  done(await hub.command<typeof grid.decideDraft>('grid.decide-draft', approval))
  town.clock.advance({ hours: 24 })
  await town.jobs.send('grid.put-in-force')
  await town.jobs.drain()
  await grids.reload()
  await signIn()
  return { before, after: today() }
}

/** From south to north through a grid. */
function cutThrough(path: string): [number, number][] {
  const [west, south, east, north] = grids.find(path)!.bounds
  const lon = west + (east - west) * 0.5
  return [
    [lon, south - 0.001],
    [lon + 0.00002, north + 0.001],
  ]
}

test('a grid that comes under another: the same people by either path, in whichever grid was above it then', async () => {
  const gone = '1.1.2'
  const was = await counted(gone, today())
  const [above, other] = [await counted('1.1', today()), await counted('1.2', today())]
  expect(was.people).toBeGreaterThan(10)
  const rows = await peopleBehind(gone, today())
  expect(rows).toHaveLength(was.people!)

  const { before, after } = await change('划转', [{ do: 'move-under', path: gone, parent: '1.2' }])
  const heir = grids.childrenOf('1.2').at(-1)!.path
  for (const path of [gone, heir]) {
    expect(await counted(path, before)).toEqual(was)
    expect(await counted(path, after)).toEqual({ ...was, path: heir })
    for (const on of [before, after]) expect((await peopleBehind(path, on)).toSorted()).toEqual(rows.toSorted())
  }
  expect(await counted('1.1', before)).toEqual(above)
  expect(await counted('1.2', before)).toEqual(other)
  expect((await counted('1.1', after)).people).toBe(above.people! - was.people!)
  expect((await counted('1.2', after)).people).toBe(other.people! + was.people!)
  expect(await below('1.1', before)).toContain(gone)
  expect(await below('1.1', after)).not.toContain(gone)
  expect(await below('1.2', after)).toContain(heir)
  const listed = async (on: string) =>
    done(await street.query<typeof grid.gridsOnDay>('grid.on-day', { on, under: '1' })).grids.map(({ path }) => path)
  expect(await listed(before)).toContain(`${gone}.1`)
  expect(await listed(after)).toContain(`${heir}.1`)
  expect(await listed(after)).not.toContain(gone)
})

describe('a grid is cut in two, and later the border between the two goes elsewhere', () => {
  const [path, fresh] = ['1.1.1.1', '1.1.1.5']
  let whole: Awaited<ReturnType<typeof counted>>
  let halves: { before: string; after: string }

  test('the day before it was whole; from the day on the two have what one had', async () => {
    whole = await counted(path, today())
    halves = await change('拆分', [{ do: 'split', path, line: cutThrough(path), names: ['新街网格'] }])
    expect(await counted(path, halves.before)).toEqual(whole)
    const [one, two] = [await counted(path, halves.after), await counted(fresh, halves.after)]
    expect([one.people! + two.people!, one.homes + two.homes]).toEqual([whole.people, whole.homes])
    expect(two.people).toBeGreaterThan(0)
    // Not a nought that nobody explains.
    expect(await refused(fresh, halves.before)).toEqual({
      ...{ code: 'registry/grid-not-yet', grid: '新街网格', on: halves.before, since: halves.after },
      ...{ instead: [grids.find(path)!.name], paths: [path] },
    })
  })

  test('a border that moves: each day counts by the border of that day', async () => {
    const [one, two] = [await counted(path, today()), await counted(fresh, today())]
    // The house in its south, with a strip left to it along the street.
    const [west, south, east, north] = grids.find(fresh)!.bounds
    const [left, low, high] = [
      west + (east - west) * 0.2,
      south + (north - south) * 0.1,
      south + (north - south) * 0.45,
    ]
    const corners = [
      [left, low],
      [east, low],
      [east, high],
      [left, high],
      [left, low],
    ] as [number, number][]
    const polygon = { type: 'Polygon' as const, coordinates: [corners] }
    const { before, after } = await change('调界', [{ do: 'give-ground', polygon, to: path }])
    const gained = (await counted(path, after)).people! - one.people!
    expect(gained).toBeGreaterThan(0)
    expect((await counted(fresh, after)).people).toBe(two.people! - gained)
    expect([await counted(path, before), await counted(fresh, before)]).toEqual([one, two])
    expect(await counted(path, halves.before)).toEqual(whole)
  })
})

test('a grid that went into another answers for its days, and says where it went', async () => {
  const [gone, heir] = ['1.2.1.2', '1.2.1.1']
  const [was, other] = [await counted(gone, today()), await counted(heir, today())]
  const { name } = grids.find(gone)!
  const { before, after } = await change('合并', [{ do: 'merge', paths: [gone], into: heir }])
  expect([await counted(gone, before), await counted(heir, before)]).toEqual([was, other])
  expect((await counted(heir, after)).people).toBe(was.people! + other.people!)
  expect(await refused(gone, after)).toEqual({
    ...{ code: 'registry/grid-no-more', grid: name, on: after, until: after },
    ...{ instead: [grids.find(heir)!.name], paths: [heir] },
  })
})

test('long before the place had grids at all, its first tree answers', async () => {
  const { grid: then } = done(await ask('1.1.2', '2001-01-01'))
  expect(then.path).toBe('1.1.2')
  expect(then.firstDay > '2001-01-01').toBe(true)
})

test('what is counted is what homes, their grids by day, relations and history come to', async () => {
  expect(await driftOfSpans(town.db)).toEqual([])
})
