import { type Actor, can } from '#platform/authz/common/grants.ts'
import { type Command, command, type Subject, type Work } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { applyEdit, asWritten } from '../../common/boundaries/apply-edit.ts'
import { changesNothing } from '../../common/boundaries/compare.ts'
import type { BoundaryEdit } from '../../common/boundaries/edit.ts'
import type { Bounds } from '../../common/grid.ts'
import * as contract from '../../common/contract-drafts.ts'
import { refuse } from '../../common/refusals.ts'
import type { GridIndex } from '../grid-index.ts'
import { GridReader } from '../grid-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { GridTables } from '../tables.ts'
import { type DraftDesk, outsideOf } from './draft-desk.ts'
import { type DraftFacts, DraftWriter, liveSteps, placedAt } from './draft-store.ts'

type GridWork = Work<GridTables>

export const draftSubject = (draftId: string): Subject => ({ kind: 'grid-draft', id: draftId })

/** What the commands about drafts stand on. */
export interface DraftHouse {
  readonly index: GridIndex
  readonly around: Surroundings
  readonly desk: DraftDesk
}

export function draftCommands(house: DraftHouse): readonly Command[] {
  const subject = ({ draftId }: { draftId: string }) => draftSubject(draftId)
  const prepare = () => house.desk.refresh()
  return [
    command<GridTables, typeof contract.beginDraft>(contract.beginDraft, {
      subject,
      run: (work, input) => begin(house, work, input),
    }),
    command<GridTables, typeof contract.editDraft, void>(contract.editDraft, {
      ...{ subject, prepare },
      run: (work, input) => edit(house, work, input),
    }),
    command<GridTables, typeof contract.undoEdit>(contract.undoEdit, { subject, run: undo }),
    command<GridTables, typeof contract.submitDraft, void>(contract.submitDraft, {
      ...{ subject, prepare },
      run: (work, input) => submit(house, work, input),
    }),
    command<GridTables, typeof contract.decideDraft, void>(contract.decideDraft, {
      ...{ subject, prepare },
      run: (work, input) => decide(house, work, input),
    }),
    command<GridTables, typeof contract.withdrawDraft>(contract.withdrawDraft, { subject, run: withdraw }),
  ]
}

/** The part of the tree that one may draw: all of it, or what one's post answers for. */
function groundOf(actor: Actor, index: GridIndex): string | null {
  const withins = actor.grants.flatMap(({ permission, within }) => (permission === 'grid.draw' ? [within] : []))
  if (withins.some(({ kind }) => kind === 'everywhere')) return index.root()?.path ?? null
  const [first] = withins.flatMap(within => (within.kind === 'subtree' ? [within.path] : []))
  return first ?? null
}

async function begin(
  { index }: DraftHouse,
  work: GridWork,
  { draftId, name, reason }: { draftId: string; name: string; reason: string },
) {
  if (name === '' || reason === '') return refuse['words-missing']()
  const under = groundOf(work.actor, index)
  if (under === null) return refuse['not-your-ground']({ name: '' })
  const { personId } = work.actor
  const draft = { id: draftId, name, reason, under, made_by: personId, made_at: work.now }
  if (!(await new DraftWriter(work.tx, work.actor).begin(draft))) return refuse['draft-id-taken']()
  tell(work, draft)
  return { draftId, under }
}

interface Asked {
  readonly draftId: string
  readonly after: number
}

/** The draft, held, when one may draw on it and has seen its last step. */
async function takeOpen(work: GridWork, { draftId, after }: Asked) {
  const drafts = new DraftWriter(work.tx, work.actor)
  const draft = await drafts.take(draftId)
  if (!draft || !can(work.actor, 'grid.draw', placedAt(draft))) return refuse['no-such-draft']()
  if (draft.state !== 'open') return refuse['draft-not-open']()
  const journal = await drafts.journal(draftId)
  const serial = journal.at(-1)?.serial ?? 0
  return serial === after ? { drafts, draft, journal, serial } : refuse['draft-changed']()
}

