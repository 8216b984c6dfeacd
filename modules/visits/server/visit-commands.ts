import type { Transaction } from 'kysely'
import type { z } from 'zod'
import { holds } from '#platform/authz/common/grants.ts'
import { placedAt } from '#platform/authz/server/visible-where.ts'
import { type Command, command, type Waiting, type Work } from '#platform/commands/server/command.ts'
import { jsonValue } from '#platform/db/server/json-value.ts'
import { attachFiles, filesOf } from '#platform/files/server/attach.ts'
import { dayBegins, dayOf } from '#platform/kernel/common/day-of.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { toldAt } from '#platform/kernel/common/told-at.ts'
import * as contract from '../common/contract.ts'
import { refuse } from '../common/refusals.ts'
import { countsAsVisit, faultOfVisit } from '../common/visit.ts'
import { presentVisits, whole } from './present.ts'
import type { KnownThing, Surroundings } from './surroundings.ts'
import type { VisitsTables } from './tables.ts'
import { type VisitRow, VisitWriter } from './visit-store.ts'

export type VisitsWork = Work<VisitsTables>

const subjectOf = ({ visitId }: { readonly visitId: string }) => ({ kind: 'visit', id: visitId })
/** Binds sealed words to their visit, so that rows cannot be swapped. */
export const aboutOf = (visitId: string, part: 'text' | 'done') => `visits.visit ${part} ${visitId}`

export const visitCommands = (around: Surroundings): readonly Command[] => [
  recordVisit(around),
  finishErrand(around),
  showVisit(around),
]

type Input = z.output<typeof contract.recordVisit.input>

const recordVisit = (around: Surroundings) =>
  command(contract.recordVisit, {
    subject: subjectOf,
    async run(work: VisitsWork, input) {
      const fault = faultOfVisit(input)
      if (fault) return refuse[fault]()
      const { tx, actor, now } = work
      const visits = new VisitWriter(tx, actor)
      if (await visits.isTaken(input.visitId)) return refuse['visit-id-taken']()
      const ids = [...new Set([...input.thingIds, ...input.updates.map(update => update.thingId)])]
      const things = await around.library.things(whole(tx), actor, ids)
      if (things.length < ids.length) return refuse['no-such-person']()
      const kindOf = new Map(things.map(thing => [thing.thingId, thing.kind]))
      const updates = input.updates.map(({ thingId, fields, seen }) => ({
        ...{ thingId, fields, kind: kindOf.get(thingId) ?? '' },
        ...(seen ? { seen } : {}),
      }))
      const checked = around.library.checked(updates, dayOf(now))
      if (checked.faults.length > 0) return refuse['fields-wrong']({ fields: checked.faults.join('、') })
      if (input.needs.length > 0 && !holds(actor, 'cases.report')) return refuse['may-not-report']()
      const ground = groundOf(around, work, input, things)
      if (isRefusal(ground)) return ground
      const at = toldAt(input.at, now)
      const cases = await openNeeds(around, work, input, ground)
      if (isRefusal(cases)) return cases
      const row = rowOf(around, work, input, { at, gridPath: ground.gridPath, cases })
      if (!(await visits.add({ ...row, cases: jsonValue(cases) as never }))) return refuse['visit-id-taken']()
      const attaching = { fileIds: input.photos, subject: subjectOf(input), role: 'before', by: actor.personId, now }
      const trouble = await attachFiles(tx as unknown as Transaction<unknown>, attaching)
      if (trouble) return trouble
      const visit = { visitId: input.visitId, on: dayOf(at) }
      const { conflicts } = await around.library.record(work as unknown as Work<unknown>, visit, checked.updates)
      const nextVisits = countsAsVisit(input)
        ? await around.library.visited(work as unknown as Work<unknown>, input.careIds, visit.on)
        : []
      letKnow(work, row)
      return { visitId: input.visitId, cases: [...cases], conflicts, nextVisits: [...nextVisits] }
    },
  })

/** The place that was named; else where the first of them lives; else the writer's own ground. */
function groundOf({ places }: Surroundings, { actor }: VisitsWork, input: Input, things: readonly KnownThing[]) {
  const read = input.place ? places.read(input.place) : null
  if (isRefusal(read)) return read
  const first = things.find(thing => thing.thingId === input.thingIds[0])
  const within = actor.grants.find(grant => grant.permission === 'visits.write')?.within
  const own = within?.kind === 'subtree' ? within.path : (places.root()?.path ?? '1')
  return { point: read?.point ?? null, gridPath: read?.path ?? first?.gridPath ?? own }
}

