import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import { translator } from '#platform/i18n/common/translate.ts'
import type { InboxItem, listInbox } from '#platform/inbox/common/contract.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import {
  type OfflineModule,
  type OutboxItem,
  type ReadKept,
  takePhotos,
  type WaitingCommand,
} from '#platform/offline/field/index.ts'
import type { CaseFile } from '../common/case-file.ts'
import type { reportCase } from '../common/contract.ts'
import type { phonePack } from '../common/contract-phone.ts'
import type { handleOnSpot } from '../common/contract-procedure.ts'
import type { listCases, listClasses, myReports } from '../common/contract-queries.ts'
import { allowedActions } from '../common/deciding.ts'
import { caseStatuses, isEnded } from '../common/case-file.ts'
import type { CasePage } from '../common/presented.ts'
import { applyCaseEvent } from '../common/reduce.ts'
import { refusalMessages } from '../common/refusal-messages.ts'
import { fieldCaseMessages } from './messages.ts'
import {
  decideOnPhone,
  type Facts,
  isPhoneStep,
  type PhoneStep,
  phoneSteps,
  type PhoneSteps,
} from './rules-on-phone.ts'

type Pack = OutputOf<typeof phonePack>
type Rights = Pick<Pack, 'actor' | 'settings'>

/** A shift and the way home; the tasks of yesterday are of no use, and what is of no use does not lie around. */
const shiftHours = 36
const catalogueHours = 24 * 14
const openStatuses = caseStatuses.filter(status => !isEnded(status))
const mostRows = 100

const ofCase = ({ caseId }: { readonly caseId: string }) => `case ${caseId}`
const toCase = ({ caseId }: { readonly caseId: string }) => `/case/${caseId}`

/** What the rules need, kept beside the pages: one row for the rights, one for each case. */
const rightsRow = 'cases.phone-rights'
const fileRow = 'cases.phone-file'

async function factsOf(caseId: string, kept: ReadKept, now: Instant): Promise<{ file: CaseFile; facts: Facts } | null> {
  const [file, rights, page] = (await Promise.all([
    kept(fileRow, { caseId }),
    kept(rightsRow, {}),
    kept('cases.show', { caseId }),
  ])) as [CaseFile | undefined, Rights | undefined, CasePage | undefined]
  // Of an older state than the page shows, the rules would speak of another case: then the server decides.
  if (!file || !rights || !page || page.version !== file.version) return null
  const isOverdue = page.timers.some(({ name, isOverdue: over }) => name === 'handle' && over)
  return { file, facts: { ...rights, now, isOverdue } }
}

/** The case after everything that waits about it, in order. A step that no longer fits changes nothing here. */
function afterWaiting(file: CaseFile, waiting: readonly OutboxItem[], facts: Facts): CaseFile {
  let after = file
  for (const { command, input, madeAt } of waiting) {
    if (!isPhoneStep(command)) continue
    const event = decideOnPhone(command, input as PhoneSteps[PhoneStep], after, { ...facts, now: madeAt })
    if (!isRefusal(event)) after = applyCaseEvent(after, event)
  }
  return after
}

const about = (waiting: readonly OutboxItem[], caseId: string) =>
  waiting.filter(({ subject }) => subject === ofCase({ caseId }))

async function pageAfter(page: CasePage, waiting: readonly OutboxItem[], kept: ReadKept): Promise<CasePage> {
  const own = about(waiting, page.caseId).filter(({ command }) => isPhoneStep(command))
  if (own.length === 0) return page
  const found = await factsOf(page.caseId, kept, own[0]!.madeAt)
  if (!found) return { ...page, allowed: [], waitsForMe: false }
  const after = afterWaiting(found.file, own, found.facts)
  const allowed = allowedActions(after, found.facts.actor)
  return {
    ...page,
    status: after.status,
    version: after.version,
    allowed,
    waitsForMe: false,
    procedure: { ...page.procedure, extensionCount: after.procedure.extensionCount },
  }
}

/** Why not, with its sentence: the server is not there to write one. */
function worded(refusal: Refusal): Refusal {
  const locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN'
  const { field } = refusal.detail
  const named =
    field === 'note' || field === 'reason' ? { field: translator([fieldCaseMessages], locale)('words.field') } : {}
  const say = translator<string>([refusalMessages], locale)
  return { ...refusal, message: say(`refusal.${refusal.code}`, { ...refusal.detail, ...named }) } as Refusal
}

function stepCommand(step: PhoneStep): WaitingCommand {
  return {
    command: step,
    subject: ofCase,
    path: toCase,
    photos: (input: { readonly photos?: readonly string[] }) => input.photos ?? [],
    async decide(input: PhoneSteps[typeof step], kept, now) {
      const found = await factsOf(input.caseId, kept, now)
      if (!found) return null
      // Earlier steps of mine may still be waiting: then the version is theirs, and the server has the last word.
      if (input.version !== found.file.version) return null
      const event = decideOnPhone(step, input, found.file, found.facts)
      return isRefusal(event) ? worded(event) : null
    },
    renewed(input: PhoneSteps[typeof step], { code, detail }) {
      const action = step.slice('cases.'.length)
      const mayStill = Array.isArray(detail.allowed) && detail.allowed.includes(action)
      return code === 'cases/changed-meanwhile' && mayStill ? { ...input, version: Number(detail.version) } : null
    },
  }
}

