import type { Geography } from '../geography/geography.ts'
import type { PeoplePlan } from '../people/people.ts'
import { between, randomFrom } from '../random.ts'

/** At the centre, where calls for help arrive. */
const centre = ['street-centre', 'duty-chief']
/** Whoever answers for ground, and whoever may call for help there and is called back. */
const duties: readonly string[] = [
  ...['lead', 'deputy', 'road-chief-1', 'road-chief-2', 'road-chief-3'],
  ...['worker', 'building-head', 'cleaner'],
]

/** Duty phones of the posts on grids: numbers of a block that is nobody's (199 0000 …). */
export function planPhones(geography: Geography, { posts }: PeoplePlan): { postId: string; phone: string }[] {
  if (geography.size === 'city') return []
  const random = randomFrom(geography.seed * 104_729 + 23)
  return posts
    .filter(({ duty, role }) => (duty === null ? centre.includes(role) : duties.includes(duty)))
    .map(({ id }) => ({ postId: id, phone: `1990000${String(between(random, 0, 9999)).padStart(4, '0')}` }))
}
