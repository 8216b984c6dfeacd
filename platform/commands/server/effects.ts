import { type HeldWrite, WriteText } from '../../db/server/held-writes.ts'
import { newId } from '../../kernel/server/new-id.ts'
import type { Change, Job, Notice, Subject, Waiting } from './command.ts'

interface Settlement {
  readonly at: string
  readonly actorId: string
  readonly postId: string | null
  readonly command: string
  readonly subject: Subject
  readonly requestId: string
  readonly outcome: string
  /** By the device's own clock, for what was done on a phone; in the entry, so that the chain covers it. */
  readonly deviceAt: string | null
  /** Kept for whoever sends the same request again; null where nobody is answered twice. */
  readonly kept: { readonly inputHash: string; readonly answer: unknown } | null
}

/** What a command wants the world to know, gathered while it runs and written in one go when it has decided. */
export class Effects {
  readonly jobs: Job[] = []
  readonly #changes: Change[] = []
  readonly #notices: Notice[] = []
  readonly #waiting = new Map<string, { subject: Subject; items: readonly Waiting[] }>()

  tell(change: Change): void {
    this.#changes.push(change)
  }

  waits(subject: Subject, items: readonly Waiting[]): void {
    this.#waiting.set(`${subject.kind} ${subject.id}`, { subject, items })
  }

  notify(notice: Notice): void {
    this.#notices.push(notice)
  }

  enqueue(job: Job): void {
    this.jobs.push(job)
  }

  /**
   * One call for audit entry, kept answer, live changes, inbox and notices. Six statements would cost five more in every
   * command of the product; the rows are the same.
   */
  settle({ subject, ...s }: Settlement): HeldWrite {
    const replaced = [...this.#waiting.values()]
    const changes = this.#changes.map(change => ({ permission: change.permission, ...flat(change) }))
    const waiting = replaced.flatMap(({ subject: about, items }) => items.map(item => waitingRow(about, item)))
    const values = [
      ...[s.at, s.actorId, s.postId, s.command, subject.kind, subject.id, s.outcome, s.requestId],
      ...[s.kept?.inputHash ?? null, s.kept ? JSON.stringify(s.kept.answer) : null],
      s.deviceAt ? JSON.stringify({ deviceAt: s.deviceAt }) : null,
      orNull(changes),
      orNull(this.#notices.map(noticeRow)),
      orNull(replaced.map(({ subject: about, items }) => ({ ...about, tasks: items.map(item => item.task) }))),
      orNull(waiting),
    ]
    return { of: settling, values, target: 'commands.settle' }
  }
}

const settling = new WriteText(
  'call',
  `commands.settle($1::timestamptz, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11::jsonb, $12::jsonb, $13::jsonb,
    $14::jsonb, $15::jsonb)`,
)

const orNull = (rows: readonly object[]) => (rows.length === 0 ? null : JSON.stringify(rows))

function flat({ subject, placed }: { subject: Subject; placed: Change['placed'] }) {
  return {
    subject_kind: subject.kind,
    subject_id: subject.id,
    grid_path: placed.gridPath,
    unit_id: placed.unitId,
    post_id: placed.postId,
    owner_id: placed.ownerId,
  }
}

function noticeRow({ personId, kind, subject, params }: Notice) {
  return { id: newId(), person_id: personId, kind, subject_kind: subject.kind, subject_id: subject.id, params }
}

function waitingRow(subject: Subject, item: Waiting) {
  return {
    ...flat({ subject, placed: item.placed }),
    task: item.task,
    permission: item.permission,
    title: item.title,
    number: item.number,
    due_at: item.dueAt,
    priority: item.priority,
    since: item.since,
  }
}