async function edit({ desk, index }: DraftHouse, work: GridWork, input: Asked & { edits: readonly BoundaryEdit[] }) {
  if (!input.edits.every(step => isNear(step, index.bounds()))) return refuse['too-wide']()
  const open = await takeOpen(work, input)
  if (isRefusal(open)) return open
  const { drafts, draft, journal, serial } = open
  const drawn = await desk.draw(work.tx, draft.id, journal)
  if (drawn.stuckAt !== null) return refuse['draft-no-longer-fits']({ serial: drawn.stuckAt })
  let tree = drawn.tree
  const edits: BoundaryEdit[] = []
  for (const asked of input.edits) {
    // Which paths new grids get is for the tree to say.
    const step = 'as' in asked ? { ...asked, as: undefined } : asked
    const next = applyEdit(tree, step)
    if (isRefusal<(typeof contract.editDraft)['refusals'][number]>(next)) return next
    if (isRefusal(next)) return refuse['not-found']()
    edits.push(asWritten(step, tree, next))
    tree = next
  }
  const outside = outsideOf(drawn.tree, tree, draft.under)
  if (outside) return outside
  await drafts.write({ ...entryOf(work, draft.id, serial + 1), edits, undoes: null })
  tell(work, draft)
  return { serial: serial + 1 }
}

/** A degree around what there is: beyond that it is another place, or another frame. Corners are known within a window. */
const nearDegrees = 1

function isNear(step: BoundaryEdit, bounds: Bounds | null): boolean {
  if (bounds === null) return true
  const [west, south, east, north] = bounds
  return cornersIn(step).every(
    ([lon, lat]) =>
      lon >= west - nearDegrees &&
      lon <= east + nearDegrees &&
      lat >= south - nearDegrees &&
      lat <= north + nearDegrees,
  )
}

/** Every pair of numbers in a step is a corner. */
function cornersIn(value: unknown): (readonly [number, number])[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value) && value.length === 2 && value.every(each => typeof each === 'number')) {
    return [value as unknown as [number, number]]
  }
  return Object.values(value).flatMap(cornersIn)
}

async function undo(work: GridWork, input: Asked) {
  const open = await takeOpen(work, input)
  if (isRefusal(open)) return open
  const { drafts, draft, journal, serial } = open
  const last = liveSteps(journal).at(-1)
  if (!last) return refuse['nothing-to-undo']()
  await drafts.write({ ...entryOf(work, draft.id, serial + 1), edits: null, undoes: last.serial })
  tell(work, draft)
  return { serial: serial + 1 }
}

async function submit({ desk, around }: DraftHouse, work: GridWork, input: Asked) {
  const open = await takeOpen(work, input)
  if (isRefusal(open)) return open
  const { drafts, draft, journal } = open
  const drawn = await desk.draw(work.tx, draft.id, journal)
  if (drawn.stuckAt !== null) return refuse['draft-no-longer-fits']({ serial: drawn.stuckAt })
  const findings = await desk.findings(work.tx, drawn, work.now)
  if (findings.length > 0) return refuse['draft-has-findings']({ count: findings.length })
  const comparison = desk.compare(drawn)
  if (changesNothing(comparison)) return refuse['draft-empty']()
  const numberless = [...comparison.fresh, ...comparison.moved].find(({ code }) => code === null)
  if (numberless) return refuse['no-number-left']({ name: numberless.name })
  const submittedBy = work.actor.personId
  await drafts.change(draft.id, { state: 'submitted', submittedBy, baseVersion: drawn.base.version, comparison })
  await drafts.tell(draft.id, { step: 'submit', words: '', by: work.actor, at: work.now })
  tell(work, draft)
  work.waits(draftSubject(draft.id), [
    {
      ...{ task: 'decide-draft', permission: 'grid.approve', placed: placedAt(draft), title: draft.name },
      ...{ number: null, since: work.now, dueAt: null, priority: 0 },
    },
  ])
  for (const personId of await around.approvers(work.tx)) {
    if (personId === submittedBy) continue
    work.notify({ personId, kind: 'draft-submitted', subject: draftSubject(draft.id), params: { name: draft.name } })
  }
  return { draftId: draft.id }
}

