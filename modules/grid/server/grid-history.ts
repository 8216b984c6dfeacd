import { parentOf } from '../common/grid.ts'

/** A grid as it was from a day until before another; it still is so when there is none. */
export interface DatedGrid {
  readonly path: string
  readonly name: string
  readonly code: string
  readonly from: string
  readonly until: string | null
}

/** What became of a grid on a day: it stands under another path, gave ground to a new one, or is gone into one. */
export interface Succession {
  readonly on: string
  readonly from: string | null
  readonly to: string | null
  readonly how: 'moved' | 'cut' | 'gone'
}

/** Where a grid is to be found on a day. */
export type GridThen =
  /** In force, under this path: that of the day, which may be another than the one asked by. */
  | { readonly kind: 'there'; readonly path: string }
  /** It came later, from ground that these had. */
  | { readonly kind: 'not-yet'; readonly since: string; readonly instead: readonly string[] }
  /** It had ended, and these had its ground. */
  | { readonly kind: 'no-more'; readonly until: string; readonly instead: readonly string[] }
  | { readonly kind: 'never' }

/**
 * The tree of grids on any day. A day before a place was drawn for the first time is answered by its first tree: that the
 * system had no grids yet says nothing about the place.
 */
export class GridHistory {
  /** The latest day on which something changed; from then on the tree is as it is now. */
  readonly lastDay: string
  readonly #versions: ReadonlyMap<string, readonly DatedGrid[]>
  readonly #below: ReadonlyMap<string | null, readonly string[]>
  readonly #begun = new Map<string, string>()
  readonly #left: ReadonlyMap<string | null, readonly Succession[]>
  readonly #came: ReadonlyMap<string | null, readonly Succession[]>
  #called: ReadonlyMap<string, readonly DatedGrid[]> | undefined

