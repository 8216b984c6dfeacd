import type { Kysely, Transaction } from 'kysely'
import { can } from '#platform/authz/common/grants.ts'
import { placedAt } from '#platform/authz/server/visible-where.ts'
import { type Command, command, type Waiting, type Work } from '#platform/commands/server/command.ts'
import { attachFiles } from '#platform/files/server/attach.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { type Instant, instantOf } from '#platform/kernel/common/instant.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { toldAt } from '#platform/kernel/common/told-at.ts'
import { addLimit } from '#platform/worktime/common/index.ts'
import * as contract from '../common/contract.ts'
import { refuse } from '../common/refusals.ts'
import { faultOfDeciding, faultOfObjecting } from '../common/score.ts'
import { standardIn } from '../common/standard.ts'
import { CleaningWriter, deductionOf, type DeductionRow } from './cleaning-store.ts'
import type { Section, Surroundings } from './surroundings.ts'
import type { CleaningTables } from './tables.ts'

type CleaningWork = Work<CleaningTables>

export const whole = (db: Kysely<CleaningTables>) => db as unknown as Kysely<unknown>
export const subjectOf = (deductionId: string) => ({ kind: 'cleaning-deduction', id: deductionId })
export const monthOf = (at: Instant) => dayOf(at).slice(0, 7)

export const cleaningCommands = (around: Surroundings): readonly Command[] => [
  checkSection(around),
  objectTo(around),
  decideObjection(around),
]

const checkSection = (around: Surroundings) =>
  command(contract.checkSection, {
    subject: ({ checkId }) => subjectOf(checkId),
    async run(work: CleaningWork, { checkId, sectionId, at: deviceAt, found }) {
      const { tx, actor, now } = work
      const section = await around.sections.find(whole(tx), sectionId, now)
      if (!section) return refuse['no-such-section']()
      const placed = { gridPath: section.gridPath, unitId: null, postId: null, ownerId: null }
      if (!can(actor, 'cleaning.check', placed)) return refuse['outside-your-grids']()
      const at = toldAt(deviceAt, now)
      const settings = around.settings(at)
      const points = found ? standardIn(settings).find(({ item }) => item === found.item)?.points : 0
      if (points === undefined) return refuse['item-not-used']()
      if (found && found.photos.length === 0) return refuse['photo-missing']()
      const read = found?.place ? around.places.read(found.place) : null
      if (isRefusal(read)) return read
      const writer = new CleaningWriter(tx)
      const owner = { owner_id: actor.personId, post_id: actor.postId, unit_id: actor.unitId }
      const times = { at, device_at: instantOf(Date.parse(deviceAt)), heard_at: now, month: monthOf(at) }
      const row = { id: checkId, section_id: sectionId, ...times, ...owner, grid_path: section.gridPath }
      if (!(await writer.look(row))) return refuse['check-id-taken']()
      work.tell({ subject: { kind: 'cleaning-section', id: sectionId }, permission: 'cleaning.read', placed })
      if (!found) return { checkId, points: 0 }
      const limit = addLimit(around.calendarAt(section.gridPath), now, settings.objectWithin)
      const where = { lon: read?.point.lon ?? null, lat: read?.point.lat ?? null }
      await writer.add({
        ...{ id: checkId, section_id: sectionId, month: times.month, item: found.item, reason: found.reason },
        ...{ ...where, points_first: points, points, state: 'stands', outcome: null, object_until: limit.dueAt },
      })
      const event = { kind: 'deducted', at, byId: actor.personId, points } as const
      await writer.happen(checkId, null, event, { postId: actor.postId, text: found.reason })
      const attaching = { fileIds: found.photos, subject: subjectOf(checkId), role: 'before', by: actor.personId, now }
      const trouble = await attachFiles(tx as unknown as Transaction<unknown>, attaching)
      if (trouble) return trouble
      await tellCleaners(around, work, section, checkId, {
        kind: 'cleaning-deducted',
        params: { section: section.name, reason: found.reason, points },
      })
      return { checkId, points }
    },
  })

