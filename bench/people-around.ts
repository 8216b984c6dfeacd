import { GridHistory } from '#modules/grid/server/index.ts'
import { usualRegistry, usualStaleAfter } from '#modules/registry/common/index.ts'
import type { Surroundings } from '#modules/registry/server/index.ts'
import { createBlindIndex, createSecretBox } from '#platform/crypto/server/index.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'

/** What the library is given in benches: keys of their own, and a place of two hundred grids. */
export function benchAround(db: () => Db): Surroundings {
  const paths = ['1', '1.1', ...Array.from({ length: 200 }, (_, at) => `1.1.${1 + at}`)]
  const history = historyOf(paths)
  return {
    db,
    secrets: createSecretBox({ current: 'k', keys: { k: Buffer.alloc(32, 7) } }),
    index: createBlindIndex({ current: 'i', keys: { i: Buffer.alloc(32, 5) } }),
    grids: {
      has: path => path.startsWith('1'),
      all: () => paths.map(path => ({ path, name: `格${path}`, code: path })),
      names: path => [`格${path}`],
      history: async () => history,
      held: async () => 1,
    },
    people: async (_db, ids) => new Map(ids.map(id => [id, id])),
    posts: async (_db, ids) => new Map(ids.map(id => [id, id])),
    holders: async () => ['bench'],
    settings: () => usualRegistry,
    staleAfter: () => usualStaleAfter,
  }
}

/** Grids that were never others. */
export const historyOf = (paths: readonly string[]) =>
  new GridHistory(
    paths.map(path => ({ path, name: `格${path}`, code: path, from: '2000-01-01', until: null })),
    [],
  )

/** Two hundred streets with names of two characters. */
export const streetName = (at: number): string => `${streetSigns[at % 20]}${streetSigns[Math.floor(at / 20) % 20]}路`
const streetSigns = [...'文化建设人民东风解放花园学院滨河和平工农']
