import type { Kysely } from 'kysely'
import { can } from '#platform/authz/common/grants.ts'
import { query, type Query, type Reading } from '#platform/commands/server/command.ts'
import { boxAround, polygonOf } from '../../common/boundaries/cell.ts'
import type { Comparison } from '../../common/boundaries/compare.ts'
import type { BoundaryEdit } from '../../common/boundaries/edit.ts'
import type { Finding } from '../../common/boundaries/finding.ts'
import * as contract from '../../common/contract-drafts.ts'
import { parentOf } from '../../common/grid.ts'
import { refuse } from '../../common/refusals.ts'
import { toUnits } from '../cells/units.ts'
import { GridReader } from '../grid-store.ts'
import type { GridTables } from '../tables.ts'
import { type DraftHouse, earliestDay } from './draft-commands.ts'
import type { Drawn } from './draft-desk.ts'
import { type DraftFacts, DraftReader, type JournalRow, placedAt } from './draft-store.ts'
import { changeOfDraft } from './tree-change.ts'

type GridReading = Reading<GridTables>

const findingsShown = 300
const cellsShown = 4000
const nothing: Comparison = { moved: [], fresh: [], gone: [], redrawn: [], renamed: [], cornersOnly: [] }

export function draftQueries(house: DraftHouse): readonly Query[] {
  return [
    query<GridTables, typeof contract.listDrafts>(contract.listDrafts, {
      async run(reading) {
        const drafts = await new DraftReader(reading.read, reading.actor).list()
        const names = await namesOf(
          house,
          reading,
          drafts.map(({ made_by }) => made_by),
        )
        return { rows: drafts.map(draft => rowOf(house, draft, names)) }
      },
    }),
    query<GridTables, typeof contract.showDraft>(contract.showDraft, {
      run: (reading, { draftId }) => show(house, reading, draftId),
    }),
    query<GridTables, typeof contract.draftCells>(contract.draftCells, {
      run: (reading, input) => cellsOf(house, reading, input),
    }),
    query<GridTables, typeof contract.draftMoves>(contract.draftMoves, {
      run: (reading, { draftId }) => moves(house, reading, draftId),
    }),
  ]
}

/** A draft with its journal carried out; one that has come into force or was given up is not drawn any more. */
async function drawnDraft({ desk }: DraftHouse, { read, actor }: GridReading, draftId: string) {
  const reader = new DraftReader(read, actor)
  const draft = await reader.find(draftId)
  if (!draft) return null
  await desk.refresh()
  const journal = await reader.journal(draftId)
  const isLive = draft.state !== 'in-force' && draft.state !== 'withdrawn'
  const drawn = isLive ? await desk.draw(read, draftId, journal) : null
  return { reader, draft, journal, drawn }
}

async function show(house: DraftHouse, reading: GridReading, draftId: string) {
  const found = await drawnDraft(house, reading, draftId)
  if (!found) return refuse['no-such-draft']()
  const { reader, draft, journal, drawn } = found
  const steps = await reader.steps(draftId)
  const findings = drawn ? await house.desk.findings(reading.read, drawn, reading.now) : []
  const comparison = drawn && draft.state === 'open' ? house.desk.compare(drawn) : (draft.comparison ?? nothing)
  const people = [draft.made_by, ...journal.map(({ by_id }) => by_id), ...steps.map(({ by_id }) => by_id)]
  const names = await namesOf(house, reading, people)
  const undone = new Set(journal.flatMap(({ undoes }) => undoes ?? []))
  return {
    ...rowOf(house, draft, names),
    serial: journal.at(-1)?.serial ?? 0,
    acts: actsOf(reading, draft, journal),
    edits: journal.flatMap(row =>
      row.edits === null
        ? []
        : [
            {
              serial: row.serial,
              steps: row.edits.slice(0, 20).map(edit => stepOf(house, drawn, edit)),
              byName: names.get(row.by_id) ?? null,
              at: row.at,
              isUndone: undone.has(row.serial),
            },
          ],
    ),
    steps: steps.map(({ step, words, by_id, at }) => ({ step, words, byName: names.get(by_id) ?? null, at })),
    findings: findings.slice(0, findingsShown).map(finding => shown(house, drawn, finding)),
    findingCount: findings.length,
    comparison: toShown(comparison),
    stuckAt: drawn?.stuckAt ?? null,
    earliestDay: await earliestDay(new GridReader(reading.read), reading.now),
  }
}

function actsOf({ actor }: GridReading, draft: DraftFacts, journal: readonly JournalRow[]): contract.DraftAct[] {
  const mayDraw = can(actor, 'grid.draw', placedAt(draft))
  const drew = [draft.made_by, draft.submitted_by, ...journal.map(({ by_id }) => by_id)].includes(actor.personId)
  const acts: contract.DraftAct[] = []
  if (draft.state === 'open' && mayDraw) acts.push('draw', 'submit')
  if (draft.state === 'submitted' && !drew && can(actor, 'grid.approve', placedAt(draft))) acts.push('decide')
  if (mayDraw && draft.state !== 'in-force' && draft.state !== 'withdrawn') acts.push('withdraw')
  return acts
}

