import { can } from '#platform/authz/common/grants.ts'
import { query } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { dayAfter, localMoment, timeOf } from '../../common/rule.ts'
import { type ShiftRow, ShiftReader } from '../shift-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { RoutingTables } from '../tables.ts'

export const showRosterQuery = ({ staff, settings }: Pick<Surroundings, 'staff' | 'settings'>) =>
  query<RoutingTables, typeof contract.showRoster>(contract.showRoster, {
    async run({ read, actor, now }, { unitId = actor.unitId ?? undefined, from, days }) {
      const shifts = new ShiftReader(read)
      const { offsetMinutes, rhythmDays } = settings(now)
      const today = localMoment(now, offsetMinutes).day
      const inShifts = await shifts.units(dayAfter(today, -rhythmDays))
      const unitIds = [...new Set([...inShifts, ...[actor.unitId ?? [], unitId ?? []].flat()])]
      const names = await staff.units(read, unitIds)
      const rows = unitId === undefined ? [] : await shifts.inUnit(unitId, from, dayAfter(from, days))
      const inUnit = unitId === undefined ? [] : await staff.postsIn(read, unitId)
      // A post that was moved away keeps its past shifts readable.
      const gone = rows
        .flatMap(row => [row.post_id, row.stands_in_for].filter(id => id !== null))
        .filter(id => inUnit.every(({ postId }) => postId !== id))
      const others = await staff.posts(read, gone)
      const titles = new Map([...inUnit, ...others.values()].map(post => [post.postId, post]))
      const withShift = new Set(rows.map(row => row.post_id))
      return {
        unitId: unitId ?? null,
        unitName: unitId === undefined ? null : (names.get(unitId) ?? null),
        mayPlan:
          unitId !== undefined &&
          can(actor, 'routing.plan-shifts', { gridPath: null, unitId, postId: null, ownerId: null }),
        days: Array.from({ length: days }, (_, i) => dayAfter(from, i)),
        posts: [...titles.values()]
          .filter(({ postId, holderName }) => holderName !== null || withShift.has(postId))
          .map(({ postId, title, holderName }) => ({ postId, title, holderName }))
          .sort((a, b) => a.title.localeCompare(b.title, 'zh-CN', { numeric: true })),
        shifts: rows.map(row => present(row, titles.get(row.stands_in_for ?? '')?.title ?? row.stands_in_for, now)),
        units: unitIds.flatMap(id => (names.has(id) ? [{ unitId: id, name: names.get(id)! }] : [])),
      }
    },
  })

function present(row: ShiftRow, standsInFor: string | null, now: string): contract.Shift {
  return {
    ...{ shiftId: row.id, postId: row.post_id, day: row.day },
    ...{ from: timeOf(row.from_minute), until: timeOf(row.until_minute) },
    ...{ startsAt: row.starts_at, endsAt: row.ends_at, standsInFor, reason: row.reason },
    isNow: row.starts_at <= now && now < row.ends_at,
  }
}
