import type { OfflineModule } from '#platform/offline/field/index.ts'
import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import type { Polygon } from '#platform/kernel/common/geometry.ts'
import type { gridTree, locate, showGrid } from '../common/contract.ts'
import { isWithin } from '../common/is-within.ts'

const weekHours = 24 * 7

/** The place: the grids around me, my own outline, and a cut of the map. Facts about places, none about people's lives. */
export const gridOffline: OfflineModule = {
  name: 'grid',
  messages: { 'zh-CN': {}, en: {} },
  answers: [
    { query: 'grid.tree', version: 1, hours: weekHours },
    { query: 'grid.show', version: 1, hours: weekHours },
  ],
  commands: [],
  computes: {
    // In which grid I stand, by my own grid's outline; elsewhere the server finds it when the report arrives.
    'grid.locate': async ({ lon, lat }: InputOf<typeof locate>, kept) => {
      const me = (await kept('identity.me', {})) as
        | { readonly post: { readonly gridPath: string | null } | null }
        | undefined
      const path = me?.post?.gridPath
      const own = path ? ((await kept('grid.show', { path })) as OutputOf<typeof showGrid> | undefined) : undefined
      if (!own || !isWithin({ lon, lat }, own.polygon as Polygon)) return undefined
      const names = own.names.map(({ name }) => name)
      return { point: { lon, lat }, path: own.path, names, noGrid: false } satisfies OutputOf<typeof locate>
    },
  },
  async stock({ client, me, bytes, keepBytes, keepOnly }) {
    if (!me.permissions.includes('grid.read')) {
      await keepOnly('grid.tree', [])
      await keepOnly('grid.show', [])
      return
    }
    await client.query<typeof gridTree>('grid.tree', { deepestLevel: 1 })
    if (me.gridPath === null) return
    await client.query<typeof gridTree>('grid.tree', { under: me.gridPath })
    await client.query<typeof showGrid>('grid.show', { path: me.gridPath })
    for (const part of ['base', 'grids'] as const) {
      const cut = await bytes(`/basemap/cut/${part}.pmtiles?path=${me.gridPath}`)
      if (cut !== null) await keepBytes(`map-${part}`, cut)
    }
  },
}
