import type { Point } from '#platform/kernel/common/geometry.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import type { Surroundings } from './surroundings.ts'

export type WhoIsThere = Pick<Surroundings, 'grids' | 'routing'>

/** Posts that may do something at a place, by responsibility and distance, each with its shift if it works in shifts. */
async function postsNear(
  db: ReadHandle,
  { grids, routing }: WhoIsThere,
  place: Point | null,
  permission: string,
  now: Instant,
) {
  // Without a point somebody in the middle is asked: a case that waits for nobody would wait for ever.
  const point = place ?? grids.root()?.labelPlace
  const posts = point ? await grids.nearestPosts(db, point, permission) : []
  const shifts = await routing.onShift(
    db,
    posts.map(({ postId }) => postId),
    now,
  )
  return posts.map(post => ({ ...post, isOnShift: shifts.get(post.postId) ?? null }))
}

/** For work outside: the nearest first, but whoever is off duty comes last. */
export async function postsOnDutyFirst(...asked: Parameters<typeof postsNear>) {
  const posts = await postsNear(...asked)
  return posts.sort((a, b) => Number(a.isOnShift === false) - Number(b.isOnShift === false))
}

/** For the desk: who is on shift, then who works without shifts, then the rest. */
export async function postsOfTheShift(...asked: Parameters<typeof postsNear>) {
  const rank = (isOnShift: boolean | null) => (isOnShift === null ? 1 : isOnShift ? 0 : 2)
  return (await postsNear(...asked)).sort((a, b) => rank(a.isOnShift) - rank(b.isOnShift))
}
