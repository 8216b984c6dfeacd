import { type Kysely, sql, type Transaction } from 'kysely'
import { followPaths, type PathChange } from '#modules/grid/common/index.ts'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import { namedPaths } from '#platform/db/server/named-paths-store.ts'
import { filesByIds } from '#platform/files/server/attach.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { InstitutionReader, InstitutionWriter } from './institution-store.ts'
import type { InstitutionsTables } from './tables.ts'

/** The grid that a document belongs to, by which it is kept up. */
export const documentPaths = namedPaths('institutions.document', 'grid_path', sql`row.repealed_from is null`)

/** Documents whose last wording names grids that are no more, or from which others were cut, with the next wording. */
export async function wordingsThatFollow(db: ReadHandle, change: PathChange, day: string) {
  const { rows } = await sql<{ id: string }>`
    select id::text from institutions.document where repealed_from is null order by id`.execute(
    db as unknown as Kysely<InstitutionsTables>,
  )
  const reader = new InstitutionReader(db as unknown as Kysely<InstitutionsTables>)
  const following = []
  for (const { id } of rows) {
    const known = await reader.find(id)
    const last = known?.versions.at(-1)
    // What is over keeps where it held.
    if (!known || !last || (last.in_force_until !== null && last.in_force_until < day)) continue
    const areas = followPaths(last.areas, change)
    const readerGrid = last.reader_grid === null ? null : (change.heirs.get(last.reader_grid) ?? last.reader_grid)
    if (areas === last.areas && readerGrid === last.reader_grid) continue
    following.push({ number: known.document.number, last, areas, readerGrid })
  }
  return following
}

/** What a document says is not changed; where it holds is said anew by a wording that nobody has to read again. */
export async function followWordings(
  tx: Transaction<unknown>,
  change: PathChange & { readonly name: string },
  { day, at }: { readonly day: string; readonly at: Instant },
): Promise<void> {
  const writer = new InstitutionWriter(tx as unknown as Transaction<InstitutionsTables>)
  for (const { number, last, areas, readerGrid } of await wordingsThatFollow(tx, change, day)) {
    const { inForceFrom: _, inForceUntil: __, asksAgain: ___, ...row } = last
    await writer.take(row.document_id)
    const papers = await filesByIds(tx, row.files)
    const next = {
      ...row,
      ...{ version: row.version + 1, areas, reader_grid: readerGrid, asks_again: false },
      // One that is to hold later goes on waiting for its day.
      in_force_from: row.in_force_from > day ? row.in_force_from : day,
      ...{ change_note: change.name, made_at: at, made_by: 'clock' },
    }
    await writer.addVersion(
      number,
      next,
      papers.map(({ name }) => name),
    )
  }
}
