import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import { visibleWhere } from '#platform/authz/server/visible-where.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import { jsonValue } from '#platform/db/server/json-value.ts'
import {
  applyProgrammeEvent,
  applyTaskEvent,
  type Programme,
  type ProgrammeEvent,
  type Task,
  type TaskEvent,
} from '../common/programme.ts'
import { addEvents, type EventRow, hasHappened, readEvents } from './journal-store.ts'
import type { CampaignsTables } from './tables.ts'

export const programmePlaced = ({ gridPath, ownerPostId, setUpBy }: Programme) => ({
  gridPath,
  unitId: null,
  postId: ownerPostId,
  ownerId: setUpBy,
})

/** What waits for the owner of a task waits for nobody else. */
export const taskPlaced = ({ ownerPostId }: Pick<Task, 'ownerPostId'>) => ({
  gridPath: null,
  unitId: null,
  postId: ownerPostId,
  ownerId: null,
})

/** Programmes and tasks on behalf of one actor. A task is seen by whoever sees its programme. */
export class ProgrammeReader {
  protected readonly db: Kysely<CampaignsTables>
  protected readonly actor: Actor

  constructor(db: Kysely<CampaignsTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  /** The latest first. */
  async list(asked: { limit: number; cursor?: string | undefined }) {
    const after = readCursor(asked.cursor, ['uuid'])
    const found = await this.db
      .selectFrom('campaigns.programme as row')
      .select('body')
      .where(visibleWhere(this.actor, 'campaigns.know'))
      .$if(after !== null, q => q.where('id', '<', after![0]))
      .orderBy('id', 'desc')
      .limit(asked.limit + 1)
      .execute()
    const { rows, next } = cutPage(found, asked.limit, ({ body }) => [body.id])
    return { rows: rows.map(({ body }) => body), next }
  }

  async find(programmeId: string): Promise<Programme | undefined> {
    const row = await this.db
      .selectFrom('campaigns.programme')
      .select('body')
      .where('id', '=', programmeId)
      .executeTakeFirst()
    return this.known(row?.body)
  }

  async tasksOf(programmeIds: readonly string[]): Promise<Task[]> {
    if (programmeIds.length === 0) return []
    const rows = await this.db
      .selectFrom('campaigns.task')
      .select('body')
      .where('parent_id', '=', sql<string>`any(${[...programmeIds]}::uuid[])`)
      .orderBy('id')
      .execute()
    return rows.map(({ body }) => body)
  }

  async findTask(taskId: string): Promise<{ programme: Programme; task: Task } | undefined> {
    const row = await this.db
      .selectFrom('campaigns.task as task')
      .innerJoin('campaigns.programme as programme', 'programme.id', 'task.parent_id')
      .select(['task.body as task', 'programme.body as programme'])
      .where('task.id', '=', taskId)
      .executeTakeFirst()
    return row && this.known(row.programme) ? row : undefined
  }

  async eventsOf(subjectId: string): Promise<EventRow[]> {
    return readEvents(this.db, subjectId)
  }

  protected known(programme: Programme | undefined): Programme | undefined {
    return programme && can(this.actor, 'campaigns.know', programmePlaced(programme)) ? programme : undefined
  }
}

/** Exists only inside a unit of work, and is the one place that writes programmes and tasks. */
export class ProgrammeWriter extends ProgrammeReader {
  readonly #tx: Transaction<CampaignsTables>

  constructor(tx: Transaction<CampaignsTables>, actor: Actor) {
    super(tx, actor)
    this.#tx = tx
  }

  /** Holds the programme until the unit of work ends. */
  async take(programmeId: string): Promise<Programme | undefined> {
    const row = await this.#tx
      .selectFrom('campaigns.programme')
      .select('body')
      .where('id', '=', programmeId)
      .forUpdate()
      .executeTakeFirst()
    return this.known(row?.body)
  }

  /** Holds the task; its programme is read as it is. */
  async takeTask(taskId: string): Promise<{ programme: Programme; task: Task } | undefined> {
    const row = await this.#tx
      .selectFrom('campaigns.task')
      .select('body')
      .where('id', '=', taskId)
      .forUpdate()
      .executeTakeFirst()
    const programme = row && (await this.find(row.body.programmeId))
    return programme && { programme, task: row.body }
  }

  async isTaken(table: 'campaigns.programme' | 'campaigns.task', id: string): Promise<boolean> {
    const row = await this.#tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
    return row !== undefined || hasHappened(this.#tx, id)
  }

  async appendToProgramme(before: Programme | null, event: ProgrammeEvent): Promise<Programme> {
    const after = applyProgrammeEvent(before, event)
    await this.#tx
      .insertInto('campaigns.programme')
      .values(programmeRow(after))
      .onConflict(conflict => conflict.column('id').doUpdateSet(programmeRow(after)))
      .execute()
    await addEvents(this.#tx, [{ subjectId: after.id, serial: after.version, event }])
    return after
  }

  async appendToTask(before: Task | null, event: TaskEvent): Promise<Task> {
    const after = applyTaskEvent(before, event)
    await this.#tx
      .insertInto('campaigns.task')
      .values(taskRow(after))
      .onConflict(conflict => conflict.column('id').doUpdateSet(taskRow(after)))
      .execute()
    await addEvents(this.#tx, [{ subjectId: after.id, serial: after.version, event }])
    return after
  }
}

export function programmeRow(programme: Programme): Insertable<CampaignsTables['campaigns.programme']> {
  const { id, version, gridPath, ownerPostId, setUpBy } = programme
  return {
    ...{ id, version, grid_path: gridPath, post_id: ownerPostId, owner_id: setUpBy },
    body: jsonValue(programme) as never,
  }
}

export function taskRow(task: Task): Insertable<CampaignsTables['campaigns.task']> {
  const { id, programmeId, version, ownerPostId } = task
  return { id, parent_id: programmeId, version, post_id: ownerPostId, body: jsonValue(task) as never }
}