type Report = InputOf<typeof reportCase>
type OnSpot = InputOf<typeof handleOnSpot>

const isReport = ({ command }: OutboxItem) => command === 'cases.report' || command === 'cases.handle-on-spot'

/** Reports that are still on this phone stand at the top of "what I reported". */
function withOwnReports(list: OutputOf<typeof myReports>, waiting: readonly OutboxItem[]): OutputOf<typeof myReports> {
  const there = new Set(list.rows.map(({ caseId }) => caseId))
  const own = waiting.filter(isReport).flatMap(({ input, madeAt, title }) => {
    const { caseId, address } = input as Report
    if (there.has(caseId)) return []
    const row = { caseId, number: '', status: 'reported' as const, title, address: address ?? null, photo: null }
    return [{ ...row, reportedAt: madeAt, since: madeAt, next: null, mayRate: false }]
  })
  return { ...list, rows: [...own.reverse(), ...list.rows] }
}

/** Steps after which the thing no longer waits for me; asking for time leaves it with me. */
const settling = new Set<string>([
  'cases.verify',
  'cases.report-check',
  'cases.handle',
  'cases.return',
  'cases.assist-done',
])

/** Pages that an older app kept know of no materials. */
export function withMaterials(stored: unknown): unknown {
  const page = stored as { readonly timeline: readonly object[] }
  return { ...page, timeline: page.timeline.map(entry => ({ materials: [], ...entry })) }
}

export const casesOffline: OfflineModule = {
  name: 'cases',
  messages: fieldCaseMessages,
  answers: [
    { query: 'cases.show', version: 2, hours: shiftHours, steps: { 1: withMaterials } },
    { query: 'cases.list', version: 1, hours: shiftHours },
    { query: 'cases.my-reports', version: 1, hours: shiftHours },
    { query: 'cases.classes', version: 1, hours: catalogueHours },
    { query: 'cases.list-texts', version: 1, hours: catalogueHours },
    { query: rightsRow, version: 1, hours: shiftHours },
    { query: fileRow, version: 1, hours: shiftHours },
  ],
  places: {
    case: async (caseId, kept) => {
      const page = (await kept('cases.show', { caseId })) as CasePage | undefined
      return page ? { point: page.point, address: page.address ?? page.gridNames.at(-1) ?? null } : null
    },
  },
  commands: [
    {
      command: 'cases.report',
      subject: ofCase,
      photos: ({ photos }: Report) => photos ?? [],
      atSending: (input: Report, now) => ({ ...input, sentAt: now }),
    },
    {
      command: 'cases.handle-on-spot',
      subject: ofCase,
      photos: ({ photos, afterPhotos }: OnSpot) => [...(photos ?? []), ...(afterPhotos ?? [])],
      atSending: (input: OnSpot, now) => ({ ...input, sentAt: now }),
    },
    ...phoneSteps.map(stepCommand),
  ],
  async stock(world) {
    const { client, me, keep, keepOnly } = world
    await client.query<typeof listClasses>('cases.classes', {})
    if (me.permissions.includes('cases.read')) {
      const ofGrid = { status: openStatuses, limit: mostRows, ...(me.gridPath ? { gridPath: me.gridPath } : {}) }
      await client.query<typeof listCases>('cases.list', ofGrid)
    }
    await client.query<typeof myReports>('cases.my-reports', { limit: 50 })
    await client.query<typeof listCases>('cases.list', { mine: true, limit: mostRows })
    const inbox = await client.query<typeof listInbox>('inbox.list', { limit: 50 })
    if (isRefusal(inbox)) return
    const caseIds = [...new Set(inbox.rows.filter(ofCases).map(({ subjectId }) => subjectId))]
    if (caseIds.length === 0) {
      await takePhotos(world, 'photo', [])
      return keepOnly(fileRow, [])
    }
    const pack = await client.query<typeof phonePack>('cases.phone-pack', { caseIds })
    if (isRefusal(pack)) return
    await keep(rightsRow, {}, { actor: pack.actor, settings: pack.settings })
    for (const { page, file } of pack.cases) {
      await keep('cases.show', { caseId: page.caseId }, page)
      await keep(fileRow, { caseId: page.caseId }, file)
    }
    const inputs = pack.cases.map(({ page: { caseId } }) => ({ caseId }))
    await keepOnly('cases.show', inputs)
    await keepOnly(fileRow, inputs)
    await takePhotos(
      world,
      'photo',
      pack.cases.flatMap(({ page }) => page.photos.map(({ fileId }) => fileId)),
    )
  },
  async overlay({ query, answer }, waiting, kept) {
    switch (query) {
      case 'cases.show':
        return pageAfter(answer as CasePage, waiting, kept)
      case 'cases.my-reports':
        return withOwnReports(answer as OutputOf<typeof myReports>, waiting)
      case 'inbox.list': {
        const list = answer as OutputOf<typeof listInbox>
        const done = new Set(waiting.filter(({ command }) => settling.has(command)).map(({ subject }) => subject))
        return { ...list, rows: list.rows.filter(({ subjectId }) => !done.has(ofCase({ caseId: subjectId }))) }
      }
      default:
        return answer
    }
  },
}

const ofCases = ({ subjectKind }: InboxItem) => subjectKind === 'case'
