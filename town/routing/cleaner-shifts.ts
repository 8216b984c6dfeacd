import type { LoadedShift } from '#modules/routing/server/index.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import type { Geography } from '../geography/geography.ts'
import type { PeoplePlan } from '../people/people.ts'
import { idMaker, randomFrom } from '../random.ts'

const dayMilliseconds = 86_400_000
const china = 8 * 3_600_000

/** 两扫两保: two whole sweeps, each followed by upkeep; times as streets commonly plan them. */
const spans = [
  { from: '05:00', until: '11:00' },
  { from: '13:30', until: '19:00' },
] as const

/** Ten days around the town’s today of every cleaner who holds a post; each has one day in seven off. */
export function cleanerShifts(geography: Geography, people: PeoplePlan, now: number): LoadedShift[] {
  const newId = idMaker(randomFrom(geography.seed * 15_485_863 + 29))
  const unit = people.units.find(({ key }) => key === 'sanitation')
  if (!unit || geography.size === 'city') return []
  const dayAt = (days: number) => instantOf(now + china + days * dayMilliseconds).slice(0, 10)
  return people.posts
    .filter(post => post.role === 'cleaner' && !post.vacant)
    .flatMap((post, turn) =>
      Array.from({ length: 10 }, (_, i) => i - 2)
        // The first is at work today, whatever day it is.
        .filter(days => (((days - turn + 3) % 7) + 7) % 7 !== 0)
        .flatMap(days =>
          spans.map(span => ({ shiftId: newId(now), unitId: unit.id, day: dayAt(days), postId: post.id, ...span })),
        ),
    )
}