interface Decision {
  readonly draftId: string
  readonly isApproved: boolean
  readonly words: string
  readonly inForceFrom?: string | undefined
}

async function decide({ desk }: DraftHouse, work: GridWork, { draftId, isApproved, words, inForceFrom }: Decision) {
  const drafts = new DraftWriter(work.tx, work.actor)
  const draft = await drafts.take(draftId)
  if (!draft || !can(work.actor, 'grid.approve', placedAt(draft))) return refuse['no-such-draft']()
  if (draft.state !== 'submitted') return refuse['draft-not-open']()
  const journal = await drafts.journal(draftId)
  const drew = new Set([draft.made_by, draft.submitted_by, ...journal.map(({ by_id }) => by_id)])
  if (drew.has(work.actor.personId)) return refuse['second-person']()
  if (!isApproved && words === '') return refuse['words-missing']()
  const state = isApproved ? 'approved' : 'open'
  if (isApproved) {
    const drawn = await desk.draw(work.tx, draftId, journal)
    // Numbers and effects were shown for that very tree; on another one they have to be looked at again.
    if (drawn.stuckAt !== null || draft.base_version !== drawn.base.version) {
      return refuse['draft-no-longer-fits']({ serial: drawn.stuckAt ?? 0 })
    }
    const findings = await desk.findings(work.tx, drawn, work.now)
    if (findings.length > 0) return refuse['draft-has-findings']({ count: findings.length })
    const earliest = await earliestDay(new GridReader(work.tx), work.now)
    if (inForceFrom === undefined || inForceFrom < earliest) return refuse['day-too-early']({ day: earliest })
    if (await drafts.hasOtherApproved(draftId)) return refuse['other-draft-waits']()
  }
  await drafts.change(draftId, { state, inForceFrom: isApproved ? (inForceFrom ?? null) : null })
  await drafts.tell(draftId, { step: isApproved ? 'approve' : 'return', words, by: work.actor, at: work.now })
  tell(work, draft)
  work.waits(draftSubject(draftId), [])
  if (draft.submitted_by !== null) {
    const params = { name: draft.name, day: inForceFrom ?? '', words }
    const kind = isApproved ? 'draft-approved' : 'draft-returned'
    work.notify({ personId: draft.submitted_by, kind, subject: draftSubject(draftId), params })
  }
  return { draftId, state } as const
}

/** Tomorrow, or the day after the latest change of the tree: a grid holds for one day at least. */
export async function earliestDay(reader: GridReader, now: string): Promise<string> {
  const tomorrow = dayOf(now, 1)
  const last = await reader.lastChange()
  const next = last === null ? tomorrow : dayOf(`${last}T00:00:00.000Z`, 1)
  return next > tomorrow ? next : tomorrow
}

async function withdraw(work: GridWork, { draftId, words }: { draftId: string; words: string }) {
  const drafts = new DraftWriter(work.tx, work.actor)
  const draft = await drafts.take(draftId)
  if (!draft || !can(work.actor, 'grid.draw', placedAt(draft))) return refuse['no-such-draft']()
  if (draft.state === 'in-force' || draft.state === 'withdrawn') return refuse['draft-not-open']()
  await drafts.change(draftId, { state: 'withdrawn' })
  await drafts.tell(draftId, { step: 'withdraw', words, by: work.actor, at: work.now })
  tell(work, draft)
  work.waits(draftSubject(draftId), [])
  return { draftId }
}

function entryOf({ actor, now }: GridWork, draft_id: string, serial: number) {
  return { draft_id, serial, by_id: actor.personId, post_id: actor.postId, at: now }
}

export function tell(work: Pick<GridWork, 'tell'>, draft: Pick<DraftFacts, 'id' | 'under' | 'made_by'>): void {
  work.tell({ subject: draftSubject(draft.id), permission: 'grid.see-drafts', placed: placedAt(draft) })
}
