import { type ExpressionBuilder, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { type Actor, can, depthOf } from '#platform/authz/common/grants.ts'
import { placeColumn, visibleWhere } from '#platform/authz/server/visible-where.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage, type Page } from '#platform/contract/common/paging.ts'
import { jsonValue } from '#platform/db/server/json-value.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Checklist } from '../common/checklist.ts'
import type { PatrolPlan, PlannedRound } from '../common/plan.ts'
import { applyRoundEvent, atTheStart, coverageOf, type RoundEvent, type RoundStanding } from '../common/round.ts'
import type { PatrolTables } from './tables.ts'

const columns = [
  ...(['id', 'plan_id', 'plan_version', 'title', 'span_name', 'day', 'from_at', 'until_at', 'grid_path'] as const),
  ...(['post_id', 'owner_id', 'points', 'checklists', 'state', 'standing'] as const),
  ...(['due', 'checked', 'late', 'skipped', 'left_out', 'found'] as const),
] as const
export type RoundRow = Pick<Selectable<PatrolTables['patrol.round']>, (typeof columns)[number]>
export type StepRow = Selectable<PatrolTables['patrol.step']>

type RowBuilder = ExpressionBuilder<{ row: PatrolTables['patrol.round'] }, 'row'>

export const roundPlace = (row: Pick<RoundRow, 'grid_path' | 'post_id' | 'owner_id'>) => ({
  ...{ gridPath: row.grid_path, unitId: null, postId: row.post_id, ownerId: row.owner_id },
})

/** A round that a plan asks for and nobody has touched: what is written when its day comes, and what a phone works on. */
export function untouched(planned: PlannedRound, plan: PatrolPlan, lists: readonly Checklist[]): RoundRow {
  const used = new Set(plan.points.map(point => point.checklistId))
  const standing = atTheStart(plan.points)
  return {
    ...{ id: planned.roundId, plan_id: plan.planId, plan_version: plan.version, title: plan.title },
    ...{ span_name: planned.spanName, day: planned.day, from_at: planned.fromAt, until_at: planned.untilAt },
    ...{ grid_path: plan.gridPath, post_id: plan.postId, owner_id: null, points: plan.points },
    checklists: lists.filter(list => used.has(list.checklistId)),
    ...countsOf(standing),
  }
}

function countsOf(standing: RoundStanding) {
  const { due, checked, late, skipped, left } = coverageOf(standing)
  return {
    ...{ state: standing.state, standing, due, checked, late, skipped, left_out: left, found: standing.found },
  }
}

/** The row after one more event. The only way in which a round changes. */
export function rowAfter(row: RoundRow, event: RoundEvent): RoundRow {
  const span = { fromAt: row.from_at, untilAt: row.until_at }
  return { ...row, ...countsOf(applyRoundEvent(row.standing, event, span)) }
}

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly planId?: string | undefined
  readonly gridPath?: string | undefined
  readonly standing?: 'waiting' | 'walking' | 'whole' | 'with-gaps' | undefined
}

/** Rounds on behalf of one actor: what the actor may not see is not found. */
export class RoundReader {
  protected readonly db: Kysely<PatrolTables>
  protected readonly actor: Actor