  constructor(grids: readonly DatedGrid[], successions: readonly Succession[]) {
    const ordered = grids.toSorted((a, b) => (a.from < b.from ? -1 : 1))
    this.#versions = Map.groupBy(ordered, ({ path }) => path)
    this.#below = Map.groupBy([...this.#versions.keys()].toSorted(byLastStep), parentOf)
    for (const { path, from } of ordered) {
      const top = topOf(path)
      if (!this.#begun.has(top)) this.#begun.set(top, from)
    }
    this.#left = Map.groupBy(successions, ({ from }) => from)
    this.#came = Map.groupBy(successions, ({ to }) => to)
    const days = ordered.flatMap(({ from, until }) => (until === null ? [from] : [from, until]))
    this.lastDay = days.reduce((last, day) => (day > last ? day : last), '')
  }

  /** The first day of the tree in which a path stands; null for a path under no tree there ever was. */
  firstDay(path: string): string | null {
    return this.#begun.get(topOf(path)) ?? null
  }

  find(path: string, day: string): DatedGrid | undefined {
    const then = this.#counted(path, day)
    return this.#versions.get(path)?.find(({ from, until }) => from <= then && (until === null || until > then))
  }

  /** What a grid was called last, by whichever path it had. */
  nameOf(path: string): string {
    return this.#versions.get(path)?.at(-1)?.name ?? ''
  }

  /** From the top down, as they were called on the day; none for a path that was not in force. */
  names(path: string, day: string): string[] {
    const grid = this.find(path, day)
    if (!grid) return []
    const above = parentOf(path)
    return [...(above === null ? [] : this.names(above, day)), grid.name]
  }

  /** The grids right below, by the number of their last step. */
  childrenOf(path: string | null, day: string): DatedGrid[] {
    return (this.#below.get(path) ?? []).flatMap(below => this.find(below, day) ?? [])
  }

  /** Every grid in force on the day, parents before children. */
  all(day: string): DatedGrid[] {
    return this.childrenOf(null, day).flatMap(({ path }) => this.under(path, day))
  }

  /**
   * In which grids something lay that lies in this one, as far as paths tell: the grid by its path before, or the one out
   * of which it was cut; the earliest first, each until before a day.
   */
  stretchesBefore(path: string): { path: string; until: string }[] {
    const first = this.#versions.get(path)?.[0]
    if (!first || first.from === this.firstDay(path)) return []
    const came = (this.#came.get(path) ?? []).filter(({ on }) => on === first.from)
    const source = (came.find(({ how }) => how === 'moved') ?? came.find(({ how }) => how === 'cut'))?.from
    if (!source) return []
    return [...this.stretchesBefore(source), { path: source, until: first.from }]
  }

  /** The grid and all below it, parents before children. */
  under(path: string, day: string): DatedGrid[] {
    const grid = this.find(path, day)
    return grid ? [grid, ...this.childrenOf(path, day).flatMap(child => this.under(child.path, day))] : []
  }

  /** The same grid on another day, whatever its path was then; where it was not there, whose ground it is. */
  at(path: string, day: string): GridThen {
    if (this.find(path, day)) return { kind: 'there', path }
    const versions = this.#versions.get(path)
    const [first, last] = [versions?.[0], versions?.at(-1)]
    if (!first || !last) return { kind: 'never' }
    if (this.#counted(path, day) < first.from) {
      const came = (this.#came.get(path) ?? []).filter(({ on }) => on === first.from)
      const same = came.find(({ how }) => how === 'moved')
      if (same?.from) return this.at(same.from, day)
      const sources = came.flatMap(({ how, from }) => (how === 'cut' && from !== null ? [from] : []))
      return { kind: 'not-yet', since: first.from, instead: this.#standing(sources, path, day) }
    }
    const until = last.until ?? last.from
    const left = (this.#left.get(path) ?? []).filter(({ on }) => on === until)
    const same = left.find(({ how }) => how === 'moved')
    if (same?.to) return this.at(same.to, day)
    const heirs = left.flatMap(({ how, to }) => (how === 'gone' && to !== null ? [to] : []))
    return { kind: 'no-more', until, instead: this.#standing(heirs, path, day) }
  }

  /** Where whatever was in a grid belongs on a later day: in itself, in its heir, or in what was above it. */
  heirOf(path: string, day: string): string | null {
    const then = this.at(path, day)
    if (then.kind === 'there') return then.path
    return then.kind === 'no-more' ? (then.instead[0] ?? null) : null
  }

  /** Grids called or numbered so on some day, by the paths they had; each once. */
  everCalled(text: string): readonly DatedGrid[] {
    this.#called ??= calledIn([...this.#versions.values()].flat())
    return this.#called.get(text) ?? []
  }

  /** Which grids of the day these come to; the one above when none is named. */
  #standing(paths: readonly string[], path: string, day: string): string[] {
    const above = parentOf(path)
    const from = paths.length > 0 ? paths : above === null ? [] : [above]
    const found = from.flatMap(each => {
      const then = this.at(each, day)
      return then.kind === 'there' ? [then.path] : then.kind === 'never' ? [] : then.instead
    })
    return [...new Set(found)]
  }

  #counted(path: string, day: string): string {
    const first = this.#begun.get(topOf(path)) ?? day
    return day < first ? first : day
  }
}

const topOf = (path: string) => path.split('.', 1)[0]!

function calledIn(grids: readonly DatedGrid[]): ReadonlyMap<string, readonly DatedGrid[]> {
  const called = new Map<string, Map<string, DatedGrid>>()
  for (const grid of grids) {
    for (const text of [grid.name, grid.code]) {
      if (!called.has(text)) called.set(text, new Map())
      called.get(text)!.set(grid.path, grid)
    }
  }
  return new Map([...called].map(([text, byPath]) => [text, [...byPath.values()]]))
}

function byLastStep(a: string, b: string): number {
  const last = (path: string) => Number(path.slice(path.lastIndexOf('.') + 1))
  return last(a) - last(b)
}
