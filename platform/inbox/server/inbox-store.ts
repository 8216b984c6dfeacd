import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import { type Actor, can } from '../../authz/common/grants.ts'
import { placedAt, type PlacedRow, visibleWhere } from '../../authz/server/visible-where.ts'
import { readCursor } from '../../contract/common/cursor.ts'
import { cutPage } from '../../contract/common/paging.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import type { InboxItem } from '../common/contract.ts'
import type { PostInTurn } from './whose-first.ts'

export interface InboxTables {
  'inbox.item': PlacedRow & {
    subject_kind: string
    subject_id: string
    task: string
    permission: string
    title: string
    number: string | null
    due_at: Instant | null
    priority: number
    since: Instant
  }
  /** The limits of work time, of which the inbox reads when what waits is due. */
  'worktime.timer': { subject_kind: string; subject_id: string; name: string; due_at: Instant | null }
}

interface Filter {
  readonly limit: number
  /** `first`: without what is another's turn; `all`: everything that may be done. */
  readonly shift: 'first' | 'all'
  readonly cursor?: string | undefined
  readonly task?: string | undefined
}

/** Reads what waits for one person in all of their posts. What no post of theirs may do is not there. */
export class InboxReader {
  readonly #db: Kysely<InboxTables>
  readonly #posts: readonly PostInTurn[]

  constructor(db: Kysely<InboxTables>, posts: readonly PostInTurn[]) {
    this.#db = db
    this.#posts = posts
  }

  async list({ limit, cursor, task, shift }: Filter): Promise<{ rows: InboxItem[]; next: string | null }> {
    // Several tasks may wait about one thing since one moment, so the task is part of the place in the list.
    const after = readCursor(cursor, ['text', 'whole', 'instant', 'text', 'text'])
    const rows = await this.#db
      .selectFrom('inbox.item as row')
      .leftJoin('worktime.timer as timer', join =>
        join
          .onRef('timer.subject_kind', '=', 'row.subject_kind')
          .onRef('timer.subject_id', '=', 'row.subject_id')
          .onRef('timer.name', '=', 'row.task'),
      )
      .select(['row.subject_kind', 'row.subject_id', 'task', 'permission', 'title', 'row.number', 'since', 'priority'])
      .select(['grid_path', 'unit_id', 'post_id', 'owner_id'])
      .select([dueAt.as('due_at'), sortKey.as('sort_due')])
      .select(eb => sql<boolean>`${inTurn(this.#posts)(eb)}`.as('in_turn'))
      .where(shift === 'all' ? waitsForAny(this.#posts) : inTurn(this.#posts))
      .$if(task !== undefined, q => q.where('task', '=', task!))
      .$if(after !== null, q =>
        q.where(
          sql<SqlBool>`(${sortKey}, -priority, since, "row".subject_id, "row".task) > (${after![0]}, ${after![1]}::bigint, ${after![2]}, ${after![3]}, ${after![4]})`,
        ),
      )
      .orderBy(sortKey)
      .orderBy(sql`-priority`)
      .orderBy('since')
      .orderBy('row.subject_id')
      .orderBy('row.task')
      .limit(limit + 1)
      .execute()
    const page = cutPage(rows, limit, ({ sort_due, priority, since, subject_id, task }) => [
      ...[sort_due, -priority, since, subject_id, task],
    ])
    return {
      ...page,
      rows: page.rows.map(row => ({ ...toItem(row), isOfTheShift: !row.in_turn, postId: this.#postFor(row) })),
    }
  }

  /** By post. What several of them may do is counted in each. */
  async counts(): Promise<{ postId: string | null; task: string; count: number }[]> {
    const byPost = await Promise.all(
      this.#posts.map(async post => {
        const tasks = await this.#byTask(inTurn([post]))
        return tasks.map(one => ({ postId: post.actor.postId, ...one }))
      }),
    )
    return byPost.flat()
  }

  /** How much waits, each thing once, and how much more that is somebody else's first. */
  async totals(): Promise<{ total: number; tasks: { task: string; count: number }[]; ofTheShift: number }> {
    const sum = (tasks: readonly { count: number }[]) => tasks.reduce((total, { count }) => total + count, 0)
    const tasks = await this.#byTask(inTurn(this.#posts))
    const total = sum(tasks)
    if (this.#posts.every(({ notYet }) => notYet === null)) return { total, tasks, ofTheShift: 0 }
    return { total, tasks, ofTheShift: sum(await this.#byTask(waitsForAny(this.#posts))) - total }
  }

  async #byTask(which: ReturnType<typeof inTurn>): Promise<{ task: string; count: number }[]> {
    const rows = await this.#db
      .selectFrom('inbox.item as row')
      .select(['task', eb => eb.fn.countAll<number>().as('count')])
      .where(which)
      .groupBy('task')
      .orderBy('task')
      .execute()
    return rows.map(({ task, count }) => ({ task, count: Number(count) }))
  }

  /** The first of the person's posts that may do it. */
  #postFor(row: ItemRow): string | null {
    const placed = placedAt(row)
    return this.#posts.find(({ actor }) => can(actor, row.permission, placed))?.actor.postId ?? null
  }
}

/**
 * A limit by the name of the task says when it is due, and nobody else: a changed calendar moves limits by the hundred
 * thousand and need not touch the inbox. What no limit runs on has the due time that its owner gave.
 */
const dueAt = sql<Instant | null>`case when timer.name is null then "row".due_at else timer.due_at end`

/** Things without a due time come after those that have one. */
const sortKey = sql<string>`coalesce(to_char(${dueAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS'), '9999')`

/** What any of the posts may do. */
function waitsForAny(posts: readonly PostInTurn[]) {
  return inTurn(posts.map(({ actor }) => ({ actor, notYet: null })))
}

/** What any of the posts may do and is not somebody else's first. */
function inTurn(posts: readonly PostInTurn[]) {
  return (eb: ExpressionBuilder<{ row: InboxTables['inbox.item'] }, 'row'>): Expression<SqlBool> =>
    eb.or(
      posts.map(({ actor, notYet }) => {
        const may = eb.or(permissionsOf(actor).map(permission => waitsFor(eb, actor, permission)))
        return notYet === null ? may : eb.and([may, eb.not(notYet(eb))])
      }),
    )
}

function waitsFor(
  eb: ExpressionBuilder<{ row: InboxTables['inbox.item'] }, 'row'>,
  actor: Actor,
  permission: string,
): Expression<SqlBool> {
  return eb.and([eb('permission', '=', permission), visibleWhere(actor, permission)(eb)])
}

function permissionsOf(actor: Actor): string[] {
  return [...new Set(actor.grants.map(grant => grant.permission))]
}

type ItemRow = Pick<InboxTables['inbox.item'], 'permission' | 'grid_path' | 'unit_id' | 'post_id' | 'owner_id'>

function toItem(row: {
  subject_kind: string
  subject_id: string
  task: string
  title: string
  number: string | null
  since: Instant
  due_at: Instant | null
  priority: number
}): Omit<InboxItem, 'postId' | 'isOfTheShift'> {
  return {
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    task: row.task,
    title: row.title,
    number: row.number,
    since: row.since,
    dueAt: row.due_at,
    priority: row.priority,
  }
}
