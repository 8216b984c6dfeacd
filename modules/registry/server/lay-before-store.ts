import { sql, type Transaction } from 'kysely'
import type { GridHistory } from '#modules/grid/server/index.ts'
import { gridsBefore } from '#modules/places/server/index.ts'
import type { NewThingRow } from './bulk-store.ts'
import type { RegistryTables } from './tables.ts'

/**
 * Homes that are recorded today stood there before, and people are said to have lived in them since: where they lay when
 * grids were others, by their building, or by what became of the grid.
 */
export async function keepWhereTheyLay(
  tx: Transaction<RegistryTables>,
  history: GridHistory,
  homes: readonly Pick<NewThingRow, 'id' | 'gridPath' | 'fields'>[],
): Promise<void> {
  const buildingOf = ({ fields }: Pick<NewThingRow, 'fields'>) =>
    String((fields as { building?: string }).building ?? '')
  const ofBuildings = await gridsBefore(tx as never, [...new Set(homes.map(buildingOf))].filter(Boolean))
  const rows = homes.flatMap(home => {
    const stretches = ofBuildings.get(buildingOf(home)) ?? history.stretchesBefore(home.gridPath)
    return stretches.map(({ path, until }, at) => ({ home: home.id, path, from: stretches[at - 1]?.until, until }))
  })
  if (rows.length === 0) return
  await sql`insert into registry.lay_in (home_id, grid_path, from_on, until_on)
    select home, path, coalesce("from", '-infinity'), until
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (home uuid, path text, "from" date, until date)`.execute(
    tx,
  )
}
