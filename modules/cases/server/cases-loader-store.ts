import type { Insertable, Transaction } from 'kysely'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import { jsonValue } from '#platform/db/server/json-value.ts'
import type { InboxTables } from '#platform/inbox/server/inbox-store.ts'
import { type CaseEvent, type CaseFile, isEnded } from '../common/case-file.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { followAfresh } from '#platform/live/server/follow-changes.ts'
import { reduceCase } from '../common/reduce.ts'
import { toRow } from './case-row.ts'
import { passNumbers } from './number-store.ts'
import { followCodeFor, followCodeHash } from './follow-code.ts'
import type { Reporter } from './reporter-store.ts'
import { ReporterWriter } from './reporter-store.ts'
import type { CasesTables } from './tables.ts'
import { plainClocks } from './plain-clocks.ts'
import type { CaseClocks } from './surroundings.ts'
import { waitingFor } from './waiting-for.ts'

/** A matter with everything that happened to it, oldest first. */
export interface LoadedMatter {
  readonly events: readonly CaseEvent[]
  readonly reporter: Reporter | null
}

type Tables = CasesTables & InboxTables

const rowsAtOnce = 500

/**
 * Writes whole matters with their history at once: for the made-up town and for moving in from another system. Rows
 * come from the same reducer as everywhere, so they are what their history says.
 */
export class CasesLoader {
  readonly #tx: Transaction<Tables>
  readonly #secrets: SecretBox
  readonly #followKey: Uint8Array | null
  readonly #clocks: CaseClocks

  /**
   * Without the follow key the matters cannot be followed by code; with the plain clocks nobody watches the limits that
   * still run.
   */
  constructor(
    tx: Transaction<unknown>,
    secrets: SecretBox,
    followKey: Uint8Array | null = null,
    clocks: CaseClocks = plainClocks,
  ) {
    this.#clocks = clocks
    // The caller's unit of work, seen with the tables that a loader fills.
    this.#tx = tx as unknown as Transaction<Tables>
    this.#secrets = secrets
    this.#followKey = followKey
  }

  async add(matters: readonly LoadedMatter[]): Promise<void> {
    for (let i = 0; i < matters.length; i += rowsAtOnce) await this.#addSome(matters.slice(i, i + rowsAtOnce))
    await this.#passNumbers(matters)
    await this.#sayWhichAreFollowed()
    // They came without news.
    await followAfresh(this.#tx as never)
  }

  async #addSome(matters: readonly LoadedMatter[]): Promise<void> {
    const files = matters.map(({ events }) => reduceCase(events))
    await this.#tx.insertInto('cases.case_file').values(files.map(toRow)).execute()
    const events = matters.flatMap(({ events: history }, i) => history.map((event, n) => eventRow(files[i]!, event, n)))
    for (let i = 0; i < events.length; i += rowsAtOnce * 4) {
      await this.#tx
        .insertInto('cases.case_event')
        .values(events.slice(i, i + rowsAtOnce * 4))
        .execute()
    }
    await this.#addReporters(matters, files)
    await this.#addReceipts(matters, files)
    const waiting = files.flatMap(file => inboxRows(file, this.#clocks))
    if (waiting.length > 0) await this.#tx.insertInto('inbox.item').values(waiting).execute()
    await this.#keepTimers(matters, files)
  }

  async #sayWhichAreFollowed(): Promise<void> {
    await this.#tx
      .updateTable('cases.case_file')
      .set({ is_followed: true })
      .where('id', 'in', eb => eb.selectFrom('cases.case_file').select('into_id').where('into_id', 'is not', null))
      .where('is_followed', '=', false)
      .execute()
  }

  /** Of those that still run: what has ended is not told of any more. As of the last thing that happened to each. */
  async #keepTimers(matters: readonly LoadedMatter[], files: readonly CaseFile[]): Promise<void> {
    for (const [i, { id, status, place, procedure }] of files.entries()) {
      if (isEnded(status) || procedure.timers.length === 0) continue
      const lastAt: Instant = matters[i]!.events.at(-1)!.at
      await this.#clocks.keep(this.#tx, { kind: 'case', id }, place.gridPath, procedure.timers, lastAt)
    }
  }

  async #addReporters(matters: readonly LoadedMatter[], files: readonly CaseFile[]): Promise<void> {
    const reporters = new ReporterWriter(this.#tx as unknown as Transaction<CasesTables>, this.#secrets)
    await reporters.addAll(
      matters.flatMap(({ reporter }, i) => (reporter ? [{ caseId: files[i]!.id, ...reporter }] : [])),
    )
  }

  async #addReceipts(matters: readonly LoadedMatter[], files: readonly CaseFile[]): Promise<void> {
    const key = this.#followKey
    if (key === null || files.length === 0) return
    const rows = files.map(({ id }, i) => ({
      case_id: id,
      actor_id: matters[i]!.events[0]!.by,
      request_id: id,
      input_hash: '',
      code_hash: followCodeHash(key, id, followCodeFor(key, id)),
    }))
    await this.#tx.insertInto('cases.receipt').values(rows).execute()
  }

  /** The next report goes on after the highest number of each district and year. */
  async #passNumbers(matters: readonly LoadedMatter[]): Promise<void> {
    const highest = new Map<string, { district: string; year: number; last: number }>()
    for (const { events } of matters) {
      const [district = '', year = '', serial = ''] = reduceCase(events.slice(0, 1)).number.split('-')
      const key = `${district}-${year}`
      const last = Math.max(Number(serial), highest.get(key)?.last ?? 0)
      highest.set(key, { district, year: Number(year), last })
    }
    await passNumbers(this.#tx, [...highest.values()])
  }
}

function eventRow({ id }: CaseFile, event: CaseEvent, position: number) {
  return { case_id: id, version: position + 1, at: event.at, body: jsonValue(event) }
}

function inboxRows(caseFile: CaseFile, clocks: Pick<CaseClocks, 'calendarAt'>): Insertable<Tables['inbox.item']>[] {
  return waitingFor(caseFile, clocks).map(({ placed, ...item }) => ({
    subject_kind: 'case',
    subject_id: caseFile.id,
    task: item.task,
    permission: item.permission,
    grid_path: placed.gridPath,
    unit_id: placed.unitId,
    post_id: placed.postId,
    owner_id: placed.ownerId,
    title: item.title,
    number: item.number,
    due_at: item.dueAt,
    priority: item.priority,
    since: item.since,
  })) as Insertable<Tables['inbox.item']>[]
}
