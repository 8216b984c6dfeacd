import type { GridHistory } from '#modules/grid/server/index.ts'

export interface NamedGrid {
  /** Where it is today; several where the grid of that name is gone into more than one. */
  readonly paths: readonly string[]
  /** What these are called today, when that is not what was asked for. */
  readonly now: readonly string[] | null
}

/**
 * Grids by name or code, first those of the day, then those that were called so before: sheets are written for months on
 * by the names of last year. A name that two grids share names neither.
 */
export function gridsByName(history: GridHistory, today: string): (text: string) => NamedGrid | undefined {
  const present = new Map<string, string>()
  const twice = new Set<string>()
  for (const { path, name, code } of history.all(today)) {
    for (const text of [name, code]) {
      if (present.has(text) && present.get(text) !== path) twice.add(text)
      present.set(text, path)
    }
  }
  return written => {
    const text = written.trim()
    if (twice.has(text)) return undefined
    const path = present.get(text)
    if (path !== undefined) return { paths: [path], now: null }
    const before = history.everCalled(text)
    // Two grids of other days shared the name, at one time or one after the other: nobody can tell which is meant.
    if (before.length !== 1) return undefined
    const then = history.at(before[0]!.path, today)
    const paths = then.kind === 'there' ? [then.path] : then.kind === 'no-more' ? then.instead : []
    if (paths.length === 0) return undefined
    return { paths, now: paths.map(each => history.find(each, today)?.name ?? '') }
  }
}