/** Whoever sweeps the section is told at once, and open pages of theirs ask again. */
async function tellCleaners(
  { sections, staff }: Surroundings,
  work: CleaningWork,
  section: Section,
  deductionId: string,
  notice: { readonly kind: string; readonly params: Readonly<Record<string, string | number>> },
): Promise<void> {
  const db = whole(work.tx)
  const posts = (await sections.cleaners(db, [section.id], work.now)).get(section.id) ?? []
  for (const personId of new Set((await staff.holders(db, posts)).values())) {
    work.notify({ personId, subject: subjectOf(deductionId), ...notice })
  }
  for (const postId of posts) {
    const placed = { gridPath: null, unitId: null, postId, ownerId: null }
    work.tell({ subject: subjectOf(deductionId), permission: 'cleaning.own', placed })
  }
}

const objectTo = (around: Surroundings) =>
  command(contract.objectTo, {
    subject: ({ deductionId }) => subjectOf(deductionId),
    async run(work: CleaningWork, { deductionId, at, reason }) {
      const { tx, actor, now } = work
      const writer = new CleaningWriter(tx)
      const row = await writer.take(deductionId)
      const section = row && (await around.sections.find(whole(tx), row.section_id, now))
      if (!row || !section) return refuse['no-such-deduction']()
      const sweeping = (await around.sections.cleaners(whole(tx), [row.section_id], now)).get(row.section_id) ?? []
      if (actor.postId === null || !sweeping.includes(actor.postId)) return refuse['not-your-section']()
      const objectedAt = toldAt(at, now)
      const fault = faultOfObjecting(deductionOf(row), objectedAt, row.object_until)
      if (fault) return refuse[fault]({ until: dayOf(row.object_until) })
      const event = { kind: 'objected', at: objectedAt, byId: actor.personId } as const
      await writer.happen(deductionId, deductionOf(row), event, { postId: actor.postId, text: reason })
      letKnow(around, work, row, section, true)
      return { deductionId }
    },
  })

const decideObjection = (around: Surroundings) =>
  command(contract.decideObjection, {
    subject: ({ deductionId }) => subjectOf(deductionId),
    async run(work: CleaningWork, { deductionId, outcome, points, reason }) {
      const { tx, actor, now } = work
      const writer = new CleaningWriter(tx)
      const row = await writer.take(deductionId)
      const section = row && (await around.sections.find(whole(tx), row.section_id, now))
      if (!row || !section || !can(actor, 'cleaning.decide', placedAt(row))) return refuse['no-such-deduction']()
      const fault = faultOfDeciding(deductionOf(row), actor.personId, { outcome, points })
      if (fault) return refuse[fault]()
      const event = { kind: 'decided', at: now, byId: actor.personId, outcome, points } as const
      await writer.happen(deductionId, deductionOf(row), event, { postId: actor.postId, text: reason })
      letKnow(around, work, row, section, false)
      await tellCleaners(around, work, section, deductionId, {
        kind: 'cleaning-decided',
        params: { section: section.name, outcome: reason },
      })
      return { deductionId }
    },
  })

/** An objection waits for whoever may decide there, until its limit in working time. */
function letKnow(around: Surroundings, work: CleaningWork, row: DeductionRow, section: Section, isOpen: boolean): void {
  const { decideWithin } = around.settings(work.now)
  const placed = { gridPath: row.grid_path, unitId: null, postId: null, ownerId: null }
  const dueAt = addLimit(around.calendarAt(row.grid_path), work.now, decideWithin).dueAt
  const item = { title: section.name, number: null, since: work.now, dueAt, priority: 0 }
  const waiting: Waiting[] = isOpen
    ? [{ task: 'decide-objection', permission: 'cleaning.decide', placed, ...item }]
    : []
  work.waits(subjectOf(row.id), waiting)
  work.tell({ subject: { kind: 'cleaning-section', id: section.id }, permission: 'cleaning.read', placed })
}
