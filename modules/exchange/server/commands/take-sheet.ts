import type { Kysely } from 'kysely'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import { command } from '#platform/commands/server/command.ts'
import type { CasePlace } from '#modules/cases/common/index.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { sheetKinds } from '../../common/client.ts'
import * as contract from '../../common/contract.ts'
import { mostSheetRows } from '../../common/limits.ts'
import { refuse } from '../../common/refusals.ts'
import { type Fault, readRows, type SheetRow } from '../../common/sheet.ts'
import { type ClientRow, findClient } from '../client-store.ts'
import { addEvent, eventsKnown, holdTurn } from '../event-store.ts'
import { readSmallSheet } from '#platform/sheets/server/index.ts'
import type { Places, Surroundings } from '../surroundings.ts'
import { takePlace } from '../take-place.ts'
import type { ExchangeTables } from '../tables.ts'
import { type ExchangeWork, whole } from './report-event.ts'

interface Sheet {
  readonly client: ClientRow
  readonly rows: readonly (SheetRow & { readonly where: CasePlace })[]
  readonly faults: readonly Fault[]
  readonly known: ReadonlyMap<string, string>
}

interface Asked {
  readonly clientId: string
  readonly file: string
}

const subjectOf = ({ clientId }: Asked) => ({ kind: 'exchange-client', id: clientId })

export const previewSheet = ({ places }: Pick<Surroundings, 'places'>) =>
  command(contract.previewSheet, {
    subject: subjectOf,
    async run({ tx, actor }: ExchangeWork, asked) {
      const sheet = await openSheet(tx, actor, places, asked)
      if (isRefusal(sheet)) return sheet
      const rows = sheet.rows.map(({ row, foreignNumber, description, where }) => ({
        ...{ row, foreignNumber, description },
        where: [where.gridNames.at(-1), where.address].filter(Boolean).join(' '),
        knownAs: sheet.known.get(foreignNumber) ?? null,
      }))
      return { rows, faults: [...sheet.faults] }
    },
  })

export const takeSheet = ({ cases, places }: Pick<Surroundings, 'cases' | 'places'>) =>
  command(contract.takeSheet, {
    subject: subjectOf,
    async run(work: ExchangeWork, asked) {
      const { tx, actor, now } = work
      // One sheet of a platform after the other: a row taken by two people at once is one case.
      await holdTurn(tx, asked.clientId, ['sheet'])
      const sheet = await openSheet(tx, actor, places, asked)
      if (isRefusal(sheet)) return sheet
      if (sheet.rows.length === 0) return refuse['no-good-rows']()
      const { client, known } = sheet
      const opened = []
      for (const { row, foreignNumber, title, description, where } of sheet.rows) {
        if (known.has(foreignNumber)) continue
        const begun = await cases.open(whole(work), {
          ...{ caseId: newId(), source: client.kind, title, description, place: where },
          ...{ foreignNumber, photos: [] },
        })
        if (isRefusal(begun)) throw new Error(`row ${row} was read and not taken: ${begun.code}`)
        const { caseId, number } = begun
        await addEvent(tx, {
          ...{ client_id: client.id, event_id: foreignNumber, at: now, happened_at: null, device: null, signal: null },
          ...{ case_id: caseId, case_number: number, is_repeat: false },
        })
        opened.push({ row, foreignNumber, number })
      }
      return { opened, known: known.size, faults: [...sheet.faults] }
    },
  })

/** The sheet with its rows placed: also what lies outside the client's grids, or outside one's own, is a fault. */
async function openSheet(db: Kysely<ExchangeTables>, actor: Actor, places: Places, { clientId, file }: Asked) {
  const client = await findClient(db, clientId)
  if (!client || !sheetKinds.includes(client.kind)) return refuse['no-such-client']()
  const lines = await readSmallSheet(Buffer.from(file, 'base64'), mostSheetRows + 1)
  if (lines === 'not-a-sheet') return refuse['not-a-sheet']()
  if (lines === 'empty') return refuse['empty-sheet']()
  if (lines === 'too-many-rows') return refuse['too-many-rows']({ most: mostSheetRows })
  const read = readRows(lines)
  const placed = read.rows.map(row => placeRow(row, client, actor, places))
  const rows = placed.flatMap(one => ('fault' in one ? [] : [one]))
  const faults = [...read.faults, ...placed.flatMap(one => ('fault' in one ? [one] : []))]
  const known = await eventsKnown(
    db,
    clientId,
    rows.map(row => row.foreignNumber),
  )
  return { client, rows, faults: faults.toSorted((a, b) => a.row - b.row), known } satisfies Sheet
}

function placeRow(row: SheetRow, client: ClientRow, actor: Actor, places: Places): Sheet['rows'][number] | Fault {
  const at = { row: row.row, column: 'lon' as const }
  const where = takePlace({ place: row.place ?? undefined, address: row.address }, client.grid_path, places)
  if (isRefusal(where)) {
    if (where.code === 'grid/coordinates-swapped') return { ...at, fault: 'swapped' }
    return { ...at, fault: where.code === 'exchange/outside-scope' ? 'outside-scope' : 'out-of-range' }
  }
  const placed = { gridPath: where.gridPath, unitId: null, postId: null, ownerId: null }
  return can(actor, 'exchange.sheets', placed) ? { ...row, where } : { ...at, fault: 'outside-scope' }
}
