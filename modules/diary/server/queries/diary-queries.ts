import type { Kysely } from 'kysely'
import type { CaseStatus } from '#modules/cases/common/index.ts'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import { placedAt } from '#platform/authz/server/visible-where.ts'
import { query } from '#platform/commands/server/command.ts'
import { filesOf } from '#platform/files/server/attach.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import * as contract from '../../common/contract.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { standingOf, unsettled } from '../../common/entry.ts'
import { refuse } from '../../common/refusals.ts'
import { subjectOf } from '../diary-work.ts'
import { EntryReader, type EntryRow } from '../entry-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { DiaryTables } from '../tables.ts'

const whole = (read: Kysely<DiaryTables>) => read as unknown as Kysely<unknown>

interface Known {
  readonly people: ReadonlyMap<string, string>
  readonly statuses: ReadonlyMap<string, CaseStatus>
  readonly now: Instant
}

export const listEntriesQuery = (around: Surroundings) =>
  query<DiaryTables, typeof contract.listEntries>(contract.listEntries, {
    async run({ read, actor, now }, asked) {
      const { rows, next } = await new EntryReader(read, actor).list(asked, now)
      const known = { ...(await knownOf(around, read, actor, rows)), now }
      return { rows: rows.map(row => present(row, known)), next }
    },
  })

export const showEntryQuery = (around: Surroundings) =>
  query<DiaryTables, typeof contract.showEntry>(contract.showEntry, {
    async run({ read, actor, now }, { entryId }) {
      const entries = new EntryReader(read, actor)
      const row = await entries.find(entryId)
      if (!row) return refuse['no-such-entry']()
      const feedback = await entries.feedbackOf(entryId)
      const transfer = await entries.transferOf(entryId)
      const ids = [...feedback, ...(transfer ? [transfer] : [])].map(one => one.by_id)
      const known = { ...(await knownOf(around, read, actor, [row], ids)), now }
      const nameOf = (id: string) => known.people.get(id) ?? null
      return {
        ...present(row, known),
        point: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
        photos: (await filesOf(whole(read), subjectOf({ entryId }))).map(file => file.fileId),
        feedback: feedback.map(({ at, by_id, outcome, text }) => ({ at, byName: nameOf(by_id), outcome, text })),
        order: transfer
          ? { number: transfer.number, note: transfer.note, at: transfer.at, byName: nameOf(transfer.by_id) }
          : null,
        mayAnswer: unsettled.includes(row.outcome) && can(actor, 'diary.answer', placedAt(row)),
      }
    },
  })

export const diaryOfDayQuery = ({ places, settings }: Pick<Surroundings, 'places' | 'settings'>) =>
  query<DiaryTables, typeof contract.diaryOfDay>(contract.diaryOfDay, {
    async run({ read, actor, now }, { day = dayOf(now) }) {
      const rows = await new EntryReader(read, actor).dayByCommunity(day, settings(now).communityDepth)
      return {
        day,
        communities: rows.map(row => ({ ...row, name: places.names(row.gridPath).at(-1) ?? row.gridPath })),
      }
    },
  })

async function knownOf(
  { people, cases }: Surroundings,
  read: Kysely<DiaryTables>,
  actor: Actor,
  rows: readonly EntryRow[],
  others: readonly string[] = [],
) {
  const ids = [...new Set([...rows.map(row => row.owner_id), ...others])]
  const names = ids.length === 0 ? new Map<string, string>() : await people(whole(read), ids)
  const known = await cases.known(
    whole(read),
    actor,
    rows.flatMap(row => row.case_id ?? []),
  )
  return { people: names, statuses: new Map(known.map(one => [one.caseId, one.status])) }
}

function present(row: EntryRow, { people, statuses, now }: Known): contract.Entry {
  const { case_id: caseId, case_number: number } = row
  return {
    entryId: row.id,
    writtenAt: row.written_at,
    writerName: people.get(row.owner_id) ?? null,
    kind: row.kind,
    way: row.way,
    text: row.text,
    hasPerson: row.person_sealed !== null,
    gridPath: row.grid_path,
    gridNames: [...row.grid_names],
    address: row.address,
    outcome: row.outcome,
    standing: standingOf({ dueAt: row.due_at, firstFeedbackAt: row.first_feedback_at }, now),
    dueAt: row.due_at,
    caseFile: caseId && number ? { caseId, number, status: statuses.get(caseId) ?? null } : null,
    orderNumber: row.order_number,
  }
}

export const entryOfCaseQuery = query<DiaryTables, typeof contract.entryOfCase>(contract.entryOfCase, {
  async run({ read, actor }, { caseId }) {
    const row = await new EntryReader(read, actor).ofCase(caseId)
    if (!row) return { entry: null }
    return { entry: { entryId: row.id, writtenAt: row.written_at, kind: row.kind, gridNames: [...row.grid_names] } }
  },
})