  constructor(db: Kysely<PatrolTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  async find(roundId: string): Promise<RoundRow | undefined> {
    const row = await this.db.selectFrom('patrol.round').select(columns).where('id', '=', roundId).executeTakeFirst()
    return row && can(this.actor, 'patrol.read', roundPlace(row)) ? row : undefined
  }

  /** Those of the given rounds that are written already; whose they are is asked by their plan. */
  async known(roundIds: readonly string[]): Promise<ReadonlyMap<string, RoundRow>> {
    if (roundIds.length === 0) return new Map()
    const rows = await this.db.selectFrom('patrol.round').select(columns).where('id', 'in', roundIds).execute()
    return new Map(rows.filter(row => can(this.actor, 'patrol.walk', roundPlace(row))).map(row => [row.id, row]))
  }

  async list(asked: Asked, now: Instant): Promise<Page<RoundRow>> {
    const { limit, from, until, planId, gridPath, standing } = asked
    const after = readCursor(asked.cursor, ['instant', 'uuid'])
    const rows = await this.#seen()
      .select(columns)
      .$if(from !== undefined, q => q.where('day', '>=', from!))
      .$if(until !== undefined, q => q.where('day', '<=', until!))
      .$if(planId !== undefined, q => q.where('plan_id', '=', planId!))
      .$if(gridPath !== undefined, q => q.where(`row.${placeColumn(depthOf(gridPath!))}`, '=', gridPath!))
      .$if(standing !== undefined, q => q.where(stands(standing!, now)))
      .$if(after !== null, q => q.where(sql<boolean>`("row".from_at, "row".id) < (${after![0]}, ${after![1]})`))
      .orderBy('from_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    return cutPage(rows, limit, last => [last.from_at, last.id])
  }

  /** Those of the given rounds that the clock has put into the inbox. */
  async waiting(roundIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (roundIds.length === 0) return new Set()
    const rows = await this.db
      .selectFrom('patrol.round')
      .select('id')
      .where('id', 'in', roundIds)
      .where('waits', '=', true)
      .execute()
    return new Set(rows.map(row => row.id))
  }

  async stepsOf(roundId: string): Promise<readonly StepRow[]> {
    return this.db.selectFrom('patrol.step').selectAll().where('round_id', '=', roundId).orderBy('serial').execute()
  }

  /** By the grids of one depth, over the rounds of some days whose time is over. */
  async coverage({ from, until, depth }: { from: string; until: string; depth: number }, now: Instant) {
    const grid = sql<string>`coalesce(${sql.ref(`row.${placeColumn(depth)}`)}, "row".grid_path)`
    return this.#seen()
      .select(eb => [
        grid.as('gridPath'),
        sql<number>`count(*)::int`.as('rounds'),
        ...(['due', 'checked', 'late', 'skipped', 'left_out', 'found'] as const).map(name =>
          sql<number>`coalesce(sum(${eb.ref(name)}), 0)::int`.as(name),
        ),
      ])
      .where('day', '>=', from)
      .where('day', '<=', until)
      .where('until_at', '<=', now)
      .groupBy(grid)
      .orderBy(grid)
      .execute()
  }

  /** Why points were left out, counted over the same rounds. */
  async reasons({ from, until, depth }: { from: string; until: string; depth: number }, now: Instant) {
    const grid = sql<string>`coalesce(${sql.ref(`row.${placeColumn(depth)}`)}, "row".grid_path)`
    // Who may see a round is asked of rounds alone: steps have a post of their own.
    const rounds = this.#seen()
      .select(['row.id', grid.as('gridPath')])
      .where('day', '>=', from)
      .where('day', '<=', until)
      .where('until_at', '<=', now)
    return this.db
      .selectFrom(rounds.as('round'))
      .innerJoin('patrol.step as step', 'step.round_id', 'round.id')
      .select([
        'round.gridPath',
        sql<string>`step.event ->> 'reason'`.as('reason'),
        sql<number>`count(distinct (step.round_id, step.event ->> 'pointId'))::int`.as('count'),
      ])
      .where(sql<boolean>`step.event ->> 'type' = 'round.skipped'`)
      .groupBy(['round.gridPath', sql`step.event ->> 'reason'`])
      .orderBy(sql`3 desc`)
      .execute()
  }

  #seen() {
    return this.db.selectFrom('patrol.round as row').where(visibleWhere(this.actor, 'patrol.read'))
  }
}

function stands(standing: NonNullable<Asked['standing']>, now: Instant) {
  return (eb: RowBuilder) => {
    if (standing === 'whole') return eb.and([eb('left_out', '=', 0), eb('skipped', '=', 0), eb('late', '=', 0)])
    if (standing === 'with-gaps') {
      const gap = eb.or([eb('left_out', '>', 0), eb('skipped', '>', 0), eb('late', '>', 0)])
      return eb.and([eb('until_at', '<=', now), gap])
    }
    return eb.and([eb('state', '=', standing), eb('until_at', '>', now)])
  }
}

export interface Told {
  readonly event: RoundEvent
  readonly deviceAt: Instant
  readonly heardAt: Instant
}

/** Exists only inside a unit of work, and is the one place that writes rounds. */
export class RoundWriter extends RoundReader {
  readonly #tx: Transaction<PatrolTables>

  constructor(tx: Transaction<PatrolTables>, actor: Actor) {
    super(tx, actor)
    this.#tx = tx
  }

  /** Held until the unit of work ends; nothing is said here about who may walk it. */
  async take(roundId: string): Promise<RoundRow | undefined> {
    return this.#tx.selectFrom('patrol.round').select(columns).where('id', '=', roundId).forUpdate().executeTakeFirst()
  }

  /** Writes a round unless it is there. */
  async begin(row: RoundRow): Promise<void> {
    await this.#tx
      .insertInto('patrol.round')
      .values(written(row))
      .onConflict(conflict => conflict.column('id').doNothing())
      .execute()
  }

  /** A round that nobody has touched follows a new version of its plan. */
  async replaceUntouched(row: RoundRow): Promise<void> {
    const { id: _, ...rest } = written(row)
    await this.#tx
      .updateTable('patrol.round')
      .set(rest)
      .where('id', '=', row.id)
      .where('state', '=', 'waiting')
      .execute()
  }

  async markWaiting(roundId: string, waits: boolean): Promise<void> {
    await this.#tx.updateTable('patrol.round').set({ waits }).where('id', '=', roundId).execute()
  }

  async tell(row: RoundRow, { event, deviceAt, heardAt }: Told): Promise<RoundRow> {
    const { personId, postId } = this.actor
    const next = { ...rowAfter(row, event), owner_id: row.owner_id ?? personId }
    const serial = sql<number>`(select coalesce(max(serial), 0) + 1 from patrol.step where round_id = ${row.id})`
    await this.#tx
      .insertInto('patrol.step')
      .values({
        ...{ round_id: row.id, serial, at: event.at, device_at: deviceAt, heard_at: heardAt },
        ...{ by_id: personId, post_id: postId, event: jsonValue(event) as never },
      })
      .execute()
    const { state, standing, due, checked, late, skipped, left_out, found, owner_id } = next
    await this.#tx
      .updateTable('patrol.round')
      .set({ state, standing: jsonValue(standing) as never, due, checked, late, skipped, left_out, found, owner_id })
      .where('id', '=', row.id)
      .execute()
    return next
  }
}

function written({ points, checklists, standing, ...row }: RoundRow) {
  return {
    ...row,
    points: jsonValue(points) as never,
    checklists: jsonValue(checklists) as never,
    standing: jsonValue(standing) as never,
  }
}
