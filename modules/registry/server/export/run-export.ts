import type { Kysely } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { takerMark } from '#platform/sheets/common/taker-mark.ts'
import { type LargeSheet, writeLargeCsv, writeLargeXlsx } from '#platform/sheets/server/index.ts'
import { fieldOf, kinds } from '../../common/kinds.ts'
import { masked } from '../../common/mask.ts'
import { valueWords } from '../../common/row-facts.ts'
import { mayUnmask, sightOf } from '../../common/sight.ts'
import { isSecretRef, type SecretRef } from '../../common/entries.ts'
import { ManyPeople } from '../import/people-store.ts'
import { SecretReader } from '../secret-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { RegistryTables } from '../tables.ts'
import { holdsAt, ThingReader, type ThingRow } from '../thing-store.ts'
import { ExportReader, type ExportRow, ExportWriter } from './export-store.ts'

const rowsAtOnce = 1000
const pieceBytes = 512 * 1024
const stalledMilliseconds = 300_000
/** Files with personal data lie about for a day and no longer (local practice). */
const keptHours = 24

/** Writes the file of one export from its beginning; what a stopped process left is taken away first. */
export async function runExport(around: Surroundings, db: Db, id: string, now: Instant): Promise<void> {
  const read = db.read() as Kysely<RegistryTables>
  const reader = new ExportReader(read, around.secrets)
  const asked = await reader.find(id)
  if (asked?.state !== 'running') return
  const write = <T>(work: (exports: ExportWriter) => Promise<T>) =>
    db.unitOfWork(tx => work(new ExportWriter(tx as never, around.secrets)))
  const actor: Actor = { personId: asked.by_id, postId: asked.post_id, unitId: null, grants: asked.grants }
  const total = await reader.count(actor, asked.kind, asked.grid_path)
  await write(async exports => {
    await exports.forgetPieces(id)
    await exports.change(id, { total, rows: 0, pieces: 0, bytes: 0 })
  })
  let rows = 0
  const lines = linesOf(around, db, asked, actor, now, async count => {
    rows += count
    await write(exports => exports.change(id, { rows }))
  })
  const names = await around.people(read as Kysely<unknown>, [asked.by_id])
  const sheet: LargeSheet = {
    name: kinds[asked.kind].label['zh-CN'],
    columns: asked.columns.map(({ key }) => ({ heading: headingOf(asked, key), width: 18 })),
    note: takerMark({
      ...{ name: names.get(asked.by_id) ?? asked.by_id, at: asked.created_at, reason: asked.reason },
      number: id.slice(-8),
    }),
    rows: lines,
  }
  let serial = 0
  let bytes = 0
  let waiting: Uint8Array[] = []
  const flush = async () => {
    const piece = Buffer.concat(waiting)
    waiting = []
    if (piece.length === 0) return
    bytes += piece.length
    const at = serial++
    await write(exports => exports.addPiece(id, at, piece))
  }
  let size = 0
  for await (const piece of asked.format === 'csv' ? writeLargeCsv(sheet) : writeLargeXlsx(sheet)) {
    waiting.push(piece)
    size += piece.length
    if (size < pieceBytes) continue
    size = 0
    await flush()
  }
  await flush()
  await write(exports => exports.change(id, { state: 'done', rows, pieces: serial, bytes }))
}

function headingOf({ kind }: ExportRow, key: string): string {
  if (key === 'grid') return '所属网格'
  if (key === 'home') return '现住地址'
  return fieldOf(kind, key)?.label['zh-CN'] ?? key
}

async function* linesOf(
  around: Surroundings,
  db: Db,
  asked: ExportRow,
  actor: Actor,
  now: Instant,
  passed: (count: number) => Promise<void>,
): AsyncGenerator<readonly string[]> {
  const read = db.read() as Kysely<RegistryTables>
  const things = new ThingReader(read, actor)
  const whole = asked.columns.filter(column => column.whole)
  for (let after: { title: string; id: string } | undefined; ; ) {
    const page = await things.list({ kind: asked.kind, gridPath: asked.grid_path, after, limit: rowsAtOnce })
    const lines = await presentPage(around, read, asked, actor, page)
    const last = page.at(-1)
    if (whole.length > 0 && kinds[asked.kind].isPersonal && page.length > 0) {
      await db.unitOfWork(tx =>
        new ExportWriter(tx as never, around.secrets).noteLooks(
          page.map(row => row.id),
          {
            ...{ at: now, byId: actor.personId, postId: actor.postId, reason: asked.reason },
            field: whole.map(column => column.key).join(' '),
          },
        ),
      )
    }
    yield* lines
    await passed(page.length)
    if (!last || page.length < rowsAtOnce) return
    after = { title: last.title, id: last.id }
  }
}

async function presentPage(
  around: Surroundings,
  read: Kysely<RegistryTables>,
  { kind, columns }: ExportRow,
  actor: Actor,
  page: readonly ThingRow[],
): Promise<readonly (readonly string[])[]> {
  const sealed = page.flatMap(row =>
    columns.flatMap(({ key }): SecretRef[] => {
      const kept = row.fields[key]
      return isSecretRef(kept) ? [kept] : []
    }),
  )
  const valueOf = await new SecretReader(read, around.secrets).open(sealed)
  const isHomeWanted = columns.some(column => column.key === 'home')
  const homes = isHomeWanted
    ? await new ManyPeople(read).homes(page.map(row => row.id))
    : new Map<string, { title: string }>()
  return page.map(row =>
    columns.map(({ key, whole }) => {
      if (key === 'grid') return around.grids.names(row.grid_path).join(' / ')
      if (key === 'home') return homes.get(row.id)?.title ?? ''
      const spec = fieldOf(kind, key)
      const holds = holdsAt(actor, row)
      const value = valueOf(row.fields[key] ?? null)
      if (!spec || value === null || sightOf(spec, holds) === 'hidden') return ''
      // Whole by right at the very place of this one; elsewhere it stays masked.
      const isMasked = sightOf(spec, holds) === 'masked' && !(whole && mayUnmask(spec, holds))
      return isMasked ? masked(spec, value) : valueWords(kind, key, value, 'zh-CN')
    }),
  )
}

export const exportJobName = 'registry.run-export'

export const exportJobs = (around: Surroundings): readonly JobHandler[] => [
  {
    name: exportJobName,
    async run({ db, now, data }) {
      await runExport(around, db, (data as { exportId: string }).exportId, now)
    },
  },
  {
    name: 'registry.look-after-exports',
    cron: '*/5 * * * *',
    async run({ db, now }) {
      const reader = new ExportReader(db.read() as Kysely<RegistryTables>, around.secrets)
      const stalled = await reader.stalled(instantOf(millisecondsOf(now) - stalledMilliseconds))
      for (const id of stalled) await runExport(around, db, id, now)
      const before = instantOf(millisecondsOf(now) - keptHours * 3_600_000)
      await db.unitOfWork(tx => new ExportWriter(tx as never, around.secrets).forgetBefore(before))
    },
  },
]
