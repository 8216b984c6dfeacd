import type { Point } from '#platform/kernel/common/geometry.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import type { Surroundings } from './surroundings.ts'

export type WhoIsThere = Pick<Surroundings, 'grids' | 'routing'>

/** Posts that may do something at a place, by responsibility and distance, but whoever is off duty comes last. */
export async function postsOnDutyFirst(
  db: ReadHandle,
  { grids, routing }: WhoIsThere,
  place: Point | null,
  permission: string,
  now: Instant,
) {
  // Without a point somebody in the middle is asked: a case that waits for nobody would wait for ever.
  const point = place ?? grids.root()?.labelPlace
  const posts = point ? await grids.nearestPosts(db, point, permission) : []
  const off = await routing.offDuty(
    db,
    posts.map(({ postId }) => postId),
    now,
  )
  return posts
    .map(post => ({ ...post, isOnDuty: !off.has(post.postId) }))
    .sort((a, b) => Number(b.isOnDuty) - Number(a.isOnDuty))
}
