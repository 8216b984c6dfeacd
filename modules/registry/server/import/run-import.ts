import type { Kysely } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import type { SheetLine } from '#platform/sheets/common/sheet.ts'
import { NotASheet, readLargeSheet } from '#platform/sheets/server/index.ts'
import { guessColumns, headingSignature } from '../../common/sheets/index.ts'
import type { Surroundings } from '../surroundings.ts'
import type { RegistryTables } from '../tables.ts'
import { type Ground, readGround } from './ground.ts'
import { addedCounts, ImportReader, type ImportRow, ImportWriter } from './import-store.ts'
import { judgeRows, longestOf, wordsOfLists } from './judge.ts'
import { aboutHeading, hashed } from './remembered-keys.ts'
import { takeRows } from './take-rows.ts'

/** Rows that are decided and committed together: after a restart at most these are decided again. */
const rowsAtOnce = 200
const sampleRows = 30
/** The heading stands among the first lines, below titles and notes. */
const headingWithin = 8
/** Rows of a finished or forgotten import are kept so long, for the returned sheet (local practice). */
const keptDays = 7
const stalledMilliseconds = 300_000

/** Takes one import as far as it goes without a person: reads it, looks at its rows, or takes them. Safe to repeat. */
export async function runImport(around: Surroundings, db: Db, id: string, now: Instant): Promise<void> {
  const reader = new ImportReader(db.read() as Kysely<RegistryTables>, around.secrets)
  const sheet = await reader.byId(id)
  if (!sheet) return
  if (sheet.state === 'reading') return readFile(around, db, reader, sheet, now)
  if (sheet.state === 'checking' || sheet.state === 'taking') return goThrough(around, db, reader, sheet, now)
}

async function readFile(around: Surroundings, db: Db, reader: ImportReader, sheet: ImportRow, now: Instant) {
  const { id } = sheet
  const write = <T>(work: (imports: ImportWriter) => Promise<T>) =>
    db.unitOfWork(async tx => {
      const imports = new ImportWriter(tx as never, around.secrets)
      // Another worker may have read it meanwhile.
      if ((await imports.take(id))?.state !== 'reading') return null
      return work(imports)
    })
  await write(imports => imports.forgetRows(id))
  let first: SheetLine[] = []
  let heading: SheetLine | null = null
  let waiting: SheetLine[] = []
  let chunks = 0
  let lines = 0
  const flush = async () => {
    const rows = waiting
    waiting = []
    if (rows.length === 0) return
    const serial = chunks++
    lines += rows.length
    await write(async imports => {
      await imports.addChunk(id, serial, rows)
      await imports.change(id, { lines })
    })
  }
  try {
    for await (const line of readLargeSheet(() => reader.bytesOf(id))) {
      if (heading === null) {
        first.push(line)
        if (first.length < headingWithin) continue
        heading = headingAmong(first, dayOf(now))
        waiting.push(...first.filter(one => one.row > (heading?.row ?? 0)))
        first = []
        continue
      }
      waiting.push(line)
      if (waiting.length >= rowsAtOnce) await flush()
    }
  } catch (error) {
    if (!(error instanceof NotASheet)) throw error
    await write(imports => imports.change(id, { state: 'stopped', problem: 'not-a-sheet' }))
    return
  }
  if (heading === null && first.length > 0) {
    heading = headingAmong(first, dayOf(now))
    waiting.push(...first.filter(one => one.row > (heading?.row ?? 0)))
  }
  const sample = waiting.slice(0, sampleRows)
  await flush()
  const samples = chunks === 0 ? [] : sample.length > 0 && chunks === 1 ? sample : (await reader.chunk(id, 0)).rows
  await write(async imports => {
    if (heading === null || lines === 0) {
      await imports.change(id, { state: 'stopped', problem: 'empty' })
      return
    }
    const shown = samples.slice(0, sampleRows).map(line => line.cells)
    const guessed = guessColumns(heading.cells, shown, dayOf(now))
    const before = await imports.remembered(hashed(around.index, aboutHeading, headingSignature(heading.cells)))
    await imports.change(id, {
      ...{ state: 'mapping', heading: heading.cells, guessed, chunks, lines, done: 0 },
      ...{ mapping: before?.mapping ?? null, defaults: before?.defaults ?? {} },
      sample: imports.sealSample(id, shown.slice(0, 5)),
    })
    await imports.forget(id)
  })
}

/** The line in which most columns are known by their headings. */
function headingAmong(lines: readonly SheetLine[], today: string): SheetLine | null {
  const known = lines.map(line => ({
    line,
    count: guessColumns(line.cells, [], today).filter(one => one.target !== null).length,
    filled: line.cells.filter(cell => cell !== '').length,
  }))
  return known.toSorted((a, b) => b.count - a.count || b.filled - a.filled)[0]?.line ?? null
}

