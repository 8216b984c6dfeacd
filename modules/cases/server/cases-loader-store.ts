import { sql, type Transaction } from 'kysely'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import { jsonValue } from '#platform/db/server/json-value.ts'
import type { CaseEvent, CaseFile } from '../common/case-file.ts'
import { reduceCase } from '../common/reduce.ts'
import { toRow } from './case-row.ts'
import { type Reporter, ReporterWriter } from './reporter-store.ts'
import type { CasesTables } from './tables.ts'
import { waitingFor } from './waiting-for.ts'

export interface LoadedMatter {
  /** A whole history, beginning with the report. */
  readonly events: readonly CaseEvent[]
  readonly reporter: Reporter | null
}

/** A row has about thirty columns, and a statement takes 65 535 values. */
const casesAtOnce = 500

/**
 * Fills an empty database with histories, for the demo town, benches and tests: rows by the reducer, what waits by the
 * same function as in daily work. Numbers are the caller's; the counters go on after the highest.
 */
export class CasesLoader {
  readonly #tx: Transaction<CasesTables>
  readonly #reporters: ReporterWriter

  constructor(tx: Transaction<unknown>, secrets: SecretBox) {
    this.#tx = tx as unknown as Transaction<CasesTables>
    this.#reporters = new ReporterWriter(this.#tx, secrets)
  }

  async add(matters: readonly LoadedMatter[]): Promise<void> {
    for (let start = 0; start < matters.length; start += casesAtOnce) {
      await this.#addSome(matters.slice(start, start + casesAtOnce))
    }
    await this.#countOn()
  }

  async #addSome(matters: readonly LoadedMatter[]): Promise<void> {
    const files = matters.map(matter => reduceCase(matter.events))
    await this.#tx.insertInto('cases.case_file').values(files.map(toRow)).execute()
    await this.#addEvents(matters, files)
    await this.#addWaiting(files)
    for (const [i, { reporter }] of matters.entries()) {
      if (reporter) await this.#reporters.add(files[i]!.id, reporter)
    }
  }

  async #addEvents(matters: readonly LoadedMatter[], files: readonly CaseFile[]): Promise<void> {
    const rows = matters.flatMap(({ events }, i) =>
      events.map((event, version) => ({ case_id: files[i]!.id, version: version + 1, at: event.at, body: event })),
    )
    await sql`insert into cases.case_event (case_id, version, at, body)
      select case_id, version, at, body from jsonb_populate_recordset(null::cases.case_event, ${jsonValue(rows)})`.execute(
      this.#tx,
    )
  }

  async #addWaiting(files: readonly CaseFile[]): Promise<void> {
    const rows = files.flatMap(file =>
      waitingFor(file).map(item => ({
        subject_kind: 'case',
        subject_id: file.id,
        task: item.task,
        permission: item.permission,
        grid_path: item.placed.gridPath,
        unit_id: item.placed.unitId,
        post_id: item.placed.postId,
        owner_id: item.placed.ownerId,
        title: item.title,
        number: item.number,
        due_at: item.dueAt,
        priority: item.priority,
        since: item.since,
      })),
    )
    const columns = sql.raw(
      'subject_kind, subject_id, task, permission, grid_path, unit_id, post_id, owner_id, title, number, due_at, priority, since',
    )
    await sql`insert into inbox.item (${columns})
      select ${columns} from jsonb_populate_recordset(null::inbox.item, ${jsonValue(rows)})`.execute(this.#tx)
  }

  async #countOn(): Promise<void> {
    await sql`insert into cases.number_counter (district, year, last)
      select split_part(number, '-', 1), split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int)
      from cases.case_file group by 1, 2
      on conflict (district, year) do update set last = greatest(number_counter.last, excluded.last)`.execute(this.#tx)
  }
}
