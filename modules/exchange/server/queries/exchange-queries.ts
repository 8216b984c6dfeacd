import type { Kysely } from 'kysely'
import { query } from '#platform/commands/server/command.ts'
import { casesMessages } from '#modules/cases/common/index.ts'
import { readCursor, toCursor } from '#platform/contract/common/cursor.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { sheetKinds } from '../../common/client.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { clientsOfKinds, clientsWithCounts, findClient } from '../client-store.ts'
import {
  casesOfClient,
  countCasesOf,
  countOfCase,
  eventOfCase,
  eventsOfCases,
  findEvent,
  listEvents,
} from '../event-store.ts'
import { writeSheet } from '#platform/sheets/common/sheet.ts'
import { takerMark } from '#platform/sheets/common/taker-mark.ts'
import { writeTemplate } from '../sheet-file.ts'
import type { CaseStanding, Surroundings } from '../surroundings.ts'
import type { ExchangeTables } from '../tables.ts'

const whole = (read: Kysely<ExchangeTables>) => read as unknown as Kysely<unknown>

const standing = (eventId: string, { number, status, since, isEnded }: CaseStanding) => ({
  ...{ eventId, number, status, since, isEnded },
})

export const eventStateQuery = ({ cases }: Pick<Surroundings, 'cases'>) =>
  query<ExchangeTables, typeof contract.eventState>(contract.eventState, {
    async run({ read, actor }, { eventId, number }) {
      const client = await findClient(read, actor.personId)
      if (!client) return refuse['not-a-client']()
      const event =
        eventId === undefined
          ? number === undefined
            ? undefined
            : await eventOfCase(read, client.id, number)
          : await findEvent(read, client.id, eventId)
      const [known] = event ? await cases.byIds(whole(read), [event.case_id]) : []
      if (!event || !known) return refuse['no-such-event']()
      return { ...standing(event.event_id, known), count: await countOfCase(read, event.case_id) }
    },
  })

/** How long a change may be on its way: a unit of work that began before and is not committed yet. */
const onTheWayMilliseconds = 60_000
/** How often more is fetched when a page of cases holds none of this client's. */
const mostLooks = 10

/**
 * Changes are ordered by the time that their command began with, and one may be committed after a later one was read. So
 * the cursor never passes the last minute: what changed then comes again with the next call.
 */
export const listChangesQuery = ({ cases }: Pick<Surroundings, 'cases'>) =>
  query<ExchangeTables, typeof contract.listChanges>(contract.listChanges, {
    async run({ read, actor, now }, { limit, cursor }) {
      const client = await findClient(read, actor.personId)
      if (!client) return refuse['not-a-client']()
      let after = readPosition(cursor)
      const rows = []
      for (let look = 0; look < mostLooks && rows.length < limit; look++) {
        const some = await cases.changed(whole(read), client.kind, after, limit)
        const ids = some.map(one => one.caseId)
        const own = new Map((await eventsOfCases(read, client.id, ids)).map(one => [one.case_id, one.event_id]))
        for (const one of some) {
          if (rows.length === limit) break
          after = { since: one.since, caseId: one.caseId }
          const eventId = own.get(one.caseId)
          if (eventId !== undefined) rows.push(standing(eventId, one))
        }
        if (some.length < limit) break
      }
      const settled = { since: instantOf(millisecondsOf(now) - onTheWayMilliseconds), caseId: firstId }
      const next = after === null || after.since > settled.since ? earlier(readPosition(cursor), settled) : after
      return { rows, next: toCursor([next.since, next.caseId]) }
    },
  })

interface Position {
  readonly since: Instant
  readonly caseId: string
}

const firstId = '00000000-0000-0000-0000-000000000000'

function readPosition(cursor: string | undefined): Position | null {
  const key = readCursor(cursor, ['instant', 'uuid'])
  return key && { since: key[0], caseId: key[1] }
}

/** Never back behind where the caller was. */
function earlier(asked: Position | null, settled: Position): Position {
  return asked !== null && asked.since > settled.since ? asked : settled
}

