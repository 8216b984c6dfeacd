import { z } from 'zod'
import { caseStatuses, reportCase } from '#modules/cases/common/index.ts'
import { GridPath, PlaceInput } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { PrintedFile } from '#platform/contract/common/printed-file.ts'
import { cleanLine, cleanText } from '#platform/kernel/common/clean-text.ts'
import { clientKinds, mostRepeatMinutes } from './client.ts'
import { exchangeTextLimits as most, photosPerEvent } from './limits.ts'
import { sheetColumns, sheetFaults } from './sheet.ts'

const line = (most: number) => z.string().max(most).transform(cleanLine)
const text = (most: number) => z.string().max(most).transform(cleanText)
const neededLine = (most: number) => line(most).pipe(z.string().min(1))
const neededText = (most: number) => text(most).pipe(z.string().min(1))

const clientId = z.uuid()
const managing = { permission: 'exchange.manage' }
const asClient = { permission: 'exchange.client' }
const sheets = { permission: 'exchange.sheets' }

// For clients

const Sent = z.object({
  eventId: z.string(),
  caseId: z.string(),
  number: z.string(),
  /** False when the event was known, or was counted onto a case that is open. */
  isNew: z.boolean(),
  /** How many events the case stands for. */
  count: z.int(),
})

export const reportEvent = endpoint({
  name: 'exchange.report',
  kind: 'command',
  access: asClient,
  forMachines: true,
  summary:
    'Reports an event under the client’s own id; the same id again is the same case, the same signal of a device is counted onto its open case.',
  input: z.object({
    /** The client’s own id; for a higher platform its number. Kept with the case. */
    eventId: neededLine(most.eventId),
    /** What reports and what it says, such as `S-17` and `water-level`. Together they tell repeats. */
    device: line(most.device).optional(),
    signal: line(most.signal).optional(),
    title: line(most.title).optional(),
    description: neededText(most.description),
    place: PlaceInput.optional(),
    address: line(most.address).optional(),
    happenedAt: z.iso.datetime({ offset: true }).optional(),
    /** Photos that this client uploaded before (`POST /api/files`). */
    photos: z.array(z.uuid()).max(photosPerEvent).default([]),
  }),
  output: Sent,
  refusals: ['exchange/not-a-client', 'exchange/no-place', 'exchange/outside-scope', ...reportCase.refusals],
})

const Standing = z.object({
  /** The id or number at the client; of the first event, when several stand for one case. */
  eventId: z.string(),
  number: z.string(),
  status: z.enum(caseStatuses),
  /** Since when it has this status. */
  since: z.string(),
  isEnded: z.boolean(),
})

export const eventState = endpoint({
  name: 'exchange.state',
  kind: 'query',
  access: asClient,
  forMachines: true,
  summary: 'What became of an event, by the client’s id or by the number of the case.',
  input: z.object({ eventId: z.string().max(most.eventId).optional(), number: z.string().max(60).optional() }),
  output: Standing.extend({ count: z.int() }),
  refusals: ['exchange/not-a-client', 'exchange/no-such-event'],
})

export const listChanges = endpoint({
  name: 'exchange.changes',
  kind: 'query',
  access: asClient,
  forMachines: true,
  summary:
    'Own cases whose status changed since a cursor, oldest first. What changed in the last minute may come again; `next` is never null.',
  input: z.object({ ...pageInput }),
  output: z.object({ rows: z.array(Standing), next: z.string() }),
  refusals: ['exchange/not-a-client'],
})

// For administrators

const Client = z.object({
  clientId: z.string(),
  name: z.string(),
  kind: z.enum(clientKinds),
  gridPath: z.string().nullable(),
  gridName: z.string().nullable(),
  repeatMinutes: z.int(),
  /** The end of the key, to tell keys apart. */
  keyHint: z.string(),
  createdAt: z.string(),
  revokedAt: z.string().nullable(),
  lastEventAt: z.string().nullable(),
  events: z.int(),
  cases: z.int(),
})

export const createClient = endpoint({
  name: 'exchange.create-client',
  kind: 'command',
  access: managing,
  summary: 'Makes a client and its key. The key is shown this once and kept as a hash only.',
  input: z.object({
    clientId,
    name: neededLine(most.name),
    kind: z.enum(clientKinds),
    /** Left out, everywhere. */
    gridPath: GridPath.optional(),
    repeatMinutes: z.int().min(0).max(mostRepeatMinutes).optional(),
  }),
  output: z.object({ clientId: z.string(), key: z.string() }),
  refusals: ['exchange/client-id-taken', 'exchange/no-such-grid'],
  forgetAnswer: true,
})

