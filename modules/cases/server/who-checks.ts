import type { CaseFile } from '../common/case-file.ts'
import type { CasesWork } from './step.ts'
import type { GridLocator } from './surroundings.ts'

/** The post that is asked to look on the spot: responsible for the grid first, then the nearest; `except` cannot. */
export async function nearestVerifier(
  { tx }: Pick<CasesWork, 'tx'>,
  { place }: CaseFile,
  grids: GridLocator,
  except: string | null = null,
): Promise<string | null> {
  // Without a point somebody in the middle is asked: a case that waits for nobody would wait for ever.
  const point = place.point ?? grids.root()?.labelPlace
  const posts = point ? await grids.nearestPosts(tx, point, 'cases.verify') : []
  return posts.find(({ postId }) => postId !== except)?.postId ?? null
}
