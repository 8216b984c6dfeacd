import type { CaseFile } from '../common/case-file.ts'
import type { CasesWork } from './step.ts'
import { postsOnDutyFirst, type WhoIsThere } from './who-is-on-duty.ts'

/** The post that is asked to look on the spot: on duty, responsible for the grid, then the nearest; `except` cannot. */
export async function nearestVerifier(
  { tx, now }: Pick<CasesWork, 'tx' | 'now'>,
  { place }: CaseFile,
  around: WhoIsThere,
  except: string | null = null,
): Promise<string | null> {
  const posts = await postsOnDutyFirst(tx, around, place.point, 'cases.verify', now)
  return posts.find(({ postId }) => postId !== except)?.postId ?? null
}