async function goThrough(around: Surroundings, db: Db, reader: ImportReader, { id, state }: ImportRow, now: Instant) {
  let standing: Standing | undefined
  for (;;) {
    const goesOn = await db.unitOfWork(async tx => {
      const version = await around.grids.held(tx as never)
      const imports = new ImportWriter(tx as never, around.secrets)
      if (version === null) {
        // Homes are on their way into new grids: `registry.continue-imports` goes on when they have arrived.
        await imports.leave(id)
        return false
      }
      if (standing?.ground.version !== version) return version
      const present = await imports.take(id)
      if (!present || present.state !== state) return false
      if (present.done >= present.chunks) {
        await imports.change(id, { state: state === 'checking' ? 'checked' : 'done', done: 0 })
        return false
      }
      const { rows } = await imports.chunk(id, present.done)
      const { actor, ground, today } = standing
      const reading = {
        ...{ mapping: present.mapping ?? [], today, words: wordsOfLists, aliases: ground.aliases },
        ...{ defaults: present.defaults, longest: longestOf },
      }
      const judging = { around, tx: tx as never, imports, sheet: present, actor, ground, reading, now }
      const judged = await judgeRows(judging, rows)
      if (state === 'taking') await takeRows(judging, judged)
      const kept = judged.map(({ row, outcome, thingId, changes, faults, remarks, alike }) => ({
        ...{ row, outcome, thingId, changes, faults, remarks, alike },
      }))
      await imports.judgeChunk(id, present.done, kept)
      await imports.change(id, { done: present.done + 1, counts: addedCounts(present.counts, kept) })
      return true
    })
    if (goesOn === false) return
    if (goesOn === true) continue
    standing = await standingAt(around, db, reader, { id, version: goesOn, now })
    if (standing === undefined) return
  }
}

/** Whose import it is and by which tree of grids its rows are decided; read anew when another tree comes into force. */
interface Standing {
  readonly actor: Actor
  readonly ground: Ground
  readonly today: string
}

/** An import that began under another tree goes on in the grids that follow; undefined when its rights are gone. */
async function standingAt(
  around: Surroundings,
  db: Db,
  reader: ImportReader,
  { id, version, now }: { readonly id: string; readonly version: number; readonly now: Instant },
): Promise<Standing | undefined> {
  const history = await around.grids.history(db.read())
  // The work may have begun before midnight, the tree holds from the day after.
  const today = [dayOf(now), history.lastDay].toSorted().at(-1)!
  const change = (set: Partial<ImportRow>) =>
    db.unitOfWork(tx => new ImportWriter(tx as never, around.secrets).change(id, set))
  const sheet = await reader.byId(id)
  if (!sheet) return undefined
  const follow = (path: string) => history.heirOf(path, today) ?? path
  const gridPath = follow(sheet.grid_path)
  const grants = sheet.grants.map(grant => {
    const path = grant.within.kind === 'subtree' ? follow(grant.within.path) : null
    return path === null ? grant : { ...grant, within: { kind: 'subtree' as const, path } }
  })
  const pathsOf = (some: typeof grants) => some.map(({ within }) => (within.kind === 'subtree' ? within.path : ''))
  if (gridPath !== sheet.grid_path || pathsOf(grants).join() !== pathsOf(sheet.grants as typeof grants).join()) {
    await change({ grid_path: gridPath, grants })
  }
  const holders = await around.holders(db.read() as Kysely<unknown>, 'registry.write', gridPath)
  if (!holders.includes(sheet.by_id)) {
    await change({ state: 'stopped', problem: 'rights-gone' })
    return undefined
  }
  const isAnywhere = grants.some(grant => grant.within.kind === 'everywhere')
  const roots = history.childrenOf(null, today).map(({ path }) => path)
  const own = isAnywhere ? roots : grants.flatMap(({ within }) => (within.kind === 'subtree' ? [within.path] : []))
  const asked = { aliases: await reader.aliases(), tops: [...new Set(own)], history, version, today }
  const actor: Actor = { personId: sheet.by_id, postId: sheet.post_id, unitId: null, grants }
  return { actor, ground: await readGround(db.read() as Kysely<unknown>, asked), today }
}

export const importJobName = 'registry.run-import'

/** The job of an import, and two that look after imports by the clock. */
export const importJobs = (around: Surroundings): readonly JobHandler[] => [
  {
    name: importJobName,
    async run({ db, now, data }) {
      await runImport(around, db, (data as { importId: string }).importId, now)
    },
  },
  {
    // A process that was stopped leaves its import behind; it goes on from the last rows that were committed.
    name: 'registry.continue-imports',
    cron: '* * * * *',
    async run({ db, now }) {
      const reader = new ImportReader(db.read() as Kysely<RegistryTables>, around.secrets)
      const stalled = await reader.stalled(instantOf(millisecondsOf(now) - stalledMilliseconds))
      for (const id of stalled) await runImport(around, db, id, now)
    },
  },
  {
    name: 'registry.forget-imports',
    cron: '50 3 * * *',
    async run({ db, now }) {
      const before = instantOf(millisecondsOf(now) - keptDays * 86_400_000)
      await db.unitOfWork(tx => new ImportWriter(tx as never, around.secrets).forgetBefore(before))
    },
  },
]
