import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { type Actor, can, depthOf } from '#platform/authz/common/grants.ts'
import { placeColumn, visibleWhere } from '#platform/authz/server/visible-where.ts'
import { jsonValue } from '#platform/db/server/json-value.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { PatrolPlan } from '../common/plan.ts'
import type { PatrolTables } from './tables.ts'

const columns = [
  ...(['id', 'version', 'title', 'grid_path', 'post_id', 'points', 'rhythm', 'valid_from', 'valid_until'] as const),
] as const
type PlanRow = Pick<Selectable<PatrolTables['patrol.plan']>, (typeof columns)[number]>

export const planPlace = ({ gridPath, postId }: Pick<PatrolPlan, 'gridPath' | 'postId'>) => ({
  ...{ gridPath, unitId: null, postId, ownerId: null },
})

function toPlan({ id, grid_path, post_id, valid_from, valid_until, ...row }: PlanRow): PatrolPlan {
  return { planId: id, gridPath: grid_path, postId: post_id, validFrom: valid_from, validUntil: valid_until, ...row }
}

/** Patrol plans on behalf of one actor: what the actor may neither see nor write is not found. */
export class PlanReader {
  protected readonly db: Kysely<PatrolTables>
  protected readonly actor: Actor

  constructor(db: Kysely<PatrolTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  async list(asked: { gridPath?: string | undefined; endedBefore: string | null }): Promise<readonly PatrolPlan[]> {
    const rows = await this.db
      .selectFrom('patrol.plan as row')
      .select(columns)
      .where(visibleWhere(this.actor, 'patrol.read'))
      .$if(asked.gridPath !== undefined, q =>
        q.where(`row.${placeColumn(depthOf(asked.gridPath!))}`, '=', asked.gridPath!),
      )
      .$if(asked.endedBefore !== null, q =>
        q.where(eb => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', asked.endedBefore!)])),
      )
      .orderBy('grid_path')
      .orderBy('title')
      .orderBy('id')
      .execute()
    return rows.map(toPlan)
  }

  /** The plans that some posts walk, on a day and after. */
  async ofPosts(postIds: readonly string[], day: string): Promise<readonly PatrolPlan[]> {
    if (postIds.length === 0) return []
    const rows = await this.#inForce(day).where('post_id', 'in', postIds).execute()
    return rows.map(toPlan).filter(plan => can(this.actor, 'patrol.walk', planPlace(plan)))
  }

  async everyInForce(day: string): Promise<readonly PatrolPlan[]> {
    const rows = await this.#inForce(day).execute()
    return rows.map(toPlan).filter(plan => can(this.actor, 'patrol.walk', planPlace(plan)))
  }

  async find(planId: string, permission: string): Promise<PatrolPlan | undefined> {
    const row = await this.db.selectFrom('patrol.plan').select(columns).where('id', '=', planId).executeTakeFirst()
    const plan = row && toPlan(row)
    return plan && can(this.actor, permission, planPlace(plan)) ? plan : undefined
  }

  #inForce(day: string) {
    return this.db
      .selectFrom('patrol.plan')
      .select(columns)
      .where('valid_from', '<=', sql<string>`${day}::date + 7`)
      .where(eb => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', day)]))
      .orderBy('id')
  }
}

/** Exists only inside a unit of work, and is the one place that writes plans. */
export class PlanWriter extends PlanReader {
  readonly #tx: Transaction<PatrolTables>

  constructor(tx: Transaction<PatrolTables>, actor: Actor) {
    super(tx, actor)
    this.#tx = tx
  }

  /** Holds the plan until the unit of work ends. */
  async take(planId: string): Promise<PatrolPlan | undefined> {
    const row = await this.#tx
      .selectFrom('patrol.plan')
      .select(columns)
      .where('id', '=', planId)
      .forUpdate()
      .executeTakeFirst()
    return row && toPlan(row)
  }

  async write(plan: PatrolPlan, at: Instant): Promise<void> {
    const { planId, gridPath, postId, validFrom, validUntil, version, title } = plan
    const row = {
      ...{ version, title, grid_path: gridPath, post_id: postId, valid_from: validFrom, valid_until: validUntil },
      ...{ points: jsonValue(plan.points) as never, rhythm: jsonValue(plan.rhythm) as never },
    }
    await this.#tx
      .insertInto('patrol.plan')
      .values({ id: planId, ...row })
      .onConflict(conflict => conflict.column('id').doUpdateSet(row))
      .execute()
    await this.#tx
      .insertInto('patrol.plan_version')
      .values({ plan_id: planId, version, written_at: at, by_id: this.actor.personId, plan: jsonValue(plan) as never })
      .execute()
  }
}
