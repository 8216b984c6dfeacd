import { isInside } from '#platform/authz/common/grants.ts'

/** What became of grids, for whoever keeps a list of them by path. */
export interface PathChange {
  /** Path that is no more → where its grid stands now, or which took its ground. */
  readonly heirs: ReadonlyMap<string, string>
  /** New grid → the one of which it has the ground; null when it was drawn where none was. */
  readonly sources: ReadonlyMap<string, string | null>
}

/**
 * A list of grids that goes on meaning the same ground: a grid keeps its place in it under whichever path, what is cut
 * out of it comes in as well, and nothing stands in it twice. The very same list when nothing changes.
 */
export function followPaths(paths: readonly string[], { heirs, sources }: PathChange): readonly string[] {
  const cut = [...sources].flatMap(([path, source]) =>
    source !== null && paths.includes(source) && !paths.includes(path) ? [path] : [],
  )
  if (cut.length === 0 && !paths.some(path => heirs.has(path))) return paths
  const next = [...new Set([...paths.map(path => heirs.get(path) ?? path), ...cut])]
  return next.filter(path => !next.some(other => other !== path && isInside(path, other)))
}