async function openNeeds(
  { cases, places }: Surroundings,
  work: VisitsWork,
  { needs }: Input,
  { point, gridPath }: Exclude<ReturnType<typeof groundOf>, { readonly code: string }>,
) {
  const place = {
    ...{ point, accuracyMetres: null, frame: null, address: null },
    ...{ gridPath, gridNames: [...places.names(gridPath)], noGrid: false },
  }
  const opened: { caseId: string; number: string }[] = []
  for (const { caseId, text, photos } of needs) {
    const opening = { caseId, title: null, description: text, place, photos }
    const made = await cases.open(work as unknown as Work<unknown>, opening)
    if (isRefusal(made)) return made
    opened.push(made)
  }
  return opened
}

function rowOf(
  { secrets }: Surroundings,
  { actor, now }: VisitsWork,
  input: Input,
  { at, gridPath, cases }: { at: Instant; gridPath: string; cases: VisitRow['cases'] },
): VisitRow {
  const { visitId, kind, thingIds, topic, meeting, consent, outcome, reached, dueOn, text } = input
  return {
    ...{ id: visitId, kind, at, device_at: instantOf(Date.parse(input.at)), heard_at: now },
    ...{ owner_id: actor.personId, post_id: actor.postId, unit_id: actor.unitId, grid_path: gridPath },
    ...{ thing_ids: [...thingIds], topic, meeting, consent, outcome, reached, due_on: dueOn, cases },
    text_sealed: text === '' ? null : secrets.seal(text, aboutOf(visitId, 'text')),
    ...{ done_at: null, done_by: null, done_sealed: null },
  }
}

function letKnow(work: VisitsWork, row: VisitRow): void {
  const subject = subjectOf({ visitId: row.id })
  const placed = placedAt(row)
  work.tell({ subject, permission: 'visits.read', placed })
  if (row.kind === 'errand') work.waits(subject, waitingFor(row))
}

/** An errand waits for the post that took it on, under its topic and without a name, until the end of its day. */
export function waitingFor(row: VisitRow): Waiting[] {
  if (row.outcome !== 'open') return []
  const dueAt = row.due_on === null ? null : instantOf(millisecondsOf(dayBegins(row.due_on, 1)) - 1)
  const placed = { gridPath: null, unitId: null, postId: row.post_id, ownerId: row.owner_id }
  const item = { title: row.topic, number: null, since: row.at, dueAt, priority: 0 }
  return [{ task: 'errand', permission: 'visits.read', placed, ...item }]
}

const finishErrand = ({ secrets }: Surroundings) =>
  command(contract.finishErrand, {
    subject: subjectOf,
    async run(work: VisitsWork, { visitId, at, text }) {
      const visits = new VisitWriter(work.tx, work.actor)
      const row = await visits.take(visitId)
      if (!row || row.kind !== 'errand') return refuse['no-such-visit']()
      if (row.outcome !== 'open') return refuse['not-open']()
      const sealed = text === '' ? null : secrets.seal(text, aboutOf(visitId, 'done'))
      await visits.finish(visitId, { at: toldAt(at, work.now), sealed })
      letKnow(work, { ...row, outcome: 'done' })
      return { visitId, outcome: 'done' as const }
    },
  })

const showVisit = (around: Surroundings) =>
  command(contract.showVisit, {
    subject: subjectOf,
    async run(work: VisitsWork, { visitId }) {
      const { tx, actor, now } = work
      const visits = new VisitWriter(tx, actor)
      const row = await visits.find(visitId)
      if (!row) return refuse['no-such-visit']()
      if (row.owner_id !== actor.personId) await visits.noteLook(visitId, now)
      const [shown] = await presentVisits(around, whole(tx), actor, [row])
      const open = (sealed: Buffer | null, part: 'text' | 'done') =>
        sealed === null ? '' : around.secrets.open(sealed, aboutOf(visitId, part))
      const doneBy = row.done_by === null ? null : await around.people(whole(tx), [row.done_by])
      return {
        ...shown!,
        text: open(row.text_sealed, 'text'),
        done:
          row.done_at === null
            ? null
            : { at: row.done_at, byName: doneBy?.get(row.done_by ?? '') ?? null, text: open(row.done_sealed, 'done') },
        photos: (await filesOf(whole(tx), subjectOf({ visitId }))).map(file => file.fileId),
        mayFinish: row.kind === 'errand' && row.outcome === 'open' && holds(actor, 'visits.write'),
      }
    },
  })
