import { sql, type Transaction } from 'kysely'
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
  readonly answer: unknown
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
   * One statement for audit entry, stored answer, live changes, inbox and notices. Six statements would cost five
   * more round trips in every command of the product; the rows are the same.
   */
  async settle(tx: Transaction<unknown>, s: Settlement): Promise<void> {
    const written = {
      answer: s.answer,
      audit: {
        at: s.at,
        actor_id: s.actorId,
        post_id: s.postId,
        command: s.command,
        subject_kind: s.subject.kind,
        subject_id: s.subject.id,
        outcome: s.outcome,
        request_id: s.requestId,
      },
      changes: this.#changes.map(change => ({ at: s.at, permission: change.permission, ...flat(change) })),
      notices: this.#notices.map(notice => noticeRow(notice, s.at)),
      replaced: [...this.#waiting.values()].map(({ subject, items }) => ({
        subject_kind: subject.kind,
        subject_id: subject.id,
        tasks: items.map(item => item.task),
      })),
      waiting: [...this.#waiting.values()].flatMap(({ subject, items }) =>
        items.map(item => waitingRow(subject, item)),
      ),
    }
    await sql`select commands.settle(${JSON.stringify(written)}::jsonb)`.execute(tx)
  }
}

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

function noticeRow({ personId, kind, subject, params }: Notice, at: string) {
  return { id: newId(), person_id: personId, kind, subject_kind: subject.kind, subject_id: subject.id, params, at }
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