function rowOf({ index }: DraftHouse, draft: DraftFacts, names: ReadonlyMap<string, string>) {
  return {
    ...{ draftId: draft.id, name: draft.name, reason: draft.reason, under: draft.under, state: draft.state },
    underName: index.find(draft.under)?.name ?? draft.under,
    madeByName: names.get(draft.made_by) ?? null,
    madeAt: draft.made_at,
    inForceFrom: draft.in_force_from,
  }
}

async function namesOf({ around }: DraftHouse, { read }: GridReading, ids: readonly string[]) {
  return around.people(read as unknown as Kysely<unknown>, [...new Set(ids.filter(id => id !== 'clock'))])
}

function nameIn({ index }: DraftHouse, drawn: Drawn | null, path: string): string {
  return drawn?.tree.cells.get(path)?.name ?? index.find(path)?.name ?? path
}

/** Which grid a step was about, for those that are about one. */
function stepOf(house: DraftHouse, drawn: Drawn | null, edit: BoundaryEdit) {
  const path =
    'path' in edit
      ? edit.path
      : edit.do === 'recut'
        ? parentOf(edit.paths[0] ?? '')
        : 'into' in edit
          ? edit.into
          : 'to' in edit && typeof edit.to === 'string'
            ? edit.to
            : 'from' in edit && typeof edit.from === 'string'
              ? edit.from
              : 'only' in edit
                ? (edit.only ?? null)
                : null
  const name = edit.do === 'add' ? edit.name : path === null ? null : nameIn(house, drawn, path)
  return { do: edit.do, name }
}

function shown(house: DraftHouse, drawn: Drawn | null, { paths, outline, ...finding }: Finding) {
  return {
    ...finding,
    grids: paths.map(path => ({ path, name: nameIn(house, drawn, path) })),
    outline: outline && outline.map(([lon, lat]): [number, number] => [lon, lat]),
  }
}

function toShown({ moved, fresh, gone, redrawn, renamed, cornersOnly }: Comparison) {
  return {
    ...{ moved: [...moved], fresh: [...fresh], gone: [...gone], redrawn: [...redrawn], renamed: [...renamed] },
    cornersOnly: [...cornersOnly],
  }
}

interface Window {
  readonly draftId: string
  readonly west?: number | undefined
  readonly south?: number | undefined
  readonly east?: number | undefined
  readonly north?: number | undefined
}

async function cellsOf(house: DraftHouse, reading: GridReading, { draftId, west, south, east, north }: Window) {
  const found = await drawnDraft(house, reading, draftId)
  if (!found) return refuse['no-such-draft']()
  const tree = found.drawn?.tree ?? (await house.desk.base(reading.read)).tree
  const parents = new Set([...tree.cells.keys()].flatMap(path => parentOf(path) ?? []))
  const wanted = [...tree.cells.values()].filter(({ parts }) => {
    const box = boxAround(parts)
    return (
      (west === undefined || box.east >= toUnits(west)) &&
      (east === undefined || box.west <= toUnits(east)) &&
      (south === undefined || box.north >= toUnits(south)) &&
      (north === undefined || box.south <= toUnits(north))
    )
  })
  return {
    serial: found.journal.at(-1)?.serial ?? 0,
    isWhole: wanted.length <= cellsShown,
    cells: wanted.slice(0, cellsShown).map(({ path, name, kind, code, parts }) => {
      const { type, coordinates } = polygonOf(parts)
      return { path, name, kind, code, isLeaf: !parents.has(path), polygon: { type, coordinates: [...coordinates] } }
    }),
  }
}

async function moves(house: DraftHouse, reading: GridReading, draftId: string) {
  const found = await drawnDraft(house, reading, draftId)
  if (!found) return refuse['no-such-draft']()
  const { draft, drawn } = found
  if (!drawn) return { moves: [], posts: [], withoutPosts: 0 }
  const comparison = house.desk.compare(drawn)
  const change = changeOfDraft(draft, comparison, drawn.tree)
  const counted = []
  for (const follower of house.around.followers) {
    const moving = await follower.count(reading.read as unknown as Kysely<unknown>, change)
    counted.push({
      kind: follower.kind,
      total: moving.reduce((sum, { count }) => sum + count, 0),
      from: moving.map(({ from, to, count }) => ({
        ...{ path: from, name: nameIn(house, null, from), to, toName: nameIn(house, drawn, to), count },
      })),
    })
  }
  const placings = await new GridReader(reading.read).postsOn([...change.heirs.keys()])
  const posts = [...change.heirs].flatMap(([path, into]) => {
    const count = new Set(placings.filter(({ gridPath }) => gridPath === path).map(({ postId }) => postId)).size
    return count === 0 ? [] : [{ path, into, count }]
  })
  return { moves: counted, posts, withoutPosts: comparison.fresh.length }
}