export const setWindow = endpoint({
  name: 'exchange.set-window',
  kind: 'command',
  access: managing,
  summary: 'Says within how many minutes a repeated signal is counted onto the open case; 0 counts nothing.',
  input: z.object({ clientId, repeatMinutes: z.int().min(0).max(mostRepeatMinutes) }),
  output: z.object({ clientId: z.string() }),
  refusals: ['exchange/no-such-client'],
})

export const revokeClient = endpoint({
  name: 'exchange.revoke-client',
  kind: 'command',
  access: managing,
  summary: 'Makes a key invalid at once and for ever; what the client reported stays.',
  input: z.object({ clientId }),
  output: z.object({ clientId: z.string() }),
  refusals: ['exchange/no-such-client', 'exchange/already-revoked'],
})

export const listClients = endpoint({
  name: 'exchange.list-clients',
  kind: 'query',
  access: managing,
  summary: 'All clients, those in use first.',
  input: z.object({}),
  output: z.object({ rows: z.array(Client) }),
  refusals: [],
})

export const listEvents = endpoint({
  name: 'exchange.list-events',
  kind: 'query',
  access: managing,
  summary: 'What a client reported, the latest first.',
  input: z.object({ ...pageInput, clientId }),
  output: pageOf(
    z.object({
      eventId: z.string(),
      at: z.string(),
      device: z.string().nullable(),
      signal: z.string().nullable(),
      caseNumber: z.string(),
      isRepeat: z.boolean(),
    }),
  ),
  refusals: ['exchange/no-such-client'],
})

// For sheets

export const listPlatforms = endpoint({
  name: 'exchange.platforms',
  kind: 'query',
  access: sheets,
  summary: 'The platforms whose matters come and go as sheets.',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        ...{ clientId: z.string(), name: z.string(), kind: z.enum(clientKinds) },
        /** How many sheets it takes to say how all of its matters stand. */
        standingSheets: z.int(),
      }),
    ),
  }),
  refusals: [],
})

const SheetFault = z.object({ row: z.int(), column: z.enum(sheetColumns), fault: z.enum(sheetFaults) })
const sheetRefusals = [
  'exchange/no-such-client',
  'exchange/not-a-sheet',
  'exchange/empty-sheet',
  'exchange/too-many-rows',
] as const
/** An xlsx file in base64. */
const sheetInput = { clientId, file: z.base64().max(4_000_000) }

export const previewSheet = endpoint({
  name: 'exchange.preview-sheet',
  kind: 'command',
  access: sheets,
  summary:
    'Reads a sheet without taking it: rows that are new, rows that are known, and every fault by row and column.',
  input: z.object(sheetInput),
  output: z.object({
    rows: z.array(
      z.object({
        row: z.int(),
        foreignNumber: z.string(),
        description: z.string(),
        where: z.string(),
        /** Of the case, when this number was taken before. */
        knownAs: z.string().nullable(),
      }),
    ),
    faults: z.array(SheetFault),
  }),
  refusals: sheetRefusals,
  mostKilobytes: 4096,
  forgetAnswer: true,
})

export const takeSheet = endpoint({
  name: 'exchange.take-sheet',
  kind: 'command',
  access: sheets,
  summary: 'Opens a case for each good row whose number is new; rows with faults stay out and are named.',
  input: z.object(sheetInput),
  output: z.object({
    opened: z.array(z.object({ row: z.int(), foreignNumber: z.string(), number: z.string() })),
    known: z.int(),
    faults: z.array(SheetFault),
  }),
  refusals: [...sheetRefusals, 'exchange/no-good-rows', ...reportCase.refusals],
  mostKilobytes: 4096,
})

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' as const

export const sheetTemplate = endpoint({
  name: 'exchange.sheet-template',
  kind: 'query',
  access: sheets,
  answersWith: xlsx,
  summary: 'The empty sheet with its headings.',
  input: z.object({}),
  output: PrintedFile,
  refusals: [],
})

export const standingSheet = endpoint({
  name: 'exchange.standing-sheet',
  kind: 'query',
  access: sheets,
  answersWith: xlsx,
  summary: 'How the matters of a platform stand, as a sheet with its numbers; where they are very many, as several.',
  input: z.object({ clientId, part: z.coerce.number().int().min(1).max(1000).default(1) }),
  output: PrintedFile,
  refusals: ['exchange/no-such-client'],
})
