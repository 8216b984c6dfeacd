import type { Kysely } from 'kysely'
import { PlaceReader } from '#modules/places/server/index.ts'
import { type Query, query } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { writeSheet } from '#platform/sheets/common/sheet.ts'
import { takerMark } from '#platform/sheets/common/taker-mark.ts'
import { writeLargeXlsx } from '#platform/sheets/server/index.ts'
import { parseAddress, writeAddress } from '../../common/address/index.ts'
import { choicesOf } from '../../common/code-lists.ts'
import * as contract from '../../common/contract/imports.ts'
import { refuse } from '../../common/refusals.ts'
import { sheetTargets, targets } from '../../common/sheets/index.ts'
import type { Surroundings } from '../surroundings.ts'
import type { RegistryTables } from '../tables.ts'
import { ThingReader } from '../thing-store.ts'
import { faultSentence } from './fault-sentence.ts'
import { ImportReader, type ImportRow, type JudgedRow } from './import-store.ts'

export const importQueries = (around: Surroundings): readonly Query[] => {
  const reading = (db: Kysely<RegistryTables>) => new ImportReader(db, around.secrets)
  return [
    query<RegistryTables, typeof contract.listImports>(contract.listImports, {
      async run({ read, actor }, page) {
        const { rows, next } = await reading(read).ofPerson(actor.personId, page)
        return { rows: rows.map(row => summaryOf(around, row)), next }
      },
    }),

    query<RegistryTables, typeof contract.showImport>(contract.showImport, {
      async run({ read, actor }, { importId }) {
        const imports = reading(read)
        const sheet = await imports.find(importId, actor.personId)
        if (!sheet) return refuse['no-such-import']()
        const samples = imports.sampleOf(sheet)
        const columns = (sheet.guessed ?? []).map((guess, column) => ({
          heading: guess.heading,
          target: sheet.mapping ? (sheet.mapping[column] ?? null) : guess.target,
          why: sheet.mapping && sheet.mapping[column] !== guess.target ? ('remembered' as const) : guess.why,
          samples: samples.flatMap(cells => (cells[column] ? [cells[column]] : [])).slice(0, 3),
        }))
        return { ...summaryOf(around, sheet), columns, defaults: sheet.defaults }
      },
    }),

    query<RegistryTables, typeof contract.listImportRows>(contract.listImportRows, {
      async run({ read, actor }, { importId, outcome, after, limit }) {
        const imports = reading(read)
        const sheet = await imports.find(importId, actor.personId)
        if (!sheet) return refuse['no-such-import']()
        const found: { judged: JudgedRow; cells: readonly string[] }[] = []
        for await (const one of judgedRows(imports, importId, outcome, after)) {
          found.push(one)
          if (found.length > limit) break
        }
        const shown = found.slice(0, limit)
        const others = shown.flatMap(({ judged }) => judged.alike.map(one => one.thingId))
        const titles = new Map((await new ThingReader(read, actor).byIds(others)).map(row => [row.id, row.title]))
        const rows = shown.map(({ judged, cells }) => ({
          ...{ row: judged.row, outcome: judged.outcome, cells: [...cells], changes: [...judged.changes] },
          ...{ faults: judged.faults.map(copy), remarks: judged.remarks.map(copy), thingId: judged.thingId },
          alike: judged.alike.map(({ thingId, reasons }) => ({
            ...{ thingId, title: titles.get(thingId) ?? null, reasons: [...reasons] },
          })),
        }))
        return { rows, next: found.length > limit ? (shown.at(-1)?.judged.row ?? null) : null }
      },
    }),

    query<RegistryTables, typeof contract.importFaults>(contract.importFaults, {
      async run({ read, actor, now }, { importId }) {
        const imports = reading(read)
        const sheet = await imports.find(importId, actor.personId)
        if (!sheet) return refuse['no-such-import']()
        const names = await around.people(read as never, [actor.personId])
        const note = takerMark({ name: names.get(actor.personId) ?? actor.personId, at: now, reason: sheet.name })
        const heading = sheet.heading ?? []
        async function* rows() {
          for await (const { judged, cells } of judgedRows(imports, importId, 'fault', 0)) {
            const filled = heading.map((_name, column) => cells[column] ?? '')
            yield [...filled, String(judged.row), judged.faults.map(faultSentence).join(' ')]
          }
        }
        const columns = [...heading, '原表行号', '需要改正'].map((text, at) => ({
          heading: text,
          width: at >= heading.length ? (at === heading.length ? 10 : 80) : 18,
        }))
        const pieces: Uint8Array[] = []
        for await (const piece of writeLargeXlsx({ name: '需要改正', columns, note, rows: rows() })) pieces.push(piece)
        return { fileName: `people-faults-${importId.slice(0, 8)}.xlsx`, bytes: new Uint8Array(Buffer.concat(pieces)) }
      },
    }),

    query<RegistryTables, typeof contract.importTemplate>(contract.importTemplate, {
      async run() {
        const columns = sheetTargets.map(target => {
          const { headings, width, list } = targets[target]
          const words = choicesOf(list ?? '', 'zh-CN').map(({ label }) => label)
          return { heading: headings[0] ?? target, width, ...(words.length > 0 ? { oneOf: words } : {}) }
        })
        return { fileName: 'people-template.xlsx', bytes: await writeSheet('实有人口', columns, []) }
      },
    }),

    query<RegistryTables, typeof contract.readAddressText>(contract.readAddressText, {
      async run({ read, now }, { text }) {
        const parsed = parseAddress(text, await reading(read).aliases())
        const { road, number } = parsed.address
        const places = new PlaceReader(read as never, dayOf(now))
        const at = road === null || !/^\d+$/.test(number ?? '') ? [] : await places.buildingsAt(road, Number(number))
        return {
          ...{ address: { ...parsed.address }, written: writeAddress(parsed.address), unread: [...parsed.unread] },
          ...{ doubts: [...parsed.doubts], renamed: parsed.renamed.map(alias => ({ ...alias })) },
          buildings: at.map(building => ({
            ...{ buildingId: building.id, address: `${building.address} ${building.name}`.trim() },
            gridNames: [...around.grids.names(building.gridPath)],
          })),
        }
      },
    }),

    query<RegistryTables, typeof contract.listAliases>(contract.listAliases, {
      async run({ read }) {
        return { rows: (await reading(read).aliases()).map(alias => ({ ...alias })) }
      },
    }),
  ]
}

