import { anonymous } from './anonymous.ts'

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

/** The figures of people; with a threshold, each for those who may not see the people behind it (`anonymous`). */
export function peopleFigures(
  rows: readonly PeopleCounted[],
  children: readonly { readonly path: string; readonly name: string }[],
  threshold: number | null,
) {
  const count = (some: readonly PeopleCounted[]) =>
    threshold === null ? total(some) : anonymous(total(some), threshold)
  const people = count(rows)
  const byPopulation = populations.map(population => ({
    population,
    count: count(rows.filter(row => row.population === population)),
  }))
  const floating = byPopulation.find(({ population }) => population === 'floating')?.count ?? null
  const ofAge = (age: number, sex: string) => count(rows.filter(row => row.sex === sex && row.age === age))
  return {
    people,
    byPopulation,
    pyramid: ageGroups.map(from => ({ from, male: ofAge(from, '1'), female: ofAge(from, '2') })),
    // Rounded, the part can be more than the whole.
    floating: people === null || people === 0 || floating === null ? null : Math.min(1, floating / people),
    children: children.map(({ path, name }) => {
      const own = rows.filter(row => row.below === path)
      return { path, name, people: count(own), floating: count(own.filter(row => row.population === 'floating')) }
    }),
  }
}
