/** A table of counts with a name for each row and column. */
export interface Counts {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly (readonly number[])[]
}

/** Null: withheld. Totals are those of the whole table, so that figures add up for whoever knows nothing else. */
export type Withheld = readonly (readonly (number | null)[])[]

/**
 * Anonymous figures: counts from 1 to below `threshold` are withheld. A single withheld cell in a row or column could be
 * worked out from the total, so the next smallest beside it is withheld too, until no line has exactly one. Nought stays:
 * it tells of nobody. (Common practice of statistical offices; the threshold is local.)
 */
export function withhold({ cells }: Counts, threshold: number): Withheld {
  const kept: (number | null)[][] = cells.map(row => row.map(count => (count > 0 && count < threshold ? null : count)))
  const lines = linesOf(cells)
  for (;;) {
    const open = lines.find(line => line.filter(([r, c]) => kept[r]![c] === null).length === 1)
    const next =
      open &&
      smallest(
        open.filter(([r, c]) => (kept[r]![c] ?? 0) > 0),
        cells,
      )
    if (!next) {
      const alone = open && !next
      if (!alone) return kept
      // Nothing else is left in the line to hide it among: the line tells its only number, so the number goes as nought
      // would; the total is withheld by whoever shows it.
      lines.splice(lines.indexOf(open), 1)
      continue
    }
    kept[next[0]]![next[1]] = null
  }
}

type At = readonly [row: number, column: number]

function linesOf(cells: Counts['cells']): At[][] {
  const rows = cells.map((row, r) => row.map((_, c): At => [r, c]))
  const columns = (cells[0] ?? []).map((_, c) => cells.map((_row, r): At => [r, c]))
  return [...rows, ...columns]
}

function smallest(among: readonly At[], cells: Counts['cells']): At | undefined {
  return among.reduce<At | undefined>((best, at) => {
    const count = cells[at[0]]![at[1]]!
    return best === undefined || count < cells[best[0]]![best[1]]! ? at : best
  }, undefined)
}