const copy = ({ target, fault, params }: JudgedRow['faults'][number]) => ({ target, fault, params: { ...params } })

/** The rows of one outcome in the order of the sheet, opened chunk by chunk. */
async function* judgedRows(imports: ImportReader, id: string, outcome: string, after: number) {
  for (const serial of await imports.chunksWith(id, [outcome])) {
    const { rows, judged } = await imports.chunk(id, serial)
    const cells = new Map(rows.map(line => [line.row, line.cells]))
    for (const one of judged) {
      const isWanted = outcome === 'remark' ? one.remarks.length > 0 : one.outcome === outcome
      if (isWanted && one.row > after) yield { judged: one, cells: cells.get(one.row) ?? [] }
    }
  }
}

function summaryOf({ grids }: Surroundings, row: ImportRow): contract.ImportSummary {
  const isUploading = row.state === 'uploading'
  const all = isUploading ? row.bytes : row.chunks
  return {
    ...{ importId: row.id, name: row.name, state: row.state, gridPath: row.grid_path, asOf: row.as_of },
    ...{
      gridNames: [...grids.names(row.grid_path)],
      createdAt: row.created_at,
      bytes: row.bytes,
      arrived: row.arrived,
    },
    ...{ lines: row.lines, problem: row.problem },
    progress: all === 0 ? 0 : Math.round(((isUploading ? row.arrived : row.done) / all) * 1000) / 1000,
    counts: { new: 0, changed: 0, same: 0, conflict: 0, duplicate: 0, fault: 0, remark: 0, ...row.counts },
  }
}
