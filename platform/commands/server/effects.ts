import { type HeldWrite, WriteText } from '../../db/server/held-writes.ts'
import { RowWrites } from '../../db/server/row-writes.ts'
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
  readonly changes: Change[] = []
  readonly #notices: Notice[] = []
  readonly #waiting = new Map<string, { subject: Subject; items: readonly Waiting[] }>()

  tell(change: Change): void {
    this.changes.push(change)
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
   * Audit entry, kept answer, live changes, inbox and notices: what every command leaves behind. They meet with its own
   * rows in one statement, and where there is nothing to write there is nothing in it.
   */
  settle({ subject, ...s }: Settlement): readonly HeldWrite[] {
    const replaced = [...this.#waiting.values()]
    const by = { at: s.at, actor_id: s.actorId, command: s.command, request_id: s.requestId }
    return [
      ...(s.kept ? requests.of([{ ...by, input_hash: s.kept.inputHash, output: s.kept.answer }]).map(onceOnly) : []),
      ...entries.of([{ ...by, post_id: s.postId, ...about(subject), outcome: s.outcome, detail: detailOf(s) }]),
      ...changes.of(this.changes.map(change => ({ at: s.at, permission: change.permission, ...flat(change) }))),
      ...notices.of(this.#notices.map(notice => ({ ...noticeRow(notice), at: s.at }))),
      ...replaced.map(cleared),
      ...waiting.of(replaced.flatMap(({ subject: whose, items }) => items.map(item => waitingRow(whose, item)))),
    ]
  }
}

/** The same person has sent this request id before. Whatever was done this time is undone. */
export class AnsweredBefore extends Error {}

const requests = new RowWrites('commands.request', {
  ...{ actor_id: 'text', request_id: 'uuid', command: 'text', input_hash: 'text', output: 'json', at: 'timestamptz' },
})

/**
 * The request id is kept by the last statement, with the answer: a copy sent at the same moment does its work, waits there
 * for us, finds the id and is undone. What it would have done does not count, not even its failure.
 */
function onceOnly(write: HeldWrite): HeldWrite {
  return { ...write, explain: error => (isKeptBefore(error) ? new AnsweredBefore() : error) }
}

function isKeptBefore(error: unknown): boolean {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  return code === '23505' && constraint === 'request_pkey'
}

const entries = new RowWrites('audit.entry', {
  ...{ at: 'timestamptz', actor_id: 'text', post_id: 'text', command: 'text', subject_kind: 'text' },
  ...{ subject_id: 'text', outcome: 'text', request_id: 'text', detail: 'jsonb' },
})

const detailOf = ({ deviceAt }: Pick<Settlement, 'deviceAt'>) => (deviceAt === null ? null : { deviceAt })

const placed = { grid_path: 'text', unit_id: 'text', post_id: 'text', owner_id: 'text' }

const changes = new RowWrites('live.change', {
  ...{ at: 'timestamptz', subject_kind: 'text', subject_id: 'text', permission: 'text', ...placed },
})

const notices = new RowWrites('notices.notice', {
  ...{ id: 'uuid', person_id: 'text', kind: 'text', subject_kind: 'text', subject_id: 'text', params: 'jsonb' },
  at: 'timestamptz',
})

const inboxColumns = {
  ...{ subject_kind: 'text', subject_id: 'text', task: 'text', permission: 'text', ...placed, title: 'text' },
  ...{ number: 'text', due_at: 'timestamptz', priority: 'int', since: 'timestamptz' },
}

const replacedColumns = Object.keys(inboxColumns).filter(name => !['subject_kind', 'subject_id', 'task'].includes(name))

const waiting = new RowWrites(
  'inbox.item',
  inboxColumns,
  `on conflict (subject_kind, subject_id, task) do update
    set ${replacedColumns.map(name => `${name} = excluded.${name}`).join(', ')}`,
)

/** One thing each, by key: joined to a list of unknown length the planner would rather read the whole inbox each time. */
const clearing = new WriteText(
  'rows',
  'delete from inbox.item where subject_kind = $1 and subject_id = $2 and task <> all ($3::text[])',
)

/** What waited about a thing and waits no more. */
function cleared({ subject: { kind, id }, items }: { subject: Subject; items: readonly Waiting[] }): HeldWrite {
  return { of: clearing, values: [kind, id, items.map(item => item.task)], target: `inbox.item ${kind} ${id}` }
}

const about = ({ kind, id }: Subject) => ({ subject_kind: kind, subject_id: id })

function flat({ subject, placed: at }: { subject: Subject; placed: Change['placed'] }) {
  const { gridPath, unitId, postId, ownerId } = at
  return { ...about(subject), grid_path: gridPath, unit_id: unitId, post_id: postId, owner_id: ownerId }
}

function noticeRow({ personId, kind, subject, params }: Notice) {
  return { id: newId(), person_id: personId, kind, ...about(subject), params }
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
