import { type Counts, withhold } from './suppression.ts'

export interface PeopleCounted {
  readonly below: string | null
  readonly population: string | null
  readonly sex: string | null
  readonly age: number | null
  readonly count: number
}

const total = (rows: readonly { readonly count: number }[]) => rows.reduce((sum, row) => sum + row.count, 0)
export const ageGroups = Array.from({ length: 21 }, (_, i) => i * 5)
export const populations = ['registered', 'floating', 'overseas', 'unregistered'] as const

/** One table of counts, exact or with small counts withheld. */
function table(cells: Counts['cells'], threshold: number | null): (number | null)[][] {
  if (threshold === null) return cells.map(row => [...row])
  const names = (count: number) => Array.from({ length: count }, (_, i) => String(i))
  const counts = { rows: names(cells.length), columns: names(cells[0]?.length ?? 0), cells }
  return withhold(counts, threshold).map(row => [...row])
}

/** The figures of people; with a threshold, small counts and what they could be worked out from are withheld. */
export function peopleFigures(
  rows: readonly PeopleCounted[],
  children: readonly { readonly path: string; readonly name: string }[],
  threshold: number | null,
) {
  const people = total(rows)
  const isSmall = threshold !== null && people > 0 && people < threshold
  const kinds = table([populations.map(one => total(rows.filter(row => row.population === one)))], threshold)[0]!
  const ages = table(
    ageGroups.map(age => ['1', '2'].map(sex => total(rows.filter(row => row.sex === sex && row.age === age)))),
    threshold,
  )
  const below = table(
    children.map(({ path }) => {
      const own = rows.filter(row => row.below === path)
      const floating = total(own.filter(row => row.population === 'floating'))
      return [floating, total(own) - floating]
    }),
    threshold,
  )
  const floating = kinds[populations.indexOf('floating')] ?? null
  return {
    people: isSmall ? null : people,
    byPopulation: populations.map((population, i) => ({ population, count: kinds[i] ?? null })),
    pyramid: ageGroups.map((from, i) => ({ from, male: ages[i]?.[0] ?? null, female: ages[i]?.[1] ?? null })),
    floating: people === 0 || floating === null || isSmall ? null : floating / people,
    children: children.map(({ path, name }, i) => {
      const [moved = null, others = null] = below[i] ?? []
      return { path, name, floating: moved, people: moved === null || others === null ? null : moved + others }
    }),
  }
}
