import type { Actor } from '#platform/authz/common/grants.ts'
import { type Command, command, type Work } from '#platform/commands/server/command.ts'
import { runCommand } from '#platform/commands/server/run-command.ts'
import type { JobHandler, JobWork } from '#platform/jobs/server/job.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { areaOf, polygonOf } from '../../common/boundaries/cell.ts'
import { type Comparison, heirsOf, pathsThatChange } from '../../common/boundaries/compare.ts'
import type { DraftTree } from '../../common/boundaries/draft-tree.ts'
import { labelPlaceOf } from '../../common/boundaries/label-place.ts'
import * as contract from '../../common/contract-drafts.ts'
import type { NewGrid } from '../../common/grid.ts'
import type { Succession } from '../grid-history.ts'
import { refuse } from '../../common/refusals.ts'
import { GridWriter } from '../grid-store.ts'
import type { GridTables } from '../tables.ts'
import { changeOfTree } from '../tree-news.ts'
import { type DraftHouse, draftSubject, tell } from './draft-commands.ts'
import { draftPaths, DraftReader, DraftWriter } from './draft-store.ts'
import { changeInForce } from './tree-change.ts'

const clock: Actor = {
  personId: 'clock',
  postId: null,
  unitId: null,
  grants: [{ permission: 'grid.put-in-force', within: { kind: 'everywhere' } }],
}

/**
 * Each minute: drafts whose day has begun come into force, and whoever keeps things by grid follows. A day that passed
 * while nothing ran is caught up with, under its own date.
 */
export function inForceJob(house: DraftHouse): JobHandler {
  const put = putCommand(house)
  return {
    name: 'grid.put-in-force',
    cron: '* * * * *',
    async run(work) {
      const { db, now } = work
      const reader = new DraftReader(db.read<GridTables>(), clock)
      for (const draftId of await reader.dueOn(dayOf(now))) {
        const answer = await runCommand(db, async () => {}, put, {
          actor: clock,
          now,
          requestId: newId(),
          input: { draftId },
        })
        if (isRefusal(answer)) throw new Error(`draft ${draftId} cannot come into force: ${answer.code}`)
      }
      await followUp(house, work)
    },
  }
}

/** What failed is tried again at the next minute; each follower is asked until it has followed. */
async function followUp({ index, around }: DraftHouse, work: JobWork): Promise<void> {
  const reader = new DraftReader(work.db.read<GridTables>(), clock)
  const waiting = await reader.notFollowed(around.followers.map(({ kind }) => kind))
  if (waiting.length > 0) await index.reload()
  for (const { draftId, kind } of waiting) {
    const draft = await reader.find(draftId)
    const follower = around.followers.find(each => each.kind === kind)
    if (!draft?.comparison || !follower) continue
    await follower.follow(work, changeInForce(draft, draft.comparison, index))
    await work.db.unitOfWork(tx => new DraftWriter(tx as never, clock).followed(draftId, kind, work.now))
  }
}

function putCommand({ around, desk }: DraftHouse): Command {
  return command<GridTables, typeof contract.putInForce, void>(contract.putInForce, {
    subject: ({ draftId }) => draftSubject(draftId),
    prepare: () => desk.refresh(),
    async run(work, { draftId }) {
      const drafts = new DraftWriter(work.tx, work.actor)
      const draft = await drafts.take(draftId)
      const day = draft?.in_force_from
      if (draft?.state !== 'approved' || !draft.comparison || !day) return { isDone: false }
      const drawn = await desk.draw(work.tx, draftId, await drafts.journal(draftId))
      if (drawn.stuckAt !== null || drawn.base.version !== draft.base_version) {
        return refuse['draft-no-longer-fits']({ serial: drawn.stuckAt ?? 0 })
      }
      await writeTree(work, { tree: drawn.tree, comparison: draft.comparison, day, scheme: drawn.base.scheme })
      await moveAllPosts(around, work, draft.comparison)
      await drafts.succeed(draftId, day, successionOf(draft.comparison))
      await drafts.change(draftId, { state: 'in-force' })
      await draftPaths.rename(work.tx as never, heirsOf(draft.comparison))
      await drafts.tell(draftId, { step: 'in-force', words: '', by: work.actor, at: work.now })
      tell(work, draft)
      work.tell(changeOfTree(draft.under))
      const params = { name: draft.name, day }
      const people = new Set([draft.made_by, ...(draft.submitted_by === null ? [] : [draft.submitted_by])])
      for (const personId of people) {
        work.notify({ personId, kind: 'draft-in-force', subject: draftSubject(draftId), params })
      }
      return { isDone: true }
    },
  })
}

interface Put {
  readonly tree: DraftTree
  readonly comparison: Comparison
  readonly day: string
  readonly scheme: string
}

async function writeTree({ tx }: Work<GridTables>, { tree, comparison, day, scheme }: Put): Promise<void> {
  const { ending, beginning } = pathsThatChange(comparison)
  const codes = new Map([
    ...comparison.fresh.map(({ path, code }) => [path, code] as const),
    ...comparison.moved.map(({ to, code }) => [to, code] as const),
  ])
  const grids = beginning.map((path): NewGrid => {
    const cell = tree.cells.get(path)!
    const polygon = polygonOf(cell.parts)
    return {
      ...{ path, kind: cell.kind, name: cell.name, code: codes.get(path) ?? cell.code ?? path, polygon },
      ...{ areaSquareMetres: areaOf(cell.parts), labelPlace: labelPlaceOf(polygon) },
    }
  })
  const writer = new GridWriter(tx)
  await writer.endRows(ending, day)
  await writer.add(grids, { validFrom: day, scheme })
}

async function moveAllPosts(
  { movePosts }: DraftHouse['around'],
  { tx }: Work<GridTables>,
  comparison: Comparison,
): Promise<void> {
  const writer = new GridWriter(tx)
  for (const [path, heir] of heirsOf(comparison)) {
    await writer.movePosts(path, heir)
    await movePosts(tx as never, path, heir)
  }
}

function successionOf({ moved, fresh, gone }: Comparison): Omit<Succession, 'on'>[] {
  return [
    ...moved.map(({ path, to }) => ({ how: 'moved' as const, from: path, to })),
    ...fresh.map(({ path, cutFrom }) => ({ how: 'cut' as const, from: cutFrom, to: path })),
    ...gone.map(({ path, into }) => ({ how: 'gone' as const, from: path, to: into })),
  ]
}
