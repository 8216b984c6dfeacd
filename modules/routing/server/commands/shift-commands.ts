import { can } from '#platform/authz/common/grants.ts'
import { command } from '#platform/commands/server/command.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { dayAfter, localMoment, minuteOf } from '../../common/rule.ts'
import { doubled, momentsOf, type Planned } from '../../common/shift.ts'
import { type ShiftRow, ShiftWriter } from '../shift-store.ts'
import type { RosterPost, Surroundings } from '../surroundings.ts'
import type { RoutingWork } from './rule-commands.ts'

const unitAsPlace = (unitId: string) => ({ gridPath: null, unitId, postId: null, ownerId: null })

function tellOfRoster(work: RoutingWork, unitId: string): void {
  const placed = unitAsPlace(unitId)
  work.tell({ subject: { kind: 'shift-roster', id: unitId }, permission: 'routing.see-shifts', placed })
}

/** The refusal of a double shift, said with the post and the day. */
function twice(shift: Planned, posts: readonly RosterPost[], offsetMinutes: number) {
  const { day } = localMoment(shift.startsAt, offsetMinutes)
  const post = posts.find(({ postId }) => postId === shift.postId)?.title ?? shift.postId
  return refuse['two-shifts-at-once']({ post, day })
}

const asPlanned = (row: ShiftRow): Planned => ({ postId: row.post_id, startsAt: row.starts_at, endsAt: row.ends_at })

const twoDays = 2 * 86_400_000
const shifted = (at: Instant, by: number) => instantOf(millisecondsOf(at) + by)

export const planShifts = ({ staff, settings }: Pick<Surroundings, 'staff' | 'settings'>) =>
  command(contract.planShifts, {
    subject: ({ unitId }) => ({ kind: 'shift-roster', id: unitId }),
    async run(work: RoutingWork, { unitId, days }) {
      const { tx, actor, now } = work
      const { offsetMinutes, mostDaysAhead } = settings(now)
      if (!can(actor, 'routing.plan-shifts', unitAsPlace(unitId))) return refuse['other-unit']()
      const today = localMoment(now, offsetMinutes).day
      const inOrder = days.map(({ day }) => day).sort()
      const [first = today, last = today] = [inOrder[0], inOrder.at(-1)]
      if (first < today) return refuse['day-over']({ day: first })
      if (last > dayAfter(today, mostDaysAhead)) return refuse['day-too-far']({ day: last, days: mostDaysAhead })
      const wanted = new Set(days.map(({ postId, day }) => `${postId} ${day}`))
      if (wanted.size < days.length) return refuse['same-day-twice']()

      const shifts = new ShiftWriter(tx)
      await shifts.hold(unitId)
      const posts = await staff.postsIn(tx, unitId)
      const isFilled = (id: string) => posts.some(({ postId, holderName }) => postId === id && holderName !== null)
      // Who gets no shift may be vacant by now: taking the plan away must always be possible.
      if (!days.every(({ postId, spans }) => spans.length === 0 || isFilled(postId))) return refuse['unknown-post']()
      const rows = days.flatMap(({ postId, day, spans }) =>
        spans.map(span => {
          const { startsAt, endsAt } = momentsOf(day, span, offsetMinutes)
          const minutes = { from_minute: minuteOf(span.from), until_minute: minuteOf(span.until) }
          const own = { unit_id: unitId, post_id: postId, day, by_id: actor.personId, at: now }
          const plain = { stands_in_for: null, reason: null, removed_at: null, removed_by: null }
          return { id: newId(), ...own, ...minutes, starts_at: startsAt, ends_at: endsAt, ...plain }
        }),
      )
      const { startsAt } = momentsOf(first, { from: '00:00', until: '00:00' }, offsetMinutes)
      const { endsAt } = momentsOf(last, { from: '00:00', until: '00:00' }, offsetMinutes)
      const near = await shifts.ofPosts(
        days.map(({ postId }) => postId),
        shifted(startsAt, -twoDays),
        shifted(endsAt, twoDays),
      )
      const replaced = near.filter(row => row.unit_id === unitId && wanted.has(`${row.post_id} ${row.day}`))
      const double = doubled([...rows, ...near.filter(row => !replaced.includes(row))].map(asPlanned))
      if (double) return twice(double, posts, offsetMinutes)
      await shifts.remove(
        replaced.map(({ id }) => id),
        now,
        actor.personId,
      )
      await shifts.add(rows)
      tellOfRoster(work, unitId)
      return { planned: rows.length, removed: replaced.length }
    },
  })

export const substitute = ({ staff, settings }: Pick<Surroundings, 'staff' | 'settings'>) =>
  command(contract.substitute, {
    subject: ({ shiftId }) => ({ kind: 'shift', id: shiftId }),
    async run(work: RoutingWork, { shiftId, postId, reason }) {
      const { tx, actor, now } = work
      const shifts = new ShiftWriter(tx)
      const found = await shifts.find(shiftId)
      if (!found) return refuse['no-such-shift']()
      const unitId = found.unit_id
      if (!can(actor, 'routing.plan-shifts', unitAsPlace(unitId))) return refuse['other-unit']()
      await shifts.hold(unitId)
      const shift = await shifts.find(shiftId)
      if (!shift) return refuse['no-such-shift']()
      if (shift.ends_at <= now) return refuse['shift-over']()
      if (shift.post_id === postId) return refuse['stands-in-for-itself']()
      const posts = await staff.postsIn(tx, unitId)
      const post = posts.find(one => one.postId === postId)
      if (!post || post.holderName === null) return refuse['unknown-post']()
      const near = await shifts.ofPosts([postId], shift.starts_at, shift.ends_at)
      const double = doubled([...near.map(asPlanned), { ...asPlanned(shift), postId }])
      if (double) return twice(double, posts, settings(now).offsetMinutes)
      const standIn = newId()
      await shifts.remove([shiftId], now, actor.personId)
      // The one planned first stays named, however often the stand-in changes.
      const standsInFor = shift.stands_in_for ?? shift.post_id
      const own = { id: standIn, post_id: postId, by_id: actor.personId, at: now }
      await shifts.add([{ ...shift, ...own, stands_in_for: standsInFor, reason }])
      tellOfRoster(work, unitId)
      return { shiftId: standIn }
    },
  })
