import { type Kysely, sql, type Transaction } from 'kysely'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import { jsonValue } from '#platform/db/server/json-value.ts'
import { namedPaths } from '#platform/db/server/named-paths-store.ts'
import type { BoundaryEdit } from '../../common/boundaries/edit.ts'
import type { Comparison } from '../../common/boundaries/compare.ts'
import type { DraftState } from '../../common/contract-drafts.ts'
import type { Succession } from '../grid-history.ts'
import type { GridTables } from '../tables.ts'

const columns = [
  ...(['id', 'name', 'reason', 'under', 'state', 'made_by', 'made_at', 'submitted_by', 'base_version'] as const),
  ...(['comparison', 'in_force_from'] as const),
] as const
export type DraftFacts = Pick<GridTables['grid.draft'], (typeof columns)[number]>
export type JournalRow = GridTables['grid.draft_edit']

export const placedAt = ({ under, made_by }: Pick<DraftFacts, 'under' | 'made_by'>) => ({
  gridPath: under,
  unitId: null,
  postId: null,
  ownerId: made_by,
})

/** Drafts of a time when no grid could be moved say nothing of moved ones. */
const toFacts = (row: DraftFacts): DraftFacts => ({
  ...row,
  comparison: row.comparison && { ...row.comparison, moved: row.comparison.moved ?? [] },
})

/** Drafts that are not decided yet are for the same grid, wherever it stands then. */
export const draftPaths = namedPaths('grid.draft', 'under', sql`row.state in ('open', 'submitted', 'approved')`)

/** The steps of a journal that still count, oldest first, each with its number. */
export function liveSteps(journal: readonly JournalRow[]): { serial: number; edits: readonly BoundaryEdit[] }[] {
  const undone = new Set(journal.flatMap(({ undoes }) => undoes ?? []))
  return journal.flatMap(({ serial, edits }) => (edits === null || undone.has(serial) ? [] : [{ serial, edits }]))
}

export class DraftReader {
  protected readonly db: Kysely<GridTables>
  protected readonly actor: Actor

  constructor(db: Kysely<GridTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  async list(): Promise<DraftFacts[]> {
    const rows = await this.db
      .selectFrom('grid.draft')
      .select(columns)
      .orderBy('made_at', 'desc')
      .orderBy('id')
      .limit(200)
      .execute()
    return rows.filter(row => this.#maySee(row))
  }

  async find(id: string): Promise<DraftFacts | undefined> {
    const row = await this.db.selectFrom('grid.draft').select(columns).where('id', '=', id).executeTakeFirst()
    return row && this.#maySee(row) ? toFacts(row) : undefined
  }

  #maySee(row: DraftFacts): boolean {
    return ['grid.see-drafts', 'grid.put-in-force'].some(word => can(this.actor, word, placedAt(row)))
  }

  async journal(draftId: string): Promise<JournalRow[]> {
    return this.db
      .selectFrom('grid.draft_edit')
      .select(['draft_id', 'serial', 'edits', 'undoes', 'by_id', 'post_id', 'at'])
      .where('draft_id', '=', draftId)
      .orderBy('serial')
      .execute()
  }

  async steps(draftId: string) {
    return this.db
      .selectFrom('grid.draft_step')
      .select(['step', 'words', 'by_id', 'at'])
      .where('draft_id', '=', draftId)
      .orderBy('serial')
      .execute()
  }

  /** Drafts whose day has come, the earliest first. */
  async dueOn(day: string): Promise<string[]> {
    const rows = await this.db
      .selectFrom('grid.draft')
      .select('id')
      .where('state', '=', 'approved')
      .where('in_force_from', '<=', day)
      .orderBy('in_force_from')
      .execute()
    return rows.map(({ id }) => id)
  }

  /** Drafts in force that these have not followed yet. */
  async notFollowed(kinds: readonly string[]): Promise<{ draftId: string; kind: string }[]> {
    const { rows } = await sql<{ draftId: string; kind: string }>`
      select draft.id as "draftId", wanted.kind from grid.draft, unnest(${kinds}::text[]) wanted(kind)
      where draft.state = 'in-force'
        and not exists (select from grid.follow_up done where done.draft_id = draft.id and done.kind = wanted.kind)
      order by draft.in_force_from`.execute(this.db)
    return rows
  }

  async hasOtherApproved(draftId: string): Promise<boolean> {
    const found = await this.db
      .selectFrom('grid.draft')
      .select('id')
      .where('state', '=', 'approved')
      .where('id', '<>', draftId)
      .executeTakeFirst()
    return found !== undefined
  }
}

/** Exists only inside a unit of work, and is the one place that writes drafts. */
export class DraftWriter extends DraftReader {
  constructor(tx: Transaction<GridTables>, actor: Actor) {
    super(tx, actor)
  }

  /** Held until the unit of work ends. */
  async take(id: string): Promise<DraftFacts | undefined> {
    await this.db.selectFrom('grid.draft').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
    return this.find(id)
  }

  async begin(draft: Pick<DraftFacts, 'id' | 'name' | 'reason' | 'under' | 'made_by' | 'made_at'>): Promise<boolean> {
    const added = await this.db
      .insertInto('grid.draft')
      .values({
        ...draft,
        state: 'open',
        submitted_by: null,
        base_version: null,
        comparison: null,
        in_force_from: null,
      })
      .onConflict(conflict => conflict.column('id').doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }

  async write(row: Omit<JournalRow, 'edits'> & { edits: readonly BoundaryEdit[] | null }): Promise<void> {
    await this.db
      .insertInto('grid.draft_edit')
      .values({ ...row, edits: row.edits === null ? null : (jsonValue(row.edits) as never) })
      .execute()
  }

  async change(
    id: string,
    to: {
      state: DraftState
      submittedBy?: string
      baseVersion?: number
      comparison?: Comparison
      inForceFrom?: string | null
    },
  ): Promise<void> {
    await this.db
      .updateTable('grid.draft')
      .set({
        state: to.state,
        ...(to.submittedBy === undefined ? {} : { submitted_by: to.submittedBy }),
        ...(to.baseVersion === undefined ? {} : { base_version: to.baseVersion }),
        ...(to.comparison === undefined ? {} : { comparison: jsonValue(to.comparison) as never }),
        ...(to.inForceFrom === undefined ? {} : { in_force_from: to.inForceFrom }),
      })
      .where('id', '=', id)
      .execute()
  }

  async tell(draftId: string, step: { step: string; words: string; by: Actor; at: string }): Promise<void> {
    await sql`insert into grid.draft_step (draft_id, serial, step, words, by_id, post_id, at)
      select ${draftId}, coalesce(max(serial), 0) + 1, ${step.step}, ${step.words}, ${step.by.personId}, ${step.by.postId},
        ${step.at}::timestamptz
      from grid.draft_step where draft_id = ${draftId}`.execute(this.db)
  }

  async succeed(draftId: string, day: string, successions: readonly Omit<Succession, 'on'>[]) {
    if (successions.length === 0) return
    await this.db
      .insertInto('grid.succession')
      .values(
        successions.map(({ how, from, to }) => ({ draft_id: draftId, on_day: day, from_path: from, to_path: to, how })),
      )
      .execute()
  }

  async followed(draftId: string, kind: string, at: string): Promise<void> {
    await this.db
      .insertInto('grid.follow_up')
      .values({ draft_id: draftId, kind, done_at: at })
      .onConflict(conflict => conflict.columns(['draft_id', 'kind']).doNothing())
      .execute()
  }
}
