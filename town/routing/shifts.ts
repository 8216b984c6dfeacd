import type { LoadedShift } from '#modules/routing/server/index.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import type { Geography } from '../geography/geography.ts'
import type { PeoplePlan } from '../people/people.ts'
import { idMaker, randomFrom } from '../random.ts'

const dayMilliseconds = 86_400_000
const china = 8 * 3_600_000

/** The desk of the centre: two weeks around the town's today. The first of each kind is on shift now, where anybody is. */
const groups = [
  { start: 'acceptor ', hasNights: true },
  { start: 'duty-chief ', hasNights: false },
  { start: 'dispatcher ', hasNights: false },
] as const

export function centreShifts(geography: Geography, people: PeoplePlan, now: number): LoadedShift[] {
  const newId = idMaker(randomFrom(geography.seed * 49_979_687 + 17))
  const unit = people.units.find(({ key }) => key === 'centre')
  if (!unit) throw new Error('the town has no centre')
  const dayAt = (days: number) => instantOf(now + china + days * dayMilliseconds).slice(0, 10)
  return groups.flatMap(({ start, hasNights }) => {
    const posts = people.posts.filter(post => post.unit === 'centre' && post.key.startsWith(start) && !post.vacant)
    const byNightToo = hasNights && posts.length > 2
    const step = byNightToo ? nightsBefore(now) : 0
    return Array.from({ length: 15 }, (_, i) => i - 7).flatMap(days => {
      const turn = (by: number) => posts[(((days + by + step) % posts.length) + posts.length) % posts.length]!.id
      const own = { unitId: unit.id, day: dayAt(days) }
      // Where somebody takes over, the last hour is shared: work is handed over, and no report falls between two people.
      const byDay = {
        shiftId: newId(now),
        ...own,
        postId: turn(0),
        from: '08:00',
        until: byNightToo ? '21:00' : '20:00',
      }
      // A night a day after the last day shift: nobody works twice in a row.
      const byNight = { shiftId: newId(now), ...own, postId: turn(posts.length - 1), from: '20:00', until: '09:00' }
      return byNightToo ? [byDay, byNight] : [byDay]
    })
  })
}

/** By how many turns the first is moved on, so that the present night is theirs: it may have begun yesterday. */
function nightsBefore(now: number): number {
  const hour = new Date(now + china).getUTCHours()
  return hour < 8 ? 2 : hour < 20 ? 0 : 1
}
