import { type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { type Actor, can, depthOf } from '#platform/authz/common/grants.ts'
import { placeColumn, visibleWhere } from '#platform/authz/server/visible-where.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import { jsonValue } from '#platform/db/server/json-value.ts'
import { campaignPlaced, mayReadPoint, ownersOnly } from '../common/actions.ts'
import { applyCampaignEvent, type Campaign, type CampaignEvent } from '../common/campaign.ts'
import { applyPointEvent, type CampaignPoint, type PointEvent, type PointState } from '../common/point.ts'
import { addEvents, type EventRow, hasHappened, readEvents } from './journal-store.ts'
import type { CampaignsTables } from './tables.ts'

export type OrderRow = Selectable<CampaignsTables['campaigns.work_order']>

/** Campaigns and points on behalf of one actor: what the actor may not see is not found. */
export class CampaignReader {
  protected readonly db: Kysely<CampaignsTables>
  protected readonly actor: Actor

  constructor(db: Kysely<CampaignsTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  /** Those that run first, then the latest. */
  async list(asked: {
    state?: Campaign['state'] | undefined
    gridPath?: string | undefined
    limit: number
    cursor?: string | undefined
  }): Promise<{ rows: readonly Campaign[]; next: string | null }> {
    const after = readCursor(asked.cursor, ['whole', 'uuid'])
    const isClosed = sql<number>`(state = 'closed')::int`
    const found = await this.db
      .selectFrom('campaigns.campaign as row')
      .select('body')
      .where(visibleWhere(this.actor, 'campaigns.know'))
      .$if(asked.state !== undefined, q => q.where('state', '=', asked.state!))
      .$if(asked.gridPath !== undefined, q => q.where(placeColumn(depthOf(asked.gridPath!)), '=', asked.gridPath!))
      .$if(after !== null, q =>
        q.where(
          sql<boolean>`(${isClosed} > ${after![0]}::bigint or (${isClosed} = ${after![0]}::bigint and id < ${after![1]}::uuid))`,
        ),
      )
      .orderBy(isClosed)
      .orderBy('id', 'desc')
      .limit(asked.limit + 1)
      .execute()
    const { rows, next } = cutPage(found, asked.limit, ({ body }) => [body.state === 'closed' ? 1 : 0, body.id])
    return { rows: rows.map(({ body }) => body), next }
  }

  async find(campaignId: string): Promise<Campaign | undefined> {
    const row = await this.db
      .selectFrom('campaigns.campaign')
      .select('body')
      .where('id', '=', campaignId)
      .executeTakeFirst()
    return this.known(row?.body)
  }

  /** The points of a campaign that the actor may see, by their number, then as they were surveyed. */
  async pointsOf(campaign: Campaign): Promise<CampaignPoint[]> {
    const isOwner = can(this.actor, 'campaigns.manage', ownersOnly(campaign))
    const rows = await this.db
      .selectFrom('campaigns.point as row')
      .select('body')
      .where('parent_id', '=', campaign.id)
      .$if(!isOwner, q => q.where(eb => eb.or(concerning.map(word => visibleWhere(this.actor, word)(eb)))))
      .orderBy(sql`list_number nulls last`)
      .orderBy('id')
      .execute()
    return rows.map(({ body }) => body).filter(point => mayReadPoint(this.actor, campaign, point))
  }

  async findPoint(pointId: string): Promise<{ campaign: Campaign; point: CampaignPoint } | undefined> {
    const row = await this.db
      .selectFrom('campaigns.point as point')
      .innerJoin('campaigns.campaign as campaign', 'campaign.id', 'point.parent_id')
      .select(['point.body as point', 'campaign.body as campaign'])
      .where('point.id', '=', pointId)
      .executeTakeFirst()
    return row && mayReadPoint(this.actor, row.campaign, row.point) ? row : undefined
  }

  /** Points of all campaigns that one has to work on; or those that one surveyed last. */
  async ownPoints(
    which: 'ordered' | 'surveyed',
    most?: number,
  ): Promise<{ campaign: Campaign; point: CampaignPoint }[]> {
    const rows = await this.db
      .with('row', db =>
        db
          .selectFrom('campaigns.point as row')
          .select(['id', 'parent_id', 'body'])
          .$if(which === 'ordered', q =>
            q.where('state', '=', 'ordered').where(visibleWhere(this.actor, 'campaigns.handle')),
          )
          .$if(which === 'surveyed', q => q.where('owner_id', '=', this.actor.personId))
          .orderBy('id', 'desc')
          .$if(most !== undefined, q => q.limit(most!)),
      )
      .selectFrom('row')
      .innerJoin('campaigns.campaign as campaign', 'campaign.id', 'row.parent_id')
      .select(['row.body as point', 'campaign.body as campaign'])
      .orderBy('row.id', 'desc')
      .execute()
    return rows.filter(({ campaign, point }) => mayReadPoint(this.actor, campaign, point))
  }

  async ordersOf(campaignId: string): Promise<OrderRow[]> {
    return this.db
      .selectFrom('campaigns.work_order')
      .selectAll()
      .where('campaign_id', '=', campaignId)
      .orderBy('issued_at', 'desc')
      .orderBy('id')
      .execute()
  }

  async findOrder(orderId: string): Promise<OrderRow | undefined> {
    return this.db.selectFrom('campaigns.work_order').selectAll().where('id', '=', orderId).executeTakeFirst()
  }

  async eventsOf(subjectId: string): Promise<EventRow[]> {
    return readEvents(this.db, subjectId)
  }

  protected known(campaign: Campaign | undefined): Campaign | undefined {
    return campaign && can(this.actor, 'campaigns.know', campaignPlaced(campaign)) ? campaign : undefined
  }
}

/** A first sieve in the database; `mayReadPoint` is the rule. */
const concerning = ['campaigns.read', 'campaigns.handle']

/** Exists only inside a unit of work, and is the one place that writes campaigns and points. */
export class CampaignWriter extends CampaignReader {
  readonly #tx: Transaction<CampaignsTables>

  constructor(tx: Transaction<CampaignsTables>, actor: Actor) {
    super(tx, actor)
    this.#tx = tx
  }

  /** Holds the campaign until the unit of work ends: against everybody, or against those who change it. */
  async take(campaignId: string, hold: 'alone' | 'shared' = 'alone'): Promise<Campaign | undefined> {
    const asked = this.#tx.selectFrom('campaigns.campaign').select('body').where('id', '=', campaignId)
    const row = await (hold === 'alone' ? asked.forUpdate() : asked.forShare()).executeTakeFirst()
    return this.known(row?.body)
  }

  /** In the order of their ids, so that two who take some of the same never wait for each other. */
  async takePoints(campaign: Campaign, pointIds: readonly string[]): Promise<CampaignPoint[]> {
    const rows = await this.#tx
      .selectFrom('campaigns.point')
      .select('body')
      .where('parent_id', '=', campaign.id)
      .where('id', 'in', [...new Set(pointIds)])
      .orderBy('id')
      .forUpdate()
      .execute()
    return rows.map(({ body }) => body).filter(point => mayReadPoint(this.actor, campaign, point))
  }

  /** A point with its campaign, the campaign shared. */
  async takePoint(pointId: string): Promise<{ campaign: Campaign; point: CampaignPoint } | undefined> {
    const row = await this.#tx
      .selectFrom('campaigns.point')
      .select('parent_id')
      .where('id', '=', pointId)
      .executeTakeFirst()
    if (!row) return undefined
    const held = await this.#tx
      .selectFrom('campaigns.campaign')
      .select('body')
      .where('id', '=', row.parent_id)
      .forShare()
      .executeTakeFirstOrThrow()
    const [point] = await this.takePoints(held.body, [pointId])
    return point && { campaign: held.body, point }
  }

  async isTaken(
    table: 'campaigns.campaign' | 'campaigns.point' | 'campaigns.work_order',
    id: string,
  ): Promise<boolean> {
    const row = await this.#tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
    return row !== undefined || hasHappened(this.#tx, id)
  }

  async appendToCampaign(before: Campaign | null, event: CampaignEvent): Promise<Campaign> {
    const after = applyCampaignEvent(before, event)
    await this.#tx
      .insertInto('campaigns.campaign')
      .values(campaignRow(after))
      .onConflict(conflict => conflict.column('id').doUpdateSet(campaignRow(after)))
      .execute()
    await addEvents(this.#tx, [{ subjectId: after.id, serial: after.version, event }])
    return after
  }

  async appendToPoint(before: CampaignPoint | null, event: PointEvent): Promise<CampaignPoint> {
    const after = applyPointEvent(before, event)
    await this.#tx
      .insertInto('campaigns.point')
      .values(pointRow(after))
      .onConflict(conflict => conflict.column('id').doUpdateSet(pointRow(after)))
      .execute()
    await addEvents(this.#tx, [{ subjectId: after.id, serial: after.version, event }])
    return after
  }

  async addOrder(row: OrderRow): Promise<void> {
    await this.#tx.insertInto('campaigns.work_order').values(row).execute()
  }

  /** The points that wait for the owner, whoever may see them. */
  async reportedPoints(campaignId: string): Promise<CampaignPoint[]> {
    const rows = await this.#tx
      .selectFrom('campaigns.point')
      .select('body')
      .where('parent_id', '=', campaignId)
      .where('state', '=', 'reported')
      .orderBy('id')
      .execute()
    return rows.map(({ body }) => body)
  }

  /** How many points of the campaign stand where, whoever may see them. */
  async countByState(campaignId: string): Promise<ReadonlyMap<PointState, number>> {
    const rows = await this.#tx
      .selectFrom('campaigns.point')
      .select(['state', sql<number>`count(*)::int`.as('count')])
      .where('parent_id', '=', campaignId)
      .groupBy('state')
      .execute()
    return new Map(rows.map(({ state, count }) => [state, count]))
  }
}

export function campaignRow(campaign: Campaign): Insertable<CampaignsTables['campaigns.campaign']> {
  const { id, version, state, gridPath, ownerPostId, setUpBy } = campaign
  return {
    ...{ id, version, state, grid_path: gridPath, post_id: ownerPostId, owner_id: setUpBy },
    body: jsonValue(campaign) as never,
  }
}

export function pointRow(point: CampaignPoint): Insertable<CampaignsTables['campaigns.point']> {
  const { id, campaignId, version, state, gridPath, order, surveyedBy, listNumber } = point
  return {
    ...{ id, parent_id: campaignId, version, state, grid_path: gridPath, list_number: listNumber },
    ...{ unit_id: order?.unitId ?? null, post_id: order?.postId ?? null, owner_id: surveyedBy },
    body: jsonValue(point) as never,
  }
}
