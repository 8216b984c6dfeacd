import { registryModule } from '#modules/registry/module.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import { runQuery } from '#platform/commands/server/run-command.ts'
import { measure } from './measure.ts'
import { benchAround, historyOf } from './people-around.ts'
import { city, type PeopleSet } from './people-set.ts'

const now = '2026-09-15T02:00:00.000Z'
const chief: Actor = {
  ...{ personId: 'bench', postId: null, unitId: null },
  grants: ['read', 'read-places', 'figures'].map(word => ({
    permission: `registry.${word}`,
    within: { kind: 'subtree', path: '1' },
  })),
}
const below = [city.districts, city.streets, city.communities, city.grids]
const pathsBelow = (path: string, depth: number): string[] => [
  path,
  ...Array.from({ length: below[depth] ?? 0 }, (_, at) => pathsBelow(`${path}.${1 + at}`, depth + 1)).flat(),
]

/** 两实 figures of today and of past days: pyramid, kinds, vacancy, floating share, and the rows behind a number. */
export async function benchFigures(set: PeopleSet): Promise<void> {
  const plain = benchAround(() => set.db)
  const history = historyOf(pathsBelow('1', 0))
  const around = { ...plain, grids: { ...plain.grids, history: async () => history } }
  const registry = registryModule(around)
  const ask = (name: string, input: object) => {
    const query = registry.queries.find(({ endpoint }) => endpoint.name === `registry.${name}`)!
    return runQuery(set.db, query, { actor: chief, everyPost: [chief], now, input } as never)
  }
  const grounds = { grid: '1.2.3.4.5', community: '1.2.3.4', street: '1.2.3', district: '1.2', city: '1' }
  for (const [name, gridPath] of Object.entries(grounds)) {
    const count = name === 'city' || name === 'district' ? 10 : 50
    for (const on of ['2026-09-15', '2025-01-01']) {
      await measure(set, `figures of a ${name} on ${on}`, () => ask('figures', { gridPath, on }), count)
    }
    const rows = { gridPath, on: '2025-01-01', population: 'floating', ageFrom: 60, limit: 50 }
    await measure(set, `rows behind a number of a ${name}, past day`, () => ask('figure-rows', rows), count)
  }
}