export const listClientsQuery = ({ places }: Pick<Surroundings, 'places'>) =>
  query<ExchangeTables, typeof contract.listClients>(contract.listClients, {
    run: async ({ read }) => ({
      rows: (await clientsWithCounts(read)).map(row => ({
        ...{ clientId: row.id, name: row.name, kind: row.kind, gridPath: row.grid_path },
        gridName: row.grid_path === null ? null : (places.names(row.grid_path).at(-1) ?? row.grid_path),
        ...{ repeatMinutes: row.repeat_minutes, keyHint: row.key_hint, createdAt: row.created_at },
        ...{ revokedAt: row.revoked_at, lastEventAt: row.last_event_at, events: row.events, cases: row.cases },
      })),
    }),
  })

export const listEventsQuery = query<ExchangeTables, typeof contract.listEvents>(contract.listEvents, {
  async run({ read }, { clientId, ...page }) {
    const { rows, next } = await listEvents(read, clientId, page)
    return {
      rows: rows.map(row => ({
        ...{ eventId: row.event_id, at: row.at, device: row.device, signal: row.signal },
        ...{ caseNumber: row.case_number, isRepeat: row.is_repeat },
      })),
      next,
    }
  },
})

export const listPlatformsQuery = query<ExchangeTables, typeof contract.listPlatforms>(contract.listPlatforms, {
  async run({ read }) {
    const platforms = await clientsOfKinds(read, sheetKinds)
    const counts = await countCasesOf(
      read,
      platforms.map(({ id }) => id),
    )
    return {
      rows: platforms.map(({ id, name, kind }) => ({
        ...{ clientId: id, name, kind, standingSheets: partsOf(counts.get(id) ?? 0) },
      })),
    }
  },
})

export const sheetTemplateQuery = query<ExchangeTables, typeof contract.sheetTemplate>(contract.sheetTemplate, {
  run: async () => ({ fileName: '上级交办模板.xlsx', bytes: await writeTemplate() }),
})

/** More in one sheet is no help to whoever opens it, and fills the memory: there are as many sheets as it takes. */
const linesOfSheet = 20_000
const partsOf = (cases: number) => Math.max(1, Math.ceil(cases / linesOfSheet))
/** Headings are data of the sheet, read by the other platform: Chinese whatever the reader speaks. */
const columns = [
  { heading: '上级编号', width: 22 },
  { heading: '案卷编号', width: 22 },
  { heading: '状态', width: 12 },
  { heading: '状态时间', width: 24 },
  { heading: '问题描述', width: 48 },
] as const

export const standingSheetQuery = ({ cases, people }: Pick<Surroundings, 'cases' | 'people'>) =>
  query<ExchangeTables, typeof contract.standingSheet>(contract.standingSheet, {
    async run({ read, actor, now }, { clientId, part }) {
      const client = await findClient(read, clientId)
      if (!client || !sheetKinds.includes(client.kind)) return refuse['no-such-client']()
      const parts = partsOf((await countCasesOf(read, [clientId])).get(clientId) ?? 0)
      const offset = (part - 1) * linesOfSheet
      const events = await casesOfClient(read, clientId, { limit: linesOfSheet, offset })
      const ids = events.map(event => event.case_id)
      const known = new Map((await cases.byIds(whole(read), ids)).map(one => [one.caseId, one]))
      const lines = events.flatMap(event => {
        const one = known.get(event.case_id)
        if (!one) return []
        const status = casesMessages['zh-CN'][`cases.status.${one.status}`]
        return [[event.event_id, one.number, status, chineseTime(one.since), one.description]]
      })
      const names = await people(whole(read), [actor.personId])
      const mark = takerMark({ name: names.get(actor.personId) ?? actor.personId, at: now })
      const text = parts > 1 ? `${mark}　第 ${part} 份，共 ${parts} 份` : mark
      const bytes = await writeSheet('办理情况', columns, lines, { text, where: 'own-sheet' })
      return { fileName: `${client.name}办理情况${parts > 1 ? `-${part}` : ''}.xlsx`, bytes }
    },
  })

/** As people in China write a time, in their zone. */
function chineseTime(at: Instant): string {
  return instantOf(millisecondsOf(at) + 8 * 3_600_000)
    .slice(0, 19)
    .replace('T', ' ')
}
